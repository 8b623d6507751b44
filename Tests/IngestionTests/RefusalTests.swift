import Ingestion
import SurveyModel
import Testing

/// What must be refused as a whole, with one clear reason, and nothing of it taken.
struct RefusalTests {
  private func expectRefused(
    _ bytes: [UInt8], _ code: String, at place: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    var known = InterviewIndex()
    let imported = try importBytes(
      bytes, known: &known, settings: ImportSettings(blockSize: 64, threads: 2))
    #expect(!imported.isUsable, sourceLocation: sourceLocation)
    #expect(
      imported.findings.contains {
        $0.code.id == code && $0.severity == .error
          && (place == nil || $0.place?.description == place)
      }, "\(imported.findings)", sourceLocation: sourceLocation)
    #expect(imported.table.count == 0, sourceLocation: sourceLocation)
    #expect(imported.counts == ImportCounts(), sourceLocation: sourceLocation)
    #expect(imported.rejects.isEmpty, sourceLocation: sourceLocation)
    #expect(known.count == 0, sourceLocation: sourceLocation)
  }

  @Test func `a file cut in the middle of a quoted field is refused once, at the opening quote`()
    throws
  {
    let rows = (1...50).map { "R-\($0),PLK,,,,,,,ghế,0,4,5,\n" }.joined()
    let cut = "\(TinySurvey.header)\n\(rows)R-051,PLK,,,,,,,\"Chờ lâu,\nthiếu"
    try expectRefused(Array(cut.utf8), "csv.quote.unterminated", at: "responses.csv:52:17")
  }

  @Test func `an empty file, a damaged workbook and a NUL byte are refused`() throws {
    try expectRefused([], "csv.file.empty")
    try expectRefused([0xEF, 0xBB, 0xBF], "csv.file.empty")
    try expectRefused(Array("\n\r\n".utf8), "csv.file.empty")
    try expectRefused(
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 100), "archive.file.unreadable")
    let late = "\(TinySurvey.header)\n" + String(repeating: "R,PLK,,,,,,,,0,4,5,\n", count: 20_000)
    try expectRefused(
      Array("\(late)R,P\u{0}LK\n".utf8), "csv.byte.nul", at: "responses.csv:20002:4")
  }

  @Test func `a web page under the name of a table is refused as what it is`() throws {
    let page = "<HTML xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><table><tr><td>1"
    for text in [
      "<!DOCTYPE html>\n<html><title>Log in</title>", page, "\u{FEFF} \n<table>\n<tr>",
      "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE html PUBLIC \"-//W3C\">", "<html",
    ] { try expectRefused(Array(text.utf8), "ingest.file.web-page", at: "responses.csv") }
    let wide: [UInt8] = [0xFF, 0xFE] + page.utf8.flatMap { [$0, UInt8(0)] }
    try expectRefused(wide, "ingest.file.web-page")
    let remedies = try ["<html><body>Phiên đã hết", page].map {
      try importText($0).findings.first?.remedy.en ?? ""
    }
    #expect(remedies[0].contains("session may have ended"))
    #expect(remedies[1].contains("export again as XLSX"))
    // Other XML stays what it was: submissions, or a document type that is refused.
    try expectRefused(Array("<!DOCTYPE form><form/>".utf8), "ingest.submission.doctype")
    try expectRefused(Array("<htmlform/>".utf8), "ingest.submission.none")
  }

  @Test func `another questionnaire is refused with what was found`() throws {
    let text = "interview_id,district,Q1,Q2,Q3\n1,PLK,1,2,3\n"
    try expectRefused(Array(text.utf8), "ingest.questionnaire.wrong", at: "responses.csv:1:1")
    let imported = try importText(text)
    #expect(
      imported.findings.first { $0.code.id == "ingest.questionnaire.wrong" }?.found?.vi
        == "“interview_id”, “district”, “Q1”, “Q2”, “Q3”")
  }

  @Test func `a missing required column is named`() throws {
    let text = "interview_id,A1,A2,E1,FB\n1,1,2,3,1\n"
    try expectRefused(Array(text.utf8), "ingest.header.required-missing")
    let imported = try importText(
      "interview_id,district,A1,A2,E1,FB\n1,PLK,1,2,3,1\n", requiredFields: ["design_weight"])
    #expect(imported.findings.compactMap(\.subject) == ["design_weight"])
    #expect(!imported.isUsable)
  }

  @Test func `two columns for one variable are refused where the second stands`() throws {
    try expectRefused(
      Array("interview_id,district,Huyện,A1,A2,E1\n1,PLK,PLK,1,2,\n".utf8),
      "ingest.header.duplicate-column", at: "responses.csv:1:23")
  }

  @Test func `a header that fits two variables is refused`() throws {
    var fields = TinySurvey.fields
    fields[9].label = LocalizedText(vi: "Câu hỏi")
    fields[10].label = LocalizedText(vi: "Câu hỏi")
    let imported = try importText("interview_id,district,CÂU HỎI,E1\n1,PLK,1,\n", fields: fields)
    #expect(imported.findings.map(\.code.id).contains("ingest.header.ambiguous"))
    #expect(!imported.isUsable)
  }

  @Test func `a header of a million columns is refused`() throws {
    try expectRefused(
      Array("a".utf8) + [UInt8](repeating: 44, count: 1_000_000) + [10],
      "csv.header.too-many-columns")
  }

  @Test func `a cell of many megabytes without end is refused`() throws {
    let open = Array("\(TinySurvey.header)\nR-001,PLK,,,,,,,\"".utf8)
    try expectRefused(
      open + [UInt8](repeating: 65, count: 34 << 20), "csv.record.too-long",
      at: "responses.csv:2:17")
  }

  @Test func `a cell above a mebibyte rejects its row only`() throws {
    let long = String(repeating: "x", count: (1 << 20) + 1)
    let imported = try importText(
      "\(TinySurvey.header)\nR-001,PLK,,,,,,,\(long),0,4,5,\nR-002,PLK,,,,,,,ngắn,0,4,5,\n")
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(imported.rejects.first?.findings.map(\.code.id) == ["ingest.value.too-long"])
  }

  @Test func `settings that do not exist are refused before reading`() throws {
    let imported = try importText(
      TinySurvey.clean,
      pattern: ResponseFilePattern(pattern: "*", encoding: "EBCDIC", delimiter: "colon"))
    #expect(imported.findings.map(\.code.id) == ["csv.encoding.unknown", "ingest.file.setting"])
    #expect(!imported.isUsable)
  }

  @Test func `a missing file is said to be missing`() {
    var known = InterviewIndex()
    let imported = readResponses(
      file: "/nonexistent/responses.csv", fields: TinySurvey.fields,
      interviewIDField: "interview_id", known: &known)
    #expect(imported.findings.map(\.code.id) == ["csv.file.missing"])
  }
}

