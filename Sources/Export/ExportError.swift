package import SurveyModel

/// Why an analysis could not be exported.
package enum ExportError: Error, Sendable, Hashable {
  /// A file of the folder could not be written.
  case notWritten(path: String, reason: String)

  package var finding: Finding {
    switch self {
    case .notWritten(let path, let reason):
      Finding(
        ExportCodes.notWritten, at: SourceLocation(file: path),
        message: LocalizedText(vi: "không ghi được tệp", en: "the file cannot be written"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "chọn thư mục khác, hoặc kiểm tra quyền ghi và chỗ trống của ổ đĩa",
          en: "choose another folder, or check the permission to write and the space left"))
    }
  }
}

/// Codes of findings about exports; stable, never reused.
package enum ExportCodes {
  package static let notWritten = FindingCode(
    "export.file.not-written", .error,
    vi: "Không ghi được một tệp của bộ dữ liệu xuất ra.",
    en: "A file of the exported analysis could not be written.")

  package static let all: [FindingCode] = [notWritten]
}
