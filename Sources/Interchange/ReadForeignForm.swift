import Foundation
import SurveyModel
import XML

/// Reads a form, told by its first bytes: a ZIP archive is a workbook, anything else is XML.
func readForeignForm(at path: String, findings: inout [Finding]) -> ForeignForm? {
  let limits = XMLLimits(bytes: 32 << 20, elements: 400_000)
  if isArchive(path) { return readXLSForm(at: path, findings: &findings) }
  switch readXMLFile(at: path, limits: limits) {
  case .failure(let error):
    findings.append(error.finding)
    return nil
  case .success(let bytes):
    guard
      bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) == 0x3C
        || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    else {
      findings.append(.unknownKind(file: path))
      return nil
    }
    let reading = readXML(bytes, file: path, limits: limits)
    findings += reading.findings
    guard let root = reading.root else { return nil }
    guard root.name == "document", root.child("LimeSurveyDocType")?.text == "Survey" else {
      findings.append(.unknownKind(file: path))
      return nil
    }
    return readLimeSurvey(root, file: path, findings: &findings)
  }
}

/// Workbooks are ZIP archives, and those of old Excel are compound files: both go to the reader of
/// workbooks, which says in words what is wrong with the second.
private func isArchive(_ path: String) -> Bool {
  guard let handle = FileHandle(forReadingAtPath: path) else { return false }
  defer { try? handle.close() }
  guard let head = try? handle.read(upToCount: 4) else { return false }
  return head.starts(with: [0x50, 0x4B]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
}

extension Finding {
  static func unknownKind(file: String) -> Finding {
    Finding(
      InterchangeCodes.unknownKind, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "tệp không phải là biểu mẫu XLSForm hay LimeSurvey",
        en: "the file is neither an XLSForm nor a LimeSurvey form"),
      expected: LocalizedText(
        vi: "XLSForm (.xlsx có trang survey) hoặc cấu trúc LimeSurvey (.lss)",
        en: "an XLSForm (.xlsx with a sheet survey) or a LimeSurvey structure (.lss)"),
      remedy: LocalizedText(
        vi: "xuất lại biểu mẫu: trong Kobo hoặc ODK chọn XLSForm, trong LimeSurvey chọn .lss",
        en: "export the form again: as XLSForm in Kobo or ODK, as .lss in LimeSurvey"))
  }
}
