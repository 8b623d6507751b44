import SurveyModel
import Testing
import Weighting

@Suite struct WeightHistogramTests {
  @Test func `the classes are those of the documentation`() {
    let edges = WeightHistogram.edges
    #expect(edges.count == 32 && edges.first == 0 && edges[1] == 0.05 && edges.last == 3.05)
    #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [1.0, 0.1, 1.0 / 3, 1e-200, 1e200])
  func `equal weights stand in the middle of one class`(weight: Double) {
    let histogram = WeightHistogram(of: [Double](repeating: weight, count: 3))
    // From 0.95 up to 1.05.
    #expect(histogram.counts[10] == 3 && histogram.counts.reduce(0, +) == 3)
  }

  @Test func `every weight is in the class between whose edges it lies`() {
    // Mean 1.
    let weights = [0.04, 0.05, 0.25, 1, 1, 1.5, 3.16]
    let mean = weights.reduce(0, +) / Double(weights.count)
    let histogram = WeightHistogram(of: weights)
    #expect((histogram.mean - mean).magnitude <= 1e-15)
    for (place, count) in histogram.counts.enumerated() {
      let (low, high) = (WeightHistogram.edges[place], WeightHistogram.edges[place + 1])
      #expect(count == weights.count { $0 / mean >= low && $0 / mean < high })
    }
    #expect(histogram.above == weights.count { $0 / mean >= 3.05 })
    #expect(histogram.counts.reduce(0, +) + histogram.above == weights.count)
  }

  @Test func `weights at an edge go up`() {
    // Mean 2, so that 0.1 is 0.05 and 6.1 is 3.05 times the mean.
    let histogram = WeightHistogram(of: [0.1, 6.1, 0.6, 1.2])
    #expect(histogram.mean == 2)
    #expect(histogram.counts[0] == 0 && histogram.counts[1] == 1)
    #expect(histogram.above == 1)
  }

  @Test func `no weights make no class`() {
    let histogram = WeightHistogram(of: [])
    #expect(histogram.mean == 0 && histogram.counts.allSatisfy { $0 == 0 })
  }
}
