import Numerics
import SurveyModel

/// Cutting weights to their limits and sharing the difference.
struct TrimSharing {
  private let weights: [Double]
  private let limits: TrimLimits
  private let sum: Double
  private let people: Int

  init(_ weights: [Double], _ limits: TrimLimits) {
    self.weights = weights
    self.limits = limits
    sum = WholeSums(weights).sum
    people = weights.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
  }

  /// One pass: weights outside go to their limit, the rest share the difference.
  func once() throws(WeightingError) -> [Double] {
    if let lower = limits.lower, lower > sum { throw failure(isUpper: false) }
    let pass = firstPass
    guard pass.inside > 0 else { throw failure(isUpper: pass.difference > 0) }
    let lowest = pass.weights.indices.lazy.filter { weights[$0] > 0 }.map { pass.weights[$0] }.min()
    guard let lowest, lowest > 0 else { throw failure(isUpper: false) }
    return pass.weights
  }

  /// Passes until none is outside: the limit of all passes after the first, found directly.
  func repeated() throws(WeightingError) -> (weights: [Double], passes: Int) {
    // Rounding alone must not call limits contradictory.
    let slack = 1e-12 * sum
    if let upper = limits.upper, Double(people) * upper < sum - slack {
      throw failure(isUpper: true)
    }
    if let lower = limits.lower, Double(people) * lower > sum + slack {
      throw failure(isUpper: false)
    }
    let pass = firstPass
    var passes = 1
    guard pass.difference != 0 else { return (pass.weights, passes) }
    let isUpper = pass.difference > 0
    guard let limit = isUpper ? limits.upper : limits.lower else { return (pass.weights, passes) }
    var shift = 0.0
    var free = free(pass.weights, shift: shift, limit: limit, isUpper: isUpper)
    // Each round moves at least one weight more to the limit, so the rounds end.
    while true {
      let rest = sum - Double(people - free.count) * limit - free.sum
      let next = free.count > 0 ? rest / Double(free.count) : shift
      // All that remains is rounding.
      guard isUpper ? next > shift : next < shift else { break }
      shift = next
      passes += 1
      let found = self.free(pass.weights, shift: shift, limit: limit, isUpper: isUpper)
      if found.count == free.count { break }
      free = found
    }
    let shifted = weights.indices.map { row in
      guard weights[row] > 0 else { return weights[row] }
      let weight = pass.weights[row] + shift
      return isUpper ? min(limit, weight) : max(limit, weight)
    }
    return (shifted, passes)
  }

  /// Weights outside at their limit, the others with their share; what is still to be shared is
  /// positive when more was cut than added.
  private var firstPass: (weights: [Double], difference: Double, inside: Int) {
    let grid = SumGrid(largest: WholeSums(weights).maximum + (limits.lower ?? 0), count: people)
    var difference = OrderFreeSum()
    var inside = 0
    for weight in weights where weight > 0 {
      if limits.excludes(weight) {
        difference.add(weight - limits.nearest(weight), on: grid)
      } else {
        inside += 1
      }
    }
    let share = inside > 0 ? difference.value / Double(inside) : 0
    let moved = weights.map { weight in
      guard weight > 0 else { return weight }
      return limits.excludes(weight) ? limits.nearest(weight) : weight + share
    }
    return (moved, difference.value, inside)
  }

  /// The weights that stay within the limit when all are shifted: their number and sum unshifted.
  private func free(
    _ moved: [Double], shift: Double, limit: Double, isUpper: Bool
  ) -> (count: Int, sum: Double) {
    let grid = SumGrid(largest: moved.lazy.map(\.magnitude).max() ?? 0, count: people)
    var sum = OrderFreeSum()
    var count = 0
    for row in weights.indices where weights[row] > 0 {
      guard isUpper ? moved[row] + shift < limit : moved[row] + shift > limit else { continue }
      count += 1
      sum.add(moved[row], on: grid)
    }
    return (count, sum.value)
  }

  private func failure(isUpper: Bool) -> WeightingError {
    let limit = isUpper ? limits.upper : limits.lower
    return WeightingError([
      .limitsContradictSum(
        TrimFailure(
          limit: limit ?? 0, isUpper: isUpper, respondents: people, sum: sum,
          mean: sum / Double(max(people, 1)),
          outside: weights.reduce(0) { $1 > 0 && limits.excludes($1) ? $0 + 1 : $0 }))
    ])
  }
}
