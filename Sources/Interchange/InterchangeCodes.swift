package import SurveyModel

/// Findings about questionnaires of other programs.
package enum InterchangeCodes {
  // The file.
  static let unknownKind = FindingCode(
    "interchange.file.unknown-kind", .error,
    vi: "Tệp không phải là biểu mẫu XLSForm hay LimeSurvey.",
    en: "The file is neither an XLSForm nor a LimeSurvey form.")
  static let sheetMissing = FindingCode(
    "interchange.sheet.missing", .error, vi: "Sổ tính thiếu trang survey.",
    en: "The workbook has no sheet survey.")
  static let columnMissing = FindingCode(
    "interchange.column.missing", .error, vi: "Trang của biểu mẫu thiếu một cột cần có.",
    en: "A sheet of the form lacks a column it needs.")
  static let tooLarge = FindingCode(
    "interchange.file.too-large", .error, vi: "Biểu mẫu quá lớn.", en: "The form is far too large.")
  static let cellFaulty = FindingCode(
    "interchange.cell.faulty", .warning, vi: "Một ô không đọc được nên bị bỏ qua.",
    en: "A cell cannot be read and is passed over.")
  static let itemsNone = FindingCode(
    "interchange.items.none", .error, vi: "Biểu mẫu không có câu hỏi nào dùng làm tiêu chí được.",
    en: "No question of the form can serve as an item.")

  // Left out.
  static let questionLeftOut = FindingCode(
    "interchange.question.left-out", .warning, vi: "Một câu hỏi không chuyển được.",
    en: "A question is not carried over.")
  static let noteLeftOut = FindingCode(
    "interchange.note.left-out", .notice,
    vi: "Dòng không chứa câu trả lời (ghi chú, phép tính) không được chuyển.",
    en: "A row without answers (a note, a calculation) is not carried over.")
  static let columnLeftOut = FindingCode(
    "interchange.column.left-out", .notice, vi: "Một cột của biểu mẫu không được chuyển.",
    en: "A column of the form is not carried over.")
  static let languageLeftOut = FindingCode(
    "interchange.language.left-out", .notice,
    vi: "Chữ bằng ngôn ngữ khác tiếng Việt và tiếng Anh không được chuyển.",
    en: "Texts in languages other than Vietnamese and English are not carried over.")
  static let conditionLeftOut = FindingCode(
    "interchange.condition.left-out", .warning, vi: "Một điều kiện hỏi không chuyển được.",
    en: "A condition for asking is not carried over.")
  static let constraintLeftOut = FindingCode(
    "interchange.constraint.left-out", .warning, vi: "Một ràng buộc không chuyển được.",
    en: "A constraint is not carried over.")
  static let requiredLeftOut = FindingCode(
    "interchange.required.left-out", .warning,
    vi: "Điều kiện bắt buộc trả lời không chuyển được.",
    en: "A condition for being required is not carried over.")
  static let filterLeftOut = FindingCode(
    "interchange.filter.left-out", .notice,
    vi: "Bộ lọc lựa chọn không được chuyển: mọi mã của danh sách đều được nhận.",
    en: "A choice filter is not carried over: every code of the list is accepted.")
  static let groupUnbalanced = FindingCode(
    "interchange.group.unbalanced", .warning, vi: "Nhóm câu hỏi mở và đóng không khớp nhau.",
    en: "Groups are not opened and closed in pairs.")
  static let choiceLeftOut = FindingCode(
    "interchange.choice.left-out", .warning, vi: "Một lựa chọn không dùng được.",
    en: "A choice cannot be used.")
  static let nameRepeated = FindingCode(
    "interchange.name.repeated", .warning, vi: "Hai câu hỏi có cùng tên; chỉ câu đầu được chuyển.",
    en: "Two questions have one name; only the first is carried over.")

  // Changed.
  static let nameChanged = FindingCode(
    "interchange.name.changed", .warning, vi: "Tên được đổi cho hợp lệ.",
    en: "A name was changed to be valid.")
  static let labelMissing = FindingCode(
    "interchange.label.missing", .notice, vi: "Không có nhãn; tên được dùng thay nhãn.",
    en: "There is no label; the name stands in for it.")
  static let labelRepeated = FindingCode(
    "interchange.label.repeated", .warning,
    vi: "Hai lựa chọn có cùng nhãn; mã được ghi thêm vào nhãn.",
    en: "Two choices have one label; the code is added to it.")
  static let labelPieces = FindingCode(
    "interchange.label.pieces", .notice, vi: "Nhãn có phần được điền khi phỏng vấn.",
    en: "A label has a piece that is filled in during the interview.")
  static let languageForeign = FindingCode(
    "interchange.language.foreign", .warning,
    vi: "Biểu mẫu không có chữ tiếng Việt hay tiếng Anh; nhãn cần được dịch.",
    en: "The form has neither Vietnamese nor English texts; the labels must be translated.")
  static let listUnknown = FindingCode(
    "interchange.list.unknown", .warning, vi: "Danh sách lựa chọn không có trong biểu mẫu.",
    en: "A list of choices is not in the form.")
  static let codesElsewhere = FindingCode(
    "interchange.list.elsewhere", .notice, vi: "Danh mục nằm ở tệp khác.",
    en: "A list of codes stands in another file.")

  // Assumed.
  static let languageAssumed = FindingCode(
    "interchange.language.assumed", .notice, vi: "Ngôn ngữ của nhãn được suy đoán.",
    en: "The language of the labels is a guess.")
  static let factorAssumed = FindingCode(
    "interchange.factor.assumed", .notice, vi: "Một nhóm câu hỏi được coi là một yếu tố.",
    en: "A group of questions is taken for a factor.")
  static let satisfiedAssumed = FindingCode(
    "interchange.satisfied.assumed", .warning,
    vi: "Các mức được coi là hài lòng là suy đoán từ nhãn; cần xác nhận.",
    en: "Which answers count as satisfied is a guess from the labels, to be confirmed.")
  static let indexAssumed = FindingCode(
    "interchange.index.assumed", .warning,
    vi: "Cách tính chỉ số là lựa chọn của chương trình; cần xác nhận.",
    en: "How the index is computed is this program's choice, to be confirmed.")
  static let missingAssumed = FindingCode(
    "interchange.missing.assumed", .notice, vi: "Một mã được coi là không trả lời, theo nhãn.",
    en: "A code is taken to mean no answer, by its label.")
  static let missingPossible = FindingCode(
    "interchange.missing.possible", .notice,
    vi: "Một mã có thể nghĩa là không trả lời nhưng vẫn được giữ là câu trả lời.",
    en: "A code may mean no answer, but is kept as an answer.")
  static let scoreAssumed = FindingCode(
    "interchange.score.assumed", .warning, vi: "Điểm của các mức là suy đoán theo thứ tự.",
    en: "The scores of the answers are a guess from their order.")
  static let personalAssumed = FindingCode(
    "interchange.personal.assumed", .warning, vi: "Một biến được coi là dữ liệu cá nhân.",
    en: "A variable is taken for personal data.")
  static let sameListNotItems = FindingCode(
    "interchange.items.not-taken", .notice,
    vi: "Các câu hỏi dùng chung danh sách được chuyển thành biến, không thành tiêu chí.",
    en: "Questions that share a list become variables, not items.")

  /// Every code of this module.
  package static let all: [FindingCode] = [
    unknownKind, sheetMissing, columnMissing, tooLarge, cellFaulty, itemsNone, questionLeftOut,
    noteLeftOut, columnLeftOut, languageLeftOut, conditionLeftOut, constraintLeftOut,
    requiredLeftOut, filterLeftOut, groupUnbalanced, choiceLeftOut, nameRepeated, nameChanged,
    labelMissing, labelRepeated, labelPieces, languageForeign, listUnknown, codesElsewhere,
    languageAssumed, factorAssumed, satisfiedAssumed, indexAssumed, missingAssumed,
    missingPossible, scoreAssumed, personalAssumed, sameListNotItems,
  ]
}
