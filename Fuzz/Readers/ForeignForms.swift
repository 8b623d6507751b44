import Interchange
import Questionnaires
import StoredZip
import SurveyModel

extension FuzzedReader {
  /// An XLSForm.
  ///
  /// The input holds the rows of `survey`, `choices` and `settings`, the sheets divided by the byte
  /// FF, cells by tabs.
  static let xlsForm = FuzzedReader("xlsform") { bytes in
    let names = ["survey", "choices", "settings"]
    let sheets = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).prefix(names.count)
    let file = MemoryFile(workbook(zip(names, sheets).map { ($0, Array($1)) }), isNamed: true)
    return withExtendedLifetime(file) { faultsOfImporting(file.path) }
  }

  /// A structure file of LimeSurvey.
  static let limeSurvey = FuzzedReader("limesurvey") { bytes in
    let file = MemoryFile(bytes, isNamed: true)
    return withExtendedLifetime(file) { faultsOfImporting(file.path) }
  }

  /// What does not hold of an imported form: written as a questionnaire it is a sound one, and the
  /// same.
  private static func faultsOfImporting(_ path: String) -> [String] {
    let imported = importQuestionnaire(at: path)
    var found = faults(of: imported.questionnaire, imported.findings)
    guard let questionnaire = imported.questionnaire else { return found }
    let written = writeQuestionnaire(questionnaire, comments: imported.comments)
    let read = readQuestionnaire(written, file: "questionnaire.xml")
    found += faults(of: read.value, read.findings)
    guard let again = read.value else {
      let codes = read.findings.filter { $0.severity == .error }.map {
        "\($0.code.id) (\($0.message.en ?? ""))"
      }
      return found + ["written as an unsound questionnaire: \(codes)"]
    }
    if placeless(again) != placeless(questionnaire) { found.append("another one when read again") }
    return found
  }

  private static func placeless(_ questionnaire: Questionnaire) -> Questionnaire {
    var copy = questionnaire
    copy.file = ""
    for index in copy.fields.indices { copy.fields[index].place = nil }
    for index in copy.factors.indices { copy.factors[index].place = nil }
    return copy
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static func workbook(_ sheets: [(name: String, rows: [UInt8])]) -> [UInt8] {
    var list = ""
    var targets = ""
    var parts: [(name: String, content: [UInt8])] = []
    for (number, sheet) in sheets.enumerated() {
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" r:id=\"r\(number)\"/>"
      targets += link("r\(number)", "worksheet", "worksheets/s\(number).xml")
      var text = Array("<worksheet xmlns=\"\(main)\"><sheetData>".utf8)
      for row in sheet.rows.split(separator: 10, omittingEmptySubsequences: false).prefix(300) {
        text += "<row>".utf8
        for cell in row.split(separator: 9, omittingEmptySubsequences: false).prefix(40) {
          text += "<c t=\"inlineStr\"><is><t>".utf8
          for byte in cell {
            switch byte {
            case UInt8(ascii: "<"): text += "&lt;".utf8
            case UInt8(ascii: "&"): text += "&amp;".utf8
            case 0..<0x20: break
            default: text.append(byte)
            }
          }
          text += "</t></is></c>".utf8
        }
        text += "</row>".utf8
      }
      parts.append(("xl/worksheets/s\(number).xml", text + Array("</sheetData></worksheet>".utf8)))
    }
    func add(_ name: String, _ content: String) { parts.append((name, Array(content.utf8))) }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>\(list)</sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(packageLinks)\">\(targets)</Relationships>")
    add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(packageLinks)\">\(link("r", "officeDocument", "xl/workbook.xml"))"
        + "</Relationships>")
    return storedZip(parts)
  }

  private static func link(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(links)/\(kind)\" Target=\"\(target)\"/>"
  }
}
