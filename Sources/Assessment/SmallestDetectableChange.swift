internal import Numerics

/// The smallest rise that a survey with this error shows with the given power.
///
///     (t(1 − significance, df) + t(power, df)) · SE
///
///     // R: (qt(.95, 16) + qt(.8, 16)) * 1.455818193942985
///     smallestDetectableChange(standardError: 1.455818193942985, degreesOfFreedom: 16)  // 3.8004…
///
/// - Parameters:
///   - standardError: Of the difference from what it is compared with: of the estimate alone
///     against a fixed figure.
///   - degreesOfFreedom: Of that standard error.
///   - significance: One-sided.
///   - power: Probability of showing a rise of this size.
/// - Returns: In the unit of the standard error; `nil` where the error is unknown or 0, which says
///   nothing of another year.
///
/// ## Method
///
/// Cochran, *Sampling Techniques* (1977), chapter 4; Valliant, Dever and Kreuter, *Practical Tools
/// for Designing and Weighting Survey Samples* (2013), chapter 4, with Student's quantiles for the
/// normal ones.
func smallestDetectableChange(
  standardError: Double?, degreesOfFreedom: Double, significance: Double = 0.05, power: Double = 0.8
) -> Double? {
  guard let standardError, standardError > 0, standardError.isFinite, degreesOfFreedom >= 1,
    degreesOfFreedom.isFinite
  else { return nil }
  return detectionQuantiles(
    degreesOfFreedom: degreesOfFreedom, significance: significance, power: power) * standardError
}

/// t(1 − significance) + t(power): how many standard errors a change needs to be detected.
func detectionQuantiles(
  degreesOfFreedom: Double, significance: Double, power: Double
) -> Double {
  let student = StudentT(degreesOfFreedom: degreesOfFreedom)
  return student.quantile(1 - significance) + student.quantile(power)
}
