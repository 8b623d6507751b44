package import SurveyModel

/// Findings of the rules a questionnaire must follow beyond its schema.
package enum QuestionnaireCode {
  static let duplicateID = FindingCode(
    "questionnaire.id.duplicate", .error, vi: "Một mã định danh được dùng hai lần.",
    en: "An identifier is used twice.")
  static let reservedID = FindingCode(
    "questionnaire.id.reserved", .error, vi: "Mã định danh này dành riêng cho chỉ số chung.",
    en: "The identifier is reserved for the overall index.")
  static let duplicateCode = FindingCode(
    "questionnaire.code.duplicate", .error, vi: "Một mã trả lời được dùng hai lần trong danh sách.",
    en: "An answer code is used twice in one list.")
  static let duplicateLabel = FindingCode(
    "questionnaire.label.duplicate", .error,
    vi: "Hai mức trả lời có cùng nhãn (không kể dấu và chữ hoa).",
    en: "Two answers have the same label (diacritics and case aside).")
  static let duplicateFieldLabel = FindingCode(
    "questionnaire.field-label.duplicate", .warning,
    vi: "Hai biến hoặc tiêu chí có cùng nhãn, nên tiêu đề cột bằng nhãn không phân biệt được.",
    en: "Two variables or items share a label, so a column headed by it cannot be told apart.")
  static let scaleUnknown = FindingCode(
    "questionnaire.scale.unknown", .error, vi: "Tiêu chí dùng một thang không tồn tại.",
    en: "An item uses a scale that does not exist.")
  static let scaleWithoutSatisfied = FindingCode(
    "questionnaire.scale.no-satisfied", .error,
    vi: "Tính tỷ lệ hài lòng nhưng thang không có mức nào là hài lòng.",
    en: "A satisfied share is asked for, but the scale has no satisfied answer.")
  static let shareAmongScores = FindingCode(
    "questionnaire.fully-satisfied.scores", .error,
    vi: "Tỷ lệ hài lòng trọn vẹn (phần trăm) đi cùng điểm trung bình của tiêu chí.",
    en: "A share of fully satisfied people (percent) stands beside mean scores of items.")
  static let scaleAllSatisfied = FindingCode(
    "questionnaire.scale.all-satisfied", .warning,
    vi: "Mọi mức của thang đều là hài lòng, nên tỷ lệ luôn bằng 100 %.",
    en: "Every answer of the scale is satisfied, so the share is always 100 %.")
  static let scoreMissing = FindingCode(
    "questionnaire.score.missing", .error,
    vi: "Tính điểm trung bình nhưng mã trả lời không phải là số và không có score.",
    en: "A mean score is asked for, but the code is no number and has no score.")
  static let scoreRange = FindingCode(
    "questionnaire.score.no-range", .error,
    vi: "Không quy đổi được về thang 0–100 vì mọi mức có cùng điểm.",
    en: "The scores cannot be rescaled to 0–100 because all are the same.")
  static let areaUnknown = FindingCode(
    "questionnaire.area.unknown", .error, vi: "Yếu tố thuộc một lĩnh vực không tồn tại.",
    en: "A factor belongs to an area that does not exist.")
  static let factorWithoutItems = FindingCode(
    "questionnaire.factor.no-items", .error, vi: "Yếu tố không có tiêu chí nào.",
    en: "A factor has no items.")
  static let weightMissing = FindingCode(
    "questionnaire.weight.missing", .error,
    vi: "Chỉ số chung có trọng số nhưng yếu tố không ghi weight.",
    en: "The overall index is weighted, but a factor has no weight.")
  static let weightSum = FindingCode(
    "questionnaire.weight.sum", .error, vi: "Tổng trọng số của các yếu tố khác 1.",
    en: "The weights of the factors do not add up to 1.")
  static let weightUnused = FindingCode(
    "questionnaire.weight.unused", .warning,
    vi: "Yếu tố có weight nhưng chỉ số chung không tính theo trọng số.",
    en: "A factor has a weight, but the overall index is not weighted.")
  static let overallItemMissing = FindingCode(
    "questionnaire.overall-item.missing", .error,
    vi: "Yếu tố tính theo tiêu chí chung nhưng thiếu overall-item.",
    en: "Factors are measured by their general item, but overall-item is missing.")
  static let overallItemUnknown = FindingCode(
    "questionnaire.overall-item.unknown", .error,
    vi: "overall-item không phải là tiêu chí của yếu tố này.",
    en: "The overall-item is not an item of this factor.")
  static let boundsOrder = FindingCode(
    "questionnaire.bounds.order", .error, vi: "min lớn hơn max.", en: "min is greater than max.")
  static let boundsForm = FindingCode(
    "questionnaire.bounds.form", .error, vi: "Giới hạn không phải là số.",
    en: "A limit is not a number.")
  static let boundsKind = FindingCode(
    "questionnaire.bounds.kind", .error,
    vi: "Loại biến này không nhận min, max trong phiên bản này.",
    en: "Variables of this kind take no min or max in this version.")
  static let answersKind = FindingCode(
    "questionnaire.answers.kind", .error,
    vi: "Chỉ biến loại category mới có answer hoặc list.",
    en: "Only category variables have answers or a list.")
  static let answersTwice = FindingCode(
    "questionnaire.answers.twice", .error, vi: "Biến vừa có answer vừa có list.",
    en: "A variable has both answers and a list.")
  static let tooManyCodes = FindingCode(
    "questionnaire.answers.too-many", .error, vi: "Danh sách mã quá dài.",
    en: "A code list is too long.")

  package static let all = [
    duplicateID, reservedID, duplicateCode, duplicateLabel, duplicateFieldLabel, scaleUnknown,
    scaleWithoutSatisfied, shareAmongScores, scaleAllSatisfied, scoreMissing, scoreRange,
    areaUnknown,
    factorWithoutItems, weightMissing, weightSum, weightUnused, overallItemMissing,
    overallItemUnknown, boundsOrder, boundsForm, boundsKind, answersKind, answersTwice,
    tooManyCodes,
  ]
}

