package import SurveyModel

/// What is to be said of two entries of the same forms.
package enum ComparisonCodes {
  package static let noInterviewID = FindingCode(
    "compare.entry.no-interview-id", .error,
    vi: "Tệp nhập hai lần không có cột mã phiếu nên không ghép được phiếu.",
    en: "A file of a double entry has no interview id column, so its forms cannot be matched.")
  package static let sameBytes = FindingCode(
    "compare.entry.same-bytes", .warning,
    vi: "Hai tệp giống nhau từng byte, không phải hai lần nhập.",
    en: "The two files are the same bytes, so they are not two entries.")
  package static let noCommonForm = FindingCode(
    "compare.entry.no-common-form", .error, vi: "Hai tệp không có phiếu chung nào.",
    en: "The two files have no form in common.")
  package static let columnInOne = FindingCode(
    "compare.entry.column-in-one-file", .warning,
    vi: "Một biến chỉ có cột trong một tệp nên không được so sánh.",
    en: "A field has a column in one of the files only and is not compared.")
  package static let notKept = FindingCode(
    "compare.entry.personal-not-compared", .notice,
    vi: "Biến cá nhân có mã, số hoặc ngày được kiểm tra nhưng không được so sánh.",
    en: "A personal field with codes, numbers or dates is checked but not compared.")
  package static let listCut = FindingCode(
    "compare.entry.list-cut", .warning, vi: "Chỉ liệt kê một phần các chỗ khác nhau.",
    en: "Only a part of the differences is listed.")
  package static let notInLog = FindingCode(
    "compare.entry.not-in-log", .warning,
    vi: "Có chỗ khác nhau ở biến cá nhân hoặc văn bản tự do không đưa vào sổ đính chính.",
    en: "Differences of personal fields or free text are not in the log of corrections.")
  package static let personalID = FindingCode(
    "compare.entry.personal-interview-id", .error,
    vi: "Mã phiếu là biến cá nhân nên không lập được sổ đính chính.",
    en: "The interview id is personal, so no log of corrections can be made.")

  package static let all = [
    noInterviewID, sameBytes, noCommonForm, columnInOne, notKept, listCut, notInLog, personalID,
  ]
}
