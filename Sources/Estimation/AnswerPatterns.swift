import Numerics

/// The answers of every respondent as a few numbers: one for each group of items.
///
/// The answers to five items of a factor are 3⁵ = 243 patterns (satisfied, not satisfied, no
/// answer), so one number says them all, and a table gives whatever is made of them. Groups have
/// items of the same figures, so that a figure is made of whole groups.
struct AnswerPatterns: Sendable {
  let groups: [AnswerGroup]
  /// By group and respondent: the number of the pattern.
  private let numbers: DisjointArray<UInt16>
  /// Number of patterns of all groups.
  let count: Int
  private let rows: Int

  /// Codes the answers; `domains` is the largest number of them in a set: the more, the smaller the
  /// groups.
  ///
  /// - Complexity: O(*n* × items); holds 2 bytes × groups for each respondent.
  init(_ answers: ItemAnswers, measures: IndexMeasures, domains: Int) {
    // Tables of 8 bytes × patterns × domains should stay in a near cache.
    let most = max(32, min(1024, 1_000_000 / (domains + 1)))
    let states = answers.terms.map(AnswerStates.init)
    var groups: [AnswerGroup] = []
    var count = 0
    for items in Self.itemsByFigures(answers.count, measures) {
      var next = 0
      while next < items.count {
        let group = AnswerGroup(items, next: &next, states: states, first: count, most: most)
        count += group.patterns
        groups.append(group)
      }
    }
    self.groups = groups
    self.count = count
    let rows = answers.columns.first?.count ?? 0
    self.rows = rows
    numbers = DisjointArray(repeating: 0, count: rows * groups.count)
    let found = numbers.elements
    func read(_ index: Int, _ stretch: Range<Int>) {
      let states = DisjointArray<UInt8>(repeating: 0, count: Self.block)
      for start in stride(from: stretch.lowerBound, to: stretch.upperBound, by: Self.block) {
        let block = start..<min(start + Self.block, stretch.upperBound)
        for (place, group) in groups.enumerated() {
          let numbers = found.extracting(
            place * rows + block.lowerBound..<place * rows + block.upperBound)
          group.number(answers.columns, block, states.elements, to: numbers)
        }
      }
    }
    RowStretches(rows: rows).forEach(read)
  }

  /// Rows that stay in the nearest cache.
  private static let block = 2048

  /// The numbers of the patterns of some rows in one group.
  func numbers(ofGroup group: Int, _ rows: Range<Int>) -> UnsafeMutableBufferPointer<UInt16> {
    numbers.elements.extracting(
      group * self.rows + rows.lowerBound..<group * self.rows + rows.upperBound)
  }

  /// The patterns of some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows to read.
  ///   - found: Gets by row and group the number among the patterns of all groups.
  func read(_ rows: Range<Int>, to found: UnsafeMutableBufferPointer<Int32>) {
    let width = groups.count
    for (place, group) in groups.enumerated() {
      let numbers = numbers(ofGroup: place, rows)
      let first = Int32(group.first)
      for row in numbers.indices {
        found[row &* width &+ place] = first &+ Int32(numbers[row])
      }
    }
  }

  /// The groups of some items, all of which they are made of.
  func groups(of items: some Sequence<Int>) -> [Int] {
    let items = Set(items)
    return groups.indices.filter { items.contains(groups[$0].items[0]) }
  }

  /// The items, those of the same factors and with the same part in the overall index together.
  private static func itemsByFigures(_ items: Int, _ measures: IndexMeasures) -> [[Int]] {
    let figures = (measures.factors + [measures.overall]).map { Set($0.items) }
    var found: [(figures: [Int], items: [Int])] = []
    for item in 0..<items {
      let mine = figures.indices.filter { figures[$0].contains(item) }
      if let known = found.firstIndex(where: { $0.figures == mine }) {
        found[known].items.append(item)
      } else {
        found.append((mine, [item]))
      }
    }
    return found.map(\.items)
  }
}

extension AnswerGroup {
  /// The numbers of the patterns of some rows.
  fileprivate func number(
    _ columns: [[UInt8]], _ rows: Range<Int>, _ scratch: UnsafeMutableBufferPointer<UInt8>,
    to numbers: UnsafeMutableBufferPointer<UInt16>
  ) {
    for place in items.indices {
      columns[items[place]].withUnsafeBufferPointer { column in
        states[place].read(column.extracting(rows), to: scratch)
      }
      let size = UInt16(sizes[place])
      for row in numbers.indices { numbers[row] &+= UInt16(scratch[row]) &* size }
    }
  }
}
