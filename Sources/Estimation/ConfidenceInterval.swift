import Foundation
import Numerics
import SurveyModel

/// A two-sided interval and the method that made it.
struct ConfidenceInterval {
  var lower: Double?
  var upper: Double?
  var method: IntervalMethod
}

/// A figure before its unit: a share is 0 to 1.
struct MeasuredValue {
  var value: Double
  /// In the unit of `value`; `nil` where it is unknown.
  var standardError: Double?
  var degreesOfFreedom: Int
  /// People with a valid answer to the figure.
  var respondents: Int
  /// True for satisfied shares and indices of them.
  var isShare: Bool
  /// The ends of the scale.
  var range: ClosedRange<Double>
}

/// How intervals are made: one rule for all figures of a survey.
///
///     wald-t   p ∓ t · SE, cut at the ends of the scale
///     logit    ln(p/(1 − p)) ∓ t · SE/(p(1 − p)), transformed back
///     beta     the exact binomial limits at n*: quantiles of the beta distributions with shapes
///              (n* p, n*(1 − p) + 1) and (n* p + 1, n*(1 − p))
///     wilson   (p + z²/2n* ∓ z √(p(1 − p)/n* + z²/4n*²)) / (1 + z²/n*)
///
/// where *t* is the quantile of Student's distribution with the degrees of freedom of the domain, *z*
/// the normal one, and n* = p(1 − p)/SE² · (t(n − 1)/t)² the effective number of answers. Without
/// degrees of freedom there is no interval. All but `wald-t` exist only for shares strictly inside 0
/// to 1 with a positive standard error; means of scores always get `wald-t`.
///
///     var rule = IntervalRule(.beta, level: 0.95)
///     // p = 0.7, SE 0.05, 10 degrees of freedom, 100 respondents: n* = 66.6
///     rule.interval(of: figure)  // 0.575313…, 0.806220…
///
/// ## Method
///
/// Korn and Graubard, *Survey Methodology* 24 (1998), 193–201 (`beta`), and *Analysis of Health
/// Surveys* (1999), section 3.2 (wald, logit); Wilson, JASA 22 (1927), 209–212, at n* as in SAS/STAT
/// PROC SURVEYFREQ, "Confidence Limits for Proportions". Checked against R's `svyciprop` and
/// `prop.test`: `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
struct IntervalRule {
  let method: IntervalMethod
  /// Two-sided coverage.
  let level: Double
  private var quantiles: [Int: Double] = [:]

  init(_ method: IntervalMethod, level: Double) {
    self.method = method
    self.level = level
  }

  /// The interval of a figure, in the unit of its value; ends are `nil` where there is none.
  mutating func interval(of figure: MeasuredValue) -> ConfidenceInterval {
    let method = figure.isShare ? method : .waldT
    var interval = ConfidenceInterval(lower: nil, upper: nil, method: method)
    guard let error = figure.standardError, let t = quantile(figure.degreesOfFreedom) else {
      return interval
    }
    let p = figure.value
    if method != .waldT {
      guard p > 0, p < 1, error > 0 else { return interval }
    }
    let ends: (lower: Double, upper: Double)
    switch method {
    case .waldT:
      ends = (p - t * error, p + t * error)
    case .logit:
      let logit = log(p / (1 - p))
      let half = t * error / (p * (1 - p))
      ends = (1 / (1 + exp(half - logit)), 1 / (1 + exp(-half - logit)))
    case .beta, .wilson:
      guard let count = effectiveCount(of: figure) else { return interval }
      ends =
        method == .beta && count * min(p, 1 - p) <= Self.largestExactCount
        ? exactLimits(p, count) : scoreLimits(p, count)
    }
    interval.lower = max(figure.range.lowerBound, ends.lower)
    interval.upper = min(figure.range.upperBound, ends.upper)
    return interval
  }

  /// n*: how many independent answers would have the figure's standard error, less what few degrees
  /// of freedom cost.
  ///
  /// - Returns: `nil` at a share of 0 or 1, without a positive standard error, without degrees of
  ///   freedom, and for a single respondent.
  mutating func effectiveCount(of figure: MeasuredValue) -> Double? {
    let p = figure.value
    guard p > 0, p < 1, let error = figure.standardError, error > 0,
      let t = quantile(figure.degreesOfFreedom), let independent = quantile(figure.respondents - 1)
    else { return nil }
    let ratio = independent / t
    return p * (1 - p) / (error * error) * ratio * ratio
  }

  /// Student's *t* at the coverage; `nil` without degrees of freedom.
  private mutating func quantile(_ degreesOfFreedom: Int) -> Double? {
    guard degreesOfFreedom > 0 else { return nil }
    if let known = quantiles[degreesOfFreedom] { return known }
    let t = studentQuantile(1 - (1 - level) / 2, degreesOfFreedom: degreesOfFreedom)
    quantiles[degreesOfFreedom] = t
    return t
  }

  /// With more effective answers than this on either side, satisfied or not, the exact limits are
  /// Wilson's to a billionth of the figure, and the beta distribution is slow to compute.
  private static let largestExactCount = 1e9

  private func exactLimits(_ p: Double, _ count: Double) -> (lower: Double, upper: Double) {
    let tail = (1 - level) / 2
    return (
      betaQuantile(tail, count * p, count * (1 - p) + 1),
      betaQuantile(1 - tail, count * p + 1, count * (1 - p))
    )
  }

  private func scoreLimits(_ p: Double, _ count: Double) -> (lower: Double, upper: Double) {
    let z = normalQuantile(1 - (1 - level) / 2)
    let square = z * z / count
    let half = z * (p * (1 - p) / count + square / (4 * count)).squareRoot()
    return ((p + square / 2 - half) / (1 + square), (p + square / 2 + half) / (1 + square))
  }
}

/// The quantile of Student's *t*; from 1,000 degrees of freedom on by the expansion in their inverse,
/// whose first left-out term is below 1e-14 there.
///
/// ## Method
///
/// Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 26.7.5.
func studentQuantile(_ probability: Double, degreesOfFreedom: Int) -> Double {
  let df = Double(degreesOfFreedom)
  guard degreesOfFreedom >= 1000 else {
    return StudentT(degreesOfFreedom: df).quantile(probability)
  }
  let z = normalQuantile(probability)
  let s = z * z
  let terms = [
    (s + 1) / 4,
    ((5 * s + 16) * s + 3) / 96,
    (((3 * s + 19) * s + 17) * s - 15) / 384,
    ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160,
  ]
  return z * (1 + terms.reversed().reduce(0) { ($0 + $1) / df })
}
