/// Wilson's score interval of a share of independent trials.
///
///     wilsonInterval(of: 45, among: 50, level: 0.95)  // 0.7864…, 0.9565…
///
/// - Parameters:
///   - successes: 0 to `trials`.
///   - trials: At least 1.
///   - level: Two-sided coverage, above 0 and below 1.
/// - Returns: The ends, within 0...1.
///
/// ## Method
///
/// E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, JASA 22
/// (1927), 209–212: the shares p₀ with |p − p₀| ≤ z √(p₀(1 − p₀)/n). Agrees with
/// `prop.test(45, 50, correct = FALSE)` of R 4.2.2.
package func wilsonInterval(
  of successes: Int, among trials: Int, level: Double
) -> (low: Double, high: Double) {
  precondition(trials > 0 && (0...trials).contains(successes), "a share of some trials")
  let n = Double(trials)
  let share = Double(successes) / n
  let z = normalQuantile(1 - (1 - level) / 2)
  let centre = share + z * z / (2 * n)
  let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  let scale = 1 + z * z / n
  return (
    successes == 0 ? 0 : max(0, (centre - spread) / scale),
    successes == trials ? 1 : min(1, (centre + spread) / scale)
  )
}
