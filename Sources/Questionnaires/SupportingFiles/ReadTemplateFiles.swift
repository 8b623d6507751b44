import Foundation
import SurveyModel
import XML

/// The largest file of a template, in bytes.
private let largestTemplateFile = 1 << 20

/// Reads a page or a style beside the template, where it is there.
func readTemplateFile(
  _ name: String, beside file: String
) -> (value: ReportSettings.TemplateFile?, findings: [Finding]) {
  let path = resolvePath(name, from: file)
  guard FileManager.default.fileExists(atPath: path) else { return (nil, []) }
  let bytes: [UInt8]
  switch readBytes(path, place: SourceLocation(file: path)) {
  case .success(let read): bytes = read
  case .failure(let fault): return (nil, [fault.finding])
  }
  let withoutMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  guard let text = String(validating: withoutMark, as: UTF8.self), !text.contains("\0") else {
    return (nil, [notText(path)])
  }
  return (ReportSettings.TemplateFile(path: path, text: text), [])
}

/// Reads the emblem: a PNG or JPEG file by its first bytes, or an SVG file that holds shapes alone.
func readLogo(
  _ element: XMLElement?, file: String
) -> (value: ReportSettings.Logo?, findings: [Finding]) {
  guard let element, let reference = element.attribute("href"),
    !reference.value.trimmingSpaces.isEmpty
  else { return (nil, []) }
  if isAddress(reference.value) { return (nil, [addressFinding(reference)]) }
  let path = resolvePath(reference.value, from: file)
  guard isExistingFile(path) else {
    return (nil, [missingReference(path, at: reference.valuePlace)])
  }
  let bytes: [UInt8]
  switch readBytes(path, place: reference.valuePlace) {
  case .success(let read): bytes = read
  case .failure(let fault): return (nil, [fault.finding])
  }
  let text = element.label
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
    return (ReportSettings.Logo(bytes: bytes, type: "image/png", text: text), [])
  }
  if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    return (ReportSettings.Logo(bytes: bytes, type: "image/jpeg", text: text), [])
  }
  let reading = readXML(bytes, file: path)
  guard let root = reading.root, root.name == "svg" else {
    return (nil, [wrongType(path, at: reference.valuePlace)])
  }
  let findings = checkDrawing(root)
  let logo = ReportSettings.Logo(bytes: bytes, type: "image/svg+xml", text: text)
  return (findings.isEmpty ? logo : nil, findings)
}

private struct TemplateFileFault: Error {
  let finding: Finding
}

private func readBytes(
  _ path: String, place: SourceLocation
) -> Result<[UInt8], TemplateFileFault> {
  switch readXMLFile(at: path, limits: XMLLimits(bytes: largestTemplateFile)) {
  case .success(let bytes): return .success(bytes)
  case .failure(let error):
    let isTooLarge = error.finding.code == XMLFindingCode.fileTooLarge
    return .failure(
      TemplateFileFault(
        finding: isTooLarge ? tooLarge(path, at: place) : unreadable(path, at: place)))
  }
}

private func tooLarge(_ path: String, at place: SourceLocation) -> Finding {
  Finding(
    ReportCode.fileTooLarge, at: place,
    message: LocalizedText(vi: "tệp \(path) lớn hơn 1 MB", en: "\(path) is larger than 1 MB"),
    expected: LocalizedText(vi: "nhiều nhất 1 MB", en: "at most 1 MB"),
    remedy: LocalizedText(vi: "dùng tệp nhỏ hơn", en: "use a smaller file"))
}

private func unreadable(_ path: String, at place: SourceLocation) -> Finding {
  Finding(
    ReportCode.fileUnreadable, at: place,
    message: LocalizedText(vi: "không đọc được tệp \(path)", en: "\(path) cannot be read"),
    remedy: LocalizedText(
      vi: "kiểm tra quyền đọc; thư mục và thiết bị không dùng được",
      en: "check that you may read it; folders and devices will not do"))
}

private func notText(_ path: String) -> Finding {
  Finding(
    ReportCode.fileNotText, at: SourceLocation(file: path),
    message: LocalizedText(vi: "tệp không phải văn bản UTF-8", en: "the file is not text in UTF-8"),
    remedy: LocalizedText(
      vi: "lưu lại bằng trình soạn thảo với bảng mã UTF-8", en: "save it from an editor as UTF-8"))
}

private func wrongType(_ path: String, at place: SourceLocation) -> Finding {
  Finding(
    ReportCode.logoType, at: place,
    message: LocalizedText(
      vi: "tệp \(path) không phải hình PNG, JPEG hay SVG", en: "\(path) is no PNG, JPEG or SVG"),
    expected: LocalizedText(vi: "PNG, JPEG hoặc SVG", en: "PNG, JPEG or SVG"),
    remedy: LocalizedText(
      vi: "mở hình bằng một chương trình vẽ và lưu thành PNG",
      en: "open the picture in a drawing program and save it as PNG"), subject: "href")
}
