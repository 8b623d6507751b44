/// Rows sorted into the combinations of levels that occur: the cells everything else works on.
///
/// Cells are numbered in the order of their levels (first classification first, missing before
/// level 0), so neither the order of the rows nor hashing nor the number of threads changes the
/// order of sums over cells.
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
  /// - Complexity: O(*rows* × classifications), in parallel; where combinations are more than
  ///   rows, also O(*cells* log *cells*).
  package init(of classifications: [[Int32]], levelCounts: [Int], rows: Int) {
    precondition(classifications.count == levelCounts.count, "one level count each")
    precondition(classifications.allSatisfy { $0.count == rows }, "one level per row")
    var keys = RowKeys(rows: rows)
    for (levels, count) in zip(classifications, levelCounts) {
      keys.cross(with: levels, levelCount: count)
    }
    let rowOfCell = keys.finish()
    count = rowOfCell.count
    levels = classifications.map { levels in
      rowOfCell.map { max(-1, levels[Int($0)]) }
    }
    cellOfRow = keys.keys
  }
}
