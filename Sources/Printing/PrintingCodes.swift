package import SurveyModel

/// Codes of findings about printed documents and pictures; stable, never reused.
package enum PrintingCodes {
  package static let fontMissing = FindingCode(
    "print.font.missing", .error,
    vi: "Máy này không có phông chữ nào chứa đủ các chữ cái tiếng Việt.",
    en: "No font on this machine has all Vietnamese letters.")
  package static let tooManyPages = FindingCode(
    "print.document.too-long", .error,
    vi: "Tài liệu dài hơn số trang có thể in thành một tệp.",
    en: "The document has more pages than one file may have.")
  package static let pictureSize = FindingCode(
    "print.picture.size", .error,
    vi: "Hình có kích thước không thể vẽ được.",
    en: "A picture has a size that cannot be drawn.")
  package static let failed = FindingCode(
    "print.document.failed", .error,
    vi: "Thư viện đồ họa không làm được tệp này.",
    en: "The graphics library cannot make this file.")

  package static let all = [fontMissing, tooManyPages, pictureSize, failed]
}

extension PrintingError {
  /// What a person is told about the file at `path` that was to be written.
  package func finding(path: String) -> Finding {
    let place = SourceLocation(file: path)
    return switch self {
    case .noVietnameseFont(let missing):
      Finding(
        PrintingCodes.fontMissing, at: place,
        message: LocalizedText(
          vi: "không thể in vì nhiều chữ cái sẽ thành ô trống",
          en: "it cannot be printed: letters would be empty boxes"),
        found: LocalizedText(
          vi: "\(missing) chữ cái không có trong phông chữ nào",
          en: "\(missing) letters that no font has"),
        expected: LocalizedText(
          vi: "Times New Roman hoặc Liberation Serif", en: "Times New Roman or Liberation Serif"),
        remedy: LocalizedText(
          vi: "cài gói phông chữ, ví dụ trên Debian: apt-get install fonts-liberation2",
          en: "install a font package, on Debian for example: apt-get install fonts-liberation2"))
    case .tooManyPages(let limit):
      Finding(
        PrintingCodes.tooManyPages, at: place,
        message: LocalizedText(
          vi: "tài liệu quá dài để in thành một tệp", en: "the document is too long for one file"),
        expected: LocalizedText(vi: "nhiều nhất \(limit) trang", en: "at most \(limit) pages"),
        remedy: LocalizedText(
          vi: "dùng trang HTML hoặc tệp bảng tính cho các bảng dài",
          en: "use the HTML page or the workbook for the long tables"))
    case .pictureSize(let width, let height):
      Finding(
        PrintingCodes.pictureSize, at: place,
        message: LocalizedText(
          vi: "không thể vẽ hình với kích thước này", en: "a picture of this size cannot be drawn"),
        found: LocalizedText(
          vi: "\(width) × \(height) điểm ảnh", en: "\(width) × \(height) pixels"),
        expected: LocalizedText(
          vi: "mỗi chiều từ 1 đến 20.000 điểm ảnh, tổng cộng nhiều nhất 50 triệu",
          en: "1 to 20,000 pixels each way, at most 50 million in all"),
        remedy: LocalizedText(
          vi: "giảm tỷ lệ phóng hoặc số dòng của hình",
          en: "choose a smaller scale, or fewer rows of the picture"))
    case .library(let reason):
      Finding(
        PrintingCodes.failed, at: place,
        message: LocalizedText(
          vi: "thư viện đồ họa báo lỗi", en: "the graphics library reports a fault"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "kiểm tra bộ nhớ còn trống; nếu vẫn lỗi, hãy báo cho người phát triển",
          en: "check the free memory; if it stays, tell the developers"))
    }
  }
}
