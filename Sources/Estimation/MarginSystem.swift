import Numerics

/// The least-squares regression on the level indicators of one or several margins.
///
/// The normal matrix of one margin is diagonal, so the largest margin is solved for by division
/// and only the others make a system of equations: what a margin of many levels costs does not
/// grow with the square of their number.
///
/// ## Method
///
/// Block elimination (Schur complement); Golub and Van Loan, *Matrix Computations*, 4th ed.,
/// section 3.2.
struct MarginSystem: Sendable {
  /// The columns of the largest margin, and of all others.
  private let large: [Int]
  private let small: [Int]
  /// Per column of the largest margin: its weight.
  private let diagonal: [Double]
  /// Large × small.
  private let mixed: [Double]
  private let reduced: SymmetricSystem

  /// - Parameters:
  ///   - levels: Per margin and cell: the level, negative where the cell has none.
  ///   - offsets: Per margin: the column of its level 0.
  ///   - columns: The number of levels of all margins.
  ///   - weights: Per cell.
  init(levels: [[Int32]], offsets: [Int], columns: Int, weights: [Double]) {
    let ends = offsets.dropFirst() + [columns]
    let sizes = zip(offsets, ends).map { $1 - $0 }
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    let range = sizes.isEmpty ? 0..<0 : offsets[largest]..<offsets[largest] + sizes[largest]
    let large = Array(range)
    let small = (0..<columns).filter { !range.contains($0) }
    var place = [Int](repeating: 0, count: columns)
    for (index, column) in small.enumerated() { place[column] = index }

    var diagonal = [Double](repeating: 0, count: large.count)
    var mixed = [Double](repeating: 0, count: large.count * small.count)
    var matrix = [Double](repeating: 0, count: small.count * small.count)
    for cell in weights.indices {
      let weight = weights[cell]
      let inLarge = levels.isEmpty ? -1 : Int(levels[largest][cell])
      if inLarge >= 0 { diagonal[inLarge] += weight }
      for first in levels.indices where first != largest && levels[first][cell] >= 0 {
        let row = place[offsets[first] + Int(levels[first][cell])]
        if inLarge >= 0 { mixed[inLarge * small.count + row] += weight }
        for second in levels.indices where second != largest && levels[second][cell] >= 0 {
          let column = place[offsets[second] + Int(levels[second][cell])]
          matrix[row * small.count + column] += weight
        }
      }
    }
    let whole = small.indices.map { matrix[$0 * small.count + $0] }
    for level in diagonal.indices where diagonal[level] > 0 {
      let row = mixed[level * small.count..<(level + 1) * small.count]
      for (first, left) in row.enumerated() where left != 0 {
        for (second, right) in row.enumerated() where right != 0 {
          matrix[first * small.count + second] -= left * right / diagonal[level]
        }
      }
    }
    // What rounding leaves of a column that the largest margin explains is no pivot.
    for column in small.indices
    where matrix[column * small.count + column] <= 1e-10 * whole[column] {
      for other in small.indices {
        matrix[column * small.count + other] = 0
        matrix[other * small.count + column] = 0
      }
    }
    self.large = large
    self.small = small
    self.diagonal = diagonal
    self.mixed = mixed
    reduced = SymmetricSystem(matrix, size: small.count)
  }

  /// The coefficients of several regressions.
  ///
  /// - Parameters:
  ///   - right: Per column and figure: Σ over the level of weight × variable.
  ///   - figures: Number of regressions.
  /// - Returns: Per column and figure; 0 for columns that depend on others.
  func solve(_ right: [Double], figures: Int) -> [Double] {
    var solution = [Double](repeating: 0, count: right.count)
    var reducedRight = [Double](repeating: 0, count: small.count)
    for figure in 0..<figures {
      for (index, column) in small.enumerated() {
        reducedRight[index] = right[column * figures + figure]
      }
      for (level, column) in large.enumerated() where diagonal[level] > 0 {
        let share = right[column * figures + figure] / diagonal[level]
        if share == 0 { continue }
        for index in small.indices {
          reducedRight[index] -= mixed[level * small.count + index] * share
        }
      }
      let found = reduced.solve(reducedRight)
      for (index, column) in small.enumerated() {
        solution[column * figures + figure] = found[index]
      }
      for (level, column) in large.enumerated() where diagonal[level] > 0 {
        var left = right[column * figures + figure]
        for index in small.indices { left -= mixed[level * small.count + index] * found[index] }
        solution[column * figures + figure] = left / diagonal[level]
      }
    }
    return solution
  }
}
