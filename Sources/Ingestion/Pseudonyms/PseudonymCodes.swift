package import SurveyModel

/// The faults of key files.
package enum PseudonymCodes {
  package static let notGiven = FindingCode(
    "ingest.key.not-given", .error,
    vi: "Khảo sát giữ bí danh nhưng lệnh không được chỉ tệp khóa.",
    en: "The survey keeps pseudonyms and no key file was given.")
  package static let missing = FindingCode(
    "ingest.key.missing", .error, vi: "Không có tệp khóa.", en: "There is no such key file.")
  package static let unreadable = FindingCode(
    "ingest.key.unreadable", .error, vi: "Không đọc được tệp khóa.",
    en: "The key file cannot be read.")
  package static let openToOthers = FindingCode(
    "ingest.key.open-to-others", .error, vi: "Người khác trên máy đọc được tệp khóa.",
    en: "Others on the computer may read the key file.")
  package static let isTheStore = FindingCode(
    "ingest.key.is-the-store", .error, vi: "Tệp được chỉ làm khóa chính là kho dữ liệu.",
    en: "The file given as key is the store itself.")
  package static let damaged = FindingCode(
    "ingest.key.damaged", .error, vi: "Tệp khóa không đúng dạng.",
    en: "The key file is damaged, or is no key file.")
  package static let tooShort = FindingCode(
    "ingest.key.too-short", .error, vi: "Khóa quá ngắn.", en: "The key is too short.")
  package static let exists = FindingCode(
    "ingest.key.exists", .error, vi: "Đã có tệp mang tên này; khóa không bao giờ bị ghi đè.",
    en: "A file of this name is there; a key is never overwritten.")
  package static let notWritten = FindingCode(
    "ingest.key.not-written", .error, vi: "Không ghi được tệp khóa.",
    en: "The key file could not be written.")
  package static let noCryptography = FindingCode(
    "ingest.key.no-cryptography", .error, vi: "Thư viện mật mã của máy không hoạt động.",
    en: "The computer's cryptographic library does not work.")

  package static let all = [
    notGiven, missing, unreadable, openToOthers, isTheStore, damaged, tooShort, exists, notWritten,
    noCryptography,
  ]
}
