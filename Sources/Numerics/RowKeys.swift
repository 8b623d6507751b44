/// A number per row that orders rows as their levels do; compacted whenever it grows too large.
struct RowKeys {
  private(set) var keys: [Int32]
  /// Keys lie in 0..<span.
  private var span = 1
  /// The largest table of keys that is cheaper than sorting.
  private let tableLimit: Int
  private let rows: Int
  /// Classifications that are not crossed in yet: all of them are in one pass over the rows.
  private var waiting: [(levels: [Int32], size: Int)] = []
  private var isStarted = false

  init(rows: Int) {
    self.rows = rows
    keys = []
    tableLimit = max(1 << 20, rows)
  }

  mutating func cross(with levels: [Int32], levelCount: Int) {
    let size = levelCount + 1
    if span * size > tableLimit { _ = crossWaiting() }
    if span * size <= tableLimit {
      waiting.append((levels, size))
      span *= size
    } else {
      crossBySorting(with: levels, size: size)
    }
  }

  /// Crosses what is left; returns a row of each cell, in order.
  mutating func finish() -> [Int32] { crossWaiting() }

  /// Crosses the waiting classifications in and renumbers the keys that occur without gaps.
  ///
  /// - Returns: A row of each key, in order.
  private mutating func crossWaiting() -> [Int32] {
    // Each stretch marks in a table of its own; the tables together are not larger than the rows.
    let stretches = RowStretches(rows: rows, smallest: max(1 << 14, span))
    let (old, waiting, span) = (isStarted ? keys : [], waiting, span)
    var marks = [Int32](repeating: -1, count: stretches.count * span)
    var rowOfKey: [Int32] = []
    keys = [Int32](unsafeUninitializedCapacity: rows) { buffer, initialized in
      let crossed = buffer
      marks.withUnsafeMutableBufferPointer { marks in
        let marks = marks
        stretches.forEach { index, range in
          Self.fill(crossed, from: old, crossing: waiting, range)
          let first = index * span
          for row in range { marks[first + Int(crossed[row])] = Int32(truncatingIfNeeded: row) }
        }
        rowOfKey = Self.number(marks, tables: stretches.count, span: span)
        guard rowOfKey.count < span else { return }
        stretches.forEach { _, range in
          for row in range { crossed[row] = marks[Int(crossed[row])] }
        }
      }
      initialized = rows
    }
    isStarted = true
    self.waiting = []
    self.span = max(rowOfKey.count, 1)
    return rowOfKey
  }

  /// The keys of a range of rows: the old ones with the waiting classifications crossed in.
  private static func fill(
    _ crossed: UnsafeMutableBufferPointer<Int32>, from old: [Int32],
    crossing waiting: [(levels: [Int32], size: Int)], _ range: Range<Int>
  ) {
    // A block stays in the fastest cache while every classification goes over it.
    for first in stride(from: range.lowerBound, to: range.upperBound, by: 4096) {
      let block = first..<min(first + 4096, range.upperBound)
      let keys = UnsafeMutableBufferPointer(rebasing: crossed[block])
      if old.isEmpty {
        keys.initialize(repeating: 0)
      } else {
        _ = keys.initialize(from: old[block])
      }
      for (levels, size) in waiting {
        let factor = Int32(size)
        levels.withUnsafeBufferPointer { levels in
          let levels = UnsafeBufferPointer(rebasing: levels[block])
          for place in keys.indices {
            keys[place] = keys[place] &* factor &+ (max(levels[place], -1) &+ 1)
          }
        }
      }
    }
  }

  /// Puts the tables of all stretches together; the first then holds the new numbers of keys.
  ///
  /// - Returns: A row of each key that occurs, in order.
  private static func number(
    _ marks: UnsafeMutableBufferPointer<Int32>, tables: Int, span: Int
  ) -> [Int32] {
    var rowOfKey: [Int32] = []
    for key in 0..<span {
      let row = (0..<tables).lazy.map { marks[$0 * span + key] }.first { $0 >= 0 }
      guard let row else { continue }
      marks[key] = Int32(rowOfKey.count)
      rowOfKey.append(row)
    }
    return rowOfKey
  }

  /// Crosses one classification in where a table of all combinations would be too large.
  ///
  /// Rows are brought together by key first; only the levels that a key has are then sorted.
  private mutating func crossBySorting(with levels: [Int32], size: Int) {
    var firstOfKey = [Int32](repeating: 0, count: span + 1)
    for key in keys { firstOfKey[Int(key) + 1] += 1 }
    for key in 0..<span { firstOfKey[key + 1] += firstOfKey[key] }
    var place = firstOfKey
    var order = [Int32](repeating: 0, count: rows)
    for row in keys.indices {
      let key = Int(keys[row])
      order[Int(place[key])] = Int32(row)
      place[key] += 1
    }
    var numberOfLevel = [Int32](repeating: -1, count: size)
    var found: [Int] = []
    var next: Int32 = 0
    for key in 0..<span {
      let members = order[Int(firstOfKey[key])..<Int(firstOfKey[key + 1])]
      found.removeAll(keepingCapacity: true)
      for row in members {
        let level = Int(max(levels[Int(row)], -1)) + 1
        if numberOfLevel[level] < 0 {
          numberOfLevel[level] = 0
          found.append(level)
        }
      }
      found.sort()
      for level in found {
        numberOfLevel[level] = next
        next += 1
      }
      for row in members {
        keys[Int(row)] = numberOfLevel[Int(max(levels[Int(row)], -1)) + 1]
      }
      for level in found { numberOfLevel[level] = -1 }
    }
    span = Int(next)
  }
}