/// Findings about `asked-when` conditions.
package enum ConditionCode {
  static let syntax = FindingCode(
    "condition.syntax", .error, vi: "Điều kiện asked-when viết sai.",
    en: "An asked-when condition is malformed.")
  static let nameUnknown = FindingCode(
    "condition.name.unknown", .error, vi: "Điều kiện nhắc tới biến không tồn tại.",
    en: "A condition names a variable that does not exist.")
  static let codeUnknown = FindingCode(
    "condition.code.unknown", .error, vi: "Điều kiện dùng mã mà biến không có.",
    en: "A condition uses a code the variable does not have.")
  static let codeMissing = FindingCode(
    "condition.code.missing-answer", .error,
    vi: "Điều kiện so sánh với mã nghĩa là không trả lời, nên không bao giờ đúng.",
    en: "A condition compares with a code that means no answer, and never holds.")
  static let literalForm = FindingCode(
    "condition.literal.form", .error, vi: "Giá trị so sánh không đúng loại của biến.",
    en: "The value compared does not fit the kind of the variable.")
  static let order = FindingCode(
    "condition.comparison.order", .error,
    vi: "Phép so sánh lớn bé dùng với biến không có thứ tự số.",
    en: "A less-or-greater comparison with a variable that has no numeric order.")
  static let cycle = FindingCode(
    "condition.cycle", .error, vi: "Các điều kiện asked-when dẫn vòng tròn.",
    en: "The asked-when conditions go round in a circle.")

  package static let all = [
    syntax, nameUnknown, codeUnknown, codeMissing, literalForm, order, cycle,
  ]
}

/// Findings about code lists in CSV files.
package enum CodeListCode {
  static let columnMissing = FindingCode(
    "list.column.missing", .error, vi: "Danh mục thiếu cột code hoặc label.",
    en: "The list lacks the column code or label.")
  static let columnUnknown = FindingCode(
    "list.column.unknown", .warning, vi: "Danh mục có cột không được dùng.",
    en: "The list has a column that is not used.")
  static let columnRepeated = FindingCode(
    "list.column.repeated", .error, vi: "Danh mục có hai cột cùng tên.",
    en: "The list has two columns of one name.")
  static let codeEmpty = FindingCode(
    "list.code.empty", .error, vi: "Một dòng của danh mục không có mã.",
    en: "A row of the list has no code.")
  static let codeDuplicate = FindingCode(
    "list.code.duplicate", .error, vi: "Một mã có hai lần trong danh mục.",
    en: "A code stands twice in the list.")
  static let labelDuplicate = FindingCode(
    "list.label.duplicate", .warning,
    vi: "Hai mã của danh mục có cùng nhãn, nên câu trả lời bằng nhãn không phân biệt được.",
    en: "Two codes of the list share a label, so an answer given by label cannot be told apart.")
  static let dateForm = FindingCode(
    "list.date.form", .error, vi: "Ngày hiệu lực trong danh mục viết sai.",
    en: "A validity date in the list is malformed.")
  static let empty = FindingCode(
    "list.empty", .error, vi: "Danh mục không có mã nào.", en: "The list has no codes.")

  package static let all = [
    columnMissing, columnUnknown, columnRepeated, codeEmpty, codeDuplicate, labelDuplicate,
    dateForm, empty,
  ]
}
