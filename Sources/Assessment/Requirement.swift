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
}

extension TargetAssessment {
  /// Works out the threshold; a missing baseline or value becomes a finding.
  mutating func requirement() -> Requirement {
    switch target.rule {
    case .increase(let baselineYear, let step, let unit):
      guard let baseline = baseline(of: baselineYear) else { return Requirement() }
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
      guard let baseline = baseline(of: baselineYear) else { return Requirement() }
      return Requirement(
        baseline: baseline,
        threshold: Threshold(value: withoutBinaryNoise(baseline.value), comparison: .atLeast))
    case .minimum(let values):
      guard let value = values[year] else {
        findings.append(noValueForYearFinding(target, year: year, years: values.keys.sorted()))
        return Requirement()
      }
      return Requirement(
        threshold: Threshold(value: withoutBinaryNoise(value), comparison: .atLeast))
    case .rank(let atMost, _):
      return Requirement(threshold: Threshold(value: Double(atMost), comparison: .atMost))
    }
  }

  /// The plan's baseline of the measure and domain; for an entered figure without one, the figure's
  /// own value of that year.
  private mutating func baseline(of baselineYear: Int) -> BaselineFigure? {
    for baseline in plan.baselines where baseline.year == baselineYear {
      for entry in baseline.values
      where entry.measure == target.measure.name && isSameDomain(entry.domain, target.domain) {
        return BaselineFigure(
          value: entry.value, year: baseline.year, source: baseline.source,
          status: baseline.status)
      }
    }
    if case .figure(let id) = target.measure,
      let figure = plan.figures.first(where: { $0.id == id }),
      let entry = figure.values.first(where: { $0.year == baselineYear })
    {
      return BaselineFigure(
        value: entry.value, year: baselineYear, source: entry.source, status: "entered")
    }
    findings.append(noBaselineFinding(target, year: baselineYear))
    return nil
  }
}

/// Domains are sets of terms: the order in which a file names them means nothing.
func isSameDomain(_ left: [DomainTerm], _ right: [DomainTerm]) -> Bool {
  left.count == right.count && left.allSatisfy { right.contains($0) }
}
