/// The median of numbers, the mean of the two in the middle where their count is even.
///
///     median([3, 1, 2, 10])  // 2.5
///
/// - Returns: `nil` for no numbers.
package func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let ordered = values.sorted()
  let half = ordered.count / 2
  return ordered.count % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2
}

/// The median and the robust standard deviation: 1.4826 times the median distance from the median.
///
/// That is the standard deviation where the numbers are normal. Hampel, *The influence curve and its
/// role in robust estimation*, JASA 69 (1974), 383–393. R: `median`, `mad`.
///
///     middleAndSpread([1, 2, 3, 4, 100])  // (3, 1.4826)
///
/// - Returns: `nil` for no numbers.
package func middleAndSpread(_ values: [Double]) -> (middle: Double, spread: Double)? {
  guard let middle = median(values),
    let distance = median(values.map { ($0 - middle).magnitude })
  else { return nil }
  return (middle, 1.4826 * distance)
}
