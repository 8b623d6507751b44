import Foundation

/// The regularised incomplete beta function Iₓ(a, b).
///
///     regularizedIncompleteBeta(0.5, 2, 3)  // 0.6875
///
/// - Parameters:
///   - x: 0 to 1.
///   - a: First shape, positive.
///   - b: Second shape, positive.
/// - Returns: The probability that a beta variable with shapes `a` and `b` is at most `x`.
/// - Complexity: O(√max(*a*, *b*)).
///
/// ## Method
///
/// Continued fraction DLMF 8.17.22 by the modified method of Lentz (Press et al., *Numerical
/// Recipes*, 3rd ed., section 6.4), on the side of the mean where it converges fast.
/// Checked against R 4.2.2 `pbeta` in NumericsTests.
package func regularizedIncompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  regularizedIncompleteBeta(x, complement: 1 - x, a, b)
}

/// Iₓ(a, b) where 1 − x is known better than subtraction would give it.
func regularizedIncompleteBeta(
  _ x: Double, complement: Double, _ a: Double, _ b: Double
) -> Double {
  precondition(a > 0 && b > 0, "the shapes of a beta distribution are positive")
  precondition(x >= 0 && x <= 1, "the argument of the incomplete beta function lies in 0...1")
  if x == 0 { return 0 }
  if complement == 0 { return 1 }
  if x > (a + 1) / (a + b + 2) {
    return 1 - lowerBeta(complement, complement: x, b, a)
  }
  return lowerBeta(x, complement: complement, a, b)
}

/// Iₓ(a, b) for x not above the mean.
private func lowerBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  let logX = x > 0.5 ? log1p(-complement) : log(x)
  let logComplement = complement > 0.5 ? log1p(-x) : log(complement)
  let front = exp(a * logX + b * logComplement - logBeta(a, b)) / a
  return front * betaFraction(x, a, b)
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func awayFromZero(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
  var fraction = d
  // The fraction takes about √max(a, b) rounds; the cap only guards against NaN.
  for round in 1...100_000 {
    let m = Double(round)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    let step = d * c
    fraction *= step
    if (step - 1).magnitude <= 1e-16 { break }
  }
  return fraction
}

/// ln B(a, b), without the cancellation of three large log-gammas.
func logBeta(_ a: Double, _ b: Double) -> Double {
  let small = min(a, b)
  let large = max(a, b)
  if small >= 10 {
    let correction = stirlingRest(small) + stirlingRest(large) - stirlingRest(small + large)
    let share = small / (small + large)
    let powers = (small - 0.5) * log(share) + large * log1p(-share)
    return powers - 0.5 * log(large) + halfLogTwoPi + correction
  }
  if large >= 10 {
    let correction = stirlingRest(large) - stirlingRest(small + large)
    let powers = (large - 0.5) * log1p(-small / (small + large)) - small * log(small + large)
    return log(tgamma(small)) + small + powers + correction
  }
  return log(tgamma(small)) + log(tgamma(large)) - log(tgamma(small + large))
}

private let halfLogTwoPi = 0.918938533204672741780329736406

/// ln Γ(x) minus Stirling's formula, for x ≥ 10 (DLMF 5.11.1; the first left-out term is below
/// 1e-15).
private func stirlingRest(_ x: Double) -> Double {
  let square = 1 / (x * x)
  return stirlingCoefficients.reversed().reduce(0) { $0 * square + $1 } / x
}

/// Lowest power first; the denominators are 12, 360, 1260, 1680, 1188, 360360/691 and 156.
private let stirlingCoefficients: [Double] = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
  0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641,
]

/// The x at which Iₓ(a, b) reaches `probability`.
///
///     betaQuantile(0.6875, 2, 3)  // 0.5
///
/// - Parameters:
///   - probability: 0 to 1.
///   - a: First shape, positive.
///   - b: Second shape, positive.
/// - Returns: The quantile of the beta distribution, accurate to about 1e-14 of its value.
///
/// ## Method
///
/// Newton's method on Iₓ(a, b), kept inside a shrinking bracket. Checked against R 4.2.2 `qbeta`.
package func betaQuantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
  precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
  if probability == 0 { return 0 }
  if probability == 1 { return 1 }
  var low = 0.0
  var high = 1.0
  var x = a / (a + b)
  let constant = logBeta(a, b)
  for _ in 0..<400 {
    let error = regularizedIncompleteBeta(x, a, b) - probability
    if error > 0 { high = x } else { low = x }
    let density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - constant)
    var next = x - error / density
    if !(next > low && next < high) {
      // Halving the exponent reaches quantiles near 0 that halving the number never would.
      next = low > 0 || high > 1e-3 ? (low + high) / 2 : high / 1024
    }
    if (next - x).magnitude <= 1e-15 * next || next == x { return next }
    x = next
  }
  return x
}
