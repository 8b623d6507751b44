import Numerics
package import SurveyModel

extension WeightDiagnostics {
  /// Measures a set of weights.
  ///
  ///     let diagnostics = WeightDiagnostics(of: [10, 10, 20, 20, 15, 15])
  ///     // sum 90, minimum 10, maximum 20, Kish design effect 1.0740740740740742,
  ///     // effective count 5.586206896551724, coefficient of variation 0.27216552697590873
  ///
  /// The order of the weights changes no bit of the result.
  ///
  /// - Parameter weights: One per respondent, positive, none above ``SumGrid/largestTerm``.
  /// - Complexity: O(*n*), in parallel.
  ///
  /// ## Method
  ///
  /// L. Kish, *Survey Sampling* (1965), section 11.7: the loss from weights unrelated to the
  /// answers is n Σw² / (Σw)².
  package init(of weights: [Double]) {
    let whole = WholeSums(weights)
    self.init(
      count: weights.count, sum: whole.sum, minimum: whole.minimum, maximum: whole.maximum,
      kishDesignEffect: whole.effectiveCount > 0
        ? Double(weights.count) / whole.effectiveCount : 0,
      effectiveCount: whole.effectiveCount)
  }
}

/// Sums over all weights, in stretches.
struct WholeSums {
  private(set) var sum = 0.0
  private(set) var minimum = 0.0
  private(set) var maximum = 0.0
  /// (Σw)² / Σw².
  private(set) var effectiveCount = 0.0

  init(_ weights: [Double]) {
    guard let first = weights.first else { return }
    let stretches = RowStretches(rows: weights.count)
    let ranges = stretches.collect { rows in
      weights[rows].reduce(into: (smallest: first, largest: first)) { range, weight in
        range.smallest = min(range.smallest, weight)
        range.largest = max(range.largest, weight)
      }
    }
    minimum = ranges.reduce(first) { min($0, $1.smallest) }
    maximum = ranges.reduce(first) { max($0, $1.largest) }
    guard maximum > 0 else { return }
    // A power of two near the largest weight keeps squares from overflowing.
    let unit = Double(sign: .plus, exponent: -Int(maximum.exponent), significand: 1)
    let grid = SumGrid(largest: 2, count: weights.count)
    let squareGrid = SumGrid(largest: 4, count: weights.count)
    let parts = stretches.collect { rows in
      weights[rows].reduce(into: (OrderFreeSum(), OrderFreeSum())) { sums, weight in
        let scaled = weight * unit
        sums.0.add(scaled, on: grid)
        sums.1.add(scaled * scaled, on: squareGrid)
      }
    }
    var total = OrderFreeSum()
    var squares = OrderFreeSum()
    for part in parts {
      total.add(part.0)
      squares.add(part.1)
    }
    sum = total.value / unit
    effectiveCount = total.value * total.value / squares.value
  }
}
