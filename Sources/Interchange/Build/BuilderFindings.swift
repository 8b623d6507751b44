import SurveyModel

extension Finding {
  static func noItems(_ form: ForeignForm) -> Finding {
    Finding(
      InterchangeCodes.itemsNone, at: SourceLocation(file: form.file),
      message: LocalizedText(
        vi: "không có câu hỏi nào dùng làm tiêu chí được",
        en: "no question can serve as an item"),
      expected: LocalizedText(
        vi: "câu chọn một mà các lựa chọn nói về mức hài lòng, hoặc vài câu trong một nhóm dùng"
          + " chung một danh sách từ ba mức trở lên",
        en: "a select-one question whose choices speak of satisfaction, or several in one group"
          + " that share a list of three answers or more"),
      remedy: LocalizedText(
        vi: "sửa biểu mẫu, hoặc viết phiếu hỏi bằng tay",
        en: "change the form, or write the"
          + " questionnaire by hand"))
  }

  static func repeatedName(_ question: FormQuestion, earlier: FormPlace) -> Finding {
    let place = earlier.cell ?? earlier.location.description
    return Finding(
      InterchangeCodes.nameRepeated, at: question.place,
      vi: "tên “\(question.name)” đã có ở \(place); câu này không được chuyển",
      en: "the name “\(question.name)” stands at \(place) already; this question is left out",
      remedy: LocalizedText(
        vi: "đặt tên khác trong biểu mẫu", en: "choose another name in the form"),
      subject: question.name)
  }

  static func changedName(_ question: FormQuestion, to id: String) -> Finding {
    Finding(
      InterchangeCodes.nameChanged, at: question.place,
      vi: "tên “\(shortened(question.name, to: 80))” được đổi thành “\(id)”",
      en: "the name “\(shortened(question.name, to: 80))” became “\(id)”",
      remedy: LocalizedText(
        vi: "trong tệp khảo sát, khai báo <column> nối tiêu đề cột cũ với tên mới",
        en: "in the survey file, declare a <column> from the old column header to the new name"),
      subject: id)
  }

