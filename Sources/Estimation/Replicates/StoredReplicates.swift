/// Sums of the items of every domain in every replicate, filled replicate by replicate.
final class StoredReplicates: Sendable {
  let replicates: Int
  /// Replicates are filled in blocks of eight.
  let stride: Int
  /// By set: by domain, item and replicate, Σ w x.
  let valid: [DisjointArray<Double>]
  /// By set: by domain, item and replicate, Σ w y.
  let worth: [DisjointArray<Double>]
  private let items: Int

  /// Makes room for sets of these numbers of domains.
  init(replicates: Int, domains: [Int], items: Int) {
    self.replicates = replicates
    self.items = items
    stride = (replicates + 7) / 8 * 8
    let size = stride * items
    valid = domains.map { DisjointArray(repeating: 0, count: $0 * size) }
    worth = domains.map { DisjointArray(repeating: 0, count: $0 * size) }
  }

  func place(domain: Int, item: Int) -> Int { (domain * items + item) * stride }

  /// The sums of one domain, one column per replicate.
  func totals(set: Int, domain: Int, scales: [Double]) -> ReplicateTotals {
    var totals = ReplicateTotals(items: items, columns: replicates)
    totals.scales = scales
    totals.replicates = scales.map { $0 > 0 ? 1 : 0 }
    for item in 0..<items {
      let first = place(domain: domain, item: item)
      for replicate in 0..<replicates {
        totals.valid[item * replicates + replicate] = valid[set][first + replicate]
        totals.worth[item * replicates + replicate] = worth[set][first + replicate]
      }
    }
    return totals
  }
}
