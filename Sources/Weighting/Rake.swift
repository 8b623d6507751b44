package import SurveyModel

/// Scales the weights until every margin of the population is met (iterative proportional
/// fitting).
///
/// One round scales the weights to each margin in turn, as ``poststratify(_:to:place:)`` does. The
/// rounds stop when the largest |weighted total / population total − 1| over all categories of all
/// margins is at most `tolerance`; a sample that meets its margins already comes back unchanged,
/// in 0 rounds. Scaling all starting weights by one number changes nothing.
///
/// Margins within a domain (each district to its own totals) are joint margins: the variable
/// crossed with the domain's.
///
///     // Weights 1 1 1 1; men 30, women 70; young and old 50 each.
///     let step = try rake(
///       design, to: [bySex, byAge], tolerance: 1e-9, maximumIterations: 200, place: 1)
///     step.weights     // [15, 15, 35, 35]
///     step.iterations  // 1
///
/// The respondents are read once to make the cells of the crossed margins, once to sum them and
/// once to hand out the factors; the rounds work on cells.
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - margins: The population margins, each of one variable or of several crossed. Their grand
///     totals may differ by rounding (relative 1e-6); they are then scaled to the first one's.
///   - tolerance: The largest relative error accepted, for example 1e-9.
///   - maximumIterations: Rounds after which the raking counts as not converging.
///   - variance: Carried along for the variance; it changes no weight.
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
  variance: RakeVariance = .regression, place: Int
) throws(WeightingError) -> WeightStep {
  precondition(!margins.isEmpty, "raking needs a margin")
  return try MarginCells(margins, respondents: step.weights.count)
    .rake(
      step.weights, tolerance: tolerance, maximumIterations: maximumIterations, variance: variance
    )
    .step(place: place)
}

extension MarginCells {
  func rake(
    _ weights: [Double], tolerance: Double, maximumIterations: Int, variance: RakeVariance
  ) throws(WeightingError) -> StepOutcome {
    precondition(tolerance > 0, "the tolerance is positive")
    let start = CellWeights(weights, over: self)
    try checkEveryCategoryWeighs(start)
    var factors = [Double](repeating: 1, count: count)
    var lastFactors = targets.map { [Double](repeating: 1, count: $0.count) }
    let errorBefore = worstCategory(start.sums).error
    var error = errorBefore
    var rounds = 0
    while !(error <= tolerance) {
      guard rounds < maximumIterations, error.isFinite else {
        throw notConverged("rake", start.sums(times: factors), rounds: rounds, tolerance)
      }
      for margin in margins.indices {
        lastFactors[margin] = scale(&factors, start, toMargin: margin)
      }
      rounds += 1
      error = worstCategory(start.sums(times: factors)).error
    }
    // Factors that run to 0 or infinity meet the margins only in the limit.
    guard start.diagnostics(times: factors) != nil else {
      throw notConverged("rake", start.sums(times: factors), rounds: rounds, tolerance)
    }
    return try outcome(
      .rake(margins, variance: variance, lastFactors: lastFactors), of: weights, start,
      times: factors, iterations: rounds, errorBefore: errorBefore)
  }
}
