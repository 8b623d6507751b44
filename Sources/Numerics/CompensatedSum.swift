/// A running sum that keeps the part each addition rounds away.
///
/// The result is off by about one unit in the last place of the exact sum, whatever the number of
/// terms, unless the terms cancel almost entirely. The order of the terms still decides the last
/// bit, so sums are always taken in a fixed order.
///
///     var sum = CompensatedSum()
///     for term in [1, 1e100, 1, -1e100] { sum.add(term) }
///     sum.value  // 2; plain addition gives 0
///
/// ## Method
///
/// A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// ZAMM 54 (1974), 39–51, method IV.
package struct CompensatedSum: Sendable, Hashable {
  @usableFromInline var sum: Double = 0
  @usableFromInline var lost: Double = 0

  @inlinable
  package init() {}

  /// Adds one finite term.
  @inlinable
  package mutating func add(_ term: Double) {
    let next = sum + term
    if sum.magnitude >= term.magnitude {
      lost += (sum - next) + term
    } else {
      lost += (term - next) + sum
    }
    sum = next
  }

  /// The sum of the terms added so far.
  @inlinable
  package var value: Double { sum + lost }
}

extension Sequence where Element == Double {
  /// The compensated sum of the elements, in order.
  package func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for term in self { sum.add(term) }
    return sum.value
  }
}
