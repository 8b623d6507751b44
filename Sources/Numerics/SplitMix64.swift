/// A seeded random number generator: the same seed gives the same numbers everywhere.
///
///     var random = SplitMix64(seed: 1_234_567)
///     random.next()  // 6457827717110365317
///
/// ## Method
///
/// G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA
/// 2014, section 3; constants of S. Vigna's public-domain `splitmix64.c`.
package struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1, on a grid of 2⁻⁵³.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 up to but not including `bound`, each equally likely.
  package mutating func uniform(below bound: Int) -> Int {
    precondition(bound > 0, "the bound is positive")
    // Rejecting the incomplete last stretch keeps the numbers equally likely.
    let width = UInt64(bound)
    let excess = (UInt64.max % width + 1) % width
    let limit = UInt64.max - excess
    var draw = next()
    while draw > limit { draw = next() }
    return Int(draw % width)
  }

  /// A draw from the standard normal distribution, by inversion.
  package mutating func normal() -> Double {
    // Half a grid step keeps the argument inside 0 and 1.
    normalQuantile((Double(next() >> 12) + 0.5) * 0x1p-52)
  }

  /// The index of a category, drawn with probability proportional to its weight.
  ///
  /// - Precondition: The weights are not negative and one at least is positive.
  package mutating func category(weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(total > 0 && total.isFinite, "one category at least has a positive weight")
    var rest = uniform() * total
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      if rest < weight { return index }
      rest -= weight
      last = index
    }
    return last
  }
}
