/// Which of many tests to follow up so that the expected share of chance among them stays below a
/// level.
///
///     isDiscovery([0.001, 0.04, 0.9], level: 0.05)  // [true, false, false]
///
/// - Parameters:
///   - pValues: One per test; none is lost by being 1.
///   - level: The expected share of false discoveries allowed.
/// - Returns: For each test, in order.
///
/// ## Method
///
/// Y. Benjamini and Y. Hochberg, *Controlling the false discovery rate*, Journal of the Royal
/// Statistical Society B 57 (1995), 289–300, section 3.1. Agrees with `p.adjust(p, "BH") <= level`
/// of R 4.2.2.
package func isDiscovery(_ pValues: [Double], level: Double) -> [Bool] {
  let ordered = pValues.sorted()
  let count = Double(pValues.count)
  var limit = -1.0
  for (index, p) in ordered.enumerated() where p <= level * Double(index + 1) / count { limit = p }
  return pValues.map { $0 <= limit }
}
