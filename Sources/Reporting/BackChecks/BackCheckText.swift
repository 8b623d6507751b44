package import SurveyModel

/// A back-check for the terminal: what was compared, facts, opinions, groups, and what is missing.
package func backCheckText(
  _ check: BackCheck, questionnaire: Questionnaire, language: Language, width: Int = 110
) -> String {
  let lines = BackCheckLines(check, questionnaire, Texts(language), width: width)
  return [lines.summary, lines.facts, lines.opinions, lines.groups, lines.uncompared]
    .filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
}

private struct BackCheckLines {
  private let check: BackCheck
  private let questionnaire: Questionnaire
  private let texts: Texts
  private let width: Int

  init(_ check: BackCheck, _ questionnaire: Questionnaire, _ texts: Texts, width: Int) {
    self.check = check
    self.questionnaire = questionnaire
    self.texts = texts
    self.width = width
  }

  var summary: [String] {
    let interviews = whole(check.interviews)
    var lines = wrapped(
      texts.pick(
        "\(interviews) phiếu rút thăm đã hỏi lại được so sánh với kho.",
        "\(interviews) drawn interviews that were asked again are compared with the store."),
      width: width)
    for opinions in [false, true] {
      let same = check.same(opinions: opinions)
      guard same.total > 0 else { continue }
      let kind =
        opinions ? texts.pick("Ý kiến", "Opinions") : texts.pick("Thông tin thực tế", "Facts")
      let (count, total, share) = (whole(same.count), whole(same.total), percent(same.share))
      lines.append(
        texts.pick(
          "\(kind): \(count) trong \(total) câu trả lời giống lần đầu (\(share)).",
          "\(kind): \(count) of \(total) answers are those of the first visit (\(share))."))
    }
    if check.added > 0 {
      let added = whole(check.added)
      lines += wrapped(
        texts.pick(
          "\(added) phiếu khác (thêm vì bị nêu, hoặc không rút thăm) không tính vào tỷ lệ nào.",
          "\(added) other interviews (added because flagged, or not drawn) count in no rate."),
        width: width)
    }
    return lines
  }

  var facts: [String] {
    let facts = check.fields.filter { !$0.isOpinion }
    guard !facts.isEmpty else { return [] }
    return [texts.pick("Thông tin thực tế", "Facts")]
      + TextTable(
        columns: nameColumns + [
          number("Giống nhau", "Same"), number("Khoảng 95 %", "95% interval"),
          number("Kappa", "Kappa"), number("Chênh lệch trung bình", "Mean difference"),
          number("Chỉ một lần trả lời", "Answered once"),
        ],
        rows: facts.map {
          names($0) + [
            percent($0.same.share), interval($0.same), decimal($0.kappa), difference($0),
            whole($0.answeredOnce),
          ]
        }
      ).lines(width: width)
  }

  var opinions: [String] {
    let opinions = check.fields.filter(\.isOpinion)
    guard !opinions.isEmpty else { return [] }
    return [texts.pick("Ý kiến", "Opinions")]
      + TextTable(
        columns: nameColumns + [
          number("Giống nhau", "Same"), number("Khoảng 95 %", "95% interval"),
          number("Lệch tối đa 1 bậc", "Within 1 step"), number("Kappa", "Kappa"),
          number("Kappa bậc hai", "Quadratic kappa"),
          number("Chênh lệch điểm", "Score difference"),
          number("Hài lòng thêm/bớt", "Satisfied more/less"), number("p", "p"),
        ],
        rows: opinions.map {
          names($0) + [
            percent($0.same.share), interval($0.same), percent($0.withinOneStep?.share),
            decimal($0.kappa), decimal($0.weightedKappa), difference($0),
            "\(whole($0.gained ?? 0))/\(whole($0.lost ?? 0))", pValue($0.pValue),
          ]
        }
      ).lines(width: width)
      + wrapped(
        texts.pick(
          "Kappa: mức giống nhau ngoài ngẫu nhiên, 1 là hoàn toàn, 0 là như ngẫu nhiên. Chênh lệch: lần sau "
            + "trừ lần đầu. p (McNemar): nhỏ hơn 0,05 thì số người đổi sang hài lòng và số người đổi sang "
            + "không hài lòng khác nhau hơn mức ngẫu nhiên.",
          "Kappa: agreement beyond chance, 1 is full and 0 that of chance. Difference: second visit minus "
            + "first. p (McNemar): below 0.05, more people changed one way than chance explains."),
        width: width)
  }

