import Foundation
import Numerics
import SurveyModel

/// A two-sided interval and the method that made it.
struct ConfidenceInterval {
  var lower: Double?
  var upper: Double?
  var method: IntervalMethod
}

/// The interval of a figure.
///
/// `wald-t`: p ∓ t · SE, cut at the ends of the scale. `logit`: the same on ln(p/(1 − p)) with
/// SE/(p(1 − p)), transformed back; it exists only for shares strictly inside 0 to 1 with a positive
/// standard error, and means of scores always get `wald-t`. *t* is the quantile of Student's
/// distribution with the design's degrees of freedom in the domain; without any there is no
/// interval.
///
/// - Parameters:
///   - method: The interval the survey asks for.
///   - value: The figure, before its unit: a share is 0 to 1.
///   - standardError: In the unit of `value`; `nil` where it is unknown.
///   - quantile: *t* at the asked coverage, `nil` without degrees of freedom.
///   - isShare: True for satisfied shares and indices of them.
///   - range: The ends of the scale.
/// - Returns: The ends in the unit of `value`, `nil` where there is no interval, and its method.
///
/// ## Method
///
/// Korn and Graubard, *Analysis of Health Surveys* (1999), section 3.2 (wald, logit). Checked:
/// `Tests/Fixtures/published/sipas-small/SOURCE.md`.
func confidenceInterval(
  _ method: IntervalMethod, value: Double, standardError: Double?, quantile: Double?,
  isShare: Bool, range: ClosedRange<Double>
) -> ConfidenceInterval {
  let method = isShare ? method : .waldT
  guard let standardError, let quantile else {
    return ConfidenceInterval(lower: nil, upper: nil, method: method)
  }
  switch method {
  case .waldT:
    let half = quantile * standardError
    return ConfidenceInterval(
      lower: max(range.lowerBound, value - half), upper: min(range.upperBound, value + half),
      method: method)
  case .logit, .beta, .wilson:
    guard value > 0, value < 1, standardError > 0 else {
      return ConfidenceInterval(lower: nil, upper: nil, method: method)
    }
    let logit = log(value / (1 - value))
    let half = quantile * standardError / (value * (1 - value))
    return ConfidenceInterval(
      lower: 1 / (1 + exp(half - logit)), upper: 1 / (1 + exp(-half - logit)), method: method)
  }
}
