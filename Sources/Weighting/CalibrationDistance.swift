import Foundation
import SurveyModel

/// The ratio of new to old weight as a function of u = x′λ, and its slope.
///
/// ## Method
///
/// Deville and Särndal, *Calibration estimators in survey sampling*, JASA 87 (1992), 376–382,
/// table 1: cases 1 (linear), 2 (raking), 6 (logit) and 7 (truncated linear). A bound on raking
/// cuts the exponential in the same way.
struct CalibrationDistance {
  let method: CalibrationMethod
  /// Smallest and largest ratio; the smallest of raking is 0 where none is given.
  let lower: Double
  let upper: Double

  init(_ method: CalibrationMethod, lower: Double?, upper: Double?) {
    self.method = method
    self.lower = lower ?? (method == .linear ? -.infinity : 0)
    self.upper = upper ?? .infinity
    precondition(self.lower < self.upper, "the lower bound is below the upper one")
    if method == .logit {
      precondition(self.lower < 1 && self.upper > 1, "the bounds of logit lie around 1")
      precondition(self.lower >= 0 && self.upper.isFinite, "logit has two bounds")
    }
  }

  /// True when nothing but the method's own shape limits the ratio.
  var isUnbounded: Bool {
    upper == .infinity && lower == (method == .linear ? -.infinity : 0)
  }

  func ratio(_ u: Double) -> Double {
    switch method {
    case .linear: min(max(1 + u, lower), upper)
    case .raking: min(max(exp(u), lower), upper)
    case .logit: logit(u)
    }
  }

  func slope(_ u: Double) -> Double {
    switch method {
    case .linear: return 1 + u > lower && 1 + u < upper ? 1 : 0
    case .raking:
      let ratio = exp(u)
      return ratio > lower && ratio < upper ? ratio : 0
    case .logit:
      let ratio = logit(u)
      return (ratio - lower) * (upper - ratio) / ((1 - lower) * (upper - 1))
    }
  }

  /// The u whose ratio is `ratio`, for a ratio within the bounds.
  func argument(_ ratio: Double) -> Double {
    switch method {
    case .linear: ratio - 1
    case .raking: log(ratio)
    case .logit:
      log((ratio - lower) * (upper - 1) / ((upper - ratio) * (1 - lower))) / steepness
    }
  }

  private var steepness: Double { (upper - lower) / ((1 - lower) * (upper - 1)) }

  private func logit(_ u: Double) -> Double {
    let exponent = steepness * u
    let (below, above) = (upper - 1, 1 - lower)
    // Whichever exponential does not overflow.
    if exponent > 0 {
      let small = exp(-exponent)
      return (lower * below * small + upper * above) / (below * small + above)
    }
    let small = exp(exponent)
    return (lower * below + upper * above * small) / (below + above * small)
  }
}
