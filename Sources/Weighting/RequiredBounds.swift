import SurveyModel

/// The bounds on the ratio of new to old weight that margins ask for at the least.
///
/// Ratios g between L and U bring Σ over cells of w g u to at most the sum of w U u where u is
/// above 0 and w L u where it is below. When the population's Σ T λ (u = x′λ) is larger, no such
/// weights exist, and solving for U, or for L, tells how far that bound has to move while the other
/// stays. With λ the indicator of one category this is: its population over its weighted total.
struct RequiredBounds {
  /// The upper bound must be at least this, if the lower one stays; `nil` when no upper bound helps.
  let upper: Double?
  /// The lower bound must be at most this, if the upper one stays; `nil` when no lower bound helps.
  let lower: Double?

  /// - Returns: `nil` when the direction does not prove the bounds too narrow.
  init?(direction: [Double], start: [Double], distance: CalibrationDistance, target: Double) {
    var above = 0.0
    var below = 0.0
    for cell in start.indices {
      if direction[cell] > 0 {
        above += start[cell] * direction[cell]
      } else {
        below += start[cell] * direction[cell]
      }
    }
    let most =
      (above > 0 ? above * distance.upper : 0) + (below < 0 ? below * distance.lower : 0)
    let scale = max(above, -below)
    // Rounding alone must not call bounds too narrow.
    guard most.isFinite, target - most > 1e-9 * scale else { return nil }
    upper = above > 0 ? (target - below * distance.lower) / above : nil
    let lowest = below < 0 ? (target - above * distance.upper) / below : nil
    lower = lowest.flatMap { $0 > 0 ? $0 : nil }
  }
}

/// Bounds on the ratio of new to old weight that no weights meeting the margins can keep.
package struct BoundsFailure: Sendable, Hashable {
  package var category: MarginCategory
  package var respondents: Int
  package var population: Double
  /// Of the category, with the old weights.
  package var weightedTotal: Double
  /// As given; `nil` where there is none.
  package var lower: Double?
  package var upper: Double?
  /// The upper bound would have to be at least this, the lower one at most this; each while the
  /// other stays, and `nil` where moving it alone cannot help.
  package var requiredUpper: Double?
  package var requiredLower: Double?
}

/// Weights of zero or below after a linear calibration.
package struct NotPositiveFailure: Sendable, Hashable {
  /// The category with the largest share of its respondents affected.
  package var category: MarginCategory
  package var respondents: Int
  /// Respondents with such a weight, in all.
  package var affected: Int
  package var smallestRatio: Double
}

extension MarginCells {
  /// Refuses bounds that the population of a single category contradicts.
  func checkBounds(
    _ start: [Double], _ distance: CalibrationDistance
  ) throws(WeightingError) {
    guard !distance.isUnbounded else { return }
    var failures: [BoundsFailure] = []
    for margin in margins.indices {
      for (level, total) in totals(ofMargin: margin, of: start).enumerated() {
        let ratio = targets[margin][level] / total
        let isAbove = ratio > distance.upper * (1 + 1e-9)
        guard isAbove || ratio < distance.lower * (1 - 1e-9) else { continue }
        let required = RequiredBounds(
          upper: isAbove ? ratio : nil, lower: isAbove ? nil : ratio)
        failures.append(
          boundsFailure(distance, required, margin: margin, level: level, weightedTotal: total))
      }
    }
    guard !failures.isEmpty else { return }
    // All categories on one side: the weights are of another size than the population. The
    // farthest says it for all.
    let highest = failures.max { ($0.requiredUpper ?? 0) < ($1.requiredUpper ?? 0) }
    let lowest = failures.min {
      ($0.requiredLower ?? .infinity) < ($1.requiredLower ?? .infinity)
    }
    let categories = targets.reduce(0) { $0 + $1.count }
    if let highest, failures.count == categories,
      failures.allSatisfy({ $0.requiredUpper != nil })
    {
      failures = [highest]
    } else if let lowest, failures.count == categories,
      failures.allSatisfy({ $0.requiredLower != nil })
    {
      failures = [lowest]
    }
    throw WeightingError(failures.map { .boundsTooNarrow($0) })
  }

  func boundsFailure(
    _ distance: CalibrationDistance, _ required: RequiredBounds, margin: Int, level: Int,
    weightedTotal: Double
  ) -> BoundsFailure {
    BoundsFailure(
      category: category(margin: margin, level: level),
      respondents: respondents(margin: margin, level: level),
      population: targets[margin][level], weightedTotal: weightedTotal,
      lower: distance.lower.isFinite ? distance.lower : nil,
      upper: distance.upper.isFinite ? distance.upper : nil, requiredUpper: required.upper,
      requiredLower: required.lower)
  }
}

extension RequiredBounds {
  init(upper: Double?, lower: Double?) {
    self.upper = upper
    self.lower = lower
  }
}
