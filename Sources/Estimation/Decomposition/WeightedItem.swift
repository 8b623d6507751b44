/// What one item counts in a figure: F = Σ s · Y / D over its weighted items, where Y is the item's
/// Σ w y and D the Σ w x of the item's group.
///
/// In a mean of items each item is its own group; pooled answers are one group. The item's share of
/// the figure is h = s · X / D, with X its Σ w x, and F = Σ h p with p = Y / X; the shares sum to 1.
/// The same holds within any part of the respondents: a part's X and Y over the whole's D.
struct WeightedItem: Hashable {
  var item: Int
  /// s.
  var scale: Double
  /// Items of the group, and their D.
  var group: [Int]
  var total: Double
}

extension Formula {
  /// The weighted items of the figure at `sums`; items without valid answers count nothing.
  func weightedItems(_ sums: (Int) -> ItemSums) -> [WeightedItem] {
    func isAnswered(_ item: Int) -> Bool { sums(item)[3] > 0 && sums(item)[0] > 0 }
    switch self {
    case .meanOfItems(let items):
      let answered = items.filter(isAnswered)
      return answered.map {
        WeightedItem(
          item: $0, scale: 1 / Double(answered.count), group: [$0], total: sums($0)[0])
      }
    case .pooledAnswers(let items):
      let answered = items.filter(isAnswered)
      let total = answered.reduce(0) { $0 + sums($1)[0] }
      return answered.map { WeightedItem(item: $0, scale: 1, group: answered, total: total) }
    case .meanOfFactors(let factors, let weights):
      let parts = factors.map { $0.weightedItems(sums) }
      var total = 0.0
      for (part, weight) in zip(parts, weights) where !part.isEmpty { total += weight }
      return zip(parts, weights).flatMap { part, weight in
        part.map {
          var weighted = $0
          weighted.scale *= weight / total
          return weighted
        }
      }
    }
  }
}
