package import SurveyModel

/// The kinds of fault in response files, for the errors page.
package enum IngestionCodes {
  // The file as a whole.
  package static let headerOnly = FindingCode(
    "ingest.file.header-only", .warning, vi: "Tệp chỉ có dòng tiêu đề, không có phiếu nào.",
    en: "The file has a header and no interview.")
  package static let changed = FindingCode(
    "ingest.file.changed", .error, vi: "Tệp thay đổi trong khi đang được đọc.",
    en: "The file changed while it was being read.")
  package static let webPage = FindingCode(
    "ingest.file.web-page", .error, vi: "Tệp là một trang web, không phải dữ liệu.",
    en: "The file is a web page, not data.")
  package static let duplicateColumn = FindingCode(
    "ingest.header.duplicate-column", .error, vi: "Hai cột cùng ứng với một biến.",
    en: "Two columns stand for one variable.")
  package static let ambiguousColumn = FindingCode(
    "ingest.header.ambiguous", .error, vi: "Tên cột khớp với nhiều biến.",
    en: "A column header fits several variables.")
  package static let headerBelowTop = FindingCode(
    "ingest.header.below-top", .notice, vi: "Tiêu đề không nằm ở dòng đầu của tệp.",
    en: "The header is not the first row of the file.")
  package static let missingColumn = FindingCode(
    "ingest.header.required-missing", .error, vi: "Thiếu một cột bắt buộc.",
    en: "A required column is missing.")
  package static let missingInterviewID = FindingCode(
    "ingest.header.interview-id-missing", .warning,
    vi: "Không có cột mã phiếu; mã được đặt theo tên tệp và số thứ tự, không tìm được phiếu trùng.",
    en:
      "There is no interview id column; ids are made from file name and row, and duplicates cannot"
      + " be found.")
  package static let missingItems = FindingCode(
    "ingest.header.items-missing", .warning, vi: "Thiếu cột của một số câu hỏi.",
    en: "Columns of some items are missing.")
  package static let unknownColumns = FindingCode(
    "ingest.header.unknown-columns", .notice, vi: "Các cột không có trong phiếu hỏi được bỏ qua.",
    en: "Columns that are not in the questionnaire are kept out.")
  package static let systemColumns = FindingCode(
    "ingest.header.system-columns", .notice,
    vi: "Các cột do chương trình khảo sát tự thêm được bỏ qua.",
    en: "Columns that the survey program adds are passed over.")
  package static let systemID = FindingCode(
    "ingest.header.system-id", .notice,
    vi: "Không có cột mã phiếu; dùng số phiếu của chương trình khảo sát.",
    en: "There is no interview id column; the survey program's own number is used.")
  package static let severalAnswers = FindingCode(
    "ingest.header.several-answers", .warning,
    vi: "Một câu hỏi được xuất thành nhiều cột, mỗi cột một lựa chọn; các cột này được bỏ qua.",
    en: "A question is exported as a column for each choice; these columns are left out.")
  package static let uncheckedCondition = FindingCode(
    "ingest.header.condition-unchecked", .warning,
    vi: "Không kiểm tra được điều kiện hỏi vì thiếu cột.",
    en: "The condition for asking cannot be checked because a column is missing.")
  package static let wrongQuestionnaire = FindingCode(
    "ingest.questionnaire.wrong", .error, vi: "Tệp không giống với phiếu hỏi của đợt khảo sát.",
    en: "The file does not look like the survey's questionnaire.")
  package static let emptyRows = FindingCode(
    "ingest.row.empty-rows", .notice, vi: "Các dòng chỉ có dấu ngăn cột được bỏ qua.",
    en: "Rows that hold only delimiters were passed over.")
  package static let incompleteCounted = FindingCode(
    "ingest.interview.incomplete-counted", .notice,
    vi: "Có phiếu điền trên mạng chưa được gửi; vẫn được nhận.",
    en: "Some web interviews were not submitted; they are taken all the same.")
  package static let scaleReversed = FindingCode(
    "ingest.scale.reversed", .error,
    vi: "Thang đo của tệp hoặc của một câu hỏi có thể bị ngược; phải được xác nhận.",
    en: "The scale of the file or of an item looks reversed; it must be confirmed.")
  package static let scaleMirrored = FindingCode(
    "ingest.scale.mirrored", .notice,
    vi: "Câu trả lời được đảo chiều khi nhập, theo khai báo của tệp khảo sát.",
    en: "Answers were mirrored on the way in, as the survey file declares.")
  package static let setting = FindingCode(
    "ingest.file.setting", .error, vi: "Một thuộc tính mô tả tệp phiếu trả lời không hợp lệ.",
    en: "An attribute that describes the response files is not valid.")

  // One cell or row.
  package static let required = FindingCode(
    "ingest.value.required", .error, vi: "Ô bắt buộc bị bỏ trống.",
    en: "A required cell is blank.")
  package static let designMissing = FindingCode(
    "ingest.value.design-missing", .error,
    vi: "Biến dùng cho thiết kế mẫu hoặc quyền số mang mã khuyết.",
    en: "A variable of the design or the weighting holds a missing code.")
  package static let notInCodeList = FindingCode(
    "ingest.value.not-in-code-list", .error, vi: "Giá trị không có trong danh sách mã.",
    en: "The value is not in the code list.")
  package static let ambiguousLabel = FindingCode(
    "ingest.value.ambiguous", .error, vi: "Giá trị khớp với nhiều mã.",
    en: "The value fits several codes.")
  package static let contradiction = FindingCode(
    "ingest.value.code-contradicts-label", .error,
    vi: "Mã và nhãn trong cùng một ô không khớp nhau.",
    en: "Code and label in one cell contradict each other.")
  package static let notANumber = FindingCode(
    "ingest.value.not-a-number", .error, vi: "Giá trị không phải là số.",
    en: "The value is not a number.")
  package static let notAnInteger = FindingCode(
    "ingest.value.not-an-integer", .error, vi: "Giá trị không phải là số nguyên.",
    en: "The value is not a whole number.")
  package static let outOfRange = FindingCode(
    "ingest.value.out-of-range", .error, vi: "Số nằm ngoài khoảng cho phép.",
    en: "The number is outside its range.")
  package static let notADate = FindingCode(
    "ingest.value.not-a-date", .error, vi: "Giá trị không phải là ngày.",
    en: "The value is not a date.")
  package static let notADatetime = FindingCode(
    "ingest.value.not-a-datetime", .error, vi: "Giá trị không phải là ngày giờ.",
    en: "The value is not a date and time.")
  package static let monthFirst = FindingCode(
    "ingest.value.month-first", .error, vi: "Ngày ghi tháng trước ngày.",
    en: "The date has the month before the day.")
  package static let shortenedNumber = FindingCode(
    "ingest.interview.digits-lost", .error,
    vi: "Mã phiếu bị bảng tính rút gọn nên mất chữ số (2,02E+11).",
    en: "A spreadsheet shortened the interview id, and digits are lost (2.02E+11).")
  package static let badEncoding = FindingCode(
    "ingest.value.encoding", .error, vi: "Ô có ký tự hỏng, sai bảng mã.",
    en: "The cell holds damaged characters (wrong encoding).")
  package static let controlCharacter = FindingCode(
    "ingest.value.control-character", .error, vi: "Ô có ký tự điều khiển.",
    en: "The cell holds a control character.")
  package static let tooLong = FindingCode(
    "ingest.value.too-long", .error, vi: "Nội dung ô quá dài.", en: "The cell is too long.")
  package static let notAsked = FindingCode(
    "ingest.answer.not-asked", .error, vi: "Có câu trả lời cho câu hỏi không được hỏi.",
    en: "There is an answer to a question that was not asked.")
  package static let wrongParent = FindingCode(
    "ingest.code.wrong-parent", .error, vi: "Mã không thuộc đơn vị cấp trên ghi cùng dòng.",
    en: "The code does not belong to the parent code in the same row.")
  package static let blankInterviewID = FindingCode(
    "ingest.interview.blank", .error, vi: "Phiếu không có mã.", en: "The interview has no id.")
  package static let incomplete = FindingCode(
    "ingest.interview.incomplete", .error,
    vi: "Phiếu điền trên mạng chưa được gửi.",
    en: "The web interview was not submitted.")
  package static let conflict = FindingCode(
    "ingest.interview.conflict", .error, vi: "Mã phiếu đã có với câu trả lời khác.",
    en: "The interview id is already there with different answers.")
  package static let duplicate = FindingCode(
    "ingest.interview.duplicate", .notice, vi: "Phiếu đã có với cùng câu trả lời, được bỏ qua.",
    en: "The interview is already there with the same answers and was passed over.")
  package static let unreadableRow = FindingCode(
    "ingest.row.unreadable", .error, vi: "Không đọc được dòng này.",
    en: "The row cannot be read.")
  package static let moreFaults = FindingCode(
    "ingest.row.more-faults", .notice, vi: "Dòng còn có lỗi khác, không liệt kê.",
    en: "The row has further faults that are not listed.")

  // Lists of interviews and logs of corrections.
  package static let decisionColumn = FindingCode(
    "ingest.decisions.column", .error,
    vi: "Danh sách phiếu hoặc sổ đính chính thiếu cột hay có cột lặp.",
    en: "A list of interviews or a log of corrections lacks a column, or has one twice.")
  package static let decisionCellBlank = FindingCode(
    "ingest.decisions.cell-blank", .error,
    vi: "Danh sách phiếu hoặc sổ đính chính có ô bắt buộc bị bỏ trống.",
    en: "A required cell of a list of interviews or a log of corrections is blank.")

  /// Every code of this module.
  package static let all: [FindingCode] =
    [
      headerOnly, changed, webPage, duplicateColumn, ambiguousColumn, headerBelowTop, missingColumn,
      missingInterviewID, missingItems, unknownColumns, systemColumns, systemID, severalAnswers,
      uncheckedCondition, wrongQuestionnaire, emptyRows, incompleteCounted, scaleReversed,
      scaleMirrored, setting, required, designMissing, notInCodeList, ambiguousLabel,
      contradiction, notANumber, notAnInteger, outOfRange, notADate, notADatetime, monthFirst,
      shortenedNumber, badEncoding, controlCharacter, tooLong, notAsked, wrongParent,
      blankInterviewID, incomplete, conflict, duplicate, unreadableRow, moreFaults, decisionColumn,
      decisionCellBlank,
    ] + SubmissionCodes.all
}
