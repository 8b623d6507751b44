package import SurveyModel

/// Judges every target of a plan for the year of a survey.
///
/// The verdict follows the official rule: the *published* estimate, rounded half up to the places
/// of the index, against the threshold. A published 86,78 meets 86,78; a target that asks for more
/// than the baseline without a figure needs a published estimate above it. Entered figures are
/// compared as entered, a row of a score card with its standard score. A requirement in words has no
/// figure: its verdict is the judgement that a person recorded. Sampling error never changes a verdict, it says how sure the verdict is
/// (``judgeSampling(estimate:standardError:degreesOfFreedom:threshold:asksForLess:isMet:isShare:)``).
///
/// Each estimated target also gets the probability that it is met, Holm's adjustment for the targets
/// judged together, the share of the targeted change achieved, its class of progress and the
/// smallest change that the survey detects (``progress(_:threshold:isMet:)``). The baseline is taken
/// as exact, unless `change` is a comparison with the survey of the baseline's year: then its error
/// counts. A target without a baseline is followed from the earlier survey, where there is one.
///
/// A target on a domain uses the estimate of that domain. An estimate that may not be published
/// (too few respondents) gives no data: its value must not be guessed from a verdict.
///
/// - Parameters:
///   - plan: Baselines, entered figures and targets.
///   - surveyYear: Year of the survey; targets of other years are left out with a notice.
///   - index: The declared method: places of published figures, unit of the estimates.
///   - estimates: Full-precision estimates of the survey.
///   - change: The comparison with an earlier survey, when there is one.
///   - judgements: What offices recorded of requirements in words; those that do not hold, or are of
///     other years, do nothing.
/// - Returns: One result per target of the year, in the order of the plan, and what a person should
///   know about those that could not be judged.
package func assess(
  plan: Plan, surveyYear: Int, index: IndexMethod, estimates: EstimateTable,
  change: ChangeTable? = nil, judgements: [TargetJudgement] = []
) -> (results: [TargetResult], findings: [Finding]) {
  var results: [TargetResult] = []
  var findings: [Finding] = []
  var otherYears: [Target] = []
  for target in plan.targets {
    if let year = target.year, year != surveyYear {
      otherYears.append(target)
      continue
    }
    var assessment = TargetAssessment(
      target: target, plan: plan, year: surveyYear, index: index, estimates: estimates,
      change: change)
    assessment.judgement = judgements.first {
      $0.holds && $0.target == target.id && $0.year == surveyYear
    }
    results.append(assessment.result())
    findings += assessment.findings
  }
  adjustForFamilies(&results)
  findings += otherYearFindings(otherYears, surveyYear: surveyYear) + waitingFindings(results)
  return (results, findings)
}

/// The judging of one target: what it is measured by, what it is measured against, the verdict.
struct TargetAssessment {
  let target: Target
  let plan: Plan
  let year: Int
  let index: IndexMethod
  let estimates: EstimateTable
  let change: ChangeTable?
  /// Of a requirement in words, in the year.
  var judgement: TargetJudgement?
  var findings: [Finding] = []

  init(
    target: Target, plan: Plan, year: Int, index: IndexMethod, estimates: EstimateTable,
    change: ChangeTable?
  ) {
    self.target = target
    self.plan = plan
    self.year = year
    self.index = index
    self.estimates = estimates
    self.change = change
  }

  /// Estimates are in percent unless the items are mean scores in the unit of their scale.
  var isShare: Bool {
    measureOfEstimate != nil && index.item != .meanScore
  }

  mutating func result() -> TargetResult {
    let requirement = requirement()
    let measured = measured()
    let threshold = requirement.threshold
    var result = TargetResult(
      target: target, baseline: requirement.baseline?.value,
      baselineYear: requirement.baseline?.year, baselineSource: requirement.baseline?.source,
      baselineStatus: requirement.baseline?.status, threshold: threshold?.value,
      isStrict: threshold?.comparison.isStrict ?? false, estimate: measured.value,
      published: measured.published, standardError: measured.standardError,
      lower: measured.lower, upper: measured.upper,
      degreesOfFreedom: measured.degreesOfFreedom, respondents: measured.respondents,
      verdict: .noData)
    if let threshold {
      warnWhenOutOfReach(threshold)
      if let value = measured.value, let published = measured.published {
        let isMet = threshold.isMet(by: published)
        result.verdict = isMet ? .met : .notMet
        result.difference = threshold.margin(of: value)
        let judgement = judgeSampling(
          estimate: value, standardError: measured.standardError,
          degreesOfFreedom: measured.degreesOfFreedom ?? 0, threshold: threshold.value,
          asksForLess: threshold.comparison.asksForLess, isMet: isMet, isShare: isShare)
        result.confidence = judgement.confidence
        result.pValue = judgement.pValue
        result.probabilityMet = judgement.pValue.map { 1 - $0 }
        follow(requirement.baseline, to: value, measured, threshold, isMet, &result)
      }
    }
    if case .qualitative = target.rule, let judgement {
      result.verdict = judgement.isMet ? .met : .notMet
    }
    if result.verdict == .noData {
      result.noDataReason = requirement.missing ?? measured.missing
    }
    result.alternative = alternative(
      baseline: requirement.baseline?.value, published: measured.published)
    return result
  }

  /// The same step read in the other unit, with the verdict it would give.
  private func alternative(baseline: Double?, published: Double?) -> AlternativeReading? {
    guard case .increase(_, let step?, let unit) = target.rule, let baseline else { return nil }
    let other: IncreaseUnit = unit == .points ? .percent : .points
    let threshold = raisedThreshold(baseline: baseline, by: step, unit: other)
    let verdict: Verdict =
      published.map {
        Threshold(value: threshold, comparison: .atLeast).isMet(by: $0) ? .met : .notMet
      } ?? .noData
    return AlternativeReading(unit: other, threshold: threshold, verdict: verdict)
  }

  private mutating func warnWhenOutOfReach(_ threshold: Threshold) {
    guard !threshold.comparison.asksForLess else { return }
    let isOutOfReach =
      threshold.value > 100 || (threshold.comparison == .above && threshold.value >= 100)
    guard isShare, isOutOfReach else { return }
    findings.append(outOfReachFinding(target, threshold: threshold.value))
  }
}
