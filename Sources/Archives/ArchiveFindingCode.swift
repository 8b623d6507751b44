package import SurveyModel

/// The kinds of fault in archives, for the errors page.
package enum ArchiveFindingCode {
  static let unreadable = FindingCode(
    "archive.file.unreadable", .error, vi: "Tệp nén bị hỏng hoặc bị cắt cụt.",
    en: "The ZIP file is damaged or cut off.")
  static let tooManyEntries = FindingCode(
    "archive.file.too-many-entries", .error, vi: "Tệp nén chứa quá nhiều tệp con.",
    en: "The ZIP file holds too many entries.")
  static let encrypted = FindingCode(
    "archive.file.encrypted", .error, vi: "Tệp nén được đặt mật khẩu.",
    en: "The ZIP file is encrypted.")
  static let entryName = FindingCode(
    "archive.entry.name", .error, vi: "Tên tệp con dẫn ra ngoài thư mục.",
    en: "The name of an entry leads out of its folder.")
  static let repeatedName = FindingCode(
    "archive.entry.repeated", .error, vi: "Hai tệp con trùng tên.",
    en: "Two entries have one name.")
  static let entryTooLarge = FindingCode(
    "archive.entry.too-large", .error, vi: "Một tệp con giải nén ra quá lớn.",
    en: "An entry unpacks to too many bytes.")
  static let swells = FindingCode(
    "archive.entry.swells", .error, vi: "Một tệp con phình ra quá mức khi giải nén.",
    en: "An entry swells beyond measure when unpacked.")
  static let unknownMethod = FindingCode(
    "archive.entry.method", .error, vi: "Cách nén của tệp con không được hỗ trợ.",
    en: "An entry is packed in a way that is not supported.")
  static let damagedEntry = FindingCode(
    "archive.entry.damaged", .error, vi: "Một tệp con bị hỏng.",
    en: "An entry is damaged.")

  /// Every code of this module.
  package static let all: [FindingCode] = [
    unreadable, tooManyEntries, encrypted, entryName, repeatedName, entryTooLarge, swells,
    unknownMethod, damagedEntry,
  ]
}
