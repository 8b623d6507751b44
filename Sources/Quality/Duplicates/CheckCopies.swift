import Foundation
import SurveyModel

extension Flagging {
  /// Pairs of interviews of one interviewer (or unit) that are more alike than people's habits and
  /// chance explain.
  ///
  /// Pairs are taken from the most alike down, as long as no more than the share allowed of them may
  /// be chance. What chance yields is the larger of two figures: the bound of the likelihood ratio
  /// (``LikePairs``), and what pairs of *different* interviewers show, scaled to the number of pairs.
  /// The second holds whatever the first does not know of how people answer.
  mutating func checkCopies() {
    guard let rule = rules.copies else { return off(QualityCodes.copies) }
    guard let grouping = input.interviewers ?? input.units else {
      return notChecked(
        QualityCodes.copies,
        vi: "Không kiểm tra: không có biến điều tra viên hay đơn vị để so trong cùng nhóm.",
        en: "Not checked: there is no variable with the interviewer or unit to compare within.")
    }
    let (order, groups) = comparedRows(by: grouping)
    guard groups.count > 1, order.count > 2 else {
      return notChecked(
        QualityCodes.copies,
        vi: "Không kiểm tra: cần ít nhất hai nhóm, mỗi nhóm từ hai phiếu.",
        en: "Not checked: at least two groups of two or more interviews are needed.")
    }
    // What is compared, and the table of what each group answers, stay within bounds.
    let width = answers.items.count
    let pairs = groups.reduce(0.0) { $0 + Double($1.count) * Double($1.count) / 2 }
    let compared = pairs * Double(1 + 2 * LikePairs.controls(forPairs: pairs))
    let work = compared * Double((width + 31) / 32)
    guard work <= Double(input.mostPairs), groups.count * width <= 4_000_000 else {
      return notChecked(
        QualityCodes.copies,
        vi: "Không kiểm tra ở đây vì quá nhiều cặp phiếu; dùng lệnh sipas quality.",
        en: "Not checked here, as there are too many pairs; use the command sipas quality.")
    }
    let answered = comparedAnswers(of: order)
    let search = LikePairs(answers: answered, width: answers.items.count, groups: groups)
    let within = Double(search.pairsWithin)
    // Less evidence cannot be flagged, even when every interview is a copy.
    let floor = log(max(within / (rule.falseDiscovery * Double(order.count)), 20))
    let (found, controls) = search.find(evidence: floor)
    let (flagged, expected) = worthLooking(
      found, controls: controls, within: within, between: Double(search.pairsBetween), rule)
    describe(rule, grouping, pairs: search.pairsWithin)
    flagCopies(flagged, order: order, expected: expected)
  }

  /// Rows with enough answers by group, and the range of each group of two or more.
  private func comparedRows(by grouping: Grouping) -> (order: [Int], groups: [Range<Int>]) {
    var members = [[Int]](repeating: [], count: grouping.levels.count)
    for row in 0..<rows where grouping.levelOfRow[row] >= 0 {
      if figures[row].valid >= Self.fewestCompared {
        members[Int(grouping.levelOfRow[row])].append(row)
      }
    }
    var order: [Int] = []
    var groups: [Range<Int>] = []
    for group in members where group.count > 1 {
      groups.append(order.count..<order.count + group.count)
      order += group
    }
    return (order, groups)
  }

  /// The pairs to flag, most alike first, and how many of them chance may have made.
  private func worthLooking(
    _ found: [LikePair], controls: [LikePair], within: Double, between: Double, _ rule: CopiesRule
  ) -> (flagged: ArraySlice<LikePair>, expected: Double) {
    let ordered = found.sorted {
      $0.evidence != $1.evidence
        ? $0.evidence > $1.evidence : ($0.first, $0.second) < ($1.first, $1.second)
    }
    let controls = controls.map(\.evidence).sorted(by: >)
    var reached = 0
    var last = 0
    var expected = 0.0
    for (index, pair) in ordered.enumerated() {
      while reached < controls.count, controls[reached] >= pair.evidence { reached += 1 }
      let chance = max(within * exp(-pair.evidence), Double(reached) * within / between)
      guard chance <= rule.falseDiscovery * Double(index + 1) else { continue }
      (last, expected) = (index + 1, chance)
    }
    return (ordered[..<last], expected)
  }

  private mutating func describe(_ rule: CopiesRule, _ grouping: Grouping, pairs: Int) {
    let share = shownPercent(rule.falseDiscovery, places: 0)
    let isInterviewer = input.interviewers != nil
    let count = shownCount(pairs)
    checked(
      QualityCodes.copies,
      vi:
        "So \(count.text(in: .vi)) cặp phiếu cùng \(isInterviewer ? "điều tra viên" : "đơn vị");"
        + " trong các cặp nêu ra, số cặp do ngẫu nhiên không quá \(share.text(in: .vi)).",
      en: "\(count.text(in: .en)) pairs of one \(isInterviewer ? "interviewer" : "unit") compared;"
        + " of the pairs flagged, at most \(share.text(in: .en)) are expected to be chance.")
  }

  private mutating func flagCopies(
    _ flagged: ArraySlice<LikePair>, order: [Int], expected: Double
  ) {
    var partners: [Int: (pair: LikePair, other: Int, count: Int)] = [:]
    for pair in flagged {
      let (first, second) = (order[Int(pair.first)], order[Int(pair.second)])
      for (row, other) in [(first, second), (second, first)] {
        // Pairs come with the most evidence first.
        partners[row, default: (pair, other, 0)].count += 1
      }
    }
    let chance = shown(expected, places: 2)
    for (row, partner) in partners.sorted(by: { $0.key < $1.key }) {
      let pair = partner.pair
      let other = input.table.ids[partner.other]
      let more = partner.count - 1
      flag(
        QualityCodes.copies, row: row,
        found: LocalizedText(
          vi: "trùng \(pair.same) trên \(pair.compared) câu với phiếu \(other)"
            + (more > 0 ? " và giống \(more) phiếu khác" : ""),
          en: "\(pair.same) of \(pair.compared) answers the same as interview \(other)"
            + (more > 0 ? ", and like \(more) more" : "")),
        expected: LocalizedText(
          vi: "trong \(flagged.count) cặp nêu ra, khoảng \(chance.text(in: .vi)) cặp do ngẫu nhiên",
          en: "of the \(flagged.count) pairs flagged, about \(chance.text(in: .en)) by chance"),
        remedy: LocalizedText(
          vi: "đối chiếu hai phiếu giấy; gọi lại cả hai người trả lời",
          en: "compare the two paper forms; call both respondents back"))
    }
  }
}
