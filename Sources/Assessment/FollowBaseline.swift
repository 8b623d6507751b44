internal import SurveyModel

extension TargetAssessment {
  /// Says how far a judged target has come since its baseline.
  func follow(
    _ baseline: BaselineFigure?, to value: Double, _ measured: MeasuredFigure,
    _ threshold: Threshold, _ isMet: Bool, _ result: inout TargetResult
  ) {
    if case .rank = target.rule {
      // A rank has no way between baseline and target, only a place that is reached or not.
      result.progress = isMet ? .metOrExceeded : nil
      return
    }
    // An error of 0 where everybody answered alike is no error known.
    let isAlike = isShare && (value <= 0 || value >= 100) && measured.standardError == 0
    let error = isAlike ? nil : measured.standardError
    let freedom = Double(measured.degreesOfFreedom ?? 0)
    result.smallestDetectableChange = Assessment.smallestDetectableChange(
      standardError: error, degreesOfFreedom: freedom)
    // Down is the good way toward a maximum: the mirrored figures go up.
    let sign = threshold.comparison.asksForLess ? -1.0 : 1.0
    let earlier = earlierFigure()
    guard let start = baseline?.value ?? earlier?.before else {
      result.progress = isMet ? .metOrExceeded : nil
      return
    }
    if baseline != nil {
      result.targetedChangeAchieved = Assessment.targetedChangeAchieved(
        now: sign * value, baseline: sign * start, threshold: sign * threshold.value)
    }
    var movement = Movement(
      baseline: sign * start, now: sign * value, standardError: error, degreesOfFreedom: freedom)
    if let earlier, baseline == nil || baseline?.year == change?.year {
      movement.standardError = earlier.standardError
      movement.degreesOfFreedom = earlier.degreesOfFreedom ?? 0
    }
    result.progress = Assessment.progress(
      movement, threshold: sign * threshold.value, isMet: isMet)
  }

  /// The comparison of the target's figure with the earlier survey, unless it may not be published.
  private func earlierFigure() -> ChangeEstimate? {
    guard let (kind, id) = measureOfEstimate else { return nil }
    return change?.changes.first {
      $0.kind == kind && $0.id == id && isSameDomain($0.domain, target.domain)
        && ($0.flag == nil || $0.flag == .unreliable)
    }
  }
}
