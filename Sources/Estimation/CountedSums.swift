import Dispatch
import Numerics

/// The sums of sets of domains, from answers counted by cell.
///
/// Counts are whole numbers, so neither the order of the respondents nor the threads that count
/// them change anything; weights are multiplied in cell by cell, in the order of the cells.
struct CountedSums {
  private static let block = 256
  private let patterns: AnswerPatterns
  private let lanes: AnswerLanes
  private let sets: [SetCells]
  /// By set, and stretch of respondents.
  private let counts: [[CellCounts]]

  /// Counts the answers.
  init(_ patterns: AnswerPatterns, items: Int, sets: [SetCells], rows: Int) {
    self.patterns = patterns
    self.sets = sets
    let lanes = AnswerLanes(patterns, items: items)
    self.lanes = lanes
    let sources = Set(sets.map(\.source)).sorted()
    let cells = sources.compactMap { source in sets.first { $0.source == source }?.cells }
    // Each stretch has counters of its own, at worst for all cells.
    let isSmall = cells.reduce(0) { $0 + $1.count } <= rows / 16
    let stretches = RowStretches(rows: rows, smallest: 1 << 15, most: isSmall ? 4 : 2)
    let parts = concurrentMap(stretches.count) { index in
      Self.count(stretches[index], patterns, lanes, cells)
    }
    counts = sets.map { set in
      let place = sources.firstIndex(of: set.source) ?? 0
      return parts.map { $0[place] }
    }
  }

  private static func count(
    _ rows: Range<Int>, _ patterns: AnswerPatterns, _ lanes: AnswerLanes, _ cells: [RowCells]
  ) -> [CellCounts] {
    let counts = cells.map {
      CellCounts(cellOfRow: $0.cellOfRow.elements.extracting(rows), lanes: lanes.count)
    }
    let groups = patterns.groups.count
    let numbers = DisjointArray<Int32>(repeating: 0, count: block * groups)
    let counters = DisjointArray<CounterLane>(repeating: .zero, count: block * lanes.count)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
      let mine = start..<min(start + block, rows.upperBound)
      patterns.read(mine, to: numbers.elements)
      lanes.read(numbers.elements, groups: groups, rows: mine.count, to: counters.elements)
      for (counts, cells) in zip(counts, cells) {
        counts.add(counters.elements, cells: cells.cellOfRow.elements.extracting(mine))
      }
    }
    return counts
  }

  /// Fills the sums of each set.
  func fill(_ sums: [DomainSums]) {
    let bundles = lanes.bundles
    DispatchQueue.concurrentPerform(iterations: sums.count * (bundles.count + 1)) { index in
      let (bundle, set) = index.quotientAndRemainder(dividingBy: sums.count)
      guard bundle < bundles.count else {
        return addSizes(counts[set], sets[set], to: sums[set])
      }
      for lane in bundles[bundle] {
        let weighted = WeightedCounters(sums[set])
        weighted.add(lane: lane, counts[set], sets[set], sums[set])
        weighted.fill(lane: lane, lanes, sums[set])
      }
    }
  }

  private func addSizes(_ counts: [CellCounts], _ cells: SetCells, to sums: DomainSums) {
    for cell in cells.domainOfCell.indices where cells.domainOfCell[cell] >= 0 {
      let number = Double(counts.reduce(0) { $0 + $1.respondents(inCell: cell) })
      sums.sizes.elements[Int(cells.domainOfCell[cell])] += SIMD2(
        cells.weightOfCell[cell] * number, number)
    }
  }
}
