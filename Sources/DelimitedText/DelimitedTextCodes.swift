package import SurveyModel

/// The kinds of fault in the form of a delimited text file, for the errors page.
package enum DelimitedTextCodes {
  package static let fileMissing = FindingCode(
    "csv.file.missing", .error, vi: "Không tìm thấy tệp.", en: "The file does not exist.")
  package static let fileUnreadable = FindingCode(
    "csv.file.unreadable", .error, vi: "Không đọc được tệp.", en: "The file cannot be read.")
  package static let fileEmpty = FindingCode(
    "csv.file.empty", .error, vi: "Tệp trống.", en: "The file is empty.")
  package static let fileTooLarge = FindingCode(
    "csv.file.too-large", .error, vi: "Tệp phụ trợ quá lớn.",
    en: "A supporting file is too large.")
  package static let fileBinary = FindingCode(
    "csv.file.binary", .error, vi: "Tệp không phải là văn bản (tệp nhị phân).",
    en: "The file is not text (a binary file).")
  package static let encodingUnknown = FindingCode(
    "csv.encoding.unknown", .error, vi: "Bảng mã khai báo không được hỗ trợ.",
    en: "The declared encoding is not supported.")
  package static let encodingInvalid = FindingCode(
    "csv.encoding.invalid", .error, vi: "Tệp có byte không đúng bảng mã.",
    en: "The file holds bytes that are not valid in its encoding.")
  package static let encodingGuessed = FindingCode(
    "csv.encoding.guessed", .warning,
    vi: "Bảng mã của tệp được suy đoán từ nội dung và có thể sai.",
    en: "The encoding of the file was guessed from its content and may be wrong.")
  package static let encodingRecognised = FindingCode(
    "csv.encoding.recognised", .notice,
    vi: "Tệp dùng bảng mã tiếng Việt cũ, được chuyển sang Unicode.",
    en: "The file is in an old Vietnamese encoding and was turned into Unicode.")
  package static let encodingMixed = FindingCode(
    "csv.encoding.mixed", .error, vi: "Tệp có các dòng dùng bảng mã khác nhau.",
    en: "Lines of the file are in different encodings.")
  package static let letterUnknown = FindingCode(
    "csv.encoding.letter-unknown", .warning, vi: "Tên cột có chữ không giải mã được.",
    en: "A column header holds a letter that cannot be decoded.")
  package static let lettersLost = FindingCode(
    "csv.encoding.letters-lost", .warning,
    vi: "Chữ có dấu đã bị thay bằng dấu hỏi khi lưu tệp.",
    en: "Accented letters were replaced with question marks when the file was saved.")
  package static let quoteUnterminated = FindingCode(
    "csv.quote.unterminated", .error, vi: "Dấu nháy kép mở mà không đóng: tệp có thể bị cắt cụt.",
    en: "A quotation mark is opened and never closed: the file may be cut off.")
  package static let quoteMisplaced = FindingCode(
    "csv.quote.misplaced", .error, vi: "Có chữ đứng sau dấu nháy kép đóng.",
    en: "There is text after a closing quotation mark.")
  package static let nulByte = FindingCode(
    "csv.byte.nul", .error, vi: "Tệp chứa byte NUL.", en: "The file holds a NUL byte.")
  package static let recordTooLong = FindingCode(
    "csv.record.too-long", .error, vi: "Một dòng hoặc một ô dài quá mức.",
    en: "A row or a cell is far too long.")
  package static let tooManyColumns = FindingCode(
    "csv.header.too-many-columns", .error, vi: "Dòng tiêu đề có quá nhiều cột.",
    en: "The header has too many columns.")
  package static let fieldCount = FindingCode(
    "csv.row.field-count", .error, vi: "Số ô của dòng khác với số cột của tiêu đề.",
    en: "The row has another number of cells than the header has columns.")

  package static let letterNotEncodable = FindingCode(
    "csv.file.letter-not-encodable", .error,
    vi: "Bảng mã được chọn để ghi tệp không có một chữ cần ghi.",
    en: "The encoding chosen for a file has no byte for one of its letters.")

  /// Every code of this module.
  package static let all: [FindingCode] = [
    fileMissing, fileUnreadable, fileEmpty, fileTooLarge, fileBinary, encodingUnknown,
    encodingInvalid, encodingGuessed, encodingRecognised, encodingMixed, letterUnknown, lettersLost,
    quoteUnterminated, quoteMisplaced, nulByte, recordTooLong, tooManyColumns, fieldCount,
    letterNotEncodable,
  ]
}
