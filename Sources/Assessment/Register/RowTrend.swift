internal import SurveyModel

extension RowBuilder {
  /// The movement between the two latest results up to the year under review.
  ///
  /// Whether it is more than sampling error is taken from the comparison of the two surveys, which
  /// knows the clusters they share; else the two are independent samples (Welch and Satterthwaite),
  /// and a published figure counts as exact. Entered figures have no error to judge by.
  func trend(_ figures: [YearFigure]) -> RegisterTrend? {
    let known = figures.filter { $0.year <= input.year && $0.published != nil }
    guard known.count >= 2 else { return nil }
    let (before, now) = (known[known.count - 2], known[known.count - 1])
    guard let from = before.published, let to = now.published else { return nil }
    let difference = withoutBinaryNoise(to - from)
    let direction: RegisterTrend.Direction =
      difference > 0 ? .rising : difference < 0 ? .falling : .level
    return RegisterTrend(
      fromYear: before.year, toYear: now.year, difference: difference, direction: direction,
      isBetter: direction == .level ? nil : (difference < 0) == target.rule.asksForLess,
      isBeyondSamplingError: isBeyondError(before, now), methodBreak: methodBreak(before, now))
  }

  private func isBeyondError(_ before: YearFigure, _ now: YearFigure) -> Bool? {
    if now.year == input.changeOf, before.year == input.change?.year,
      let p = comparison?.pValueChanged
    {
      return p < Movement.significance
    }
    guard case .survey = now.origin, let to = now.value, let from = before.value,
      let error = now.standardError, let freedom = now.degreesOfFreedom
    else { return nil }
    guard case .survey = before.origin else {
      return Movement(baseline: from, now: to, standardError: error, degreesOfFreedom: freedom)
        .isSignificant
    }
    guard let earlierError = before.standardError, let earlierFreedom = before.degreesOfFreedom,
      freedom >= 1, earlierFreedom >= 1
    else { return nil }
    let (a, b) = (error * error, earlierError * earlierError)
    let combined = a + b
    let welch =
      combined > 0
      ? combined * combined / (a * a / freedom + b * b / earlierFreedom)
      : min(freedom, earlierFreedom)
    return Movement(
      baseline: from, now: to, standardError: combined.squareRoot(), degreesOfFreedom: welch
    ).isSignificant
  }

  /// Satisfaction figures of two years that were not made by one method.
  private func methodBreak(_ before: YearFigure, _ now: YearFigure) -> MethodBreak? {
    guard assessment(in: now.year).measureOfEstimate != nil else { return nil }
    if before.isComparedWith == now.year { return nil }
    if case .survey = before.origin, case .survey = now.origin {
      return before.questionnaire == now.questionnaire ? nil : .otherQuestionnaire
    }
    let first = MethodBreak.firstYearOfPublishedMethod
    return before.year < first && now.year >= first ? .publishedMethod : nil
  }
}
