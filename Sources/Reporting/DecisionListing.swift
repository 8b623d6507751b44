package import SurveyModel

/// The decisions of a store as a table for the terminal: numbers and reasons, no interview by id.
package func decisionListing(
  _ decisions: [Decision], language: Language, width: Int = 120
) -> String {
  let texts = Texts(language)
  guard !decisions.isEmpty else { return texts.pick("Chưa có quyết định nào.", "No decision yet.") }
  let table = TextTable(
    columns: [
      .init(title: texts.pick("Số", "No."), alignment: .right),
      .init(title: texts.pick("Loại", "Kind")),
      .init(title: texts.pick("Phiếu", "Interviews"), alignment: .right),
      .init(title: texts.pick("Câu", "Answers"), alignment: .right),
      .init(title: texts.pick("Lý do", "Reason"), isFlexible: true),
      .init(title: texts.pick("Người, lúc", "By, at"), isFlexible: true),
      .init(title: texts.pick("Hiệu lực", "State"), isFlexible: true),
    ],
    rows: decisions.map { decision in
      [
        String(decision.number), texts.kind(decision.kind),
        texts.numbers.whole(decision.interviewCount),
        decision.kind == .correction ? texts.numbers.whole(decision.corrections.count) : "",
        printable(texts.reason(decision)), printable("\(decision.by), \(decision.at)"),
        printable(texts.state(decision)),
      ]
    })
  return table.lines(width: width).joined(separator: "\n")
}

/// One correction decision, answer by answer; free text is not shown.
package func correctionListing(
  _ decision: Decision, questionnaire: Questionnaire, showsIDs: Bool, language: Language,
  width: Int = 110
) -> String {
  let texts = Texts(language)
  let shown = decision.corrections.prefix(50)
  let table = TextTable(
    columns: [
      .init(title: texts.pick("Số", "No."), alignment: .right),
      .init(title: texts.pick("Phiếu", "Interview"), isFlexible: true),
      .init(title: texts.pick("Biến", "Field")),
      .init(title: texts.pick("Cũ", "Old"), isFlexible: true),
      .init(title: texts.pick("Mới", "New"), isFlexible: true),
      .init(title: texts.pick("Ghi chú", "Note"), isFlexible: true),
    ],
    rows: shown.map { correction in
      let field = questionnaire.field(correction.field)
      return [
        "\(decision.number).\(correction.number)",
        showsIDs ? printable(correction.interview) : NumberStyle.missing,
        correction.field, printable(texts.answer(correction.old, of: field, correction)),
        printable(texts.answer(correction.new, of: field, correction)),
        correction.isConsequence
          ? texts.pick("theo câu hỏi lọc", "follows the filter question") : "",
      ]
    })
  var lines = table.lines(width: width)
  let rest = decision.corrections.count - shown.count
  if rest > 0 {
    lines.append(
      texts.pick("… và \(texts.numbers.whole(rest)) đính chính nữa", "… and \(rest) more"))
  }
  return lines.joined(separator: "\n")
}

extension Texts {
  func kind(_ kind: DecisionKind) -> String {
    switch kind {
    case .exclusion: pick("loại khỏi mẫu", "exclusion")
    case .correction: pick("đính chính", "correction")
    case .erasure: pick("xóa dữ liệu", "erasure")
    }
  }

  /// The reason, with the rule that named the interviews.
  func reason(_ decision: Decision) -> String {
    decision.rule.map { "\(decision.reason) [\($0)]" } ?? decision.reason
  }

  func state(_ decision: Decision) -> String {
    if let withdrawn = decision.withdrawn {
      return pick("đã rút \(withdrawn.at)", "withdrawn \(withdrawn.at)") + ": \(withdrawn.reason)"
    }
    let single = decision.corrections.count { $0.withdrawn != nil }
    if single > 0 {
      return pick(
        "đã rút \(single)/\(decision.corrections.count) đính chính",
        "\(single) of \(decision.corrections.count) corrections withdrawn")
    }
    return decision.kind == .erasure
      ? pick("không rút lại được", "final") : pick("có hiệu lực", "holds")
  }

  /// An answer for people, with its label; free text is counted, not shown.
  func answer(_ answer: RecordedAnswer, of field: Field?, _ correction: Correction) -> String {
    switch answer {
    case .notAsked: return pick("không được hỏi", "not asked")
    case .blank: return pick("trống", "blank")
    case .value(let text):
      if correction.isHidden {
        return pick("«\(text.count) ký tự, đã ẩn»", "«\(text.count) characters, hidden»")
      }
      guard let list = field?.codeList, let position = list.position(of: text),
        let label = list.code(at: position)?.label.text(in: language), !label.isEmpty
      else { return text }
      return "\(text) \(label)"
    }
  }
}
