/// The weight at a place of the ascending order, without sorting.
///
/// Positive numbers are ordered as their bits are, so the place is found sixteen bits at a time by
/// counting.
///
/// - Parameters:
///   - place: From 0; there are more weights above zero than that.
///   - weights: Those of zero are passed over.
/// - Returns: The weight.
/// - Complexity: O(*n*).
func positiveWeight(atPlace place: Int, of weights: [Double]) -> Double {
  var found: UInt64 = 0
  var left = place
  for shift in stride(from: 48, through: 0, by: -16) {
    var counts = [Int](repeating: 0, count: 1 << 16)
    // Of the numbers whose upper bits are those found so far.
    let upper = shift == 48 ? 0 : found >> UInt64(shift + 16)
    for weight in weights where weight > 0 {
      let bits = weight.bitPattern
      if shift == 48 || bits >> UInt64(shift + 16) == upper {
        counts[Int(truncatingIfNeeded: (bits >> UInt64(shift)) & 0xFFFF)] += 1
      }
    }
    var digit = 0
    while digit < counts.count - 1, left >= counts[digit] {
      left -= counts[digit]
      digit += 1
    }
    found |= UInt64(digit) << UInt64(shift)
  }
  return Double(bitPattern: found)
}
