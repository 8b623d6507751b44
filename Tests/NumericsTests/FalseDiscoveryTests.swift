import Numerics
import Testing

struct FalseDiscoveryTests {
  /// Benjamini and Hochberg (1995), section 4.2: fifteen hypotheses on myocardial infarction; at 0.05
  /// the procedure rejects the four with the smallest p-values.
  @Test func `The published example gives its four discoveries`() {
    let pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000,
    ]
    #expect(isDiscovery(pValues, level: 0.05).count { $0 } == 4)
    #expect(isDiscovery(pValues.reversed(), level: 0.05).suffix(4).allSatisfy { $0 })
  }

  @Test func `Nothing is found where nothing is below the level`() {
    #expect(isDiscovery([], level: 0.05) == [])
    #expect(isDiscovery([0.2, 0.9, 0.06], level: 0.05) == [false, false, false])
  }

  /// R 4.2.2: median(c(1, 2, 3, 4, 100)) is 3, mad of it 1.4826.
  @Test func `Median and robust spread are not moved by one wild value`() throws {
    let found = try #require(middleAndSpread([100, 2, 4, 1, 3]))
    #expect(found.middle == 3 && found.spread == 1.4826)
    #expect(median([3, 1, 2, 10]) == 2.5)
    #expect(median([]) == nil && middleAndSpread([]) == nil)
  }
}
