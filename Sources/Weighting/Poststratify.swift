import Numerics
package import SurveyModel

/// Scales the weights so that each cell of a population table is met exactly.
///
/// Every respondent of cell *g* gets w′ = w · N_g / Σ_g w. Scaling all starting weights by one
/// number changes nothing.
///
///     // Two women with weight 10, one man with weight 20; population 30 women, 30 men.
///     let step = try poststratify(design, to: bySex, place: 1)
///     step.weights  // [15, 15, 30]
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - totals: The population table: one variable, or several crossed.
///   - place: The place of the step after the design weights, from 1; part of its name.
/// - Returns: The step named `poststratify_` and its place, with what the variance needs.
/// - Throws: ``WeightingError`` with every fault of the table: respondents without a level, a
///   level with respondents but no total or with a total but no respondents, a total that is not a
///   positive number.
/// - Precondition: `totals` sorts as many respondents as there are weights.
/// - Complexity: O(*n*).
///
/// ## Method
///
/// Holt and Smith, *Post stratification*, Journal of the Royal Statistical Society A 142 (1979),
/// 33–46. Checked: `Tests/Fixtures/published/sipas-small/SOURCE.md`.
package func poststratify(
  _ step: WeightStep, to totals: MarginTotals, place: Int
) throws(WeightingError) -> WeightStep {
  try MarginCells([totals], respondents: step.weights.count).poststratify(step.weights)
    .step(place: place)
}

extension MarginCells {
  func poststratify(_ weights: [Double]) throws(WeightingError) -> StepOutcome {
    let start = CellWeights(weights, over: self)
    try checkEveryCategoryWeighs(start)
    var factors = [Double](repeating: 1, count: count)
    _ = scale(&factors, start, toMargin: 0)
    return try outcome(
      .poststratify(margins[0]), of: weights, start, times: factors, iterations: 0,
      errorBefore: worstCategory(start.sums).error)
  }

  /// Scales the factors of cells so that one margin is met; returns the scale of each level.
  func scale(
    _ factors: inout [Double], _ start: CellWeights, toMargin margin: Int
  ) -> [Double] {
    let totals = totals(ofMargin: margin, of: start.sums(times: factors))
    let steps = totals.indices.map { targets[margin][$0] / totals[$0] }
    let levels = cells.levels[margin]
    for cell in factors.indices { factors[cell] *= steps[Int(levels[cell])] }
    return steps
  }
}