  static func missingLabel(_ name: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.labelMissing, at: place,
      vi: "“\(name)” không có nhãn; tên được dùng thay nhãn",
      en: "“\(name)” has no label; the name stands in for it",
      remedy: LocalizedText(vi: "viết nhãn", en: "write a label"), subject: name)
  }

  static func assumedPersonal(_ id: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.personalAssumed, at: place,
      vi: "“\(id)” được coi là dữ liệu cá nhân và sẽ không được lưu",
      en: "“\(id)” is taken for personal data and will not be stored",
      remedy: LocalizedText(
        vi:
          "nếu không phải, xoá personal=\"true\"; nếu biến khác cũng là dữ liệu cá nhân, thêm vào",
        en: "if it is not, delete personal=\"true\"; add it where another variable is"),
      subject: id)
  }

  static func leftOutConstraint(
    _ rule: ForeignRule, of name: String, _ fault: ForeignFault
  ) -> Finding {
    Finding(
      InterchangeCodes.constraintLeftOut, at: rule.place,
      vi: "ràng buộc của “\(name)” không chuyển được: \(fault.vi)",
      en: "the constraint of “\(name)” is not carried over: \(fault.en)",
      found: rule.text.isEmpty ? nil : rule.text,
      expected: LocalizedText(
        vi: "giới hạn của số, ví dụ: . >= 0 and . <= 120",
        en: "limits of a number, for example: . >= 0 and . <= 120"),
      remedy: LocalizedText(
        vi: "viết min, max trong phiếu nếu cần", en: "write min and max in the questionnaire"),
      subject: name)
  }

  static func leftOutCondition(
    _ rule: ForeignRule, of name: String, _ fault: ForeignFault
  ) -> Finding {
    Finding(
      InterchangeCodes.conditionLeftOut, at: rule.place,
      vi: "điều kiện hỏi của “\(name)” không chuyển được: \(fault.vi)",
      en: "the condition for asking “\(name)” is not carried over: \(fault.en)",
      found: rule.text.isEmpty ? nil : rule.text,
      remedy: LocalizedText(
        vi: "viết asked-when trong phiếu; nếu không, chỗ không hỏi sẽ bị tính là bỏ trống",
        en: "write asked-when in the questionnaire; else what was not asked counts as blank"),
      subject: name)
  }

  static func assumedIndex(_ measure: ItemMeasure, file: String) -> Finding {
    Finding(
      InterchangeCodes.indexAssumed, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "biểu mẫu không nêu cách tính chỉ số; đã đặt \(measure.rawValue), mean-of-items,"
          + " mean-of-factors",
        en: "the form does not say how the index is computed; set to \(measure.rawValue),"
          + " mean-of-items, mean-of-factors"),
      remedy: LocalizedText(
        vi: "xác nhận hoặc sửa phần <index> của phiếu",
        en: "confirm or change <index> in the questionnaire"))
  }

  static func listNotItems(_ list: ChoiceList, _ form: ForeignForm) -> Finding {
    let questions = form.questions.filter { $0.answer == .choice(list: list.name) }
    return Finding(
      InterchangeCodes.sameListNotItems, at: questions.first?.place ?? form.place,
      vi: "\(questions.count) câu dùng chung danh sách “\(list.name)” được chuyển thành biến",
      en: "\(questions.count) questions that share the list “\(list.name)” became variables",
      found: shortened(questions.map(\.name).joined(separator: ", ")),
      remedy: LocalizedText(
        vi: "nếu là tiêu chí, chuyển chúng vào một <factor> và viết danh sách thành <scale>",
        en: "if they are items, move them to a <factor> and make the list a <scale>"),
      subject: list.name)
  }

  static func assumedFactor(_ id: String, items: [String], at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.factorAssumed, at: place,
      vi: "yếu tố “\(id)” gồm \(items.count) tiêu chí",
      en: "factor “\(id)” is made of \(items.count) items",
      found: items.joined(separator: ", "),
      remedy: LocalizedText(
        vi: "xác nhận, hoặc chuyển tiêu chí sang yếu tố khác",
        en: "confirm, or move items to another factor"), subject: id)
  }

  static func leftOutChoice(_ choice: FormChoice, list: String) -> Finding {
    Finding(
      InterchangeCodes.choiceLeftOut, at: choice.place,
      vi: "lựa chọn của danh sách “\(list)” không dùng được: mã trống, đã có, quá dài, hoặc quá"
        + " nhiều mã",
      en: "a choice of list “\(list)” cannot be used: its code is empty, there already or too"
        + " long, or there are too many",
      found: shortened(choice.code, to: 60),
      remedy: LocalizedText(
        vi: "mỗi lựa chọn một mã riêng, không quá 200 ký tự",
        en: "give each choice a code of its own, of at most 200 characters"), subject: list)
  }

  static func assumedMissing(
    _ choice: FormChoice, list: String, _ reason: MissingReason
  ) -> Finding {
    Finding(
      InterchangeCodes.missingAssumed, at: choice.place,
      vi: "mã “\(choice.code)” của danh sách “\(list)” được coi là không trả lời"
        + " (\(reason.rawValue))",
      en: "code “\(choice.code)” of list “\(list)” is taken to mean no answer (\(reason.rawValue))",
      found: choice.label.text(in: .vi),
      remedy: LocalizedText(
        vi: "nếu là câu trả lời, viết lại thành <answer>",
        en: "if it is an answer, make it an <answer>"),
      subject: list)
  }

  static func possiblyMissing(_ choice: FormChoice, list: String) -> Finding {
    Finding(
      InterchangeCodes.missingPossible, at: choice.place,
      vi: "mã “\(choice.code)” của danh sách “\(list)” đứng tách khỏi các mã khác, có thể nghĩa là"
        + " không trả lời",
      en: "code “\(choice.code)” of list “\(list)” stands apart from the others and may mean no"
        + " answer",
      found: choice.label.isEmpty ? nil : choice.label.text(in: .vi),
      remedy: LocalizedText(
        vi: "nếu đúng, viết lại thành <missing>; nếu không, không phải làm gì",
        en: "if so, make it a <missing>; if not, nothing is to be done"), subject: list)
  }

  static func repeatedLabel(_ choice: FormChoice) -> Finding {
    Finding(
      InterchangeCodes.labelRepeated, at: choice.place,
      vi: "nhãn của mã “\(choice.code)” đã có trong danh sách; mã được ghi thêm vào nhãn",
      en: "the label of code “\(choice.code)” is in the list already; the code is added to it",
      found: choice.label.text(in: .vi),
      remedy: LocalizedText(vi: "viết nhãn khác", en: "word the label differently"),
      subject: choice.code)
  }

  static func assumedSatisfied(_ list: ChoiceList, _ form: ForeignForm, codes: String) -> Finding {
    Finding(
      InterchangeCodes.satisfiedAssumed, at: list.choices.first?.place ?? form.place,
      vi: "các mức hài lòng của “\(list.name)” được suy đoán từ nhãn",
      en: "the satisfied answers of “\(list.name)” are guessed from the labels",
      found: codes,
      remedy: LocalizedText(
        vi: "xác nhận hoặc sửa satisfied=\"true\" trong <scale>",
        en: "confirm or change satisfied=\"true\" in the <scale>"), subject: list.name)
  }

  static func assumedScores(_ list: ChoiceList, _ form: ForeignForm) -> Finding {
    Finding(
      InterchangeCodes.scoreAssumed, at: list.choices.first?.place ?? form.place,
      vi: "điểm các mức của “\(list.name)” được đặt theo thứ tự 1, 2, 3…",
      en: "the answers of “\(list.name)” got scores by their order, 1, 2, 3…",
      remedy: LocalizedText(
        vi: "xác nhận hoặc sửa score trong <scale>", en: "confirm or change score in the <scale>"),
      subject: list.name)
  }
}

extension ForeignForm {
  /// The form as a whole.
  var place: FormPlace { FormPlace(location: SourceLocation(file: file), cell: nil) }
}
