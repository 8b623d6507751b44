import Numerics
package import SurveyModel

/// The first weighting step: the design weights, checked.
///
///     let step = try designWeights([10, 10, 20, 20, 15, 15])
///     step.diagnostics.sum  // 90
///
/// - Parameter weights: One per respondent: how many people of the population the respondent
///   stands for (any unit, as long as it is the same for all). Equal weights are all 1.
/// - Returns: The step named `design`.
/// - Throws: ``WeightingError`` with ``WeightingFault/badWeights(rows:values:count:)`` when a
///   weight is missing (NaN), infinite, zero, negative or so large that weights cannot be added up
///   (above 1e295), naming the rows.
/// - Complexity: O(*n*).
package func designWeights(_ weights: [Double]) throws(WeightingError) -> WeightStep {
  try checkWeights(weights) { $0 > 0 && $0 <= SumGrid.largestTerm }
  return WeightStep(
    name: "design", kind: .design, weights: weights, diagnostics: WeightDiagnostics(of: weights))
}

/// Refuses weights that are not as they must be.
func checkWeights(
  _ weights: [Double], _ isGood: (Double) -> Bool
) throws(WeightingError) {
  var rows: [Int] = []
  var count = 0
  for row in weights.indices where !isGood(weights[row]) {
    count += 1
    if rows.count < WeightingFault.shownCount { rows.append(row) }
  }
  guard count == 0 else {
    throw WeightingError([.badWeights(rows: rows, values: rows.map { weights[$0] }, count: count)])
  }
}

/// Refuses weights of a replicate that are negative or not finite.
func checkReplicate(_ weights: [Double]) throws(WeightingError) {
  try checkWeights(weights) { $0 >= 0 && $0 <= SumGrid.largestTerm }
}
