internal import SurveyModel

/// The sentences of the sections.
extension Texts {
  // MARK: First screen

  func tally(_ results: [TargetResult]) -> String {
    func count(_ verdict: Verdict) -> Int { results.count { $0.verdict == verdict } }
    return tally(met: count(.met), notMet: count(.notMet), noData: count(.noData))
  }

  /// `areOther`: besides targets that the survey measures.
  func otherTargets(
    _ count: Int, met: Int, notMet: Int, open: Int, overdue: Int, areOther: Bool
  ) -> String {
    let late =
      overdue > 0
      ? pick("; \(numbers.whole(overdue)) quá hạn", "; \(numbers.whole(overdue)) overdue") : ""
    return pick(
      (areOther
        ? "Kế hoạch còn \(numbers.whole(count)) mục tiêu khác"
        : "Kế hoạch có \(numbers.whole(count)) mục tiêu")
        + ", không đo bằng khảo sát: "
        + "\(numbers.whole(met)) đạt, \(numbers.whole(notMet)) không đạt, \(numbers.whole(open)) "
        + "chưa đánh giá được\(late). Xem mục “\(words["title.register"])”.",
      "The plan has \(numbers.whole(count)) \(areOther ? "other " : "")"
        + (count == 1 ? "target that no survey measures: " : "targets that no survey measures: ")
        + "\(numbers.whole(met)) met, \(numbers.whole(notMet)) not met, \(numbers.whole(open)) "
        + "that cannot be judged yet\(late). See “\(words["title.register"])”.")
  }

  /// One index in the text alternative of the picture.
  func pictured(_ row: AttainmentRow) -> String {
    let target = "\(lowercasedFirst(columnTarget)) \(row.threshold)"
    return "\(row.label): \(row.resultWithError), \(target), \(lowercasedFirst(row.verdict))."
  }

  /// The text alternative of a picture of answers.
  func answerPicture(
    _ count: Int, from worst: String, to best: String, lowest: String?, highest: String?
  ) -> String {
    let bars = pick(
      "\(numbers.whole(count)) câu hỏi, mỗi câu một thanh từ “\(worst)” đến “\(best)”.",
      count == 1
        ? "1 question, a bar from “\(worst)” to “\(best)”."
        : "\(numbers.whole(count)) questions, a bar each from “\(worst)” to “\(best)”.")
    guard let lowest, let highest, count > 1 else { return bars }
    return bars
      + pick(
        " Thấp nhất: \(lowest); cao nhất: \(highest).",
        " Lowest: \(lowest); highest: \(highest).")
  }

  var points: String { pick("điểm", "points") }
  var score: String { pick("điểm", "score") }
  var lowerLimit: String { words["column.lower"] }
  var upperLimit: String { words["column.upper"] }

  // MARK: Where a figure is from

  /// `n = 1.240; sai số chuẩn 0,60; khoảng tin cậy 95 %: 85,90 – 88,30 (wald-t, bậc tự do 40)`.
  func trace(of estimate: Estimate, index: IndexMethod, level: Double) -> String {
    let shown = estimate.shown
    guard shown.value != nil else { return "" }
    let places = index.places
    return trace(
      respondents: estimate.respondents,
      error: shown.standardError.map { numbers.decimal($0, places: places) },
      interval: EstimateText(estimate, index: index, texts: self).interval, level: level,
      method: estimate.intervalMethod.rawValue, freedom: estimate.degreesOfFreedom)
  }

  func trace(of row: AttainmentRow, level: Double) -> String {
    let result = row.result
    guard result.estimate != nil, result.target.isFromSurvey else { return "" }
    return trace(
      respondents: result.respondents,
      error: result.standardError.finite.map { numbers.decimal($0, places: row.places) },
      interval: row.interval, level: level, method: nil, freedom: result.degreesOfFreedom)
  }

