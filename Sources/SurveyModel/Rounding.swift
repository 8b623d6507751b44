/// Rounds half up to `places` decimals, deciding on the shortest decimal form of the number.
///
/// A published figure is a decimal: 84.785 is printed 84.79 although the nearest double lies just
/// below 84.785. So the digits are those of the shortest decimal that reads back as the same
/// double, after noise in the last digits (from sums in another order) is cut off at 12 significant
/// digits.
///
///     roundedHalfUp(84.785, places: 2)  // 84.79
///     roundedHalfUp(1.005, places: 2)   // 1.01
///     roundedHalfUp(86.7849999, places: 2)  // 86.78
///
/// - Parameters:
///   - value: A finite number.
///   - places: Decimal places kept, 0 to 6.
/// - Returns: The double nearest to the rounded decimal.
package func roundedHalfUp(_ value: Double, places: Int) -> Double {
  precondition(places >= 0 && places <= 6, "0 to 6 decimal places")
  guard value.isFinite, value.magnitude < 1e9 else { return value }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let scaled = value * scale
  // 86.785 * 100 is 8678.499999999998: a tie within a few units of the 12th digit counts as a tie.
  let tolerance = max(1e-9, scaled.magnitude * 1e-12)
  return (scaled + 0.5 + tolerance).rounded(.down) / scale
}

/// The double nearest to `value` rounded to 12 significant decimal digits.
///
/// Sums and products of decimals such as 84.87 + 2 can be one unit in the last place away from the
/// double that 86.87 reads as, and a verdict must not hang on that. Plans are written with at most
/// four or five digits, so 12 keep every threshold exact; the last step is one division of a whole
/// number by a power of ten, which is correctly rounded.
package func withoutBinaryNoise(_ value: Double) -> Double {
  guard value.isFinite, value != 0, value.magnitude < 1e12, value.magnitude >= 1e-6 else {
    return value
  }
  var scale = 1.0
  while value.magnitude * scale < 1e11 { scale *= 10 }
  return (value * scale).rounded() / scale
}