/// What is unusual but usable.
struct HeaderWarningTests {
  @Test func `a header alone is usable, with a warning`() throws {
    let imported = try importText(TinySurvey.header)
    #expect(imported.isUsable)
    #expect(imported.counts == ImportCounts())
    #expect(imported.findings.map(\.code.id) == ["ingest.file.header-only"])
  }

  @Test func `without an id column ids are made from file and row`() throws {
    let imported = try importText("district,A1,A2,E1,FB\nPLK,1,2,,0\nXX,1,2,,0\nDDO,1,2,,0\n")
    #expect(imported.findings.map(\.code.id) == ["ingest.header.interview-id-missing"])
    #expect((0..<2).map { imported.table.ids[$0] } == ["responses.csv#1", "responses.csv#3"])
  }

  @Test func `missing items are named and count as blank`() throws {
    let imported = try importText("interview_id,district,A1,E1,FB\n1,PLK,4,,0\n")
    #expect(imported.findings.map(\.code.id) == ["ingest.header.items-missing"])
    #expect(imported.findings.first?.found?.vi == "A2")
    #expect(imported.table.columns[10] == .coded8([0]))
  }

  @Test func `a condition whose column is missing is not held against the answers`() throws {
    let imported = try importText("interview_id,district,A1,A2,E1\n1,PLK,4,5,3\n")
    #expect(imported.findings.map(\.code.id) == ["ingest.header.condition-unchecked"])
    #expect(imported.counts.accepted == 1)
    #expect(imported.table.columns[11] == .coded8([3]))
  }
}
