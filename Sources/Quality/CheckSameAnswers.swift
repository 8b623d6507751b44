import SurveyModel

extension Flagging {
  /// A run shorter than this is nothing, in however short a questionnaire.
  private static let shortestRun = 8

  /// Long runs of one answer, where they are rare.
  ///
  /// In surveys of this kind many people honestly answer 4 to everything: what is common in the file,
  /// or expected from its margins, is not flagged.
  ///
  /// - Returns: For each answer, how many interviews give no other, and how many are expected to.
  mutating func checkSameAnswers() -> [SameAnswerShare] {
    let expected = answers.expectedRuns()
    let shares = sameAnswerShares(expected)
    guard let rule = rules.sameAnswers else {
      off(QualityCodes.sameAnswers)
      return shares
    }
    let (run, most) = (shownPercent(rule.run, places: 0), shownPercent(rule.mostShare))
    checked(
      QualityCodes.sameAnswers,
      vi: "Cùng một đáp án liền nhau ở ít nhất \(run.text(in: .vi)) số câu, mà không quá "
        + "\(most.text(in: .vi)) số phiếu có (và dự kiến có) như vậy.",
      en: "One answer in a row for at least \(run.text(in: .en)) of the items, where at most "
        + "\(most.text(in: .en)) of interviews do so (and are expected to).")
    for code in answers.codes.indices {
      flagRuns(of: code, rule, expected: expected[code])
    }
    return shares
  }

  private mutating func flagRuns(
    of code: Int, _ rule: SameAnswersRule, expected: ExpectedRuns
  ) {
    let long = figures.indices.filter { row in
      let figure = figures[row]
      return figure.runCode == code && figure.run >= Self.shortestRun
        && Double(figure.run) >= rule.run * Double(figure.valid)
    }.sorted { left, right in
      // Longest share first.
      let first = figures[left].run * figures[right].valid
      let second = figures[right].run * figures[left].valid
      return first != second ? first > second : left < right
    }
    let answered = figures.count { $0.valid > 0 }
    // In a small file a single interview is a larger share than the limit, and still rare.
    let limit = max(rule.mostShare, 1.5 / Double(max(answered, 1)))
    var place = 0
    while place < long.count {
      // Interviews with an equal share stand or fall together.
      var end = place
      let leader = figures[long[place]]
      while end < long.count,
        figures[long[end]].run * leader.valid == leader.run * figures[long[end]].valid
      { end += 1 }
      let observed = Double(end) / Double(answered)
      guard observed <= limit else { return }
      for row in long[place..<end].sorted() {
        let chance = expected.run(figures[row].run, among: figures[row].valid)
        guard chance <= limit else { continue }
        flagRun(row, code: code, observed: observed, chance: chance)
      }
      place = end
    }
  }

  private mutating func flagRun(_ row: Int, code: Int, observed: Double, chance: Double) {
    let (seen, likely) = (
      shownPercent(observed, places: 2), shownPercent(chance, places: 2)
    )
    let answer = answers.codes[code]
    flag(
      QualityCodes.sameAnswers, row: row,
      found: LocalizedText(
        vi: "\(figures[row].run) trên \(figures[row].valid) câu liền nhau cùng đáp án “\(answer)”",
        en: "\(figures[row].run) of \(figures[row].valid) items in a row answered “\(answer)”"),
      expected: LocalizedText(
        vi: "hiếm: \(seen.text(in: .vi)) số phiếu có, dự kiến \(likely.text(in: .vi))",
        en: "rare: \(seen.text(in: .en)) of interviews do, \(likely.text(in: .en)) expected"),
      remedy: LocalizedText(
        vi: "đối chiếu phiếu giấy; gọi lại hỏi vài câu",
        en: "compare with the paper form; call back"
      ))
  }

  private func sameAnswerShares(_ expected: [ExpectedRuns]) -> [SameAnswerShare] {
    var interviewsOfCount: [Int: Int] = [:]
    var same = [Int](repeating: 0, count: answers.codes.count)
    for figure in figures where figure.valid >= 2 {
      interviewsOfCount[figure.valid, default: 0] += 1
      if figure.mostFrequent == figure.valid { same[figure.mostFrequentCode] += 1 }
    }
    let answered = interviewsOfCount.values.reduce(0, +)
    guard answered > 0 else { return [] }
    return answers.codes.indices.map { code in
      var chance = 0.0
      for (count, interviews) in interviewsOfCount.sorted(by: { $0.key < $1.key }) {
        chance += expected[code].allSame(count) * Double(interviews) / Double(answered)
      }
      return SameAnswerShare(
        answer: answers.codes[code], observed: 100 * Double(same[code]) / Double(answered),
        expected: 100 * chance)
    }
  }
}
