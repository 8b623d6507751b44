import Dispatch
import Numerics

/// Rows sorted into the combinations of levels that occur, as in ``CrossClassification``, by all
/// processors.
///
/// Cells are numbered by their levels, so neither the order of the rows nor the number of threads
/// changes the order of sums over cells.
struct RowCells {
  let cellOfRow: DisjointArray<Int32>
  private(set) var count = 1
  /// Per classification and cell: the level, −1 where it is missing.
  private(set) var levels: [[Int32]]
  private let rows: Int
  private let stretches: Int

  /// Classifies rows; any negative level counts as missing.
  init(of classifications: [[Int32]], levelCounts: [Int], rows: Int) {
    self.rows = rows
    stretches = rows < 1 << 16 ? 1 : 4
    levels = classifications.map { _ in [] }
    cellOfRow = DisjointArray(repeating: 0, count: rows)
    // The first classification, then those of few levels: levels that follow from others cost no
    // cells, and most do.
    let order =
      classifications.indices.prefix(1)
      + classifications.indices.dropFirst().sorted {
        (levelCounts[$0], $0) < (levelCounts[$1], $1)
      }
    let limit = max(1 << 20, 4 * rows)
    var pending: [Int] = []
    var span = 1
    for index in order {
      let size = levelCounts[index] + 1
      if span * size > limit, !pending.isEmpty {
        cross(pending, classifications, levelCounts, span: span)
        pending = []
        span = count
      }
      if span * size > limit {
        sort(index, classifications[index], levelCount: levelCounts[index])
        span = count
      } else {
        pending.append(index)
        span *= size
      }
    }
    if !pending.isEmpty { cross(pending, classifications, levelCounts, span: span) }
  }

  private func range(_ stretch: Int) -> Range<Int> {
    rows * stretch / stretches..<rows * (stretch + 1) / stretches
  }

  /// Crosses the cells with more classifications through a table of all combinations.
  private mutating func cross(
    _ pending: [Int], _ classifications: [[Int32]], _ levelCounts: [Int], span: Int
  ) {
    let cellOfRow = cellOfRow
    let occurs = DisjointArray<UInt8>(repeating: 0, count: span * stretches)
    let ranges = (0..<stretches).map(range)
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      let keys = cellOfRow.elements
      for index in pending {
        let size = Int32(levelCounts[index] + 1)
        classifications[index].withUnsafeBufferPointer { levels in
          for row in ranges[stretch] {
            keys[row] = keys[row] &* size &+ max(levels[row], -1) &+ 1
          }
        }
      }
      let mine = occurs.elements.extracting(stretch * span..<(stretch + 1) * span)
      for row in ranges[stretch] { mine[Int(keys[row])] = 1 }
    }
    let numbers = DisjointArray<Int32>(repeating: -1, count: span)
    var found: [Int32] = []
    for key in 0..<span {
      var isPresent: UInt8 = 0
      for stretch in 0..<stretches { isPresent |= occurs[stretch &* span &+ key] }
      if isPresent == 0 { continue }
      numbers.elements[key] = Int32(found.count)
      found.append(Int32(key))
    }
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      let (keys, numbers) = (cellOfRow.elements, numbers.elements)
      for row in ranges[stretch] { keys[row] = numbers[Int(keys[row])] }
    }
    var left = found
    for index in pending.reversed() {
      let size = Int32(levelCounts[index] + 1)
      levels[index] = left.map { $0 % size - 1 }
      for cell in left.indices { left[cell] /= size }
    }
    for index in levels.indices where !pending.contains(index) && !levels[index].isEmpty {
      levels[index] = left.map { levels[index][Int($0)] }
    }
    count = found.count
  }

  /// Crosses the cells with one classification of very many levels.
  private mutating func sort(_ index: Int, _ levelOfRow: [Int32], levelCount: Int) {
    let crossed = CrossClassification(
      of: [Array(cellOfRow.elements), levelOfRow], levelCounts: [count, levelCount], rows: rows)
    for row in 0..<rows { cellOfRow.elements[row] = crossed.cellOfRow[row] }
    for other in levels.indices where !levels[other].isEmpty {
      levels[other] = crossed.levels[0].map { levels[other][Int($0)] }
    }
    levels[index] = crossed.levels[1]
    count = crossed.count
  }
}
