import Numerics
import Testing

@Suite struct OrderFreeSumTests {
  private func sum(_ terms: [Double]) -> Double {
    let grid = SumGrid(largest: terms.map(\.magnitude).max() ?? 0, count: terms.count)
    var sum = OrderFreeSum()
    for term in terms { sum.add(term, on: grid) }
    return sum.value
  }

  @Test(arguments: 0..<20)
  func anyOrderAndAnySplitGiveTheSameBits(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var terms = (0..<1000).map { _ in random.normal() / (0.001 + random.uniform()) }
    let plain = sum(terms)
    #expect((plain - terms.compensatedSum()).magnitude < 1e-12)
    terms.shuffle(using: &random)
    #expect(sum(terms) == plain)
    let grid = SumGrid(largest: terms.map(\.magnitude).max() ?? 0, count: terms.count)
    var left = OrderFreeSum()
    var right = OrderFreeSum()
    for term in terms[..<300] { left.add(term, on: grid) }
    for term in terms[300...] { right.add(term, on: grid) }
    right.add(left)
    #expect(right.value == plain)
  }

  @Test func theExampleInTheDocumentationHolds() {
    #expect(sum([0.1, 0.2, 0.3]) == sum([0.3, 0.2, 0.1]))
    #expect((sum([0.1, 0.2, 0.3]) - 0.6).magnitude < 2e-16)
  }

  @Test func nothingAndTinyTermsAddUp() {
    #expect(sum([]) == 0)
    #expect(sum([0, 0]) == 0)
    #expect(sum([5e-324, 5e-324]) == 1e-323)
    #expect(sum([1e-310, 2e-310]) == 1e-310 + 2e-310)
    #expect(sum([SumGrid.largestTerm, 1]) == SumGrid.largestTerm)
  }

  @Test func stretchesCoverAllRowsOnce() {
    let stretches = RowStretches(rows: 100_000, smallest: 30_000)
    #expect(stretches.count == 3)
    #expect(stretches[2] == 66666..<100_000)
    for rows in [0, 1, 7, 20_000, 1_000_003] {
      let stretches = RowStretches(rows: rows)
      let ranges = (0..<stretches.count).map { stretches[$0] }
      #expect(ranges.flatMap(\.self).count == rows)
      #expect(stretches.collect(\.count) == ranges.map(\.count))
    }
  }

  /// Enough rows for several threads, and for renumbering in between.
  @Test func manyRowsAreClassifiedAsFewAre() {
    var random = SplitMix64(seed: 3)
    let counts = [50, 60, 70, 80]
    let rows = 34_000
    let levels = counts.map { count in
      (0..<rows).map { _ in Int32(random.uniform(below: count)) - (count == 60 ? 1 : 0) }
    }
    let cells = CrossClassification(of: levels, levelCounts: counts, rows: rows)
    var previous = [Int32](repeating: -2, count: counts.count)
    for cell in 0..<cells.count {
      let here = cells.levels.map { $0[cell] }
      #expect(previous.lexicographicallyPrecedes(here))
      previous = here
    }
    let isRight = (0..<rows).allSatisfy { row in
      counts.indices.allSatisfy { cells.levels[$0][Int(cells.cellOfRow[row])] == levels[$0][row] }
    }
    #expect(isRight)
    let small = CrossClassification(
      of: Array(levels[..<2]), levelCounts: Array(counts[..<2]), rows: rows)
    #expect(small.count == 3000)
    let isRightToo = (0..<rows).allSatisfy { row in
      (0..<2).allSatisfy { small.levels[$0][Int(small.cellOfRow[row])] == levels[$0][row] }
    }
    #expect(isRightToo)
  }
}
