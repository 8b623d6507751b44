package import SurveyModel

/// The kinds of fault in submissions of ODK and KoboToolbox, and in JSON.
package enum SubmissionCodes {
  package static let none = FindingCode(
    "ingest.submission.none", .error, vi: "Không có phiếu ODK, KoboToolbox nào trong tệp.",
    en: "There is no submission in the file.")
  package static let damaged = FindingCode(
    "ingest.submission.damaged", .error, vi: "Phiếu không phải XML hoặc JSON đúng.",
    en: "A submission is not sound XML or JSON.")
  package static let doctype = FindingCode(
    "ingest.submission.doctype", .error, vi: "Phiếu có khai báo DOCTYPE bị cấm.",
    en: "A submission holds a document type, which is refused.")
  package static let encrypted = FindingCode(
    "ingest.submission.encrypted", .error, vi: "Phiếu được mã hóa.",
    en: "A submission is encrypted.")
  package static let otherForm = FindingCode(
    "ingest.submission.other-form", .error, vi: "Phiếu thuộc một biểu mẫu khác.",
    en: "A submission belongs to another form.")
  package static let notASubmission = FindingCode(
    "ingest.submission.not-a-submission", .error, vi: "Tệp bên trong không phải là phiếu.",
    en: "A file inside is no submission.")
  package static let repeatedName = FindingCode(
    "ingest.submission.repeated-name", .error, vi: "Một tên đứng hai lần trong phiếu JSON.",
    en: "A name stands twice in a submission in JSON.")
  package static let tooLong = FindingCode(
    "ingest.submission.too-long", .error, vi: "Phiếu chứa quá nhiều chữ.",
    en: "A submission holds too much text.")
  package static let tooMany = FindingCode(
    "ingest.submission.too-many", .error, vi: "Quá nhiều tệp phiếu trong một tệp nén hay thư mục.",
    en: "There are too many files of submissions in one ZIP or folder.")
  package static let tooLarge = FindingCode(
    "ingest.submission.too-large", .error, vi: "Các phiếu trong tệp nén quá lớn.",
    en: "The submissions of a ZIP are too large.")
  package static let repeatGroup = FindingCode(
    "ingest.submission.repeat", .warning, vi: "Nhóm lặp không được đọc.",
    en: "A repeated group is not read.")
  package static let edited = FindingCode(
    "ingest.submission.edited", .warning, vi: "Phiếu đã được sửa sau khi gửi.",
    en: "Submissions were edited after they were sent.")
  package static let versions = FindingCode(
    "ingest.submission.versions", .notice, vi: "Phiếu thuộc nhiều phiên bản biểu mẫu.",
    en: "Submissions are of several versions of the form.")
  package static let morePages = FindingCode(
    "ingest.submission.more-pages", .warning, vi: "Tệp chỉ là một trang của danh sách phiếu.",
    en: "The file is one page of a list of submissions.")
  package static let aside = FindingCode(
    "ingest.submission.aside", .notice, vi: "Các trường do hệ thống thu thập ghi được bỏ qua.",
    en: "Fields that the collecting platform writes are passed over.")
  package static let filesPassedOver = FindingCode(
    "ingest.submission.files-passed-over", .notice,
    vi: "Các tệp không phải phiếu (ảnh, âm thanh, biểu mẫu) được bỏ qua.",
    en: "Files that are no submissions (pictures, sound, forms) are passed over.")
  package static let interviewID = FindingCode(
    "ingest.submission.interview-id", .notice, vi: "Mã phiếu là mã do ODK, KoboToolbox đặt.",
    en: "The interview id is the id that ODK or KoboToolbox gave.")

  /// Every code of submissions.
  package static let all: [FindingCode] = [
    none, damaged, doctype, encrypted, otherForm, notASubmission, repeatedName, tooLong, tooMany,
    tooLarge, repeatGroup, edited, versions, morePages, aside, filesPassedOver, interviewID,
  ]
}
