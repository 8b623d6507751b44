import Documents
import Foundation
import Pipeline
import Reporting
import SurveyModel
import Testing

struct ReportTemplateTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `the template that is written is read again without findings, and never overwritten`()
    throws
  {
    try Self.withFolder { folder in
      let paths = try saveReportTemplate(to: folder)
      #expect(
        paths.map { URL(filePath: $0).lastPathComponent }
          == ["report.xml", "page.mustache", "style.css"])
      #expect(try reportTemplate(at: folder).findings == [])
      #expect(checkFiles([folder + "/report.xml"]).findings == [])
      let stopped = #expect(throws: RunStopped.self) { try saveReportTemplate(to: folder) }
      #expect(stopped?.findings.map(\.code.id) == Array(repeating: "run.output.exists", count: 3))
    }
  }

  @Test func `every line of the template may be taken out of its comment`() throws {
    try Self.withFolder { folder in
      try saveReportTemplate(to: folder)
      let file = folder + "/report.xml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
        .replacing(/<!-- (<[a-z]+.*>) -->/) { String($0.1) }
        .replacing(/<logo.*<\/logo>/, with: "")
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(checkFiles([file]).findings == [])
      let template = try reportTemplate(at: folder).template
      let head = template.letterhead(.vi, abstract: "")
      #expect(head.issuer == "SỞ NỘI VỤ" && head.recipients.count == 3)
    }
  }

  @Test func `a fault in what a template says is found by check and stops its use`() throws {
    try Self.withFolder { folder in
      try saveReportTemplate(to: folder)
      let file = folder + "/report.xml"
      try """
      <report xmlns="urn:sipas:report:1">
        <text id="column.leed">x</text>
        <text id="title.attainment">Năm</text>
      </report>
      """.write(toFile: file, atomically: true, encoding: .utf8)
      let checked = checkFiles([file])
      #expect(checked.exit == .badData)
      #expect(
        checked.findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" }
          == ["2:13 report.text.unknown", "3:31 report.text.place-missing"])
      let stopped = #expect(throws: RunStopped.self) { try reportTemplate(at: folder) }
      #expect(stopped?.exit == .badData && stopped?.findings.count == 2)
    }
    let missing = #expect(throws: RunStopped.self) { try reportTemplate(at: "/nowhere/at/all") }
    #expect(missing?.exit == .missingFile)
  }
}
