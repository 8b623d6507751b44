package import SurveyModel

/// Findings of the rules a template of reports must follow beyond its schema.
package enum ReportCode {
  static let textDuplicate = FindingCode(
    "report.text.duplicate", .error,
    vi: "Một chữ của báo cáo được nói lại hai lần trong cùng ngôn ngữ.",
    en: "A text of the report is reworded twice in one language.")
  static let logoType = FindingCode(
    "report.logo.type", .error, vi: "Biểu trưng không phải tệp PNG, JPEG hay SVG.",
    en: "The emblem is no PNG, JPEG or SVG file.")
  static let logoUnsafe = FindingCode(
    "report.logo.unsafe", .error,
    vi: "Biểu trưng SVG chứa thứ ngoài hình vẽ: mã lệnh, liên kết hoặc nội dung từ nơi khác.",
    en: "The SVG emblem holds more than shapes: scripts, links or content from elsewhere.")
  static let fileTooLarge = FindingCode(
    "report.file.too-large", .error, vi: "Tệp của mẫu báo cáo quá lớn.",
    en: "A file of the report template is too large.")
  static let fileUnreadable = FindingCode(
    "report.file.unreadable", .error, vi: "Không đọc được một tệp của mẫu báo cáo.",
    en: "A file of the report template cannot be read.")
  static let fileNotText = FindingCode(
    "report.file.not-text", .error,
    vi: "Trang hoặc kiểu chữ của mẫu báo cáo không phải văn bản UTF-8.",
    en: "The page or style of the report template is not text in UTF-8.")

  package static let all = [
    textDuplicate, logoType, logoUnsafe, fileTooLarge, fileUnreadable, fileNotText,
  ]
}
