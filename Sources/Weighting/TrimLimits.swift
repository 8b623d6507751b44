import SurveyModel

/// The limits of a trimming, in the unit of the weights.
struct TrimLimits {
  let lower: Double?
  let upper: Double?

  init(_ definition: TrimDefinition, of weights: [Double]) {
    precondition(definition.lower != nil || definition.upper != nil, "trimming has a limit")
    let unit =
      switch definition.reference {
      case .none: 1.0
      case .median: Self.median(weights)
      case .mean: Self.mean(weights)
      }
    lower = definition.lower.map { $0 * unit }
    upper = definition.upper.map { $0 * unit }
    if let lower, let upper { precondition(lower <= upper, "the lower limit is the lower one") }
  }

  func excludes(_ weight: Double) -> Bool {
    if let lower, weight < lower { return true }
    if let upper, weight > upper { return true }
    return false
  }

  func nearest(_ weight: Double) -> Double {
    let raised = lower.map { max($0, weight) } ?? weight
    return upper.map { min($0, raised) } ?? raised
  }

  /// The middle weight, or halfway between the two in the middle.
  private static func median(_ weights: [Double]) -> Double {
    let count = weights.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
    guard count > 0 else { return 1 }
    let above = positiveWeight(atPlace: count / 2, of: weights)
    guard count % 2 == 0 else { return above }
    // Halves are added, since the sum of two large weights may overflow.
    return above / 2 + positiveWeight(atPlace: count / 2 - 1, of: weights) / 2
  }

  private static func mean(_ weights: [Double]) -> Double {
    let count = weights.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
    return count == 0 ? 1 : WholeSums(weights).sum / Double(count)
  }
}

/// Limits that cannot keep the sum of the weights.
package struct TrimFailure: Sendable, Hashable {
  /// The limit concerned, in the unit of the weights; true for the upper one.
  package var limit: Double
  package var isUpper: Bool
  package var respondents: Int
  package var sum: Double
  /// Of the weights that enter; no limit beyond it can be kept.
  package var mean: Double
  /// Weights outside the limits.
  package var outside: Int
}
