import Numerics
import SurveyModel

/// One set of weights summed by the cells of a step.
///
/// The sums do not depend on the order of the respondents, not in a single bit: raked weights
/// follow from them alone, so the same interviews in another order get the same weights.
struct CellWeights {
  /// Per cell: Σ w.
  let sums: [Double]
  /// Per cell: the smallest weight above zero and the largest; 0 where all are zero.
  private let smallest: [Double]
  private let largest: [Double]
  /// Per cell: Σ (w · unit)².
  private let squares: [Double]
  /// A power of two that brings the largest weight near 1, so that no square overflows.
  private let unit: Double
  private let count: Int

  /// Sums weights, one per respondent; weights of zero belong to nobody in the sample.
  init(_ weights: [Double], over cells: MarginCells) {
    let cellOfRow = cells.cells.cellOfRow
    let extremes = CellExtremes(weights, cellOfRow: cellOfRow, cells: cells.count)
    smallest = extremes.smallest
    largest = extremes.largest
    count = weights.count
    let top = extremes.largest.max() ?? 0
    let unit = top > 0 ? Double(sign: .plus, exponent: -Int(top.exponent), significand: 1) : 1
    self.unit = unit
    let grids = cells.respondents.indices.map { cell in
      let count = cells.respondents[cell]
      let largest = extremes.largest[cell]
      let scaled = largest * unit
      return CellGrid(
        weight: SumGrid(largest: largest, count: count),
        square: SumGrid(largest: scaled * scaled, count: count))
    }
    let stretches = RowStretches(rows: weights.count, smallest: max(1 << 14, cells.count))
    var parts = [CellSums](repeating: CellSums(), count: stretches.count * cells.count)
    parts.withUnsafeMutableBufferPointer { parts in
      let parts = parts
      grids.withUnsafeBufferPointer { grids in
        stretches.forEach { index, rows in
          let parts = UnsafeMutableBufferPointer(
            rebasing: parts[index * grids.count..<(index + 1) * grids.count])
          weights.withUnsafeBufferPointer { weights in
            cellOfRow.withUnsafeBufferPointer { cellOfRow in
              for row in rows {
                let cell = Int(cellOfRow[row])
                let weight = weights[row]
                let scaled = weight * unit
                parts[cell].weight.add(weight, on: grids[cell].weight)
                parts[cell].square.add(scaled * scaled, on: grids[cell].square)
              }
            }
          }
        }
      }
    }
    for index in 1..<max(stretches.count, 1) {
      for cell in grids.indices {
        parts[cell].weight.add(parts[index * grids.count + cell].weight)
        parts[cell].square.add(parts[index * grids.count + cell].square)
      }
    }
    sums = grids.indices.map { parts[$0].weight.value }
    squares = grids.indices.map { parts[$0].square.value }
  }

  /// Σ w by cell when the weights of each cell are multiplied by a factor.
  func sums(times factors: [Double]) -> [Double] {
    sums.indices.map { sums[$0] * factors[$0] }
  }

  /// The weights times the factors of their cells, measured without looking at them one by one.
  ///
  /// - Returns: `nil` when a weight above zero would become zero, negative or too large to be added up.
  func diagnostics(times factors: [Double]) -> WeightDiagnostics? {
    var minimum = Double.infinity
    var maximum = 0.0
    var total = CompensatedSum()
    for cell in sums.indices where largest[cell] > 0 {
      minimum = min(minimum, smallest[cell] * factors[cell])
      maximum = max(maximum, largest[cell] * factors[cell])
      total.add(sums[cell] * factors[cell])
    }
    guard minimum > 0, maximum <= SumGrid.largestTerm else { return nil }
    var squares = CompensatedSum()
    for cell in sums.indices where largest[cell] > 0 {
      let factor = factors[cell] / maximum / unit
      squares.add(self.squares[cell] * factor * factor)
    }
    let sum = total.value / maximum
    let effective = sum * sum / squares.value
    return WeightDiagnostics(
      count: count, sum: total.value, minimum: minimum, maximum: maximum,
      kishDesignEffect: Double(count) / effective, effectiveCount: effective)
  }

  /// Smallest and largest factor of the cells that weigh something.
  func range(of factors: [Double]) -> (smallest: Double, largest: Double) {
    let used = sums.indices.lazy.filter { largest[$0] > 0 }.map { factors[$0] }
    return (used.min() ?? 1, used.max() ?? 1)
  }

}

private struct CellGrid {
  let weight: SumGrid
  let square: SumGrid
}

private struct CellSums {
  var weight = OrderFreeSum()
  var square = OrderFreeSum()
}
