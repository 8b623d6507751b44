internal import SurveyModel

/// The figure a target compares with, and where it is from.
struct BaselineFigure: Hashable {
  var value: Double
  var year: Int
  var source: String
  var status: String
}

/// What a target asks for in the survey's year.
struct Requirement: Hashable {
  var baseline: BaselineFigure?
  var threshold: Threshold?
  /// Why there is no threshold.
  var missing: NoDataReason?

  init(
    baseline: BaselineFigure? = nil, threshold: Threshold? = nil, missing: NoDataReason? = nil
  ) {
    self.baseline = baseline
    self.threshold = threshold
    self.missing = missing
  }
}

extension TargetAssessment {
  /// Works out the threshold, or why there is none.
  func requirement() -> Requirement {
    switch target.rule {
    case .increase(let baselineYear, let step, let unit):
      guard let baseline = baseline(of: baselineYear) else { return lacking(baselineYear) }
      guard let step else {
        return Requirement(
          baseline: baseline,
          threshold: Threshold(value: withoutBinaryNoise(baseline.value), comparison: .above))
      }
      return Requirement(
        baseline: baseline,
        threshold: Threshold(
          value: raisedThreshold(baseline: baseline.value, by: step, unit: unit),
          comparison: .atLeast))
    case .hold(let baselineYear):
      guard let baseline = baseline(of: baselineYear) else { return lacking(baselineYear) }
      return Requirement(
        baseline: baseline,
        threshold: Threshold(value: withoutBinaryNoise(baseline.value), comparison: .atLeast))
    case .minimum(let values, let isStrict):
      return limit(values, isStrict ? .above : .atLeast)
    case .maximum(let values, let isStrict):
      return limit(values, isStrict ? .below : .atMost)
    case .rank(let atMost, _):
      return Requirement(threshold: Threshold(value: Double(atMost), comparison: .atMost))
    case .score(let card):
      return Requirement(
        baseline: assessedScore(card),
        threshold: Threshold(value: withoutBinaryNoise(card.standard), comparison: .atLeast))
    case .qualitative:
      return Requirement(missing: .judgementMissing(year: year))
    }
  }

  private func limit(_ values: [Int: Double], _ comparison: Threshold.Comparison) -> Requirement {
    guard let value = values[year] else { return Requirement(missing: .noValueForYear(year)) }
    return Requirement(
      threshold: Threshold(value: withoutBinaryNoise(value), comparison: comparison))
  }

  private func lacking(_ baselineYear: Int) -> Requirement {
    Requirement(
      missing: .baselineMissing(measure: target.measure?.name ?? "", year: baselineYear))
  }

  /// The score that the document prints for an earlier year.
  private func assessedScore(_ card: ScoreCard) -> BaselineFigure? {
    guard let assessed = card.assessed, let assessedYear = card.year, assessedYear < year else {
      return nil
    }
    let entered = enteredBaseline(of: assessedYear)
    return BaselineFigure(
      value: assessed, year: assessedYear,
      source: entered?.source ?? plan.sources.first?.document ?? "",
      status: plan.sources.first?.status == "synthetic" ? "synthetic" : "official")
  }

  /// The plan's baseline of the measure and domain; for an entered figure without one, the figure's
  /// own value of that year.
  private func baseline(of baselineYear: Int) -> BaselineFigure? {
    for baseline in plan.baselines where baseline.year == baselineYear {
      for entry in baseline.values
      where entry.measure == target.measure?.name && isSameDomain(entry.domain, target.domain) {
        return BaselineFigure(
          value: entry.value, year: baseline.year, source: baseline.source,
          status: baseline.status)
      }
    }
    return enteredBaseline(of: baselineYear)
  }

  /// The figure's own value of an earlier year.
  private func enteredBaseline(of baselineYear: Int) -> BaselineFigure? {
    guard case .figure(let id) = target.measure,
      let figure = plan.figures.first(where: { $0.id == id }),
      let entry = figure.values.first(where: { $0.year == baselineYear })
    else { return nil }
    return BaselineFigure(
      value: entry.value, year: baselineYear, source: entry.source, status: "entered")
  }
}

/// Domains are sets of terms: the order in which a file names them means nothing.
func isSameDomain(_ left: [DomainTerm], _ right: [DomainTerm]) -> Bool {
  left.count == right.count && left.allSatisfy { right.contains($0) }
}
