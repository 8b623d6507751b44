import Ingestion
import SurveyModel
import Testing

/// Each kind of bad row is rejected where it is wrong, with all its faults.
struct RowFindingsTests {
  @Test func `an answer outside the code list is rejected where it stands`() throws {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,PLK,,,,,,,,0,4,1️⃣7,
      R-002,2️⃣Huyện lạ,,,,,,,"Đủ ""ghế"" rồi",0,3️⃣x,5,
      """,
      [
        "1️⃣": "ingest.value.not-in-code-list", "2️⃣": "ingest.value.not-in-code-list",
        "3️⃣": "ingest.value.not-in-code-list",
      ])
  }

  @Test func `the finding names the question, what was found and the codes allowed`() throws {
    let imported = try importText("\(TinySurvey.header)\nR-001,PLK,,,,,,,,0,4,7,\n")
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.message.vi == "A2 “Trang thiết bị”: giá trị không có trong danh sách mã")
    #expect(finding.found?.en == "“7”")
    #expect(finding.expected?.vi?.hasPrefix("1 Rất không hài lòng, 2 Không hài lòng, 3") == true)
    #expect(finding.expected?.en?.hasSuffix("9 Not applicable") == true)
    #expect(finding.subject == "A2")
  }

  @Test func `a long code list is cut after eight codes with the number of the others`() throws {
    var fields = TinySurvey.fields
    fields[1].kind = .coded(CodeList(answers: (1...20).map { AnswerCode(code: "C\($0)") }))
    let imported = try importText(
      "\(TinySurvey.header)\nR-001,PLK,X9,,,,,,,0,4,4,\n", fields: fields)
    #expect(
      imported.rejects.first?.findings.first?.expected?.en
        == "C1, C2, C3, C4, C5, C6, C7, C8, and 12 more")
  }

  @Test func `a label that fits two codes is an error that names both`() throws {
    var fields = TinySurvey.fields
    fields[1].kind = .coded(
      CodeList(answers: [
        AnswerCode(code: "X1", label: LocalizedText(vi: "Ia Nhin")),
        AnswerCode(code: "X2", label: LocalizedText(vi: "Ia Nhìn")),
      ]))
    let imported = try importText(
      """
      \(TinySurvey.header)
      R-001,PLK,IA NHIN,,,,,,,0,4,4,
      R-002,PLK,Ia nhìn,,,,,,,0,4,4,
      R-003,PLK,Ia Nhín,,,,,,,0,4,4,
      """, fields: fields)
    // With its own diacritics each label is unique; a third spelling fits both without them.
    #expect(imported.table.columns[1] == .coded8([1, 2]))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.code.id == "ingest.value.ambiguous")
    #expect(finding.expected?.vi == "X1 Ia Nhin hoặc X2 Ia Nhìn")
  }

  @Test func `numbers, dates and ranges`() throws {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,PLK,,1️⃣2021-02-29,2️⃣hôm qua,3️⃣12.5,4️⃣12 kg,,,0,4,5,
      R-002,PLK,,,,5️⃣7201,6️⃣-1,,,0,4,5,
      R-003,PLK,,7️⃣10/25/2021,,8️⃣abc,9️⃣1.23.4,,,0,4,5,
      R-004,PLK,,29/02/2020,,-1,0,,,0,4,5,
      """,
      [
        "1️⃣": "ingest.value.not-a-date", "2️⃣": "ingest.value.not-a-datetime",
        "3️⃣": "ingest.value.not-an-integer", "4️⃣": "ingest.value.not-a-number",
        "5️⃣": "ingest.value.out-of-range", "6️⃣": "ingest.value.out-of-range",
        "7️⃣": "ingest.value.month-first", "8️⃣": "ingest.value.not-a-number",
        "9️⃣": "ingest.value.not-a-number",
      ])
  }

  @Test func `an answer to a question that was not asked is rejected, a missing code is not`()
    throws
  {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,PLK,,,,,,,,0,4,5,1️⃣3
      R-002,PLK,,,,,,,,,4,5,2️⃣4
      R-003,PLK,,,,,,,,0,4,5,9
      R-004,PLK,,,,,,,,1,4,5,9
      """, ["1️⃣": "ingest.answer.not-asked", "2️⃣": "ingest.answer.not-asked"])
    let table = try importText(
      "\(TinySurvey.header)\nR-003,PLK,,,,,,,,0,4,5,9\nR-004,PLK,,,,,,,,1,4,5,9\n"
    ).table
    #expect(table.columns[11] == .coded8([CodeList.notAsked8, 6]))
  }

  @Test func `a blank required cell, a blank id and a wrong number of cells`() throws {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,1️⃣,,,,,,,,0,4,5,
      2️⃣  ,PLK,,,,,,,,0,4,5,
      3️⃣R-003,PLK,0,4,5
      4️⃣R-004,PLK,,,,,,,,0,4,5,,x
      R-005,PLK,,,,,,,5️⃣"a"b,0,4,5,
      """,
      [
        "1️⃣": "ingest.value.required", "2️⃣": "ingest.interview.blank", "3️⃣": "csv.row.field-count",
        "4️⃣": "csv.row.field-count", "5️⃣": "csv.quote.misplaced",
      ])
  }

  @Test func `a variable of the design must hold a valid answer`() throws {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,PLK,,,,,1️⃣,,,0,2️⃣9,5,
      R-002,PLK,,,,,2,,,0,4,9,
      """, ["1️⃣": "ingest.value.required", "2️⃣": "ingest.value.design-missing"],
      requiredFields: ["design_weight", "A1"])
  }

  @Test func `a commune outside its district is rejected`() throws {
    try expectFindings(
      """
      \(TinySurvey.header)
      R-001,PLK,1️⃣23677,,,,,,,0,4,5,
      R-002,DDO,Hà Bầu,,,,,,,0,4,5,
      R-003,PLK,,,,,,,,0,4,5,
      """, ["1️⃣": "ingest.code.wrong-parent"])
  }

  @Test func `all faults of a row are told, in the order of its cells`() throws {
    let imported = try importText("\(TinySurvey.header)\n,XXX,,,,,,,,0,7,8,3\n")
    #expect(
      imported.rejects.first?.findings.map(\.code.id) == [
        "ingest.interview.blank", "ingest.value.not-in-code-list", "ingest.value.not-in-code-list",
        "ingest.value.not-in-code-list", "ingest.answer.not-asked",
      ])
  }

  @Test func `damaged letters and control characters are rejected without showing them`() throws {
    let head = Array("\(TinySurvey.header)\n".utf8)
    let bad = Array("R-001,PLK,,,,,,,Ch\u{1}ờ,0,4,5,\nR-002,PLK,,,,,,,x".utf8) + [0xFF]
    var known = InterviewIndex()
    let imported = try importBytes(
      head + bad + Array("y,0,4,5,\n".utf8),
      pattern: ResponseFilePattern(pattern: "*", encoding: "UTF-8"), known: &known)
    let findings = imported.rejects.flatMap(\.findings)
    #expect(findings.map(\.code.id) == ["ingest.value.control-character", "ingest.value.encoding"])
    #expect(findings.first?.found?.vi == "«4 ký tự, đã ẩn»")
  }

  @Test func `when so many rows are rejected, later ones are told briefly and none is lost`() throws
  {
    let row = ",XXX,,,,,,,,0,7,8,3\n"
    let imported = try importText(
      "\(TinySurvey.header)\n" + String(repeating: row, count: 10),
      settings: ImportSettings(detailedRejects: 4))
    #expect(imported.counts == ImportCounts(read: 10, rejected: 10))
    #expect(imported.rejects.map(\.findings.count) == [5, 5, 5, 5, 2, 2, 2, 2, 2, 2])
    #expect(imported.rejects.last?.findings.last?.message.en?.contains("4 more faults") == true)
  }
}
