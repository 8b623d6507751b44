/// Rows sorted into the combinations of levels that occur: the cells everything else works on.
///
/// Cells are numbered in the order of their levels (first classification first, missing before
/// level 0), so neither the order of the rows nor hashing changes the order of sums over cells.
///
///     let cells = CrossClassification(
///       of: [[0, 1, 0, -1], [2, 0, 2, 0]], levelCounts: [2, 3], rows: 4)
///     cells.count          // 3
///     cells.cellOfRow      // [1, 2, 1, 0]
///     cells.levels         // [[-1, 0, 1], [0, 2, 0]]
package struct CrossClassification: Sendable {
  /// Per row: its cell.
  package let cellOfRow: [Int32]
  /// Number of cells that occur.
  package let count: Int
  /// Per classification and cell: the level, −1 where it is missing.
  package let levels: [[Int32]]

  /// Classifies rows.
  ///
  /// - Parameters:
  ///   - classifications: For each one a level per row; any negative level counts as missing.
  ///   - levelCounts: The number of levels of each classification.
  ///   - rows: Number of rows.
  /// - Complexity: O(*rows* × classifications); O(*rows* log *rows*) where combinations are many.
  package init(of classifications: [[Int32]], levelCounts: [Int], rows: Int) {
    precondition(classifications.count == levelCounts.count, "one level count each")
    precondition(classifications.allSatisfy { $0.count == rows }, "one level per row")
    var keys = RowKeys(rows: rows)
    for (levels, count) in zip(classifications, levelCounts) {
      keys.cross(with: levels, levelCount: count)
    }
    let rowOfCell = keys.compact()
    count = rowOfCell.count
    levels = classifications.map { levels in
      rowOfCell.map { max(-1, levels[Int($0)]) }
    }
    cellOfRow = keys.keys
  }
}

/// A number per row that orders rows as their levels do; compacted whenever it grows too large.
private struct RowKeys {
  var keys: [Int32]
  /// Keys lie in 0..<span.
  private var span = 1
  /// The largest table of keys that is cheaper than sorting.
  private let tableLimit: Int

  init(rows: Int) {
    keys = [Int32](repeating: 0, count: rows)
    tableLimit = max(1 << 20, rows)
  }

  mutating func cross(with levels: [Int32], levelCount: Int) {
    let size = levelCount + 1
    if span * size > tableLimit { span = compact().count }
    if span * size <= tableLimit {
      let factor = Int32(size)
      keys.withUnsafeMutableBufferPointer { keys in
        levels.withUnsafeBufferPointer { levels in
          for row in keys.indices {
            keys[row] = keys[row] &* factor &+ max(levels[row], -1) &+ 1
          }
        }
      }
      span *= size
    } else {
      crossBySorting(with: levels, size: size)
    }
  }

  private mutating func crossBySorting(with levels: [Int32], size: Int) {
    var wide = [Int](repeating: 0, count: keys.count)
    for row in keys.indices {
      wide[row] = Int(keys[row]) * size + Int(max(levels[row], -1)) + 1
    }
    let order = wide.indices.sorted { wide[$0] < wide[$1] }
    var number: Int32 = -1
    var previous = -1
    for row in order {
      if wide[row] != previous {
        number += 1
        previous = wide[row]
      }
      keys[row] = number
    }
    span = Int(number) + 1
  }

  /// Renumbers the keys that occur without gaps; returns a row of each, in order.
  mutating func compact() -> [Int32] {
    var table = [Int32](repeating: -1, count: max(span, 1))
    var rowOfKey: [Int32] = []
    keys.withUnsafeMutableBufferPointer { keys in
      table.withUnsafeMutableBufferPointer { table in
        for row in stride(from: keys.count - 1, through: 0, by: -1) {
          table[Int(keys[row])] = Int32(row)
        }
        for key in table.indices where table[key] >= 0 {
          rowOfKey.append(table[key])
          table[key] = Int32(rowOfKey.count - 1)
        }
        for row in keys.indices { keys[row] = table[Int(keys[row])] }
      }
    }
    return rowOfKey
  }
}
