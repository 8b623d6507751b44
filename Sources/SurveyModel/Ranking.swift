/// One unit (a district, an agency level) among those ranked.
package struct RankedUnit: Sendable, Hashable {
  package var estimate: Estimate
  /// 1 is the highest figure; equal figures share the better rank.
  package var rank: Int
  /// The ranks that the joint confidence set holds.
  package var bestRank: Int
  package var worstRank: Int
  /// The groups the unit belongs to, from 1 for the one with the highest figures: units of a common
  /// group cannot be told apart.
  package var groups: [Int]
  /// The unit's figure minus that of the whole population, with its error (the unit is part of the
  /// whole, which the covariance counts).
  package var differenceFromWhole: Double
  package var standardErrorOfDifference: Double?
  /// Two-sided p-value of no difference from the whole, after Holm's adjustment over the units.
  package var adjustedPValue: Double?

  package init(
    estimate: Estimate, rank: Int, bestRank: Int, worstRank: Int, groups: [Int],
    differenceFromWhole: Double, standardErrorOfDifference: Double? = nil,
    adjustedPValue: Double? = nil
  ) {
    self.estimate = estimate
    self.rank = rank
    self.bestRank = bestRank
    self.worstRank = worstRank
    self.groups = groups
    self.differenceFromWhole = differenceFromWhole
    self.standardErrorOfDifference = standardErrorOfDifference
    self.adjustedPValue = adjustedPValue
  }
}

/// Units in the order of one figure, with what sampling error leaves of the order.
package struct Ranking: Sendable, Hashable {
  package var kind: MeasureKind
  package var id: String
  /// The domain variables.
  package var variables: [String]
  /// Joint coverage of the confidence sets.
  package var level: Double
  /// Highest figure first.
  package var units: [RankedUnit]
  /// Units without a figure that may be ranked.
  package var leftOut: [Estimate]

  package init(
    kind: MeasureKind, id: String, variables: [String], level: Double, units: [RankedUnit],
    leftOut: [Estimate] = []
  ) {
    self.kind = kind
    self.id = id
    self.variables = variables
    self.level = level
    self.units = units
    self.leftOut = leftOut
  }
}
