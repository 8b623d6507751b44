import Numerics

/// The combinations of a domain with one other classification that occur, domain by domain.
struct DomainCells {
  /// Cells of domain *d* are `starts[d]..<starts[d + 1]`.
  let starts: [Int]
  /// Per cell: the level of the other classification (a PSU or a weighting cell), ascending
  /// within a domain.
  let others: [Int32]
  /// Per fine cell: its cell here, −1 outside every domain.
  let cellOfFine: [Int32]

  var count: Int { others.count }

  /// Crosses fine cells' domain levels with their levels of the other classification.
  init(domainOfFine: [Int32], domains: Int, otherOfFine: [Int32], others: Int) {
    let crossed = CrossClassification(
      of: [domainOfFine, otherOfFine], levelCounts: [domains, others], rows: domainOfFine.count)
    // Cells outside every domain are numbered first.
    let outside = crossed.levels[0].prefix { $0 < 0 }.count
    var starts = [Int](repeating: 0, count: domains + 1)
    for domain in crossed.levels[0].dropFirst(outside) { starts[Int(domain) + 1] += 1 }
    for domain in 0..<domains { starts[domain + 1] += starts[domain] }
    self.starts = starts
    self.others = Array(crossed.levels[1].dropFirst(outside))
    cellOfFine = crossed.cellOfRow.map { max(-1, $0 - Int32(outside)) }
  }

  func range(ofDomain domain: Int) -> Range<Int> { starts[domain]..<starts[domain + 1] }
}

/// Everything estimates and variances of one domain set need: sums over respondents.
final class DomainSums: Sendable {
  let domains: Int
  let items: Int
  /// Domain × PSU.
  let psus: DomainCells
  /// Domain × weighting cell, after post-stratification or raking.
  let weighting: DomainCells?
  /// By item and domain × PSU cell: Σ w x and Σ w y.
  let psuSums: DisjointArray<SIMD2<Double>>
  /// By item and domain × weighting cell.
  let weightingSums: DisjointArray<SIMD2<Double>>
  /// By domain and item.
  let itemSums: DisjointArray<ItemSums>
  /// By domain: Σ w and the number of respondents.
  let sizes: DisjointArray<SIMD2<Double>>

  init(domains: Int, items: Int, psus: DomainCells, weighting: DomainCells?) {
    self.domains = domains
    self.items = items
    self.psus = psus
    self.weighting = weighting
    psuSums = DisjointArray(repeating: .zero, count: items * psus.count)
    weightingSums = DisjointArray(repeating: .zero, count: items * (weighting?.count ?? 0))
    itemSums = DisjointArray(repeating: .zero, count: domains * items)
    sizes = DisjointArray(repeating: .zero, count: domains)
  }

  /// No sums yet, of the domains and PSUs of some cells.
  convenience init(
    _ cells: SetCells, domains: Int, items: Int, psus: Int, _ weightingCells: Int?
  ) {
    func cross(_ others: [Int32], _ count: Int) -> DomainCells {
      DomainCells(
        domainOfFine: cells.domainOfCell, domains: domains, otherOfFine: others, others: count)
    }
    self.init(
      domains: domains, items: items, psus: cross(cells.psuOfCell, psus),
      weighting: weightingCells.flatMap { count in
        cells.weightingOfCell.map { cross($0, count) }
      })
  }

  func sums(ofItem item: Int, inDomain domain: Int) -> ItemSums {
    itemSums[domain * items + item]
  }

  /// Adds the sums of one item over fine cells to the coarser cells.
  func add(item: Int, fine: UnsafeMutableBufferPointer<ItemSums>, domainOfFine: [Int32]) {
    // Sums of this item alone, next to each other in memory.
    let inPSUs = psuSums.elements.extracting(item * psus.count..<(item + 1) * psus.count)
    let inDomains = itemSums.elements
    let (item, items) = (item, items)
    domainOfFine.withUnsafeBufferPointer { domainOfFine in
      psus.cellOfFine.withUnsafeBufferPointer { psuCell in
        for cell in fine.indices where domainOfFine[cell] >= 0 {
          let sums = fine[cell]
          inDomains[Int(domainOfFine[cell]) &* items &+ item] += sums
          inPSUs[Int(psuCell[cell])] += sums.lowHalf
        }
      }
    }
    guard let weighting else { return }
    let inWeighting = weightingSums.elements.extracting(
      item * weighting.count..<(item + 1) * weighting.count)
    weighting.cellOfFine.withUnsafeBufferPointer { weightingCell in
      for cell in fine.indices where weightingCell[cell] >= 0 {
        inWeighting[Int(weightingCell[cell])] += fine[cell].lowHalf
      }
    }
  }

  /// Adds respondents and their weights.
  func addSizes(fine: UnsafeMutableBufferPointer<SIMD2<Double>>, domainOfFine: [Int32]) {
    for cell in fine.indices where domainOfFine[cell] >= 0 {
      sizes.elements[Int(domainOfFine[cell])] += fine[cell]
    }
  }
}
