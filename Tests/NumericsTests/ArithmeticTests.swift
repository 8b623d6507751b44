import Numerics
import Testing

@Suite struct ArithmeticTests {
  @Test func `a compensated sum keeps what plain addition loses`() {
    // Neumaier's own example: the exact sum is 2.
    #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
    #expect([1, 1e100, 1, -1e100].reduce(0, +) == 0)
    // Ten tenths: the exact sum of the doubles rounds to 1.
    #expect([Double](repeating: 0.1, count: 10).compensatedSum() == 1)
    #expect([Double](repeating: 0.1, count: 10).reduce(0, +) != 1)
  }

  @Test func `a symmetric system is solved`() {
    // By hand: 4·1 + 2·2 = 8 and 2·1 + 3·2 = 8.
    #expect(SymmetricSystem([4, 2, 2, 3], size: 2).solve([8, 8]) == [1, 2])
  }

  @Test func `columns that depend on others are found and get zero`() {
    // Two margins of two categories over the table (3 1 / 2 4): the fourth column is the first
    // plus the second minus the third.
    let matrix: [Double] = [
      4, 0, 3, 1,
      0, 6, 2, 4,
      3, 2, 5, 0,
      1, 4, 0, 5,
    ]
    let system = SymmetricSystem(matrix, size: 4)
    #expect(system.dependentColumns == [3])
    // Right-hand side A (1, 2, 3, 4): any solution must reproduce it.
    let right = (0..<4).map { row in
      (0..<4).map { matrix[row * 4 + $0] * Double($0 + 1) }.reduce(0, +)
    }
    let solution = system.solve(right)
    #expect(solution[3] == 0)
    for row in 0..<4 {
      let fitted = (0..<4).map { matrix[row * 4 + $0] * solution[$0] }.reduce(0, +)
      #expect((fitted - right[row]).magnitude < 1e-12)
    }
  }

  @Test func `cells are numbered by their levels, whatever the order of rows`() {
    let cells = CrossClassification(
      of: [[0, 1, 0, -1], [2, 0, 2, 0]], levelCounts: [2, 3], rows: 4)
    #expect(cells.count == 3)
    #expect(cells.cellOfRow == [1, 2, 1, 0])
    #expect(cells.levels == [[-1, 0, 1], [0, 2, 0]])
    let reversed = CrossClassification(
      of: [[-1, 0, 1, 0], [0, 2, 0, 2]], levelCounts: [2, 3], rows: 4)
    #expect(reversed.cellOfRow == [0, 1, 2, 1])
    #expect(reversed.levels == cells.levels)
  }

  @Test func `many classifications give the same cells as few`() {
    // 40 × 50 × 60 × 70 × 80 combinations are far more than any table holds, so numbers are
    // compacted and sorted on the way; the cells must be those of the plain combinations.
    var random = SplitMix64(seed: 11)
    let counts = [40, 50, 60, 70, 80]
    let rows = 500
    let levels = counts.map { count in
      (0..<rows).map { _ in Int32(random.uniform(below: count)) }
    }
    let cells = CrossClassification(of: levels, levelCounts: counts, rows: rows)
    let combinations = (0..<rows).map { row in levels.map { $0[row] } }
    let sorted = Set(combinations).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(cells.count == sorted.count)
    for row in 0..<rows { #expect(sorted[Int(cells.cellOfRow[row])] == combinations[row]) }
    for (index, combination) in sorted.enumerated() {
      #expect(cells.levels.map { $0[index] } == combination)
    }
  }

  @Test func `no rows make no cells`() {
    let cells = CrossClassification(of: [[], []], levelCounts: [3, 4], rows: 0)
    #expect(cells.count == 0)
    #expect(cells.cellOfRow.isEmpty)
  }
}
