internal import Numerics
internal import SurveyModel

/// What the sampling error says about the side of the threshold on which the true value lies.
struct SamplingJudgement: Hashable {
  var confidence: Confidence?
  var pValue: Double?

  /// No sampling error to judge by.
  static let none = SamplingJudgement(confidence: nil, pValue: nil)

  /// One-sided coverage of the bound that decides between certain and uncertain.
  static let coverage = 0.95
}

/// Judges an estimate against the threshold of its target.
///
/// With T Student's *t* with `degreesOfFreedom` and t = (estimate − threshold) / SE, the p-value is
/// P(T > t), the probability of an estimate at least this high if the true value stood at the
/// threshold: small values speak against "at or below the threshold". The verdict is certain when
/// the estimate and the verdict stand on one side of the threshold and the one-sided 95 % bound
/// estimate ∓ t(0.95) · SE stands there too.
///
/// A maximum is the mirror of it: the p-value is P(T < t), the probability of an estimate at least
/// this low if the true value stood at the threshold, and the bounds change sides.
///
/// Where rounding decided the verdict (86.776 is published as 86.78 and meets 86.78) the estimate
/// and the verdict stand on different sides, so it is uncertain whatever the error.
///
/// - Parameters:
///   - estimate: Full-precision estimate.
///   - standardError: In the unit of the estimate; `nil` where it cannot be estimated.
///   - degreesOfFreedom: PSUs minus strata; below 1 nothing can be said.
///   - threshold: What the target asks for.
///   - asksForLess: True for a maximum: the target is met at or below the threshold.
///   - isMet: The official verdict.
///   - isShare: True for percentages. At exactly 0 or 100 with an error of exactly 0 everybody
///     answered alike: the sample shows no variation, which is not the same as no error, so
///     nothing is said. Elsewhere an error of 0 (every PSU of the population was taken) is one.
/// - Returns: Confidence and p-value, both `nil` where there is no error to judge by.
func judgeSampling(
  estimate: Double, standardError: Double?, degreesOfFreedom: Int, threshold: Double,
  asksForLess: Bool = false, isMet: Bool, isShare: Bool
) -> SamplingJudgement {
  guard let standardError, standardError.isFinite, standardError >= 0, degreesOfFreedom >= 1 else {
    return .none
  }
  let difference = asksForLess ? threshold - estimate : estimate - threshold
  guard standardError > 0 else {
    if isShare && (estimate <= 0 || estimate >= 100) { return .none }
    let pValue = difference > 0 ? 0.0 : difference < 0 ? 1.0 : 0.5
    return SamplingJudgement(
      confidence: (isMet && difference > 0) || (!isMet && difference < 0) ? .certain : .uncertain,
      pValue: pValue)
  }
  let student = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
  let pValue = student.upperTail(difference / standardError)
  let reach =
    student.quantile(SamplingJudgement.coverage) * standardError
  let isCertain = isMet ? difference - reach > 0 : difference + reach < 0
  return SamplingJudgement(confidence: isCertain ? .certain : .uncertain, pValue: pValue)
}
