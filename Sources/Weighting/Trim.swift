package import SurveyModel

/// Brings weights outside two limits to the limit and shares what was cut, or added, equally among
/// all others.
///
/// The sum of the weights stays. Sharing can push other weights over a limit: `isStrict` repeats
/// until none is outside, otherwise it is done once.
///
///     // Weights 1 2 3 10, mean 4; nothing above 1.5 times the mean.
///     let step = try trim(design, TrimDefinition(upper: 1.5, reference: .mean), place: 1)
///     step.weights  // [2.333…, 3.333…, 4.333…, 6]
///
/// Repeating ends for every pair of limits that the sum allows. After the first pass all that is
/// shared goes one way (cutting leaves more to share, raising leaves less), so the weights that
/// endless repetition tends to are min(upper, w + τ), or max(lower, w + τ), with the one τ that
/// keeps the sum; τ is found directly.
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - definition: The limits, as weights or as multiples of the median or mean of the weights that
///     enter; strict or once.
///   - place: The place of the step after the design weights, from 1; part of its name.
/// - Returns: The step named `trim_` and its place: the limits in the unit of the weights,
///   `limitedCount` weights now at a limit that were not before, `iterations` passes.
/// - Throws: ``WeightingError`` with ``WeightingFault/limitsContradictSum(_:)`` when all weights at
///   the limit would not add up to the sum, or when no weight is left that could take up what was
///   cut.
/// - Precondition: There is a limit; limits are finite, the lower one below the upper one.
/// - Complexity: O(*n* × passes) and O(*n* log *n*) for the median.
///
/// ## Method
///
/// Potter, *A study of procedures to identify and trim extreme sampling weights*, Proceedings of
/// the Section on Survey Research Methods, ASA (1990), 225–230; `trimWeights` of R's survey
/// package. Checked: `Tests/Fixtures/published/weights/SOURCE.md`.
package func trim(
  _ step: WeightStep, _ definition: TrimDefinition, place: Int
) throws(WeightingError) -> WeightStep {
  try trimmed(step.weights, definition).step(place: place)
}

/// Trims weights; those of zero belong to nobody in the sample and stay zero.
func trimmed(
  _ weights: [Double], _ definition: TrimDefinition
) throws(WeightingError) -> StepOutcome {
  let limits = TrimLimits(definition, of: weights)
  let kind = WeightStep.Kind.trim(lower: limits.lower, upper: limits.upper)
  guard weights.contains(where: { $0 > 0 && limits.excludes($0) }) else {
    return StepOutcome(kind: kind, weights: weights, diagnostics: WeightDiagnostics(of: weights))
  }
  let sharing = TrimSharing(weights, limits)
  let result =
    definition.isStrict ? try sharing.repeated() : (weights: try sharing.once(), passes: 1)
  var outcome = StepOutcome(
    kind: kind, weights: result.weights, diagnostics: WeightDiagnostics(of: result.weights),
    iterations: result.passes)
  var range = (smallest: Double.infinity, largest: 0.0)
  for row in weights.indices where weights[row] > 0 {
    let ratio = result.weights[row] / weights[row]
    range = (min(range.smallest, ratio), max(range.largest, ratio))
    let isAtLimit = result.weights[row] == limits.lower || result.weights[row] == limits.upper
    if isAtLimit, result.weights[row] != weights[row] { outcome.limitedCount += 1 }
  }
  guard range.smallest > 0, range.largest.isFinite else {
    throw WeightingError([
      .outOfRange(step: kind.name, smallest: range.smallest, largest: range.largest)
    ])
  }
  (outcome.smallestRatio, outcome.largestRatio) = range
  return outcome
}
