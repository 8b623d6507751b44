import Comparison
import SurveyModel
import Testing

/// Two small tables of made-up forms; every expected count is worked out by hand in the test.
@Suite struct CompareEntriesTests {
  private let fields = [
    Field(
      id: "A1",
      kind: .coded(
        CodeList(answers: ["1", "2", "10"].map { AnswerCode(code: $0) }))),
    Field(id: "age", kind: .integer(minimum: nil, maximum: nil)),
    Field(id: "note", kind: .text),
  ]

  private func table(
    _ rows: [(id: String, a1: UInt8, age: Int64, note: String)]
  ) -> ResponseTable {
    var ids = InterviewIDs()
    for row in rows { ids.append(row.id.utf8) }
    return ResponseTable(
      ids: ids,
      columns: [
        .coded8(rows.map(\.a1)), .integers(rows.map(\.age)),
        .texts(
          TextColumn(
            positions: rows.indices.map { rows[$0].note.isEmpty ? 0 : UInt32($0 + 1) },
            texts: rows.map(\.note))),
      ])
  }

  private func compare(
    _ first: ResponseTable, _ second: ResponseTable, compared: [Bool] = [true, true, true],
    limit: Int = 100
  ) -> ComparedTables {
    compareEntries(first, second, fields: fields, compared: compared, limit: limit)
  }

  @Test func `forms are matched by id and cells compared, a blank against an answer differs`() {
    let blank = ColumnValues.blankInteger
    let first = table([("a", 1, 30, ""), ("b", 3, blank, "x"), ("c", 0, 41, ""), ("d", 1, 1, "")])
    let second = table([("c", 255, 41, ""), ("a", 1, 30, ""), ("e", 1, 1, ""), ("b", 2, 7, "y")])
    let result = compare(first, second)
    #expect(result.pairs.map(\.first) == [0, 1, 2])
    #expect(result.pairs.map(\.second) == [1, 3, 0])
    #expect(result.onlyFirst == [3])
    #expect(result.onlySecond == [2])
    // Form b differs in all three fields; blank and not asked in c do not.
    let ofFormB = [0, 1, 2].map { DifferingCell(first: 1, second: 3, field: $0) }
    #expect(result.cells == ofFormB)
    #expect(result.identicalPairs == 2)
    // A1: a is 1 and 1, b is 10 and 2, c is blank twice. Keystrokes 1 + 1 + 2 + 1.
    #expect(
      result.agreements[0] == EntryComparison.Agreement(cells: 2, differing: 1, keystrokes: 5))
    // age: 30 and 30, blank and 7, 41 and 41.
    #expect(
      result.agreements[1] == EntryComparison.Agreement(cells: 3, differing: 1, keystrokes: 9))
    #expect(
      result.agreements[2] == EntryComparison.Agreement(cells: 1, differing: 1, keystrokes: 2))
    let all = result.agreements.reduce(EntryComparison.Agreement()) { $0 + $1 }
    #expect(all.rate == 0.5)
    #expect(all.perThousandKeystrokes == 187.5)  // 3 cells in 16 characters
  }

  @Test func `a field left out has no cell, and no rate`() {
    let first = table([("a", 1, 30, "x")])
    let result = compare(first, table([("a", 2, 31, "y")]), compared: [false, true, false])
    #expect(result.cells == [DifferingCell(first: 0, second: 0, field: 1)])
    #expect(result.agreements[0].rate == nil)
    #expect(result.agreements[0].perThousandKeystrokes == nil)
  }

  @Test func `more differences than the list takes are counted, and the first are listed`() {
    let first = table((0..<5).map { ("f\($0)", 1, 1, "") })
    let second = table((0..<5).map { ("f\($0)", 2, 2, "") })
    let result = compare(first, second, limit: 3)
    #expect(result.cells.map(\.first) == [0, 0, 1])
    #expect(result.cells.map(\.field) == [0, 1, 0])
    #expect(result.agreements[0].differing == 5)
    #expect(result.agreements[1].differing == 5)
    #expect(result.identicalPairs == 0)
  }
}
