/// Where the figures of an axis stand in a picture.
struct Scale {
  let axis: Axis
  /// The coordinates of the low and the high end; the high end may be the smaller coordinate.
  let start: Double
  let end: Double

  /// The coordinate of a value; one beyond the axis stands at its end.
  func place(_ value: Double) -> Double {
    let share = (value - axis.low) / (axis.high - axis.low)
    return start + min(max(share, 0), 1) * (end - start)
  }

  func isBelow(_ value: Double) -> Bool { value < axis.low }
  func isAbove(_ value: Double) -> Bool { value > axis.high }
}

extension Axis {
  /// How many steps fit along a length when the numbers at the ticks stand side by side.
  static func stepsAlong(_ length: Double, labels: [String]) -> Int {
    let widest = labels.map { textWidth($0, size: LetterSize.small) }.max() ?? 0
    return min(max(Int(length / max(widest + 22, 48)), 1), 10)
  }
}
