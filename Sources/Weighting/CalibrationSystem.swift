import Numerics

/// The normal equations Σ w x x′ d = r of the indicators of crossed margins.
///
/// The categories of one margin never meet, so its block is a diagonal: the largest margin is
/// solved by division and only the others are left, which keeps margins of a thousand units cheap.
struct CalibrationSystem {
  /// The columns of the largest margin, and those of the others.
  private let largest: Range<Int>
  private let rest: [Int]
  /// Diagonal of the largest margin.
  private let diagonal: [Double]
  /// Largest margin × rest, by rows.
  private let mixed: [Double]
  private let system: SymmetricSystem

  /// - Parameters:
  ///   - levels: Per margin and cell: the level.
  ///   - offsets: Per margin: the column of its level 0.
  ///   - columns: Number of columns of all margins.
  ///   - weights: Per cell, not negative.
  init(levels: [[Int32]], offsets: [Int], columns: Int, weights: [Double]) {
    let ends = offsets.dropFirst() + [columns]
    let ranges = zip(offsets, ends).map { $0..<$1 }
    let first = ranges.indices.max { ranges[$0].count < ranges[$1].count } ?? 0
    let others = ranges.indices.filter { $0 != first }
    let largest = ranges[first]
    let rest = others.flatMap { Array(ranges[$0]) }
    var placeOfColumn = [Int](repeating: 0, count: columns)
    for (place, column) in rest.enumerated() { placeOfColumn[column] = place }
    let width = rest.count
    var diagonal = [Double](repeating: 0, count: largest.count)
    var mixed = [Double](repeating: 0, count: largest.count * width)
    var matrix = [Double](repeating: 0, count: width * width)
    for cell in weights.indices {
      let weight = weights[cell]
      let level = Int(levels[first][cell])
      diagonal[level] += weight
      for margin in others {
        let row = placeOfColumn[offsets[margin]] + Int(levels[margin][cell])
        mixed[level * width + row] += weight
        for other in others where other <= margin {
          let column = placeOfColumn[offsets[other]] + Int(levels[other][cell])
          matrix[row * width + column] += weight
        }
      }
    }
    let whole = (0..<width).map { matrix[$0 * width + $0] }
    for level in diagonal.indices where diagonal[level] > 0 {
      let used = (0..<width).filter { mixed[level * width + $0] != 0 }
      for row in used {
        let share = mixed[level * width + row] / diagonal[level]
        for column in used where column <= row {
          matrix[row * width + column] -= share * mixed[level * width + column]
        }
      }
    }
    // What the largest margin explains but for rounding is a dependent column.
    for row in 0..<width where matrix[row * width + row] <= 1e-10 * whole[row] {
      for other in 0..<width {
        matrix[row * width + other] = 0
        matrix[other * width + row] = 0
      }
    }
    self.largest = largest
    self.rest = rest
    self.diagonal = diagonal
    self.mixed = mixed
    system = SymmetricSystem(matrix, size: width)
  }

  /// A solution, with 0 for dependent columns.
  func solve(_ right: [Double]) -> [Double] {
    let width = rest.count
    var reduced = rest.map { right[$0] }
    for level in diagonal.indices where diagonal[level] > 0 {
      let share = right[largest.lowerBound + level] / diagonal[level]
      for place in 0..<width { reduced[place] -= mixed[level * width + place] * share }
    }
    let others = system.solve(reduced)
    var solution = [Double](repeating: 0, count: right.count)
    for (place, column) in rest.enumerated() { solution[column] = others[place] }
    for level in diagonal.indices where diagonal[level] > 0 {
      var left = right[largest.lowerBound + level]
      for place in 0..<width { left -= mixed[level * width + place] * others[place] }
      solution[largest.lowerBound + level] = left / diagonal[level]
    }
    return solution
  }
}
