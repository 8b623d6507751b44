import SurveyModel

/// What is left out while a form is read.
extension Finding {
  static func leftOutQuestion(_ name: String, _ kind: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.questionLeftOut, at: place,
      vi: "câu hỏi “\(name)” loại \(shortened(kind, to: 40)) không chuyển được",
      en: "question “\(name)” of type \(shortened(kind, to: 40)) is not carried over",
      expected: LocalizedText(
        vi: "chọn một, số, ngày, chữ", en: "select one, numbers, dates, text"),
      remedy: LocalizedText(
        vi: "cột của câu này trong tệp trả lời sẽ bị bỏ qua; câu chọn nhiều thì tách mỗi lựa chọn"
          + " thành một biến nếu cần",
        en: "its column in response files is passed over; make each choice of a select-multiple a"
          + " variable if it is needed"), subject: name)
  }

  static func leftOutNote(_ name: String, _ kind: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.noteLeftOut, at: place,
      vi: "“\(name)” (\(kind)) không chứa câu trả lời nên không được chuyển",
      en: "“\(name)” (\(kind)) holds no answer and is not carried over",
      remedy: LocalizedText(vi: "không phải làm gì", en: "nothing is to be done"), subject: name)
  }

  static func leftOutRepeat(_ name: String, _ questions: [String], at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.questionLeftOut, at: place,
      vi: "nhóm lặp “\(name)” với \(questions.count) câu hỏi không chuyển được",
      en: "the repeat “\(name)” with \(questions.count) questions is not carried over",
      found: questions.isEmpty ? nil : shortened(questions.joined(separator: ", ")),
      expected: LocalizedText(
        vi: "mỗi phiếu một câu trả lời cho một câu hỏi",
        en: "one answer to a question per interview"),
      remedy: LocalizedText(
        vi: "khảo sát từng người thay vì lặp trong phiếu, nếu cần những câu này",
        en: "ask person by person instead of repeating, if these questions are needed"),
      subject: name)
  }

  static func unnamed(at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.questionLeftOut, at: place, vi: "câu hỏi không có tên nên không chuyển được",
      en: "the question has no name and is not carried over",
      remedy: LocalizedText(vi: "đặt tên trong cột name", en: "name it in the column name"))
  }

  static func unbalanced(at place: FormPlace, _ partner: String) -> Finding {
    Finding(
      InterchangeCodes.groupUnbalanced, at: place,
      vi: "nhóm mở và đóng không khớp nhau", en: "the group has no partner",
      expected: LocalizedText(vi: partner, en: partner),
      remedy: LocalizedText(
        vi: "thêm hoặc bỏ dòng cho mỗi begin có một end",
        en: "add or delete a row, so that each begin has its end"))
  }

  static func unknownList(_ list: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.listUnknown, at: place,
      vi: "danh sách “\(shortened(list, to: 80))” không có trong trang choices; biến được chuyển"
        + " không có mã",
      en:
        "list “\(shortened(list, to: 80))” is not in the sheet choices; the variable has no codes",
      remedy: LocalizedText(
        vi: "viết <answer> trong phiếu, hoặc khai báo <code-list> trong tệp khảo sát",
        en: "write its <answer>s, or declare a <code-list> in the survey file"))
  }

  static func codesElsewhere(_ file: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.codesElsewhere, at: place,
      vi: "các mã nằm ở tệp khác: \(shortened(file, to: 80))",
      en: "the codes stand in another file: \(shortened(file, to: 80))",
      remedy: LocalizedText(
        vi: "khai báo <code-list> trong tệp khảo sát",
        en: "declare a <code-list> in the survey file"))
  }

  static func leftOutRequired(_ name: String, _ text: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.requiredLeftOut, at: place,
      vi: "“\(name)” chỉ bắt buộc khi có điều kiện; điều này không được chuyển",
      en: "“\(name)” is required under a condition, which is not carried over", found: text,
      remedy: LocalizedText(
        vi: "viết required=\"true\" nếu luôn bắt buộc khi được hỏi",
        en: "write required=\"true\" if it always is when asked"), subject: name)
  }

  static func leftOutFilter(_ name: String, _ text: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.filterLeftOut, at: place,
      vi: "bộ lọc lựa chọn của “\(name)” không được chuyển: mọi mã của danh sách đều được nhận",
      en: "the choice filter of “\(name)” is not carried over: every code of the list is accepted",
      found: text,
      remedy: LocalizedText(
        vi: "dùng danh mục có cột parent nếu cần kiểm tra theo cấp",
        en: "use a code list with the column parent to check levels"), subject: name)
  }

  static func leftOutColumn(_ header: String, cells: Int, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.columnLeftOut, at: place,
      vi: "cột “\(shortened(header, to: 60))” (\(cells) ô) không được chuyển",
      en: "column “\(shortened(header, to: 60))” (\(cells) cells) is not carried over",
      remedy: LocalizedText(vi: "không phải làm gì", en: "nothing is to be done"))
  }

  static func labelWithPieces(_ name: String, _ label: LocalizedText, at place: FormPlace)
    -> Finding
  {
    Finding(
      InterchangeCodes.labelPieces, at: place,
      vi: "nhãn của “\(name)” có phần được điền khi phỏng vấn; phần đó được chép nguyên",
      en: "the label of “\(name)” has a piece filled in while interviewing, copied as it is",
      found: label.text(in: .vi),
      remedy: LocalizedText(vi: "viết lại nhãn", en: "word the label anew"), subject: name)
  }
}
