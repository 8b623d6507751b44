import Numerics
import SurveyModel
import Weighting

/// Builds groupings and margins of a few respondents by hand.
enum Tiny {
  /// A grouping with levels `0`, `1`… of one variable, or of several crossed.
  static func grouping(_ variables: String..., levels: [Int32], count: Int) -> Grouping {
    Grouping(
      variables: variables,
      levels: (0..<count).map { level in
        GroupLevel(
          terms: variables.map { DomainTerm(variable: $0, code: "\(level)") },
          labels: variables.map { _ in LocalizedText(vi: "\(level)") })
      },
      levelOfRow: levels)
  }

  static func margin(_ variable: String, _ levels: [Int32], totals: [Double]) -> MarginTotals {
    MarginTotals(
      grouping: grouping(variable, levels: levels, count: totals.count), totals: totals,
      source: SourceLocation(file: "\(variable).csv"))
  }

  /// A random sample of two margins with positive totals that agree.
  static func random(seed: UInt64) -> (weights: [Double], margins: [MarginTotals]) {
    var random = SplitMix64(seed: seed)
    // The first twelve rows fill every cell, so that the margins can always be met.
    let rows = 12 + random.uniform(below: 60)
    let first = (0..<rows).map { $0 < 12 ? Int32($0 % 3) : Int32(random.uniform(below: 3)) }
    let second = (0..<rows).map { $0 < 12 ? Int32($0 / 3) : Int32(random.uniform(below: 4)) }
    let weights = (0..<rows).map { _ in 0.5 + 3 * random.uniform() }
    let a = (0..<3).map { _ in 100 + 400 * random.uniform() }
    let b = (0..<4).map { _ in 100 + 400 * random.uniform() }
    let scale = a.reduce(0, +) / b.reduce(0, +)
    return (
      weights, [margin("a", first, totals: a), margin("b", second, totals: b.map { $0 * scale })]
    )
  }
}