  var groups: [String] {
    guard !check.groups.isEmpty, !check.groupVariables.isEmpty else { return [] }
    let rows = check.groups.sorted { rank($0) < rank($1) }
    let flagged = rows.contains { $0.facts.isFlagged || $0.opinions.isFlagged }
    return [
      texts.pick("Theo nhóm: ", "By group: ")
        + check.groupVariables.map(label).joined(separator: ", ")
    ]
      + TextTable(
        columns: [
          .init(title: texts.pick("Nhóm", "Group"), isFlexible: true),
          number("Phiếu", "Interviews"),
          number("Có thông tin khác", "A fact differs"), number("Khoảng 95 %", "95% interval"),
          number("p", "p"),
          number("Có ý kiến lệch hơn 1 bậc", "An opinion over 1 step off"),
          number("Khoảng 95 %", "95% interval"), number("p", "p"),
          .init(title: texts.pick("Xem lại", "Look at")),
        ],
        rows: rows.map { group in
          [
            name(group), whole(group.interviews), fraction(group.facts.interviews),
            interval(group.facts.interviews), pValue(group.facts.pValue),
            fraction(group.opinions.interviews), interval(group.opinions.interviews),
            pValue(group.opinions.pValue), flags(group),
          ]
        }
      ).lines(width: width)
      + wrapped(
        flagged
          ? texts.pick(
            "Nhóm cần xem lại khác các nhóm kia hơn mức ngẫu nhiên (kiểm định chính xác Fisher, tỷ lệ báo nhầm "
              + "5 %). Đó là việc cần hỏi thêm, không phải kết luận.",
            "Groups to look at differ from the others by more than chance (Fisher's exact test, false "
              + "discovery rate 5%). That is a question to ask, not a conclusion.")
          : texts.pick(
            "Không nhóm nào khác các nhóm kia hơn mức ngẫu nhiên; với ít phiếu, chỉ khác biệt lớn mới lộ ra.",
            "No group differs from the others by more than chance; with few interviews only large "
              + "differences show."), width: width)
  }

  var uncompared: [String] {
    BackCheck.Uncompared.Reason.allCases.compactMap { reason in
      let count = check.uncompared.count { $0.reason == reason }
      guard count > 0 else { return nil }
      let number = whole(count)
      return switch reason {
      case .unknown: texts.pick("\(number) phiếu không có trong kho", "\(number) not in the store")
      case .excluded: texts.pick("\(number) phiếu đã bị loại", "\(number) excluded")
      case .notAskedAgain:
        texts.pick("\(number) phiếu chưa hỏi lại được", "\(number) not asked again")
      case .notReturned:
        texts.pick("\(number) phiếu rút thăm không có trong tệp", "\(number) drawn, not returned")
      case .rejected:
        texts.pick("\(number) phiếu có dòng bị loại khi đọc", "\(number) with a rejected row")
      }
    }
  }

  // MARK: Cells

  private var nameColumns: [TextTable.Column] {
    [
      .init(title: texts.pick("Biến", "Field")),
      .init(title: texts.pick("Nội dung", "Label"), isFlexible: true), number("Cặp", "Pairs"),
    ]
  }

  private func number(_ vi: String, _ en: String) -> TextTable.Column {
    .init(title: texts.pick(vi, en), alignment: .right)
  }

  private func names(_ field: BackCheck.FieldResult) -> [String] {
    let label = questionnaire.field(field.field)?.label.text(in: texts.language) ?? ""
    return [field.field, printable(label), whole(field.same.total)]
  }

  /// Flagged groups first, then those that differ most surely.
  private func rank(_ group: BackCheck.GroupResult) -> Double {
    let least = min(group.facts.pValue ?? 2, group.opinions.pValue ?? 2)
    return group.facts.isFlagged || group.opinions.isFlagged ? least - 2 : least
  }

  private func name(_ group: BackCheck.GroupResult) -> String {
    guard let level = group.level else { return texts.pick("(không rõ)", "(not known)") }
    return printable(
      zip(level.terms, level.labels).map { term, label in
        let label = label.text(in: texts.language)
        return label.isEmpty || label == term.code ? term.code : "\(term.code) \(label)"
      }.joined(separator: ", "))
  }

  private func flags(_ group: BackCheck.GroupResult) -> String {
    [
      group.facts.isFlagged ? texts.pick("thông tin", "facts") : nil,
      group.opinions.isFlagged ? texts.pick("ý kiến", "opinions") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func label(_ variable: String) -> String {
    let label = questionnaire.field(variable)?.label.text(in: texts.language) ?? ""
    return label.isEmpty ? variable : printable(label)
  }

  private func whole(_ number: Int) -> String { texts.numbers.whole(number) }

  private func decimal(_ value: Double?) -> String { texts.numbers.decimal(value, places: 2) }

  private func percent(_ share: Double?) -> String {
    texts.numbers.percent(texts.numbers.decimal(share.map { $0 * 100 }, places: 1))
  }

  private func interval(_ rate: BackCheck.Rate) -> String {
    guard let low = rate.low, let high = rate.high else { return NumberStyle.missing }
    return texts.numbers.decimal(low * 100, places: 1) + "–"
      + texts.numbers.decimal(high * 100, places: 1)
  }

  private func fraction(_ rate: BackCheck.Rate) -> String {
    rate.total == 0 ? NumberStyle.missing : "\(whole(rate.count))/\(whole(rate.total))"
  }

  private func difference(_ field: BackCheck.FieldResult) -> String {
    guard let difference = field.difference else { return NumberStyle.missing }
    let mean = texts.numbers.signed(difference.mean, places: 2)
    guard let low = difference.low, let high = difference.high else { return mean }
    let (from, to) = (
      texts.numbers.signed(low, places: 2), texts.numbers.signed(high, places: 2)
    )
    return texts.pick("\(mean) (\(from) đến \(to))", "\(mean) (\(from) to \(to))")
  }

  private func pValue(_ p: Double?) -> String {
    guard let p else { return NumberStyle.missing }
    return p < 0.001
      ? "< " + texts.numbers.decimal(0.001, places: 3) : texts.numbers.decimal(p, places: 3)
  }
}
