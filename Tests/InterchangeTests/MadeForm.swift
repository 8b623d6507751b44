import Foundation
import SurveyModel
import Testing

@testable import Interchange

/// A workbook of a test: sheets of rows of texts, written without compression.
struct MadeForm {
  var sheets: [(name: String, rows: [[String]])]

  /// Imports the form from a file of the temporary folder.
  func imported(id: String? = nil) throws -> QuestionnaireImport {
    try Self.imported(bytes, id: id)
  }

  static func imported(_ bytes: [UInt8], id: String? = nil) throws -> QuestionnaireImport {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "form.xlsx").path
    try Data(bytes).write(to: URL(filePath: path))
    return importQuestionnaire(at: path, id: id)
  }

  var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(links)/\(kind)\" Target=\"\(target)\"/>"
    }
    var parts: [(name: String, content: String)] = [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(packageLinks)\">\(link("r", "officeDocument", "xl/workbook.xml"))"
          + "</Relationships>"
      )
    ]
    let names = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index + 1)\"/>"
    }
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>\(names.joined())</sheets>"
          + "</workbook>"
      ))
    let targets = sheets.indices.map { link("r\($0 + 1)", "worksheet", "worksheets/s\($0).xml") }
    parts.append(
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(packageLinks)\">\(targets.joined())</Relationships>"
      ))
    for (index, sheet) in sheets.enumerated() {
      let rows = sheet.rows.enumerated().map { Self.row($0.offset + 1, $0.element) }
      parts.append(
        (
          "xl/worksheets/s\(index).xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        ))
    }
    return Self.archive(parts.map { ($0.name, Array($0.content.utf8)) })
  }

  private static func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
      let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      let letter = String(UnicodeScalar(UInt8(65 + column)))
      return "<c r=\"\(letter)\(number)\" t=\"inlineStr\"><is><t>\(safe)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  /// A ZIP whose files are stored (APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16).
  private static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let start = file.count
      let common =
        little(20, 2) + little(0, 6) + little(0x21, 2) + little(Int(checksum(content)), 4)
        + little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2)
        + little(0, 2)
      // Version, flags, method and time are two bytes each, then the date.
      file += little(0x0403_4B50, 4) + common + Array(name.utf8) + content
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + [UInt8](repeating: 0, count: 10)
        + little(start, 4) + Array(name.utf8)
    }
    return file + directory + little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2)
      + little(parts.count, 2) + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  /// CRC-32 of ISO 3309, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

extension QuestionnaireImport {
  func codes(_ code: FindingCode) -> [Finding] { findings.filter { $0.code == code } }
}
