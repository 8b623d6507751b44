/// How far two ratings of the same cases agree beyond chance.
package enum KappaWeight: Sendable {
  /// Any disagreement counts the same.
  case equal
  /// A disagreement counts as the square of the steps between its categories.
  case quadratic
}

/// Cohen's kappa of a square table of pairs.
///
///     κ = 1 − Σ wᵢⱼ nᵢⱼ / Σ wᵢⱼ nᵢ₊ n₊ⱼ / n,   wᵢⱼ = 1 for i ≠ j (equal) or (i − j)² (quadratic)
///
///     cohensKappa([[20, 5], [10, 15]], weight: .equal)  // 0.4
///
/// - Parameters:
///   - counts: Row: category of the first rating; column: that of the second; same order.
///   - weight: What a disagreement counts.
/// - Returns: At most 1; `nil` where chance alone would give full agreement, or there is no pair.
/// - Precondition: The table is square.
/// - Complexity: O(categories²).
///
/// ## Method
///
/// J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological
/// Measurement 20 (1960), 37–46; weighted: J. Cohen, Psychological Bulletin 70 (1968), 213–220. The
/// numbers are computed by the same formula in R 4.2.2, see `BackCheckTests`.
package func cohensKappa(_ counts: [[Int]], weight: KappaWeight) -> Double? {
  precondition(counts.allSatisfy { $0.count == counts.count }, "a square table")
  let rows = counts.map { $0.reduce(0, +) }
  let columns = counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  let total = Double(rows.reduce(0, +))
  var observed = 0.0
  var expected = 0.0
  for i in counts.indices {
    for j in counts.indices where i != j {
      let cost =
        switch weight {
        case .equal: 1.0
        case .quadratic: Double((i - j) * (i - j))
        }
      observed += cost * Double(counts[i][j])
      expected += cost * Double(rows[i]) * Double(columns[j])
    }
  }
  return expected == 0 ? nil : 1 - observed * total / expected
}