  func trace(of part: DecompositionPart, level: Double) -> String {
    guard let half = part.halfWidth.finite else { return "" }
    let interval =
      numbers.signed(part.contribution - half, places: 2) + " – "
      + numbers.signed(part.contribution + half, places: 2)
    return trace(
      respondents: nil, error: part.standardError.finite.map { numbers.decimal($0, places: 2) },
      interval: interval, level: level, method: nil, freedom: part.degreesOfFreedom)
  }

  private func trace(
    respondents: Int?, error: String?, interval: String, level: Double, method: String?,
    freedom: Int?
  ) -> String {
    var parts: [String] = []
    if let respondents { parts.append("n = \(numbers.whole(respondents))") }
    if let error { parts.append("\(lowercasedFirst(standardError)) \(error)") }
    if interval != NumberStyle.missing {
      var text = "\(lowercasedFirst(columnInterval(level: level))): \(interval)"
      let basis = [method, freedom.map { pick("bậc tự do \($0)", "\($0) degrees of freedom") }]
        .compactMap { $0 }
      if !basis.isEmpty { text += " (\(basis.joined(separator: ", ")))" }
      parts.append(text)
    }
    return parts.joined(separator: "; ")
  }

  // MARK: Ranks

  func onlyEndsShown(_ shown: Int, of count: Int) -> String {
    let (half, all) = (numbers.whole(shown / 2), numbers.whole(count))
    return pick(
      "Hình vẽ \(half) đơn vị cao nhất và \(half) đơn vị thấp nhất trong \(all) đơn vị; đầy đủ ở tệp "
        + "rankings.csv.",
      "The picture shows the \(half) highest and the \(half) lowest of \(all) units; all are in "
        + "rankings.csv.")
  }
  func allUnits(_ count: Int) -> String {
    pick("Tất cả \(numbers.whole(count)) đơn vị", "All \(numbers.whole(count)) units")
  }
  var ranksOfFactors: String { words["title.ranks-of-factors"] }
  var wholePopulation: String { words["term.whole"] }

  func rankPicture(_ count: Int, from first: String?, to last: String?) -> String {
    let ends = first == last ? first ?? "" : "\(first ?? "") … \(last ?? "")"
    return pick(
      "\(numbers.whole(count)) đơn vị theo thứ tự từ cao đến thấp: \(ends).",
      "\(numbers.whole(count)) units from the highest to the lowest: \(ends).")
  }

  /// A unit's difference from the whole, with its adjusted p-value, in words.
  func fromWhole(_ difference: Double, pValue: Double) -> String {
    if pValue >= 0.05 { return pick("chưa phân biệt được", "not distinguishable") }
    return difference > 0
      ? pick("cao hơn rõ rệt", "clearly above") : pick("thấp hơn rõ rệt", "clearly below")
  }

  // MARK: Years

  var trendNote: String { words["note.trend"] }
  var thisSurvey: String { words["term.this-survey"] }
  var methodBreak: String { words["term.method-break"] }
  func surveyOfYear(_ id: String) -> String { pick("khảo sát \(id)", "survey \(id)") }
  func baselineSource(_ baseline: Baseline) -> String {
    baseline.source.isEmpty ? lowercasedFirst(columnBaseline) : baseline.source
  }

  // MARK: Weights

  var timesMean: String { words["column.times-mean"] }
  func spreadOfWeights(_ step: String, smallest: String, largest: String) -> String {
    pick(
      "\(step): từ \(smallest) đến \(largest) lần trọng số trung bình.",
      "\(step): from \(smallest) to \(largest) times the mean weight.")
  }

  // MARK: Sampling errors and inputs

  func errorNote(level: Double) -> String {
    words("note.errors", ["level": levelText(level)])
  }

  func exclusions(_ run: RunResult) -> String {
    run.excluded == 0
      ? pick("không phiếu nào", "no interview")
      : pick(
        "\(numbers.whole(run.excluded)) phiếu, theo các quyết định đã ghi",
        "\(numbers.whole(run.excluded)) interviews, by the decisions on record")
  }
}
