import Storage
import SurveyModel
import Testing

struct RejectTests {
  private static let code = FindingCode(
    "ingest.value.not-in-code-list", .error, vi: "Giá trị không có trong danh sách mã.",
    en: "The value is not in the code list.")
  private static let notice = FindingCode(
    "ingest.column.unknown", .notice, vi: "Cột không có trong phiếu hỏi.",
    en: "The column is not in the questionnaire.")

  static let rows = [
    RejectedRow(
      kind: .rejected, line: 1148, interviewID: "R-00417",
      findings: [
        Finding(
          code, at: SourceLocation(file: "responses/plk.csv", line: 1148, column: 14),
          message: LocalizedText(
            vi: "giá trị không có trong danh sách mã của A1", en: "not listed"),
          found: LocalizedText(vi: "7", en: "7"),
          expected: LocalizedText(vi: "1 đến 5, hoặc 9", en: "1 to 5, or 9"),
          remedy: LocalizedText(vi: "sửa tệp", en: "correct the file"), subject: "A1"),
        Finding(
          code, at: nil, message: LocalizedText(vi: "thiếu ngày"),
          remedy: LocalizedText(en: "add the date")),
      ], rawText: "R-00417;2;34;7;«11 ký tự»"),
    RejectedRow(
      kind: .duplicate, line: 1149, interviewID: nil, findings: [], rawText: "a\nb\tc"),
  ]

  @Test func `a rejected row comes back complete in both languages`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1), rejects: Self.rows))
    let stored = try store.rejects(survey: SampleSurvey.id)
    #expect(stored.map(\.row) == Self.rows)
    #expect(stored.allSatisfy { $0.batch == 1 && $0.file == "responses/plk.csv" })
    #expect(stored.first?.row.findings.first?.code.meaning == Self.code.meaning)
  }

  @Test func `a NUL in a rejected row is shown, and does not cut the row`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    var row = Self.rows[0]
    row.rawText = "R-1;\0;5"
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 0), rejects: [row]))
    #expect(try store.rejects(survey: SampleSurvey.id).map(\.row.rawText) == ["R-1;␀;5"])
  }

  @Test func `rejects can be asked for by batch`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let empty = SampleSurvey.table(count: 0)
    try store.commit(SampleSurvey.file(empty, rejects: [Self.rows[0]]))
    try store.commit(
      SampleSurvey.file(empty, name: "b.csv", sha256: "bb", rejects: [Self.rows[1]]))
    #expect(try store.rejects(survey: SampleSurvey.id).map(\.batch) == [1, 2])
    #expect(try store.rejects().map(\.batch) == [1, 2])
    #expect(try store.rejects(survey: SampleSurvey.id, batch: 2).map(\.row) == [Self.rows[1]])
    #expect(try store.rejects(survey: SampleSurvey.id, batch: 9).isEmpty)
  }

  @Test func `findings about the file are kept apart from those of rejected rows`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let finding = Finding(
      Self.notice, at: SourceLocation(file: "responses/plk.csv", line: 1, column: 3),
      message: LocalizedText(vi: "cột lạ", en: "unknown column"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing to do"))
    try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 1), rejects: Self.rows, findings: [finding]))
    #expect(try store.fileFindings(survey: SampleSurvey.id) == [finding])
    #expect(try store.fileFindings(survey: SampleSurvey.id, batch: 1) == [finding])
  }
}
