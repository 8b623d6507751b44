/// A number along an axis, with marks between the thousands and a true minus sign.
///
/// - Parameters:
///   - decimals: How many decimals to show; the value is a multiple of the last.
///   - mark: The decimal mark, `,` or `.`; the other one stands between thousands.
func axisNumber(_ value: Double, decimals: Int, mark: String) -> String {
  var scale = 1.0
  for _ in 0..<min(max(decimals, 0), 12) { scale *= 10 }
  let scaled = (value * scale).rounded()
  guard scaled.magnitude < 9e18 else { return "" }
  var digits = String(Int(scaled).magnitude)
  var fraction = ""
  if decimals > 0 {
    digits = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    fraction = mark + digits.suffix(decimals)
    digits = String(digits.dropLast(decimals))
  }
  let separator = mark == "," ? "." : ","
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { grouped += separator }
    grouped.append(digit)
  }
  return (scaled < 0 ? "−" : "") + grouped + fraction
}
