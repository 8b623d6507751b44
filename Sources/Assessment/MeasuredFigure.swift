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
  /// Why there is no figure.
  var missing: NoDataReason?
}

extension TargetAssessment {
  /// Finds the figure of the target; one that is not there, or not for publication, becomes a
  /// finding and an empty figure.
  mutating func measured() -> MeasuredFigure {
    guard let measure = target.measure else {
      return MeasuredFigure(missing: .judgementMissing(year: year))
    }
    if case .figure(let id) = measure { return enteredFigure(id) }
    guard let (kind, id) = measureOfEstimate else { return MeasuredFigure() }
    return estimated(kind, id: id)
  }

  /// Kind and id of the survey's figure, `nil` for an entered one and for words.
  var measureOfEstimate: (kind: MeasureKind, id: String)? {
    switch target.measure {
    case nil, .figure: nil
    case .overall: (.overall, index.id)
    case .factor(let id): (.factor, id)
    case .item(let id): (.item, id)
    }
  }

  private func enteredFigure(_ id: String) -> MeasuredFigure {
    let figure = plan.figures.first { $0.id == id }
    guard let entered = figure?.values.first(where: { $0.year == year })?.value ?? printedScore
    else {
      return MeasuredFigure(
        missing: .figureMissing(measure: MeasureReference.figure(id).name, year: year))
    }
    // An entered figure is already as published: it is not rounded again.
    let value = withoutBinaryNoise(entered)
    return MeasuredFigure(value: value, published: value)
  }

  /// The score that a score card itself prints for the survey's year.
  private var printedScore: Double? {
    guard case .score(let card) = target.rule, card.year == year else { return nil }
    return card.assessed
  }

  private mutating func estimated(_ kind: MeasureKind, id: String) -> MeasuredFigure {
    if case .rank = target.rule {
      findings.append(rankOfEstimateFinding(target))
      return MeasuredFigure(missing: .rankOfEstimate)
    }
    let match = estimates.estimates.first {
      $0.kind == kind && $0.id == id && isSameDomain($0.domain, target.domain)
    }
    guard let estimate = match else {
      findings.append(noEstimateFinding(target, wasAsked: false))
      return MeasuredFigure(missing: .noEstimate)
    }
    if estimate.flag == .suppressed {
      findings.append(suppressedFinding(target, estimate))
      return MeasuredFigure(respondents: estimate.respondents, missing: .suppressed)
    }
    guard estimate.flag != .noData, let value = estimate.value, value.isFinite else {
      findings.append(noEstimateFinding(target, wasAsked: true))
      return MeasuredFigure(respondents: estimate.respondents, missing: .noEstimate)
    }
    if estimate.flag == .unreliable { findings.append(unreliableFinding(target)) }
    return MeasuredFigure(
      value: value, published: roundedHalfUp(value, places: index.places),
      standardError: estimate.standardError, lower: estimate.lower, upper: estimate.upper,
      degreesOfFreedom: estimate.degreesOfFreedom, respondents: estimate.respondents)
  }
}
