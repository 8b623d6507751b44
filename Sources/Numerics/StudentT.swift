import Foundation

/// Student's *t* distribution.
///
///     StudentT(degreesOfFreedom: 16).quantile(0.975)  // 2.1199…
///     StudentT(degreesOfFreedom: 1).distribution(1)   // 0.75
///
/// ## Method
///
/// The tail is half of I at df/(df + t²) with shapes df/2 and 1/2 (DLMF 8.17, Abramowitz and
/// Stegun 26.7.1); the quantile is its inverse by a bracketed Newton method. Checked against R
/// 4.2.2 `pt` and `qt` in NumericsTests.
package struct StudentT: Sendable, Hashable {
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom` is positive and finite.
  package init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at most `t`.
  package func distribution(_ t: Double) -> Double {
    t > 0 ? 1 - upperTail(t) : upperTail(-t)
  }

  /// The probability of a value above `t`, accurate far out in the tail.
  package func upperTail(_ t: Double) -> Double {
    if t < 0 { return 1 - upperTail(-t) }
    if t == 0 { return 0.5 }
    if t == .infinity { return 0 }
    let square = t * t
    if square == .infinity { return 0 }
    let whole = degreesOfFreedom + square
    return 0.5
      * regularizedIncompleteBeta(
        degreesOfFreedom / whole, complement: square / whole, degreesOfFreedom / 2, 0.5)
  }

  /// The value that is exceeded with probability 1 − `probability`.
  ///
  /// - Parameter probability: Above 0 and below 1.
  /// - Returns: The quantile, accurate to about 1e-12 of its value up to 1,000
  ///   degrees of freedom and 1e-11 up to a million.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile is asked inside 0...1")
    if probability == 0.5 { return 0 }
    // 1 − p is exact for p in 0.5...1, so the upper tail keeps the precision of the argument.
    return probability > 0.5 ? upperQuantile(1 - probability) : -upperQuantile(probability)
  }

  private func upperQuantile(_ tail: Double) -> Double {
    let df = degreesOfFreedom
    var low = 0.0
    var high = max(1, -normalQuantile(tail))
    while upperTail(high) > tail {
      low = high
      high *= 2
    }
    let logConstant = -logBeta(df / 2, 0.5) - 0.5 * log(df)
    var t = (low + high) / 2
    for _ in 0..<400 {
      let error = upperTail(t) - tail
      if error > 0 { low = t } else { high = t }
      let density = exp(logConstant - (df + 1) / 2 * log1p(t * t / df))
      var next = t + error / density
      if !(next > low && next < high) { next = (low + high) / 2 }
      if (next - t).magnitude <= 1e-15 * next || next == t { return next }
      t = next
    }
    return t
  }
}
