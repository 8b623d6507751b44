import Numerics

/// A difference with its standard error, judged by Student's *t*.
///
///     // R: delta 4.975337243215833, SE 2.0867777882778835, df 29
///     let test = DifferenceTest(
///       difference: 4.975337243215833, standardError: 2.0867777882778835, degreesOfFreedom: 29)
///     test.probability(ofNotRaisedBy: 2)  // 0.0823004…
///
/// Checked: `Tests/Fixtures/published/change/SOURCE.md`.
struct DifferenceTest {
  let difference: Double
  let standardError: Double
  /// `nil` for the normal distribution.
  private let student: StudentT?

  /// Fails where the error is unknown or 0, or has no degrees of freedom.
  ///
  /// Infinite degrees of freedom mean the normal distribution.
  init?(difference: Double, standardError: Double?, degreesOfFreedom: Double?) {
    guard let standardError, let degreesOfFreedom, standardError > 0, standardError.isFinite,
      degreesOfFreedom > 0
    else { return nil }
    self.difference = difference
    self.standardError = standardError
    student =
      degreesOfFreedom.isFinite ? StudentT(degreesOfFreedom: degreesOfFreedom) : nil
  }

  private func quantile(_ probability: Double) -> Double {
    student?.quantile(probability) ?? normalQuantile(probability)
  }

  private func upperTail(_ t: Double) -> Double {
    student?.upperTail(t) ?? normalDistribution(-t)
  }

  /// The two-sided interval, with `level` coverage.
  func interval(level: Double) -> (lower: Double, upper: Double) {
    let half = quantile(1 - (1 - level) / 2) * standardError
    return (difference - half, difference + half)
  }

  /// One-sided p-value of "the true difference is at most `step`": small when more is shown.
  func probability(ofNotRaisedBy step: Double) -> Double {
    upperTail((difference - step) / standardError)
  }

  /// Two-sided p-value of "no difference".
  var probabilityOfNoChange: Double {
    2 * upperTail(difference.magnitude / standardError)
  }

  /// The smallest change detected, one-sided at 5 % with power 80 %: (t(0.95) + t(0.8)) · SE.
  var smallestDetectable: Double {
    (quantile(0.95) + quantile(0.8)) * standardError
  }

  /// Degrees of freedom of a sum of two independent variances, after Welch and Satterthwaite.
  ///
  ///     (v₁ + v₂)² / (v₁²/df₁ + v₂²/df₂)
  ///
  /// - Returns: `nil` where a variance above 0 has no degrees of freedom, or both are 0.
  static func welchDegreesOfFreedom(
    _ first: (variance: Double, degreesOfFreedom: Int),
    _ second: (variance: Double, degreesOfFreedom: Int)
  ) -> Double? {
    let sum = first.variance + second.variance
    guard sum > 0, sum.isFinite else { return nil }
    var inverse = 0.0
    for part in [first, second] where part.variance > 0 {
      guard part.degreesOfFreedom > 0 else { return nil }
      // Shares of the sum, so that squares of small variances do not vanish.
      let share = part.variance / sum
      inverse += share * share / Double(part.degreesOfFreedom)
    }
    return 1 / inverse
  }
}
