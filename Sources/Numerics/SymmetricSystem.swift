/// A symmetric positive semi-definite system A b = r, factored once and solved often.
///
/// Columns that are linear combinations of earlier ones are found while factoring, and their
/// unknowns are set to 0. The margins of a raking need this: the indicators of each margin add up
/// to 1, so every margin after the first has one column too many. The fitted values A b do not
/// depend on which solution is taken.
///
///     let system = SymmetricSystem([4, 2, 2, 3], size: 2)
///     system.solve([8, 8])  // [1, 2]
///
/// ## Method
///
/// LDLᵀ factorisation without square roots (Golub and Van Loan, *Matrix Computations*, 4th ed.,
/// section 4.1), leaving out pivots that fall below `tolerance` of their diagonal element.
package struct SymmetricSystem: Sendable {
  package let size: Int
  /// The columns left out because they depend on earlier ones, ascending.
  package let dependentColumns: [Int]
  /// Unit lower triangle by rows.
  private let lower: [Double]
  /// The pivots; 0 for a column left out.
  private let pivots: [Double]

  /// Factors the matrix.
  ///
  /// - Parameters:
  ///   - matrix: `size` × `size` elements by rows; the upper triangle is not read.
  ///   - size: Number of unknowns.
  ///   - tolerance: A pivot at most this share of its diagonal element counts as 0.
  /// - Complexity: O(*size*³).
  package init(_ matrix: [Double], size: Int, tolerance: Double = 1e-10) {
    precondition(matrix.count == size * size, "the matrix is square")
    var lower = [Double](repeating: 0, count: size * size)
    var pivots = [Double](repeating: 0, count: size)
    var dependent: [Int] = []
    for column in 0..<size {
      var pivot = matrix[column * size + column]
      for k in 0..<column {
        let element = lower[column * size + k]
        pivot -= element * element * pivots[k]
      }
      lower[column * size + column] = 1
      guard pivot > tolerance * matrix[column * size + column] else {
        dependent.append(column)
        continue
      }
      pivots[column] = pivot
      for row in (column + 1)..<max(column + 1, size) {
        var element = matrix[row * size + column]
        for k in 0..<column {
          element -= lower[row * size + k] * lower[column * size + k] * pivots[k]
        }
        lower[row * size + column] = element / pivot
      }
    }
    self.size = size
    self.lower = lower
    self.pivots = pivots
    dependentColumns = dependent
  }

  /// A solution of A b = `right`, with 0 for the dependent columns.
  ///
  /// - Precondition: `right` has `size` elements and lies in the space the columns span.
  package func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "one right-hand element per unknown")
    var solution = right
    for row in 0..<size {
      for k in 0..<row where pivots[k] != 0 {
        solution[row] -= lower[row * size + k] * solution[k]
      }
    }
    for row in 0..<size {
      solution[row] = pivots[row] == 0 ? 0 : solution[row] / pivots[row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) where pivots[row] != 0 {
      for k in (row + 1)..<max(row + 1, size) where pivots[k] != 0 {
        solution[row] -= lower[k * size + row] * solution[k]
      }
    }
    return solution
  }
}
