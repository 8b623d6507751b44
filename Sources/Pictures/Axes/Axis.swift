/// The stretch of figures that a picture shows, between two of its ticks.
struct Axis {
  /// The first tick as a multiple of the step, and how many steps follow.
  private let first: Int
  let steps: Int
  private let step: AxisStep

  var low: Double { step.value(first) }
  var high: Double { step.value(first + steps) }
  var ticks: [Double] { (0...steps).map { step.value(first + $0) } }
  /// How many decimals the numbers at the ticks need.
  var decimals: Int { step.decimals }

  /// An axis that holds all values between its ends, with a little room beside them.
  ///
  /// - Parameters:
  ///   - values: What it must hold; those that are no numbers, or beyond ±10¹², are left out.
  ///   - isShare: True where the axis must not leave 0 to 100; shares span 5 points at least, so that
  ///     noise is not blown up to fill the picture.
  ///   - minimumSpan: The least length of another axis.
  ///   - exactEnds: True where no room is needed beside the outermost values.
  ///   - mostSteps: How many steps the picture has room for, at least 1.
  init(
    values: [Double], isShare: Bool, minimumSpan: Double = 0, exactEnds: Bool = false,
    mostSteps: Int
  ) {
    let bounds = isShare ? 0.0...100.0 : -1e12...1e12
    let held = values.filter { $0.isFinite && (isShare || bounds.contains($0)) }
      .map { min(max($0, bounds.lowerBound), bounds.upperBound) }
    var smallest = held.min() ?? 0
    var largest = held.max() ?? (isShare ? 100 : 1)
    let magnitude = max(smallest.magnitude, largest.magnitude)
    let least = max(isShare ? 5 : minimumSpan, magnitude * 1e-6, 1e-9)
    if largest - smallest < least {
      let missing = least - (largest - smallest)
      smallest = max(smallest - missing / 2, bounds.lowerBound)
      largest = min(smallest + least, bounds.upperBound)
      smallest = min(smallest, max(largest - least, bounds.lowerBound))
    } else if !exactEnds {
      let room = (largest - smallest) * 0.04
      smallest = max(smallest - room, bounds.lowerBound)
      largest = min(largest + room, bounds.upperBound)
    }
    var step = AxisStep(atLeast: (largest - smallest) / Double(max(mostSteps, 1)) * 0.999)
    while step.last(largest) - step.first(smallest) > max(mostSteps, 1), step.isBelowLargest {
      step = step.next
    }
    self.step = step
    first = step.first(smallest)
    steps = max(step.last(largest) - first, 1)
  }
}

/// The distance of ticks: 1, 2 or 5 times a power of ten.
struct AxisStep {
  private var mantissa: Int
  private var exponent: Int

  /// The smallest step that is not below `length`.
  init(atLeast length: Double) {
    mantissa = 1
    exponent = -10
    while value(1) < length, isBelowLargest { self = next }
  }

  var isBelowLargest: Bool { exponent < 13 }

  var next: AxisStep {
    var step = self
    switch mantissa {
    case 1: step.mantissa = 2
    case 2: step.mantissa = 5
    default:
      step.mantissa = 1
      step.exponent += 1
    }
    return step
  }

  var decimals: Int { max(-exponent, 0) }

  /// A multiple of the step, the nearest double to its decimal.
  func value(_ count: Int) -> Double {
    let whole = Double(count * mantissa)
    return exponent < 0 ? whole / power(-exponent) : whole * power(exponent)
  }

  /// The last multiple not above a value, and the first not below it; a hair beyond counts as on it.
  func first(_ value: Double) -> Int { Int((value / self.value(1) + 1e-9).rounded(.down)) }
  func last(_ value: Double) -> Int { Int((value / self.value(1) - 1e-9).rounded(.up)) }

  private func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}
