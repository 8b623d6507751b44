internal import Numerics
package import SurveyModel

/// Ranks units by one figure and says what sampling error leaves of the order.
///
/// Two units differ when the difference of their figures is shown, one-sided, with all ordered
/// pairs of units judged together by Holm's method at 1 − `level`. A unit's set of ranks runs from
/// one more than the number of units shown to lie above it to the number of units minus those shown
/// to lie below it; with probability `level` or more the sets hold the true ranks of all units at
/// once. A group is a longest run of neighbours in the order of which no two differ.
///
/// A pair is never told apart where the error of a figure, or of the difference, is unknown or 0: a
/// unit in which everybody answered alike tells nothing of its error.
///
///     // Four districts at 90, 84, 83 and 70 % with standard errors of 1.5, independent.
///     let ranking = rankUnits(joint, variables: ["district"])
///     ranking.units.map { "\($0.bestRank)–\($0.worstRank)" }  // 1–1, 2–3, 2–3, 4–4
///     ranking.units.map(\.groups)                             // [1], [2], [2], [3]
///
/// - Parameters:
///   - joint: The figure in every unit, and as last estimate in the whole population, with their
///     covariance.
///   - variables: The domain variables of the units.
///   - level: Joint coverage of the sets of ranks, for example 0.95.
/// - Returns: Highest figure first; equal figures in the order of `joint`. Units without a figure
///   for publication are left out.
/// - Complexity: O(m² log m) for m units.
///
/// ## Method
///
/// Mogstad, Romano, Shaikh and Wilhelm, "Inference for ranks with applications to mobility across
/// neighbourhoods and academic achievement across countries", *Review of Economic Studies* 91
/// (2024), 476–518, stepwise joint confidence sets; Holm's bound in place of their bootstrap.
/// Checked: `Tests/Fixtures/published/change/SOURCE.md`.
package func rankUnits(
  _ joint: JointEstimates, variables: [String], level: Double = 0.95
) -> Ranking {
  precondition(level > 0 && level < 1, "a coverage lies between 0 and 1")
  precondition(!joint.estimates.isEmpty, "the whole population is the last estimate")
  let whole = joint.estimates.count - 1
  let units = joint.estimates.indices.dropLast()
  let ranked = units.filter {
    isRankable(joint.estimates[$0]) && joint.estimates[whole].value != nil
  }
  let values = joint.estimates.map { $0.value ?? 0 }
  let order = ranked.sorted { (-values[$0], $0) < (-values[$1], $1) }
  let figure = joint.estimates[whole]
  var ranking = Ranking(
    kind: figure.kind, id: figure.id, variables: variables, level: level, units: [],
    leftOut: units.filter { !ranked.contains($0) }.map { joint.estimates[$0] })
  let differences = UnitDifferences(joint, order: order, level: level)
  let groups = differences.groups
  let fromWhole = differencesFromWhole(joint, order: order, whole: whole)
  var rank = 1
  for (place, unit) in order.enumerated() {
    if place > 0, values[unit] != values[order[place - 1]] { rank = place + 1 }
    ranking.units.append(
      RankedUnit(
        estimate: joint.estimates[unit], rank: rank,
        bestRank: 1 + differences.above[place],
        worstRank: order.count - differences.below[place],
        groups: groups.indices.filter { groups[$0].contains(place) }.map { $0 + 1 },
        differenceFromWhole: values[unit] - values[whole],
        standardErrorOfDifference: fromWhole.errors[place],
        adjustedPValue: fromWhole.pValues[place]))
  }
  return ranking
}

private func isRankable(_ estimate: Estimate) -> Bool {
  guard let value = estimate.value, value.isFinite else { return false }
  return estimate.flag == nil || estimate.flag == .unreliable
}

/// Standard errors and Holm's two-sided p-values of the units' differences from the whole.
private func differencesFromWhole(
  _ joint: JointEstimates, order: [Int], whole: Int
) -> (errors: [Double?], pValues: [Double?]) {
  let errors = order.map { errorOfDifference(joint, $0, whole) }
  guard joint.degreesOfFreedom > 0 else { return (errors, errors.map { _ in nil }) }
  let student = StudentT(degreesOfFreedom: Double(joint.degreesOfFreedom))
  let pValues = zip(order, errors).map { unit, error -> Double? in
    guard let error, let value = joint.estimates[unit].value,
      let all = joint.estimates[whole].value
    else { return nil }
    return 2 * student.upperTail((value - all).magnitude / error)
  }
  return (errors, holmAdjusted(known: pValues))
}

/// The standard error of one figure minus another; `nil` where either is unknown or 0.
func errorOfDifference(_ joint: JointEstimates, _ first: Int, _ second: Int) -> Double? {
  let (own, other) = (joint.covariance(first, first), joint.covariance(second, second))
  let variance = own + other - 2 * joint.covariance(first, second)
  // What is left by rounding of a difference of 0 is not an error.
  guard own > 0, other > 0, variance.isFinite, variance > 1e-13 * (own + other),
    (joint.estimates[first].standardError ?? 0) > 0
  else { return nil }
  return variance.squareRoot()
}
