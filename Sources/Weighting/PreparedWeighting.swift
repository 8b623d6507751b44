import SurveyModel

/// The weighting of a survey, ready to be repeated on other design weights: those of a replicate.
///
/// Margins and classes are read once, when it is made; each repetition then sums the weights by
/// cell, works on the cells and hands out the factors. With the survey's own design weights the
/// final weights are those of ``makeWeights(from:steps:)``, bit for bit.
///
///     let weighting = try PreparedWeighting(
///       designWeights: [10, 10, 20, 20], steps: [.poststratify(bySex)])
///     let final = try weighting.final(from: [20, 0, 20, 20])
///
/// A respondent whose replicate weight is 0 is not in the replicate: the weight stays 0, and
/// trimming does not count it.
package struct PreparedWeighting: Sendable {
  private let steps: [PreparedStep]
  private let names: [String]
  private let designWeights: [Double]
  /// Where the sampled people of each class are known by sampling unit.
  private let psuOfRow: [Int32]?
  /// Per nonresponse step: what it did with the survey's own weights.
  private let adjustments: [Int: (factors: [Double], eligible: [Double])]

  /// Reads the margins and makes the weights once.
  ///
  /// - Parameters:
  ///   - designWeights: Those of the survey, one per respondent, positive.
  ///   - steps: In the order they are made.
  ///   - psuOfRow: The sampling unit of each respondent, as the sampled cells of a nonresponse step
  ///     number them. With it, the factors of a step that has sampled cells are found anew in each
  ///     replicate: the multiplier of a unit, which its respondents' weights show, counts for its
  ///     sampled people too. Without it, or without sampled cells, the factors stay.
  /// - Throws: ``WeightingError`` of the first step that cannot succeed on the survey's own weights.
  package init(
    designWeights: [Double], steps: [WeightingInput], psuOfRow: [Int32]? = nil
  ) throws(WeightingError) {
    if let psuOfRow {
      precondition(psuOfRow.count == designWeights.count, "one sampling unit per respondent")
    }
    var weights = try Weighting.designWeights(designWeights).weights
    var prepared: [PreparedStep] = []
    var adjustments: [Int: (factors: [Double], eligible: [Double])] = [:]
    for (index, input) in steps.enumerated() {
      let (step, outcome) = try named(input.name(place: index + 1)) { () throws(WeightingError) in
        let step = try PreparedStep(input, respondents: weights.count)
        return (step, try step.apply(to: weights))
      }
      if case .nonresponse(let classes) = step, case .nonresponse(let made) = outcome.kind {
        adjustments[index] = (made.factors, classes.eligible(weights))
      }
      weights = outcome.weights
      prepared.append(step)
    }
    self.steps = prepared
    names = steps.enumerated().map { $1.name(place: $0 + 1) }
    self.designWeights = designWeights
    self.psuOfRow = psuOfRow
    self.adjustments = adjustments
  }

  /// Runs all steps on other design weights.
  ///
  /// - Parameter replicate: One per respondent, not negative, finite.
  /// - Returns: The final weights; 0 where the design weight is 0, positive elsewhere.
  /// - Throws: ``WeightingError``, with its name, of the first step that cannot succeed; a category that only
  ///   respondents of weight 0 are in is ``WeightingFault/emptyLevel(_:population:)``.
  /// - Precondition: As many weights as respondents.
  /// - Complexity: O(*n* × steps), and the rounds on cells. Several replicates may run at once.
  package func final(from replicate: [Double]) throws(WeightingError) -> [Double] {
    precondition(replicate.count == designWeights.count, "one weight per respondent")
    try checkReplicate(replicate)
    var weights = replicate
    for (index, step) in steps.enumerated() {
      weights = try named(names[index]) { () throws(WeightingError) in
        guard case .nonresponse(let classes) = step, let made = adjustments[index] else {
          return try step.apply(to: weights).weights
        }
        guard let shares = sampledShares(classes, replicate) else {
          return try classes.apply(made.factors, to: weights)
        }
        let eligible = zip(made.eligible, shares).map { $0 * $1 }
        return try classes.adjust(weights, eligible: eligible).weights
      }
    }
    return weights
  }

  /// Per class: the eligible sample of the replicate as a share of the survey's.
  private func sampledShares(
    _ classes: NonresponseClasses, _ replicate: [Double]
  ) -> [Double]? {
    guard let psuOfRow, let cells = classes.totals.sampledCells else { return nil }
    let units = Int(cells.map(\.psu).max() ?? -1) + 1
    var multipliers = [Double](repeating: 1, count: units)
    for row in psuOfRow.indices where psuOfRow[row] >= 0 && Int(psuOfRow[row]) < units {
      multipliers[Int(psuOfRow[row])] = replicate[row] / designWeights[row]
    }
    var whole = [Double](repeating: 0, count: classes.totals.classes.levels.count)
    var kept = whole
    for cell in cells {
      whole[Int(cell.level)] += cell.weight
      // A unit without respondents is not in the design; no replicate drops it.
      let multiplier = cell.psu < 0 ? 1 : multipliers[Int(cell.psu)]
      kept[Int(cell.level)] += cell.weight * multiplier
    }
    return whole.indices.map { whole[$0] > 0 ? kept[$0] / whole[$0] : 1 }
  }
}
