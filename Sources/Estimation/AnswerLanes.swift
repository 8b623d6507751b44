/// Sixteen counters of one byte: one vector addition counts all answers of several items.
typealias CounterLane = SIMD16<UInt8>

/// Where the answers of each item are counted: one counter for each state with an answer, the
/// counters of a respondent's groups side by side in as few lanes as they fill.
struct AnswerLanes: Sendable {
  static let width = 16
  /// Number of lanes.
  let count: Int
  /// Lanes that hold counters of one item lie in one of these.
  let bundles: [Range<Int>]
  /// By item: the counter of its state 1; those of the other states follow.
  let counters: [Int]
  /// By item and state.
  let terms: [[AnswerTerms]]
  /// By lane: where the table of a group begins, less the number of the group's pattern 0.
  private let parts: [[(group: Int, base: Int)]]
  /// By lane, group and pattern: 1 in the counters of the answers.
  private let table: [CounterLane]

  init(_ patterns: AnswerPatterns, items: Int) {
    var counters = [Int](repeating: 0, count: items)
    var terms = [[AnswerTerms]](repeating: [], count: items)
    // The largest groups first, each into the first lane with room.
    var filled: [Int] = []
    var bundles: [Range<Int>] = []
    let sizes = patterns.groups.map { $0.states.reduce(0) { $0 + $1.count - 1 } }
    for group in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }) {
      let size = sizes[group]
      var counter = filled.count * Self.width
      if let lane = filled.firstIndex(where: { $0 + size <= Self.width }) {
        counter = lane * Self.width + filled[lane]
        filled[lane] += size
      } else {
        // A scale of more than sixteen answers goes over several lanes.
        filled += stride(from: size, to: 0, by: -Self.width).map { min($0, Self.width) }
        bundles.append(counter / Self.width..<filled.count)
      }
      for (place, item) in patterns.groups[group].items.enumerated() {
        counters[item] = counter
        terms[item] = patterns.groups[group].states[place].terms
        counter += terms[item].count - 1
      }
    }
    count = filled.count
    self.bundles = bundles
    self.counters = counters
    self.terms = terms
    var parts = [[(group: Int, base: Int)]](repeating: [], count: filled.count)
    var table: [CounterLane] = []
    for (number, group) in patterns.groups.enumerated() where sizes[number] > 0 {
      let first = counters[group.items[0]]
      for lane in first / Self.width...(first + sizes[number] - 1) / Self.width {
        parts[lane].append((number, table.count - group.first))
        table += (0..<group.patterns).map { Self.entry(lane, group, pattern: $0, counters) }
      }
    }
    self.parts = parts
    self.table = table
  }

  private static func entry(
    _ lane: Int, _ group: AnswerGroup, pattern: Int, _ counters: [Int]
  ) -> CounterLane {
    var entry = CounterLane.zero
    for (place, item) in group.items.enumerated() {
      let state = Int(group.states(ofPlace: place)[pattern])
      let counter = counters[item] + state - 1
      if state > 0, counter / width == lane { entry[counter % width] = 1 }
    }
    return entry
  }

  /// The counters of some respondents.
  ///
  /// - Parameters:
  ///   - numbers: By row and group, as ``AnswerPatterns/read(_:to:)`` has them.
  ///   - groups: Number of groups.
  ///   - rows: Number of respondents.
  ///   - found: By row and lane.
  func read(
    _ numbers: UnsafeMutableBufferPointer<Int32>, groups: Int, rows: Int,
    to found: UnsafeMutableBufferPointer<CounterLane>
  ) {
    let count = count
    table.withUnsafeBufferPointer { table in
      for lane in 0..<count {
        for (place, (group, base)) in parts[lane].enumerated() {
          if place == 0 {
            for row in 0..<rows {
              found[row &* count &+ lane] = table[base &+ Int(numbers[row &* groups &+ group])]
            }
          } else {
            for row in 0..<rows {
              found[row &* count &+ lane] &+= table[base &+ Int(numbers[row &* groups &+ group])]
            }
          }
        }
      }
    }
  }
}
