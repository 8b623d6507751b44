import Numerics

/// The smallest and the largest weight of each cell.
struct CellExtremes {
  /// Per cell: the smallest weight above zero; infinity where there is none.
  let smallest: [Double]
  /// Per cell: the largest weight; 0 where all are zero.
  let largest: [Double]

  init(_ weights: [Double], cellOfRow: [Int32], cells: Int) {
    let stretches = RowStretches(rows: weights.count, smallest: max(1 << 14, cells))
    var parts = [Extremes](repeating: Extremes(), count: stretches.count * cells)
    parts.withUnsafeMutableBufferPointer { parts in
      let parts = parts
      stretches.forEach { index, rows in
        let first = index * cells
        weights.withUnsafeBufferPointer { weights in
          cellOfRow.withUnsafeBufferPointer { cellOfRow in
            for row in rows where weights[row] > 0 {
              let cell = first + Int(cellOfRow[row])
              parts[cell].smallest = min(parts[cell].smallest, weights[row])
              parts[cell].largest = max(parts[cell].largest, weights[row])
            }
          }
        }
      }
    }
    let whole = (0..<cells).map { cell in
      (0..<stretches.count).reduce(into: Extremes()) { extremes, index in
        let part = parts[index * cells + cell]
        extremes.smallest = min(extremes.smallest, part.smallest)
        extremes.largest = max(extremes.largest, part.largest)
      }
    }
    smallest = whole.map(\.smallest)
    largest = whole.map(\.largest)
  }

  private struct Extremes {
    var smallest = Double.infinity
    var largest = 0.0
  }
}
