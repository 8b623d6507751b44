import SurveyModel

/// The words of the entry template in one language.
struct EntryWords {
  let language: Language

  func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  var entrySheet: String { pick("Nhập phiếu", "Entry") }
  var guideSheet: String { pick("Hướng dẫn", "Instructions") }
  var listSheet: String { pick("Danh mục", "Lists") }

  var number: String { pick("Số phiếu", "Interview number") }
  var wrongAnswer: String { pick("Sai câu trả lời", "Not an answer") }
  var wrongNumber: String { pick("Sai số", "Not such a number") }
  var wrongDate: String { pick("Sai ngày", "Not a date") }
  var repeatedNumber: String { pick("Số phiếu trùng", "Number used already") }

  var repeatedNumberText: String {
    pick(
      "Số phiếu này đã được nhập ở một dòng khác. Xem lại số trên phiếu giấy.",
      "This number stands in another row already. Check it on the paper form.")
  }

  var chooseFromList: String {
    pick("Chọn một câu trả lời trong danh sách.", "Choose an answer from the list.")
  }

  func chooseOne(of values: [String]) -> String {
    let text =
      pick("Chỉ nhập một trong các giá trị: ", "Enter one of: ")
      + values.joined(separator: ", ") + "."
    return text.unicodeScalars.count <= 255 ? text : chooseFromList
  }

  func number(_ field: Field) -> String {
    if let range = FormWords.range(field) { return Self.short(range.text(in: language)) }
    let missing = FormWords.missing(field, language)
    if case .integer = field.kind {
      return Self.short(
        pick("Câu trả lời phải là số nguyên", "The answer must be a whole number") + missing + ".")
    }
    return Self.short(pick("Câu trả lời phải là số", "The answer must be a number") + missing + ".")
  }

  var date: String {
    pick(
      "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 30/09/2021.",
      "Enter a date, for example 30/09/2021 (day/month/year).")
  }

  /// At most 255 characters, which is what Excel shows.
  static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 255
      ? text : String(String.UnicodeScalarView(scalars.prefix(254))) + "…"
  }

  /// Titles have at most 32 characters.
  static func title(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 32
      ? text : String(String.UnicodeScalarView(scalars.prefix(31))) + "…"
  }

  /// The lines above the table of columns in the instructions.
  func guide(_ source: FormSource, columns: Int) -> [String] {
    let questionnaire = source.questionnaire
    return [
      source.title.text(in: language, or: source.id),
      pick(
        "Phiếu hỏi \(questionnaire.id), phiên bản \(questionnaire.version)",
        "Questionnaire \(questionnaire.id), version \(questionnaire.version)"),
      pick(
        "1. Mỗi phiếu một dòng ở trang “\(entrySheet)”, bắt đầu từ dòng 3. Không sửa dòng 1 và dòng 2.",
        "1. One row for each form on the sheet “\(entrySheet)”, from row 3 on. Do not change rows 1 "
          + "and 2."),
      pick(
        "2. Cột đầu là số phiếu in trên phiếu giấy; không nhập trùng.",
        "2. The first column is the number printed on the form; no number twice."),
      pick(
        "3. Câu hỏi có các mức đánh số thì gõ số; câu hỏi khác thì chọn trong danh sách.",
        "3. Where answers are numbered, key the number; elsewhere choose from the list."),
      pick(
        "4. Ô màu xám: câu không được hỏi, để trống. Câu hỏi không có trả lời cũng để trống.",
        "4. Grey cells: the question is not asked, leave them blank. Leave blank what was not "
          + "answered, too."),
      pick(
        "5. Dấu * ở tên cột: bắt buộc, thiếu thì phiếu bị loại.",
        "5. An asterisk in a heading: required; a form without it is rejected."),
      pick(
        "6. Lưu tệp dạng .xlsx rồi nhập bằng lệnh: sipas import",
        "6. Save the file as .xlsx and read it with: sipas import"),
    ]
  }

  var columnHeads: [String] {
    [
      pick("Cột", "Column"), pick("Câu", "Question"), pick("Mã cột", "Column id"),
      pick("Nội dung", "Wording"), pick("Cách nhập", "What to enter"),
      pick("Điều kiện hỏi", "Asked when"),
    ]
  }

  /// What to enter in a column, for the instructions.
  func howToEnter(_ field: Field, _ answers: EntryAnswers?) -> String {
    guard let answers, let list = field.codeList else {
      switch field.kind {
      case .integer, .number: return number(field)
      case .date, .datetime: return date
      case .text, .coded: return pick("Gõ chữ.", "Type text.")
      }
    }
    let shown = zip(answers.values, list.codes).prefix(40).map { value, code in
      let label = code.label.text(in: language)
      return label.isEmpty || label == value ? value : "\(value) = \(label)"
    }
    let more = list.codes.count - shown.count
    return shown.joined(separator: "; ")
      + (more > 0 ? pick("; … (còn \(more) trong danh sách)", "; … (\(more) more)") : "")
  }
}
