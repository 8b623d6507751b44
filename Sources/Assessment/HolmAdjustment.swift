/// p-values adjusted for being judged together: Holm's step-down method.
///
/// With m p-values in rising order the adjusted ones are
///
///     p̃(i) = min(1, max over j ≤ i of (m − j + 1) · p(j))
///
/// Rejecting where p̃ is at most α keeps the chance of any false rejection at or below α, whatever
/// the dependence between the tests.
///
///     holmAdjusted([0.01, 0.04, 0.03])  // 0.03, 0.06, 0.06, as R's p.adjust
///
/// - Parameter pValues: 0 to 1, in any order.
/// - Returns: One per p-value, in the same order.
/// - Complexity: O(m log m).
///
/// ## Method
///
/// Holm, "A simple sequentially rejective multiple test procedure", *Scandinavian Journal of
/// Statistics* 6 (1979), 65–70. Checked: `Tests/Fixtures/published/change/SOURCE.md`.
func holmAdjusted(_ pValues: [Double]) -> [Double] {
  let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  var adjusted = pValues
  var highest = 0.0
  for (place, index) in order.enumerated() {
    highest = max(highest, Double(pValues.count - place) * pValues[index])
    adjusted[index] = min(1, highest)
  }
  return adjusted
}

/// Adjusts the p-values that are known; the unknown ones are no tests and count for nothing.
func holmAdjusted(known pValues: [Double?]) -> [Double?] {
  let places = pValues.indices.filter { pValues[$0] != nil }
  var adjusted = pValues
  for (place, value) in zip(places, holmAdjusted(pValues.compactMap { $0 })) {
    adjusted[place] = value
  }
  return adjusted
}
