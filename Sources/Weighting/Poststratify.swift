package import SurveyModel

/// Scales the weights so that each cell of a population table is met exactly.
///
/// Every respondent of cell *g* gets w′ = w · N_g / Σ_g w. Scaling all starting weights by one
/// number changes nothing.
///
///     // Two women with weight 10, one man with weight 20; population 30 women, 30 men.
///     let step = try poststratify(design, to: bySex)
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
  let cells = try WeightingCells(of: step.weights, margins: [totals])
  var factors = [Double](repeating: 1, count: cells.count)
  cells.scale(&factors, toMargin: 0)
  let weights = cells.weights(step.weights, times: factors)
  return WeightStep(
    name: "poststratify_\(place)", kind: .poststratify(totals), weights: weights,
    diagnostics: WeightDiagnostics(of: weights), iterations: 0,
    maximumRelativeError: cells.maximumRelativeError(factors))
}
