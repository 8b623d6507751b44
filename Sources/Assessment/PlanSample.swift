package import SurveyModel

/// How many respondents and clusters the next survey needs to detect the step of each target.
///
/// The design effect is taken apart into that of the weights and that of the clusters,
///
///     deff = kish · (1 + (b − 1) · likeness),   likeness = max(0, deff / kish − 1) / (b − 1)
///
/// with b answers per cluster now. With S² = n · SE² / deff the next survey of m clusters with b′
/// respondents has the variance V = S² · kish · (1 + (b′ − 1) · likeness) / (m · b′), and m is the
/// smallest number for which
///
///     (t(1 − significance) + t(power)) · √V ≤ step
///
/// with Student's quantiles at m minus the strata. Compared with this survey's own estimate the
/// variance is V + SE², with the degrees of freedom of Welch and Satterthwaite; a step that SE
/// alone hides is out of reach of any sample.
///
/// The step is that of the target; of a minimum the way from the estimate to the next year's value,
/// when that lies higher; else `settings.defaultStep`. The finite population is not counted, so the
/// numbers are on the safe side.
///
/// - Parameters:
///   - plan: The targets.
///   - surveyYear: Year of the survey.
///   - index: The declared method: unit of the estimates.
///   - estimates: Full-precision estimates of the survey.
///   - settings: Significance, power, and respondents per cluster of the next survey.
///   - present: The sample in a domain (empty: of the whole population), `nil` when unknown.
/// - Returns: One row per target of the year whose figure has a sampling error, in the order of
///   the plan.
///
/// ## Method
///
/// Kish, *Survey Sampling* (1965), sections 5.4 and 8.2; Cochran, *Sampling Techniques* (1977),
/// chapter 4; Valliant, Dever and Kreuter, *Practical Tools for Designing and Weighting Survey
/// Samples* (2013), chapters 4 and 9. Checked: `Tests/Fixtures/published/change/SOURCE.md`.
package func planSample(
  plan: Plan, surveyYear: Int, index: IndexMethod, estimates: EstimateTable,
  settings: SamplePlanSettings = SamplePlanSettings(),
  present: (_ domain: [DomainTerm]) -> PresentSample?
) -> [SamplePlanRow] {
  plan.targets.compactMap { target in
    if let year = target.year, year != surveyYear { return nil }
    let assessment = TargetAssessment(
      target: target, plan: plan, year: surveyYear, index: index, estimates: estimates,
      change: nil)
    guard let estimate = assessment.plannedEstimate, let value = estimate.value,
      let sample = present(estimate.domain),
      let model = ClusterSampleModel(estimate, sample: sample, settings: settings)
    else { return nil }
    let step =
      assessment.stepToDetect(from: value) ?? settings.defaultStep
      ?? (assessment.isShare ? 2 : 0.02 * value.magnitude)
    let clusters = model.clusters(toDetect: step)
    return SamplePlanRow(
      target: target.id, kind: estimate.kind, id: estimate.id, estimate: value, step: step,
      presentRespondents: estimate.respondents, presentClusters: sample.clusters,
      presentlyDetectable: model.presentlyDetectable, likeness: model.likeness,
      weightingEffect: sample.weightingEffect,
      respondents: clusters.map {
        Int((Double($0) * model.respondentsPerCluster).rounded(.up))
      },
      clusters: clusters, respondentsPerCluster: model.respondentsPerCluster)
  }
}

extension TargetAssessment {
  /// The figure that the target is judged by, when it is an estimate that may be published.
  fileprivate var plannedEstimate: Estimate? {
    if case .rank = target.rule { return nil }
    guard let (kind, id) = measureOfEstimate else { return nil }
    let match = estimates.estimates.first {
      $0.kind == kind && $0.id == id && isSameDomain($0.domain, target.domain)
    }
    return match?.flag == nil || match?.flag == .unreliable ? match : nil
  }

  /// The rise, or for a maximum the fall, that the target asks for; `nil` where it names none.
  fileprivate func stepToDetect(from value: Double) -> Double? {
    let step: Double
    switch target.rule {
    case .increase(_, let atLeast?, .points): step = atLeast
    case .increase(_, _?, .percent):
      let requirement = requirement()
      guard let threshold = requirement.threshold, let baseline = requirement.baseline else {
        return nil
      }
      step = threshold.value - baseline.value
    case .minimum(let values, _):
      guard let next = values[year + 1] else { return nil }
      step = next - value
    case .maximum(let values, _):
      guard let next = values[year + 1] else { return nil }
      step = value - next
    case .increase, .hold, .rank, .score, .qualitative: return nil
    }
    return step > 0 && step.isFinite ? step : nil
  }
}
