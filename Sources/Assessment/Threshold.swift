package import SurveyModel

/// What the official figure is compared with.
struct Threshold: Hashable {
  enum Comparison: Hashable {
    /// The figure must be at or above the threshold.
    case atLeast
    /// The figure must be above the threshold.
    case above
    /// The figure (a rank, or a share kept low) must be at or below the threshold.
    case atMost
    /// The figure must be below the threshold.
    case below

    /// True when small figures are good.
    var asksForLess: Bool { self == .atMost || self == .below }
    /// True when the threshold itself does not meet the target.
    var isStrict: Bool { self == .above || self == .below }
  }

  var value: Double
  var comparison: Comparison

  /// Decides on decimals, so both sides must already be free of binary noise
  /// (``withoutBinaryNoise(_:)``, `roundedHalfUp`); then `==` of doubles is `=` of decimals.
  func isMet(by figure: Double) -> Bool {
    switch comparison {
    case .atLeast: figure >= value
    case .above: figure > value
    case .atMost: figure <= value
    case .below: figure < value
    }
  }

  /// How far the figure lies on the good side: positive is better, 0 exactly at the threshold.
  func margin(of figure: Double) -> Double {
    comparison.asksForLess ? value - figure : figure - value
  }
}

/// The threshold of "raise by `step`" under one meaning of the unit.
///
///     raisedThreshold(baseline: 84.78, by: 2, unit: .points)   // 86.78
///     raisedThreshold(baseline: 84.78, by: 2, unit: .percent)  // 86.4756
///
/// - Parameters:
///   - baseline: Baseline, in percent or in the unit of the figure.
///   - step: What the plan asks for, for example 2.
///   - unit: Points: baseline + step. Percent: baseline × (1 + step / 100).
/// - Returns: The double nearest to the decimal result, to 12 significant digits.
package func raisedThreshold(baseline: Double, by step: Double, unit: IncreaseUnit) -> Double {
  switch unit {
  case .points: withoutBinaryNoise(baseline + step)
  // Multiplied before it is divided: 84.78 × 102 loses less than 84.78 × 1.02.
  case .percent: withoutBinaryNoise(baseline * (100 + step) / 100)
  }
}
