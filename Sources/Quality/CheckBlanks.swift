import SurveyModel

extension Flagging {
  /// Interviews without any answer; required entries that are blank.
  mutating func checkBlanks() {
    checked(
      QualityCodes.blank, vi: "Không câu hỏi nào có trả lời.", en: "No item has an answer.")
    if !answers.items.isEmpty {
      for row in figures.indices where figures[row].valid == 0 {
        flag(
          QualityCodes.blank, row: row,
          found: LocalizedText(
            vi: "0 trên \(figures[row].asked) câu có trả lời",
            en: "0 of \(figures[row].asked) items answered"),
          expected: LocalizedText(vi: "có trả lời", en: "answers"),
          remedy: LocalizedText(
            vi: "đối chiếu phiếu giấy, nhập lại hoặc gọi lại",
            en: "compare with the paper form; enter again or call back"))
      }
    }
    checkRequired()
  }

  private mutating func checkRequired() {
    checked(
      QualityCodes.requiredBlank, vi: "Mục bắt buộc áp dụng cho người này mà trống.",
      en: "A required entry that applies is blank.")
    for (index, field) in input.fields.enumerated() where field.isRequired && !field.isPersonal {
      for row in blankRows(of: input.table.columns[index]) {
        flag(
          QualityCodes.requiredBlank, row: row,
          found: LocalizedText(vi: "\(field.id) trống", en: "\(field.id) is blank"),
          expected: LocalizedText(vi: "bắt buộc", en: "required"),
          remedy: LocalizedText(
            vi: "đối chiếu phiếu giấy và bổ sung", en: "compare with the paper form and complete"))
      }
    }
  }

  /// Coded entries that were asked and are blank; other kinds store "not asked" as blank, and only
  /// those that are always asked can be told.
  private func blankRows(of column: ColumnValues) -> [Int] {
    switch column {
    case .coded8(let values): values.indices.filter { values[$0] == 0 }
    case .coded16(let values): values.indices.filter { values[$0] == 0 }
    default: []
    }
  }

  /// Questions asked and not answered: by interview and by item.
  mutating func checkMissing() {
    guard let rule = rules.missing else {
      off(QualityCodes.missing)
      return off(QualityCodes.itemMissing, .item)
    }
    let share = shownPercent(rule.share, places: 0)
    let itemShare = shownPercent(rule.itemShare, places: 0)
    checked(
      QualityCodes.missing,
      vi: "Từ \(share.text(in: .vi)) số câu được hỏi bỏ trống hoặc không biết.",
      en: "At least \(share.text(in: .en)) of the items asked are blank or don't know.")
    checked(
      QualityCodes.itemMissing, .item,
      vi: "Từ \(itemShare.text(in: .vi)) số người được hỏi không trả lời.",
      en: "At least \(itemShare.text(in: .en)) of those asked do not answer.")
    for (row, figure) in figures.enumerated() where figure.valid > 0 {
      guard Double(figure.missing) >= rule.share * Double(figure.asked) else { continue }
      flag(
        QualityCodes.missing, row: row,
        found: LocalizedText(
          vi: "\(figure.missing) trên \(figure.asked) câu không có trả lời",
          en: "\(figure.missing) of \(figure.asked) items unanswered"),
        expected: LocalizedText(
          vi: "dưới \(share.text(in: .vi))", en: "below \(share.text(in: .en))"),
        remedy: LocalizedText(
          vi: "đối chiếu phiếu giấy; nếu đúng, gọi lại hỏi bổ sung",
          en: "compare with the paper form; if so, call back for the rest"))
    }
    checkItems(rule)
  }

  private mutating func checkItems(_ rule: MissingRule) {
    let width = answers.items.count
    for (number, item) in answers.items.enumerated() {
      var asked = 0
      var valid = 0
      for row in 0..<answers.rows {
        let position = answers.positions[row * width + number]
        guard position != ItemAnswers.notAsked else { continue }
        asked += 1
        if answers.code(item: number, position: position) > 0 { valid += 1 }
      }
      guard asked > 0, Double(asked - valid) >= rule.itemShare * Double(asked) else { continue }
      let share = shownPercent(Double(asked - valid) / Double(asked))
      let people = shownCount(asked)
      let limit = shownPercent(rule.itemShare, places: 0)
      flags.append(
        QualityFlag(
          code: QualityCodes.itemMissing, subject: .item, id: item.id,
          found: LocalizedText(
            vi: "\(share.text(in: .vi)) của \(people.text(in: .vi)) người được hỏi không trả lời",
            en: "\(share.text(in: .en)) of \(people.text(in: .en)) asked do not answer"),
          expected: LocalizedText(
            vi: "dưới \(limit.text(in: .vi))", en: "below \(limit.text(in: .en))"),
          remedy: LocalizedText(
            vi: "xem lại câu hỏi có dễ hiểu và hợp với người được hỏi không",
            en: "see whether the question is clear and applies to those asked")))
    }
  }
}
