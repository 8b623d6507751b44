/// A figure at the sums of one domain, and how it moves with them.
///
/// With x = 1 for a valid answer and y its value, a respondent's influence on the figure is
///
///     u = Σₖ (cₖ yₖ − dₖ xₖ)
///
/// over the items k of the figure; the sum of w u over all respondents is 0.
struct Linearisation {
  var value: Double
  /// Per item of the figure.
  var c: [Double]
  var d: [Double]
  /// False when an item (for the overall index: a factor) has no valid answer.
  var isComplete: Bool
  /// Of a mean of factors: the share of each factor, 0 for factors without answers.
  var shares: [Double] = []
}

/// Sums of one item in one domain: Σ w x, Σ w y, Σ w y², and the number of valid answers.
typealias ItemSums = SIMD4<Double>

/// How a figure is made of item sums.
///
/// Items are numbered as in ``ItemAnswers``.
indirect enum Formula {
  case meanOfItems([Int])
  case pooledAnswers([Int])
  case meanOfFactors([Formula], weights: [Double])

  /// The items of the figure, in the order of the coefficients; an item may come twice.
  var items: [Int] {
    switch self {
    case .meanOfItems(let items), .pooledAnswers(let items): items
    case .meanOfFactors(let factors, _): factors.flatMap(\.items)
    }
  }

  /// The figure at `sums`, indexed by item; `nil` when nobody answered.
  func linearise(_ sums: (Int) -> ItemSums) -> Linearisation? {
    switch self {
    case .meanOfItems(let items): Self.mean(of: items.map(sums))
    case .pooledAnswers(let items): Self.pooled(items.map(sums))
    case .meanOfFactors(let factors, let weights):
      Self.mean(of: factors, factors.map { $0.linearise(sums) }, weights)
    }
  }

  private static func mean(of sums: [ItemSums]) -> Linearisation? {
    let answered = sums.filter { $0[3] > 0 }.count
    guard answered > 0 else { return nil }
    let share = 1 / Double(answered)
    let ratios = sums.map { $0[3] > 0 ? $0[1] / $0[0] : 0 }
    // Divided once: a mean of shares that are all 1 is exactly 1.
    return Linearisation(
      value: ratios.reduce(0, +) / Double(answered),
      c: sums.map { $0[3] > 0 ? share / $0[0] : 0 },
      d: zip(sums, ratios).map { $0[3] > 0 ? share / $0[0] * $1 : 0 },
      isComplete: answered == sums.count)
  }

  private static func pooled(_ sums: [ItemSums]) -> Linearisation? {
    let total = sums.reduce(ItemSums.zero, +)
    guard total[3] > 0 else { return nil }
    let ratio = total[1] / total[0]
    return Linearisation(
      value: ratio, c: sums.map { _ in 1 / total[0] }, d: sums.map { _ in 1 / total[0] * ratio },
      isComplete: sums.allSatisfy { $0[3] > 0 })
  }

  private static func mean(
    of factors: [Formula], _ parts: [Linearisation?], _ weights: [Double]
  ) -> Linearisation? {
    var total = 0.0
    var value = 0.0
    for (part, weight) in zip(parts, weights) {
      guard let part else { continue }
      total += weight
      value += weight * part.value
    }
    guard total > 0 else { return nil }
    var mean = Linearisation(value: value / total, c: [], d: [], isComplete: true)
    for (index, part) in parts.enumerated() {
      let share = part == nil ? 0 : weights[index] / total
      let zeros = [Double](repeating: 0, count: factors[index].items.count)
      mean.c += part.map { $0.c.map { $0 * share } } ?? zeros
      mean.d += part.map { $0.d.map { $0 * share } } ?? zeros
      mean.isComplete = mean.isComplete && part?.isComplete ?? false
      mean.shares.append(share)
    }
    return mean
  }
}
