import GRDB
import SurveyModel
import Testing

@testable import Storage

struct CodeListChangeTests {
  private static let before = CodeList(
    answers: [AnswerCode(code: "1"), AnswerCode(code: "2"), AnswerCode(code: "3")],
    missing: [AnswerCode(code: "9", missing: .refused)])
  /// Positions 0...4 and "not asked".
  private static let stored: [UInt8] = [0, 1, 2, 3, 4, 255]

  private func column(as field: Field, storedAs old: Field, _ values: ColumnValues) throws
    -> ColumnValues
  {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    var ids = InterviewIDs()
    for row in 0..<values.count { ids.append("R\(row)".utf8) }
    try store.commit(
      SampleSurvey.file(ResponseTable(ids: ids, columns: [values])), fields: [old])
    return try store.column(survey: SampleSurvey.id, field: field)
  }

  @Test func `codes in another order are found again by code`() throws {
    let now = CodeList(
      answers: ["3", "2", "1"].map { AnswerCode(code: $0) }, missing: [AnswerCode(code: "9")])
    let column = try column(
      as: Field(id: "A1", kind: .coded(now)), storedAs: Field(id: "A1", kind: .coded(Self.before)),
      .coded8(Self.stored))
    #expect(column == .coded8([0, 3, 2, 1, 4, 255]))
  }

  @Test func `a new answer before the missing codes moves them`() throws {
    let now = CodeList(
      answers: ["1", "2", "3", "4"].map { AnswerCode(code: $0) }, missing: [AnswerCode(code: "9")])
    let column = try column(
      as: Field(id: "A1", kind: .coded(now)), storedAs: Field(id: "A1", kind: .coded(Self.before)),
      .coded8(Self.stored))
    #expect(column == .coded8([0, 1, 2, 3, 5, 255]))
  }

  @Test func `a list that outgrew a byte is read as two bytes, and back`() throws {
    let long = CodeList(
      answers: (1...400).reversed().map { AnswerCode(code: "\($0)") },
      missing: [AnswerCode(code: "9", missing: .refused)])
    let small = Field(id: "A1", kind: .coded(Self.before))
    let large = Field(id: "A1", kind: .coded(long))
    // Code 1 stands at 400, 2 at 399, 3 at 398, and 9 first at 392 among the answers.
    #expect(
      try column(as: large, storedAs: small, .coded8(Self.stored))
        == .coded16([0, 400, 399, 398, 392, 65535]))
    #expect(
      try column(as: small, storedAs: large, .coded16([0, 400, 399, 398, 392, 65535]))
        == .coded8(Self.stored))
  }

  @Test func `a stored code that is no longer in the list is named with its batch`() throws {
    let now = CodeList(answers: [AnswerCode(code: "1"), AnswerCode(code: "3")])
    let field = Field(id: "A1", kind: .coded(now))
    let old = Field(id: "A1", kind: .coded(Self.before))
    // Nobody used code 2 or 9: nothing is lost.
    #expect(
      try column(as: field, storedAs: old, .coded8([0, 1, 3, 255])) == .coded8([0, 1, 2, 255]))
    let error = #expect(throws: StoreError.self) {
      try column(as: field, storedAs: old, .coded8([0, 1, 2, 255]))
    }
    guard case .codeNotInList(_, "A1", "2", 1, "responses/plk.csv") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.finding.subject == "A1")
    #expect(error?.finding.found?.vi == "mã 2, lô 1 (responses/plk.csv)")
  }

  @Test func `a field that is new since the batch is blank in every form`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    var ids = InterviewIDs()
    ids.append("R1".utf8)
    let old = Field(id: "A1", kind: .coded(Self.before))
    try store.commit(
      SampleSurvey.file(ResponseTable(ids: ids, columns: [.coded8([3])])), fields: [old])
    let now = [
      Field(id: "B1", kind: .coded(Self.before)),
      Field(id: "B2", kind: .coded(SampleSurvey.communes)),
      Field(id: "B3", kind: .integer(minimum: nil, maximum: nil)),
      Field(id: "B4", kind: .number(minimum: nil, maximum: nil)), Field(id: "B5", kind: .date),
      Field(id: "B6", kind: .text), Field(id: "B7", kind: .text, isPersonal: true), old,
    ]
    let blank = ResponseTable(
      ids: ids,
      columns: [
        .coded8([0]), .coded16([0]), .integers([ColumnValues.blankInteger]), .numbers([.nan]),
        .days([ColumnValues.blankDay]), .texts(TextColumn(positions: [0])), .dropped(count: 1),
        .coded8([3]),
      ])
    #expect(isSame(try store.allResponses(now), blank))
  }

  @Test func `codes with quotes, backslashes and control characters keep their meaning`() throws {
    let codes = ["\"", "\\", "a\nb", "\u{1}", "Đắk\tLắk", "", "/"]
    #expect(
      try JSONText.decode([String].self, JSONText.array(of: codes)) == codes)
    #expect(JSONText.array(of: []) == "[]")
    let old = CodeList(answers: codes.map { AnswerCode(code: $0) })
    let now = CodeList(answers: codes.reversed().map { AnswerCode(code: $0) })
    let column = try column(
      as: Field(id: "A1", kind: .coded(now)), storedAs: Field(id: "A1", kind: .coded(old)),
      .coded8([0, 1, 2, 3, 4, 5, 6, 7, 255]))
    #expect(column == .coded8([0, 7, 6, 5, 4, 3, 2, 1, 255]))
  }

  @Test func `a code list that many batches share is stored once`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    for batch in 0..<3 {
      try store.commit(
        SampleSurvey.file(SampleSurvey.table(count: 2, firstID: batch * 10), sha256: "s\(batch)"))
    }
    // The scale and the communes.
    let lists = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM code_list") }
    #expect(lists == 2)
  }

  @Test func `a field that changed its kind is refused by name`() throws {
    let error = #expect(throws: StoreError.self) {
      try column(
        as: Field(id: "A1", kind: .date), storedAs: Field(id: "A1", kind: .coded(Self.before)),
        .coded8(Self.stored))
    }
    guard case .kindChanged(_, "A1", "coded8", "date", 1) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
