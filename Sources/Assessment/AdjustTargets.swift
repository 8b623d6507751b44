internal import SurveyModel

/// Fills in the p-values adjusted for judging several targets at once.
///
/// A family is made of all targets whose domains have the same variables: the targets of the whole
/// population, those of districts, those of fields. A target alone in its family has no adjusted
/// p-value, because there is nothing to adjust for.
func adjustForFamilies(_ results: inout [TargetResult]) {
  let variables = results.map { $0.target.domain.map(\.variable).sorted() }
  var isDone = [Bool](repeating: false, count: results.count)
  for first in results.indices where !isDone[first] && results[first].pValue != nil {
    let family = results.indices.filter {
      variables[$0] == variables[first] && results[$0].pValue != nil
    }
    for member in family { isDone[member] = true }
    guard family.count > 1 else { continue }
    let adjusted = holmAdjusted(family.compactMap { results[$0].pValue })
    for (member, value) in zip(family, adjusted) { results[member].adjustedPValue = value }
  }
}
