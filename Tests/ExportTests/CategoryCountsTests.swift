import SurveyModel
import Testing

@testable import Export

@Suite struct CategoryCountsTests {
  private let list = CodeList(
    answers: ["a", "b", "c", "d"].map { AnswerCode(code: $0) },
    missing: [AnswerCode(code: "9", missing: .dontKnow)])

  private func counts(_ numbers: [Int], blank: Int = 0, minimum: Int) -> [Int?] {
    var positions: [UInt8] = []
    for (index, number) in numbers.enumerated() {
      positions += [UInt8](repeating: UInt8(index + 1), count: number)
    }
    positions += [UInt8](repeating: 0, count: blank)
    let weights = [Double](repeating: 2, count: positions.count)
    let counts = CategoryCounts(
      .coded8(positions), list: list, weights: weights, minimum: minimum)
    for cell in counts.cells { #expect(cell.weighted == cell.count.map { Double($0) * 2 }) }
    #expect(counts.valid == numbers.prefix(4).reduce(0, +))
    return counts.cells.map(\.count)
  }

  @Test func `without a rule every cell is shown`() {
    #expect(counts([1, 2, 3, 4, 1], minimum: 0) == [1, 2, 3, 4, 1])
  }

  @Test func `a small cell takes the next smallest with it, or it could be subtracted`() {
    #expect(counts([40, 3, 20, 30, 0], minimum: 10) == [40, nil, nil, 30, 0])
  }

  @Test func `small cells that are too few together take another`() {
    #expect(counts([40, 3, 4, 30, 0], minimum: 10) == [40, nil, nil, nil, 0])
    #expect(counts([40, 6, 4, 30, 0], minimum: 10) == [40, nil, nil, 30, 0])
  }

  @Test func `a missing code hides behind enough blanks, or behind nothing`() {
    #expect(counts([40, 20, 20, 30, 3], blank: 12, minimum: 10) == [40, 20, 20, 30, nil])
    #expect(counts([40, 20, 20, 30, 0], blank: 3, minimum: 10) == [40, 20, 20, 30, 0])
  }
}
