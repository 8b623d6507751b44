import Foundation
import Ingestion
import StoredZip
import SurveyModel

/// The workbooks that other programs wrote; see their SOURCE.md.
enum WorkbookFixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(
      try Data(contentsOf: folder.appending(path: "Fixtures/published/workbooks/\(name)")))
  }

  static func read(
    _ name: String, pattern: ResponseFilePattern? = nil,
    settings: ImportSettings = ImportSettings()
  ) throws -> ImportedFile {
    try read(bytes(name), pattern: pattern, settings: settings)
  }

  static func read(
    _ bytes: [UInt8], pattern: ResponseFilePattern? = nil,
    settings: ImportSettings = ImportSettings()
  ) throws -> ImportedFile {
    var known = InterviewIndex()
    return try importBytes(
      bytes, pattern: pattern, known: &known, settings: settings, file: "responses.xlsx")
  }
}

/// A workbook written part by part, so that a test can write what no program would.
///
/// The parts are stored in a ZIP without compression.
struct MadeWorkbook {
  var parts: [(name: String, content: [UInt8])]

  /// A workbook of one sheet.
  ///
  /// - Parameters:
  ///   - rows: The content of `sheetData`.
  ///   - shared: The shared strings.
  ///   - before: What stands before `sheetData`.
  ///   - prolog: What stands before the sheet's root element.
  init(rows: String, shared: [String] = [], before: String = "", prolog: String = "") {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(links)/\(kind)\" Target=\"\(target)\"/>"
    }
    let strings = shared.map { "<si><t>\($0)</t></si>" }.joined()
    parts = [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(packageLinks)\">\(link("r1", "officeDocument", "xl/workbook.xml"))"
          + "</Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>"
          + "<sheet name=\"Phiếu\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(packageLinks)\">\(link("r1", "worksheet", "worksheets/s.xml"))"
          + "\(link("r2", "sharedStrings", "sharedStrings.xml"))</Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      (
        "xl/worksheets/s.xml",
        "\(prolog)<worksheet xmlns=\"\(main)\">\(before)<sheetData>\(rows)</sheetData></worksheet>"
      ),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  /// Cells of one row with inline texts, from column A.
  static func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    return "<row r=\"\(number)\">\(cells)</row>"
  }

  /// The tiny survey's header in row 1.
  static let header = row(1, TinySurvey.header.split(separator: ",").map(String.init))

  var bytes: [UInt8] { storedZip(parts) }
}
