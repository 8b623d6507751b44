internal import SurveyModel

extension Texts {
  var titleOfAttainment: String { words["title.targets"] }
  var columnIndex: String { words["column.index"] }
  var columnBaseline: String { words["column.baseline"] }

  /// The column's title with the year, where all targets compare with one year.
  func columnBaseline(of results: [TargetResult]) -> String {
    let years = results.compactMap { $0.baselineYear }
    guard let year = years.first, years.allSatisfy({ $0 == year }) else { return columnBaseline }
    return "\(columnBaseline) \(year)"
  }
  var columnTarget: String { words["column.target"] }
  var columnResult: String { words["column.result"] }
  var columnDifference: String { words["column.difference"] }
  var columnVerdict: String { words["column.verdict"] }
  var columnLead: String { words["column.lead"] }
  var columnDue: String { words["column.due"] }

  func columnInterval(level: Double) -> String {
    words("column.interval", ["level": levelText(level)])
  }

  func levelText(_ level: Double) -> String {
    let places = level * 100 == (level * 100).rounded() ? 0 : 1
    return numbers.percent(numbers.decimal(level * 100, places: places))
  }

  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: words["verdict.met"]
    case .notMet: words["verdict.not-met"]
    case .noData: words["verdict.no-data"]
    }
  }

  func confidence(_ confidence: Confidence) -> String {
    switch confidence {
    case .certain: words["verdict.certain"]
    case .uncertain: words["verdict.uncertain"]
    }
  }

  /// `Đạt, chưa chắc chắn`; without a sampling error the verdict alone.
  func assessment(_ result: TargetResult) -> String {
    let words = verdict(result.verdict)
    guard let confidence = result.confidence else { return words }
    return "\(words), \(self.confidence(confidence))"
  }

  /// How a threshold is read: `≥ 86,78 %`, `> 84,78 %`, `≤ 30`, `< 0,5 %`.
  func threshold(_ number: String, of result: TargetResult) -> String {
    if case .rank = result.target.rule { return pick("hạng ≤ ", "rank ≤ ") + number }
    if result.target.rule.asksForLess { return (result.isStrict ? "< " : "≤ ") + number }
    return (result.isStrict ? "> " : "≥ ") + number
  }

  /// An entered figure with its unit: `45 ngày`, `8,5 điểm`.
  func figure(_ number: String, unit: FigureUnit) -> String {
    guard number != NumberStyle.missing else { return number }
    return switch unit {
    case .percent: numbers.percent(number)
    case .points, .score: number + pick(" điểm", " points")
    case .days: number + pick(" ngày", " days")
    case .minutes: number + pick(" phút", " minutes")
    case .count, .rank, .unstated: number
    }
  }

  /// Why there is no verdict, for readers who know no commands: the findings name those.
  func reason(_ reason: NoDataReason) -> String {
    switch reason {
    case .figureMissing(_, let year):
      pick(
        "chưa có số liệu năm \(year)", "the figure of \(year) is missing")
    case .baselineMissing(_, let year):
      pick(
        "chưa có số liệu năm gốc \(year) để so sánh",
        "the \(year) figure to compare with is missing")
    case .judgementMissing(let year):
      pick(
        "yêu cầu bằng lời, chưa có người đánh giá cho năm \(year)",
        "a requirement in words that nobody has judged for \(year)")
    case .noValueForYear(let year):
      pick("kế hoạch không đặt mức cho năm \(year)", "the plan sets no value for \(year)")
    case .noEstimate:
      pick("khảo sát không ước lượng chỉ số này", "the survey makes no estimate of it")
    case .suppressed:
      pick("ước lượng không đủ điều kiện công bố", "the estimate is not fit to be published")
    case .rankOfEstimate:
      pick("khảo sát không cho biết thứ hạng", "a survey gives no rank")
    }
  }

  /// The target in words: what the plan asks for.
  func rule(_ rule: TargetRule) -> String {
    switch rule {
    case .increase(let year, let step?, let unit):
      let figure = numbers.exact(step, places: 0)
      return unit == .points
        ? pick(
          "tăng ít nhất \(figure) điểm % so với năm \(year)",
          "raise by at least \(figure) percentage points against \(year)")
        : pick(
          "tăng ít nhất \(numbers.percent(figure)) (tương đối) so với năm \(year)",
          "raise by at least \(numbers.percent(figure)) (relative) against \(year)")
    case .increase(let year, nil, _):
      return pick("tăng so với năm \(year)", "raise against \(year)")
    case .hold(let year):
      return pick("giữ vững hoặc nâng cao so với năm \(year)", "hold or raise against \(year)")
    case .minimum(_, let isStrict):
      return isStrict
        ? pick("cao hơn mức của từng năm", "above the value of each year")
        : pick("tối thiểu theo từng năm", "a minimum for each year")
    case .maximum(_, let isStrict):
      return isStrict
        ? pick("thấp hơn mức của từng năm", "below the value of each year")
        : pick("không vượt quá mức của từng năm", "a maximum for each year")
    case .rank(let atMost, let of):
      guard let of else { return pick("hạng \(atMost) trở lên", "rank \(atMost) or better") }
      return pick("hạng \(atMost)/\(of) trở lên", "rank \(atMost) of \(of) or better")
    case .score(let card):
      let standard = numbers.exact(card.standard, places: 0)
      guard let lost = card.pointsLost, let assessed = card.assessed else {
        return pick("đạt điểm chuẩn \(standard)", "reach the standard score \(standard)")
      }
      let score = numbers.exact(assessed, places: 0)
      let points = numbers.exact(lost, places: 0)
      let when = card.year.map { pick("năm \($0) ", "in \($0) ") } ?? ""
      return pick(
        "đạt điểm chuẩn \(standard) (\(when)được \(score), mất \(points) điểm)",
        "reach the standard score \(standard) (\(when)\(score), \(points) points lost)")
    case .qualitative(let words): return words.text(in: language)
    }
  }

  // MARK: Sentences

  /// One sentence per target: the answer before the table.
  func sentence(_ row: AttainmentRow) -> String {
    let result = row.result
    guard result.verdict != .noData, let difference = result.difference else {
      guard let why = result.noDataReason else {
        return pick("chưa có dữ liệu để đánh giá.", "there are no data yet to judge it by.")
      }
      let missing = pick(
        "chưa đánh giá được vì \(reason(why)).", "not judged because \(reason(why)).")
      guard result.published != nil else { return missing }
      return "\(row.resultWithError); \(missing)"
    }
    if case .rank = result.target.rule {
      return pick(
        "\(row.estimate) (mục tiêu: \(row.threshold)): \(lowercasedFirst(row.verdict)).",
        "\(row.estimate) (target: \(row.threshold)): \(lowercasedFirst(row.verdict)).")
    }
    let rounded = roundedHalfUp(difference, places: row.differencePlaces)
    let size = numbers.decimal(rounded.magnitude, places: row.differencePlaces)
    let points =
      row.figureUnit == nil || row.isShare
      ? size + pick(" điểm", " points") : row.figureUnit.map { figure(size, unit: $0) } ?? size
    // A figure on the good side of a maximum lies below it.
    let isAbove = (rounded > 0) != result.target.rule.asksForLess
    let standing =
      if rounded == 0 {
        pick("đúng bằng mức \(row.bareThreshold)", "exactly at \(row.bareThreshold)")
      } else if isAbove {
        pick(
          "cao hơn mức \(row.bareThreshold) là \(points)", "\(points) above \(row.bareThreshold)")
      } else {
        pick(
          "thấp hơn mức \(row.bareThreshold) là \(points)", "\(points) below \(row.bareThreshold)")
      }
    let met =
      switch (result.verdict, result.confidence) {
      case (.met, .certain?):
        pick("đạt mục tiêu, chắc chắn", "the target is met, with certainty")
      case (.met, .uncertain?):
        pick(
          "đạt mục tiêu, nhưng chưa chắc chắn vì chênh lệch nằm trong phạm vi sai số chọn mẫu",
          "the target is met, but uncertainly: the difference lies within the sampling error")
      case (.met, nil): pick("đạt mục tiêu", "the target is met")
      case (_, .certain?):
        pick("không đạt mục tiêu, chắc chắn", "the target is not met, with certainty")
      case (_, .uncertain?):
        pick(
          "không đạt mục tiêu, nhưng chưa chắc chắn vì chênh lệch nằm trong phạm vi sai số chọn mẫu",
          "the target is not met, but uncertainly: the difference lies within the sampling error")
      case (_, nil): pick("không đạt mục tiêu", "the target is not met")
      }
    return "\(row.estimate), \(standing): \(met)."
  }

  /// Said where the other meaning of "2 %" gives another verdict.
  func otherReading(_ row: AttainmentRow, _ other: AlternativeReading) -> String {
    let threshold = row.withUnit(numbers.exact(other.threshold, places: row.places))
    let reading = readingOf(other.unit)
    return pick(
      "\(row.label): nếu hiểu mức tăng là \(reading) thì ngưỡng là \(threshold) và kết luận là "
        + "“\(lowercasedFirst(verdict(other.verdict)))” thay vì “\(lowercasedFirst(verdict(row.result.verdict)))”.",
      "\(row.label): if the increase is read as \(reading), the threshold is \(threshold) and the "
        + "verdict “\(lowercasedFirst(verdict(other.verdict)))” instead of "
        + "“\(lowercasedFirst(verdict(row.result.verdict)))”.")
  }

  var otherReadingChangesNothing: String { words["note.other-reading"] }

  private func readingOf(_ unit: IncreaseUnit) -> String {
    switch unit {
    case .points: pick("điểm phần trăm", "percentage points")
    case .percent: pick("phần trăm tương đối", "relative percent")
    }
  }

  /// What certain and uncertain mean, below the table.
  var confidenceNote: String {
    words("note.confidence", ["level": levelText(0.95)])
  }

  func tally(met: Int, notMet: Int, noData: Int) -> String {
    let total = met + notMet + noData
    var text = pick("Đạt \(met)/\(total) mục tiêu", "\(met) of \(total) targets met")
    if notMet > 0 { text += pick(", \(notMet) không đạt", ", \(notMet) not met") }
    if noData > 0 { text += pick(", \(noData) chưa có dữ liệu", ", \(noData) without data") }
    return text + "."
  }

  func waitingTargets(_ count: Int) -> String {
    pick(
      "\(count) mục tiêu khác chờ số liệu nhập hoặc chờ người đánh giá; xem báo cáo hoặc lệnh sipas register.",
      "\(count) other targets wait for entered figures or a person's judgement; see the report or "
        + "sipas register.")
  }

  /// Instead of the answer, where the survey measures no target.
  func noTargets(hasOthers: Bool) -> String {
    hasOthers ? words["note.no-survey-targets"] : words["note.no-targets"]
  }

  // MARK: Overall and synthetic marking

  var overallIndex: String { words["measure.overall"] }

  func respondents(_ count: Int) -> String {
    let number = numbers.whole(count)
    return pick("\(number) người trả lời", count == 1 ? "1 respondent" : "\(number) respondents")
  }

  func syntheticBanner(responses: Bool, baseline: Bool) -> String {
    switch (responses, baseline) {
    case (true, true):
      words["banner.synthetic-all"]
    case (true, false):
      words["banner.synthetic-responses"]
    default:
      words["banner.synthetic-baseline"]
    }
  }
}
