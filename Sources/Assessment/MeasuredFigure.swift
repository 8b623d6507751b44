internal import SurveyModel

/// What the survey, or the office that entered a figure, found.
struct MeasuredFigure: Hashable {
  /// Full precision.
  var value: Double?
  /// What the verdict is decided on.
  var published: Double?
  var standardError: Double?
  var lower: Double?
  var upper: Double?
  var degreesOfFreedom: Int?
  var respondents: Int?
}

extension TargetAssessment {
  /// Finds the figure of the target; one that is not there, or not for publication, becomes a
  /// finding and an empty figure.
  mutating func measured() -> MeasuredFigure {
    if case .figure(let id) = target.measure { return enteredFigure(id) }
    guard let (kind, id) = measureOfEstimate else { return MeasuredFigure() }
    return estimated(kind, id: id)
  }

  /// Kind and id of the survey's figure, `nil` for an entered one.
  var measureOfEstimate: (kind: MeasureKind, id: String)? {
    switch target.measure {
    case .figure: nil
    case .overall: (.overall, index.id)
    case .factor(let id): (.factor, id)
    case .item(let id): (.item, id)
    }
  }

  private mutating func enteredFigure(_ id: String) -> MeasuredFigure {
    guard let figure = plan.figures.first(where: { $0.id == id }),
      let entry = figure.values.first(where: { $0.year == year })
    else {
      findings.append(noFigureFinding(target, year: year))
      return MeasuredFigure()
    }
    // An entered figure is already as published: it is not rounded again.
    let value = withoutBinaryNoise(entry.value)
    return MeasuredFigure(value: value, published: value)
  }

  private mutating func estimated(_ kind: MeasureKind, id: String) -> MeasuredFigure {
    if case .rank = target.rule {
      findings.append(rankOfEstimateFinding(target))
      return MeasuredFigure()
    }
    let match = estimates.estimates.first {
      $0.kind == kind && $0.id == id && isSameDomain($0.domain, target.domain)
    }
    guard let estimate = match else {
      findings.append(noEstimateFinding(target, wasAsked: false))
      return MeasuredFigure()
    }
    if estimate.flag == .suppressed {
      findings.append(suppressedFinding(target, estimate))
      return MeasuredFigure(respondents: estimate.respondents)
    }
    guard estimate.flag != .noData, let value = estimate.value, value.isFinite else {
      findings.append(noEstimateFinding(target, wasAsked: true))
      return MeasuredFigure(respondents: estimate.respondents)
    }
    if estimate.flag == .unreliable { findings.append(unreliableFinding(target)) }
    return MeasuredFigure(
      value: value, published: roundedHalfUp(value, places: index.places),
      standardError: estimate.standardError, lower: estimate.lower, upper: estimate.upper,
      degreesOfFreedom: estimate.degreesOfFreedom, respondents: estimate.respondents)
  }
}
