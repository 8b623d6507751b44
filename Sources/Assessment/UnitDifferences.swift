internal import Numerics
internal import SurveyModel

/// Which of the units, highest first, are told apart.
struct UnitDifferences {
  /// Per place in the order: units shown to lie above it, and below it.
  private(set) var above: [Int]
  private(set) var below: [Int]
  /// Per place: the nearest place above it from which it differs, −1 where there is none.
  private var nearestAbove: [Int]

  /// A pair with its t, the upper unit first.
  private struct Pair {
    var statistic: Double
    var upper: Int
    var lower: Int
  }

  init(_ joint: JointEstimates, order: [Int], level: Double) {
    above = [Int](repeating: 0, count: order.count)
    below = above
    nearestAbove = [Int](repeating: -1, count: order.count)
    guard joint.degreesOfFreedom > 0 else { return }
    var pairs: [Pair] = []
    pairs.reserveCapacity(order.count * max(order.count - 1, 0) / 2)
    for upper in order.indices {
      for lower in (upper + 1)..<max(order.count, upper + 1) {
        guard let t = Self.statistic(joint, order[upper], order[lower]), t > 0 else { continue }
        pairs.append(Pair(statistic: t, upper: upper, lower: lower))
      }
    }
    pairs.sort { ($0.statistic, -$0.upper, -$0.lower) > ($1.statistic, -$1.upper, -$1.lower) }
    let tests = order.count * (order.count - 1)
    let separated = Self.rejected(
      pairs.map(\.statistic), tests: tests, level: level,
      degreesOfFreedom: joint.degreesOfFreedom)
    for pair in pairs.prefix(separated) {
      above[pair.lower] += 1
      below[pair.upper] += 1
      nearestAbove[pair.lower] = max(nearestAbove[pair.lower], pair.upper)
    }
  }

  /// t of the first unit's figure being higher than the second's.
  static func statistic(_ joint: JointEstimates, _ first: Int, _ second: Int) -> Double? {
    guard let upper = joint.estimates[first].value, let lower = joint.estimates[second].value,
      (joint.estimates[second].standardError ?? 0) > 0,
      let error = errorOfDifference(joint, first, second)
    else { return nil }
    return (upper - lower) / error
  }

  /// How many of the largest statistics Holm's method rejects among all `tests`.
  ///
  /// All statistics have the same degrees of freedom, so their order is that of the p-values. The
  /// bar that one step passed is no lower than that of the steps after it, so a new quantile is
  /// found only for a statistic below the last one.
  private static func rejected(
    _ statistics: [Double], tests: Int, level: Double, degreesOfFreedom: Int
  ) -> Int {
    let student = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
    var bar = Double.infinity
    for (place, statistic) in statistics.enumerated() where statistic < bar {
      bar = student.quantile(1 - (1 - level) / Double(tests - place))
      if statistic < bar { return place }
    }
    return statistics.count
  }

  /// The longest runs of places of which no two differ, from the top.
  var groups: [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start = 0
    for place in above.indices {
      let first = max(start, nearestAbove[place] + 1)
      if first > start { runs.append(start...(place - 1)) }
      start = first
    }
    if !above.isEmpty { runs.append(start...(above.count - 1)) }
    return runs
  }
}
