package import SurveyModel

/// Every code of this stage, for the errors page: what can be wrong with an office's template.
package enum ReportingCodes {
  static let textUnknown = FindingCode(
    "report.text.unknown", .error, vi: "Báo cáo không có chữ nào mang mã này.",
    en: "The report has no text of this identifier.")
  static let placeUnknown = FindingCode(
    "report.text.place-unknown", .error,
    vi: "Chữ được nói lại có chỗ điền mà chương trình không có giá trị để điền.",
    en: "A reworded text has a place for which the program has no value.")
  static let placeMissing = FindingCode(
    "report.text.place-missing", .warning,
    vi: "Chữ được nói lại bỏ mất một chỗ điền, nên giá trị ấy không hiện trong báo cáo.",
    en: "A reworded text lacks a place, so that the value is not shown.")
  static let pageMalformed = FindingCode(
    "report.page.malformed", .error, vi: "Trang của mẫu báo cáo viết sai cú pháp Mustache.",
    en: "The page of the template is not well-formed Mustache.")
  static let pageNameUnknown = FindingCode(
    "report.page.name-unknown", .error, vi: "Trang của mẫu báo cáo nhắc tới tên không có.",
    en: "The page of the template names something that does not exist.")
  static let pageIncomplete = FindingCode(
    "report.page.incomplete", .error, vi: "Trang của mẫu báo cáo thiếu một chỗ bắt buộc.",
    en: "The page of the template lacks a place it must have.")
  static let pageRaw = FindingCode(
    "report.page.raw", .error,
    vi: "Trang của mẫu báo cáo đưa chữ vào mà không mã hóa ký tự của HTML.",
    en: "The page of the template takes a text in without escaping it.")
  static let outside = FindingCode(
    "report.template.outside", .error,
    vi: "Mẫu báo cáo chạy mã lệnh hoặc lấy nội dung từ nơi khác; báo cáo phải tự đầy đủ.",
    en: "The template runs a script or takes content from elsewhere; a report is whole in itself.")

  package static let all = [
    textUnknown, placeUnknown, placeMissing, pageMalformed, pageNameUnknown, pageIncomplete,
    pageRaw, outside,
  ]
}
