import Numerics
import Testing

@testable import Weighting

@Suite struct MiddleWeightTests {
  @Test(arguments: 0..<5)
  func everyPlaceIsThatOfTheSortedWeights(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let weights = (0..<9).map { index in
      index % 4 == 3 ? 0 : index % 4 == 2 ? 1.5 : 1 / (1e-9 + random.uniform())
    }
    let sorted = weights.filter { $0 > 0 }.sorted()
    for place in sorted.indices {
      #expect(positiveWeight(atPlace: place, of: weights) == sorted[place])
    }
  }
}
