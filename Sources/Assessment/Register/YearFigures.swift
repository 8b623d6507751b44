internal import SurveyModel

/// What is known of a target in one year.
struct YearFigure: Hashable {
  var year: Int
  /// Full precision; `nil` while there is no result.
  var value: Double?
  var published: Double?
  var standardError: Double?
  var degreesOfFreedom: Double?
  var lower: Double?
  var upper: Double?
  var origin: RegisterYear.Origin?
  /// Of the survey that gave the result.
  var questionnaire: String?
  /// Measured as this year's survey is, by the comparison of surveys.
  var isComparedWith: Int?
}

extension RowBuilder {
  /// Every year of a threshold or a result, in order.
  func yearFigures() -> [YearFigure] {
    var years = Set(target.thresholdYears ?? [input.year])
    switch target.measure {
    case nil:
      years.formUnion(
        input.judgements.filter { $0.holds && $0.target == target.id }.map(\.year))
    case .figure(let id):
      years.formUnion(
        input.plan.figures.first { $0.id == id }?.values.map(\.year) ?? [])
      if case .score(let card) = target.rule, let year = card.year, card.assessed != nil {
        years.insert(year)
      }
      years.formUnion(planBaselines.map(\.year))
    default:
      years.formUnion(input.surveys.map(\.year).filter { estimated(in: $0) != nil })
      years.formUnion([input.change?.year].compactMap { $0 }.filter { compared(in: $0) != nil })
      years.formUnion(planBaselines.map(\.year))
    }
    return years.sorted().map(figure)
  }

  private func figure(in year: Int) -> YearFigure {
    if let found = judged(in: year) ?? estimated(in: year) ?? compared(in: year) { return found }
    if case .figure(let id) = target.measure {
      let entry = input.plan.figures.first { $0.id == id }?.values.first { $0.year == year }
      if let entry {
        return entered(entry.value, year, .entered(source: entry.source))
      }
      if case .score(let card) = target.rule, card.year == year, let assessed = card.assessed {
        return entered(
          assessed, year, .entered(source: input.plan.sources.first?.document ?? ""))
      }
    }
    if let baseline = planBaselines.first(where: { $0.year == year }) {
      return entered(baseline.value, year, .baseline(source: baseline.source))
    }
    return YearFigure(year: year)
  }

  private func entered(_ value: Double, _ year: Int, _ origin: RegisterYear.Origin) -> YearFigure {
    let value = withoutBinaryNoise(value)
    return YearFigure(year: year, value: value, published: value, origin: origin)
  }

  private func judged(in year: Int) -> YearFigure? {
    guard let judgement = assessment(in: year).judgement, target.measure == nil else { return nil }
    return YearFigure(
      year: year, origin: .judgement(reason: judgement.reason, by: judgement.by))
  }

  /// The estimate of the year's survey, unless it may not be published.
  private func estimated(in year: Int) -> YearFigure? {
    guard let survey = input.survey(of: year) else { return nil }
    var assessment = assessment(in: year)
    guard assessment.measureOfEstimate != nil else { return nil }
    let measured = assessment.measured()
    guard let value = measured.value else { return nil }
    return YearFigure(
      year: year, value: value, published: measured.published,
      standardError: knownError(measured.standardError, value),
      degreesOfFreedom: measured.degreesOfFreedom.map(Double.init), lower: measured.lower,
      upper: measured.upper, origin: .survey(survey.id), questionnaire: survey.questionnaire)
  }

  /// The earlier survey's figure, measured as the later one.
  private func compared(in year: Int) -> YearFigure? {
    guard let change = input.change, change.year == year, let index = input.index,
      let found = comparison
    else { return nil }
    return YearFigure(
      year: year, value: found.before, published: roundedHalfUp(found.before, places: index.places),
      origin: .survey(change.survey), isComparedWith: input.changeOf)
  }

  /// The comparison of the target's figure, unless it may not be published.
  var comparison: ChangeEstimate? {
    guard let (kind, id) = assessment(in: input.year).measureOfEstimate else { return nil }
    return input.change?.changes.first {
      $0.kind == kind && $0.id == id && isSameDomain($0.domain, target.domain)
        && ($0.flag == nil || $0.flag == .unreliable)
    }
  }

  /// An error of 0 where everybody answered alike is no error known.
  private func knownError(_ error: Double?, _ value: Double) -> Double? {
    guard let error, error.isFinite else { return nil }
    let isShare = input.index?.item != .meanScore
    return error == 0 && isShare && (value <= 0 || value >= 100) ? nil : error
  }

  /// What the plan gives as baselines of the measure and domain.
  private var planBaselines: [(year: Int, value: Double, source: String)] {
    input.plan.baselines.flatMap { baseline in
      baseline.values.filter {
        $0.measure == target.measure?.name && isSameDomain($0.domain, target.domain)
      }.map { (year: baseline.year, value: $0.value, source: baseline.source) }
    }
  }

  /// One year with its threshold and verdict.
  func registerYear(_ figure: YearFigure) -> RegisterYear {
    var year = RegisterYear(
      year: figure.year, result: figure.published, origin: figure.origin,
      standardError: figure.standardError, lower: figure.lower, upper: figure.upper)
    guard target.thresholdYears?.contains(figure.year) ?? true else { return year }
    let judged = result(in: figure.year)
    year.verdict = judged.verdict
    year.confidence = judged.confidence
    guard let threshold = assessment(in: figure.year).requirement().threshold else { return year }
    year.threshold = threshold.value
    year.comparison = threshold.comparison.inRegister
    if judged.verdict == .noData, let published = figure.published {
      year.verdict = threshold.isMet(by: published) ? .met : .notMet
    }
    return year
  }
}

extension Threshold.Comparison {
  var inRegister: RegisterYear.Comparison {
    switch self {
    case .atLeast: .atLeast
    case .above: .above
    case .atMost: .atMost
    case .below: .below
    }
  }
}
