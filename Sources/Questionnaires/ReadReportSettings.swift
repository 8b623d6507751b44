import Foundation
package import SurveyModel
import XML

/// Reads the template of an office's reports: a file `report.xml` with what stands beside it.
///
/// - Parameter path: The file, or the folder that holds `report.xml`, as the user gave it. From the
///   same folder come `page.mustache` and `style.css`, where they are there, and the emblem that
///   the file names.
/// - Returns: The settings when there is no error, and everything found. What the wording and the
///   page say is checked by the stage that uses them.
package func readReportSettings(at path: String) -> Loaded<ReportSettings> {
  let file = isFolder(path) ? (path as NSString).appendingPathComponent("report.xml") : path
  return reportSettings(from: readVocabularyFile(at: file, .report), file: file)
}

/// Reads a template from memory; `file` is the name findings give it, and what stands beside it is
/// read from its folder.
package func readReportSettings(_ bytes: [UInt8], file: String) -> Loaded<ReportSettings> {
  reportSettings(from: readVocabulary(bytes, file: file, .report), file: file)
}

private func reportSettings(from reading: XMLReading, file: String) -> Loaded<ReportSettings> {
  guard let root = reading.root, isReadable(reading, as: .report) else {
    return Loaded(value: nil, findings: reading.findings, file: file, root: reading.root)
  }
  let logo = readLogo(root.child("logo"), file: file)
  let page = readTemplateFile("page.mustache", beside: file)
  let style = readTemplateFile("style.css", beside: file)
  let rules =
    checkRepeatedTexts(root, named: letterheadTexts) + checkRepeatedTexts(root)
    + checkRepeatedWording(root) + logo.findings + page.findings + style.findings
  let findings = combine(structure: reading.findings, rules: rules, root: root)
  let hasErrors = findings.contains { $0.severity == .error }
  var settings = settings(root)
  settings.logo = logo.value
  settings.page = page.value
  settings.style = style.value
  return Loaded(value: hasErrors ? nil : settings, findings: findings, file: file, root: root)
}

/// The parts of the letterhead that stand once in each language.
private let letterheadTexts = [
  "superior", "issuer", "symbol", "place", "kind", "abstract", "authority", "position", "signer",
]

private func settings(_ root: XMLElement) -> ReportSettings {
  var settings = ReportSettings()
  settings.superior = root.texts("superior")
  settings.issuer = root.texts("issuer")
  settings.symbol = root.texts("symbol")
  settings.place = root.texts("place")
  settings.kind = root.texts("kind")
  settings.abstract = root.texts("abstract")
  settings.addressees = root.pairedTexts("addressee")
  settings.recipients = root.pairedTexts("recipient")
  settings.authority = root.texts("authority")
  settings.position = root.texts("position")
  settings.signer = root.texts("signer")
  settings.wording = root.children(named: "text").compactMap { element in
    element.textLanguage.map { language in
      ReportSettings.Rewording(
        id: element.word("id") ?? "", language: language, text: element.phrase,
        idPlace: element.place(of: "id"), textPlace: element.textPlace)
    }
  }
  return settings
}

/// Reports a text that is reworded twice in one language.
private func checkRepeatedWording(_ root: XMLElement) -> [Finding] {
  struct Key: Hashable {
    let id: String
    let language: Language
  }
  var first: [Key: XMLElement] = [:]
  var findings: [Finding] = []
  for element in root.children(named: "text") {
    guard let id = element.word("id"), let language = element.textLanguage else { continue }
    guard let earlier = first[Key(id: id, language: language)] else {
      first[Key(id: id, language: language)] = element
      continue
    }
    let line = earlier.place.line ?? 0
    findings.append(
      Finding(
        ReportCode.textDuplicate, at: element.place(of: "id"),
        message: LocalizedText(
          vi: "\(id) (\(language.rawValue)) đã được nói lại ở dòng \(line)",
          en: "\(id) (\(language.rawValue)) is reworded on line \(line) already"),
        remedy: LocalizedText(
          vi: "xoá một trong hai, hoặc sửa xml:lang", en: "delete one of them, or correct xml:lang"),
        subject: "id"))
  }
  return findings
}

private func isFolder(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}
