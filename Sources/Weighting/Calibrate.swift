import Numerics
package import SurveyModel

/// Finds the weights that meet every margin and stay as near the old ones as a distance allows.
///
/// The ratio of new to old weight is one function of u = Σ over margins of λ of the respondent's
/// category: `linear` 1 + u, `raking` eᵘ, `logit` an S-curve between two bounds. Bounds on linear
/// and raking cut the function off. `raking` without bounds gives the weights of
/// ``rake(_:to:tolerance:maximumIterations:variance:place:)``; `linear` on one joint margin those
/// of ``poststratify(_:to:place:)``.
///
///     // Weights 10 10 20; population 30 women (the first two), 30 men.
///     let step = try calibrate(
///       design, to: [bySex], CalibrateDefinition(method: .logit, margins: [], lower: 0.5, upper: 3),
///       place: 1)
///     step.weights  // [15, 15, 30]
///
/// λ is found by Newton's method on the cells of the crossed margins. A step that does not bring
/// the margins nearer is halved, so that bounds are met which plain Newton steps, as in R's
/// `calibrate`, run away from.
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - margins: The population margins; see ``rake(_:to:tolerance:maximumIterations:variance:place:)``.
///   - definition: Method, bounds on the ratio, tolerance on the margins and the largest number of
///     Newton steps; its own margins are not read.
///   - place: The place of the step after the design weights, from 1; part of its name.
/// - Returns: The step named `calibrate_` and its place; `limitedCount` is the number of
///   respondents whose ratio stands at a bound.
/// - Throws: ``WeightingError``: faults of the margins; bounds that no weights can meet
///   (``WeightingFault/boundsTooNarrow(_:)``, with the bound it would take); weights that linear
///   calibration makes zero or negative (``WeightingFault/notPositive(_:)``); no convergence.
/// - Precondition: There is a margin; the lower bound is below the upper one; `logit` has both, on
///   either side of 1; the tolerance is positive.
/// - Complexity: O(*n* × margins + steps × (cells × margins² + L R² + R³)), L categories
///   in the largest margin and R in the others.
///
/// ## Method
///
/// Deville and Särndal, *Calibration estimators in survey sampling*, JASA 87 (1992), 376–382.
/// Checked: `Tests/Fixtures/published/weights/SOURCE.md`.
package func calibrate(
  _ step: WeightStep, to margins: [MarginTotals], _ definition: CalibrateDefinition, place: Int
) throws(WeightingError) -> WeightStep {
  precondition(!margins.isEmpty, "calibration needs a margin")
  return try MarginCells(margins, respondents: step.weights.count)
    .calibrate(step.weights, definition).step(place: place)
}

extension MarginCells {
  func calibrate(
    _ weights: [Double], _ definition: CalibrateDefinition
  ) throws(WeightingError) -> StepOutcome {
    precondition(definition.tolerance > 0, "the tolerance is positive")
    let distance = CalibrationDistance(
      definition.method, lower: definition.lower, upper: definition.upper)
    let start = CellWeights(weights, over: self)
    try checkEveryCategoryWeighs(start)
    try checkBounds(start.sums, distance)
    let search = CalibrationSearch(self, start.sums, distance)
    let found = try search.run(
      tolerance: definition.tolerance, maximumIterations: definition.maximumIterations)
    try checkPositive(found.factors, start)
    var outcome = try outcome(
      .calibrate(margins, definition.method), of: weights, start, times: found.factors,
      iterations: found.iterations, errorBefore: worstCategory(start.sums).error)
    outcome.limitedCount = found.factors.indices.reduce(0) { count, cell in
      let factor = found.factors[cell]
      return factor == distance.lower || factor == distance.upper
        ? count + respondents[cell] : count
    }
    return outcome
  }

  /// Refuses weights of zero or below, which linear calibration can make.
  private func checkPositive(
    _ factors: [Double], _ start: CellWeights
  ) throws(WeightingError) {
    let below = factors.indices.filter { !(factors[$0] > 0) && start.sums[$0] > 0 }
    guard !below.isEmpty else { return }
    // The category that holds most of these people for its size is the one to look at.
    var worst = (margin: 0, level: 0, share: -1.0)
    for margin in margins.indices {
      var affected = [Int](repeating: 0, count: targets[margin].count)
      for cell in below { affected[Int(cells.levels[margin][cell])] += respondents[cell] }
      for level in affected.indices {
        let share =
          Double(affected[level]) / Double(respondents(margin: margin, level: level))
        if share > worst.share { worst = (margin, level, share) }
      }
    }
    throw WeightingError([
      .notPositive(
        NotPositiveFailure(
          category: category(margin: worst.margin, level: worst.level),
          respondents: respondents(margin: worst.margin, level: worst.level),
          affected: below.reduce(0) { $0 + respondents[$1] },
          smallestRatio: below.map { factors[$0] }.min() ?? 0))
    ])
  }
}
