package import SurveyModel

/// Scales the weights until every margin of the population is met (iterative proportional
/// fitting).
///
/// One round scales the weights to each margin in turn, as ``poststratify(_:to:place:)`` does. The
/// rounds stop when the largest |weighted total / population total − 1| over all categories of all
/// margins is at most `tolerance`; a sample that meets its margins already comes back unchanged,
/// in 0 rounds. Scaling all starting weights by one number changes nothing.
///
/// The respondents are read once to make the cells of the crossed margins and once to hand out the
/// factors; the rounds work on cells.
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - margins: The population margins, each of one variable or of several crossed. Their grand
///     totals may differ by rounding (relative 1e-6); they are then scaled to the first one's.
///   - tolerance: The largest relative error accepted, for example 1e-9.
///   - maximumIterations: Rounds after which the raking counts as not converging.
///   - place: The place of the step after the design weights, from 1; part of its name.
/// - Returns: The step named `rake_` and its place, with its rounds and its largest error.
/// - Throws: ``WeightingError`` with every fault of the margins, or with
///   ``WeightingFault/notConverged(_:)``, which names the category that is farthest off, its
///   population, its weighted total and the combinations with other categories that no respondent
///   falls in. Weights that miss their margins are never returned.
/// - Precondition: There is a margin, each sorts as many respondents as there are weights,
///   and `tolerance` is positive.
/// - Complexity: O(*n* × margins + rounds × cells × margins).
///
/// ## Method
///
/// Deming and Stephan, *On a least squares adjustment of a sampled frequency table when the
/// expected marginal totals are known*, Annals of Mathematical Statistics 11 (1940), 427–444;
/// Deville, Särndal and Sautory, *Generalized raking procedures in survey sampling*, JASA 88
/// (1993), 1013–1020. Checked: `Tests/Fixtures/published/sipas-small/SOURCE.md`.
package func rake(
  _ step: WeightStep, to margins: [MarginTotals], tolerance: Double, maximumIterations: Int,
  place: Int
) throws(WeightingError) -> WeightStep {
  precondition(!margins.isEmpty, "raking needs a margin")
  precondition(tolerance > 0, "the tolerance is positive")
  let cells = try WeightingCells(of: step.weights, margins: margins)
  var factors = [Double](repeating: 1, count: cells.count)
  var error = cells.maximumRelativeError(factors)
  var rounds = 0
  while !(error <= tolerance) {
    guard rounds < maximumIterations, error.isFinite else {
      throw WeightingError([.notConverged(cells.failure(factors, rounds: rounds, tolerance))])
    }
    for margin in margins.indices { cells.scale(&factors, toMargin: margin) }
    rounds += 1
    error = cells.maximumRelativeError(factors)
  }
  let weights = rounds == 0 ? step.weights : cells.weights(step.weights, times: factors)
  guard weights.allSatisfy({ $0 > 0 && $0.isFinite }) else {
    // Factors that run to 0 or infinity meet the margins only in the limit.
    throw WeightingError([.notConverged(cells.failure(factors, rounds: rounds, tolerance))])
  }
  return WeightStep(
    name: "rake_\(place)", kind: .rake(margins), weights: weights,
    diagnostics: WeightDiagnostics(of: weights), iterations: rounds,
    maximumRelativeError: error)
}
