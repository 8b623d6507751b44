/// A sum whose bits do not depend on the order of its terms.
///
/// Every term is cut at two fixed places, the same for all terms of the sum; the pieces of one
/// place are multiples of one power of two and small enough for their sums to be exact, so any
/// order, and any split over threads, gives the same result. What lies below the second cut is
/// dropped: at most 2⁻⁸⁶ of the largest term for a thousand terms, 2⁻⁶⁶ for a million.
///
///     let grid = SumGrid(largest: 0.3, count: 3)
///     var sum = OrderFreeSum()
///     for term in [0.1, 0.2, 0.3] { sum.add(term, on: grid) }
///     sum.value  // 0.6, and for [0.3, 0.2, 0.1] the same bits
///
/// ## Method
///
/// J. Demmel and H. D. Nguyen, *Parallel reproducible summation*, IEEE Transactions on Computers
/// 64 (2015), 2060–2070, with two folds; S. M. Rump, T. Ogita and S. Oishi, *Accurate
/// floating-point summation I*, SIAM Journal on Scientific Computing 31 (2008), 189–224, lemma 3.3.
package struct OrderFreeSum: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline var high: Double = 0
  @usableFromInline var low: Double = 0

  @inlinable
  package init() {}

  /// Adds a term.
  ///
  /// - Parameters:
  ///   - term: At most the largest term of the grid in magnitude.
  ///   - grid: The same for all terms.
  @inlinable
  package mutating func add(_ term: Double, on grid: SumGrid) {
    let upper = (grid.high + term) - grid.high
    high += upper
    low += (grid.low + (term - upper)) - grid.low
  }

  /// Adds the terms of another sum on the same grid.
  @inlinable
  package mutating func add(_ other: OrderFreeSum) {
    high += other.high
    low += other.low
  }

  /// The sum of the terms added so far.
  @inlinable
  package var value: Double { high + low }
}

/// Where the terms of an ``OrderFreeSum`` are cut.
package struct SumGrid: Sendable, Hashable {
  @usableFromInline let high: Double
  @usableFromInline let low: Double

  /// The largest magnitude a million terms may have.
  package static let largestTerm = 0x1p980

  /// - Parameters:
  ///   - largest: The largest magnitude of a term, finite and at most ``largestTerm``.
  ///   - count: The largest number of terms.
  package init(largest: Double, count: Int) {
    precondition(largest >= 0 && largest <= Self.largestTerm, "terms that can be added up")
    // 2ᵏ ≥ count + 2 terms of less than 2ᵉ each stay below 2ᵉ⁺ᵏ in sum.
    let bits = Int.bitWidth - (count + 1).leadingZeroBitCount
    let exponent = largest > 0 ? Int(largest.exponent) + 1 : 0
    high = largest > 0 ? Double(sign: .plus, exponent: exponent + bits, significand: 1) : 0
    low = high * Double(sign: .plus, exponent: bits - 53, significand: 1)
  }
}
