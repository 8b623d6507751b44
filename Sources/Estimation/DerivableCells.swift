/// One equation: numbers of unknown cells, added and subtracted, have a known sum.
struct SuppressionEquation {
  var added: [Int]
  var subtracted: [Int]
}

/// The unknown cells whose value follows from the equations.
///
/// A cell follows exactly when the equations, solved for it, hold no other unknown. The elimination
/// is done in whole numbers modulo a prime, so nothing is rounded.
///
/// - Parameter equations: Any numbers may name the cells; equations without unknowns are empty.
/// - Returns: The cells that follow, in ascending order.
/// - Complexity: O(unknowns · equations) time where equations are short, as in tables; never more
///   than O(unknowns² · equations).
func derivableCells(_ equations: [SuppressionEquation]) -> [Int] {
  let cells = Set(equations.flatMap { $0.added + $0.subtracted }).sorted()
  var columnOfCell: [Int: Int] = [:]
  for (column, cell) in cells.enumerated() { columnOfCell[cell] = column }
  var elimination = Elimination(columns: cells.count)
  for equation in equations {
    elimination.add(
      equation.added.compactMap { columnOfCell[$0] }.map { ($0, 1) }
        + equation.subtracted.compactMap { columnOfCell[$0] }.map { ($0, Elimination.prime - 1) })
  }
  return elimination.determined().map { cells[$0] }
}

/// Rows in echelon form modulo a prime.
private struct Elimination {
  static let prime = 2_147_483_647
  /// By column: the row that starts there, with a leading 1.
  private var rows: [[(column: Int, factor: Int)]?]
  private var scratch: [Int]

  init(columns: Int) {
    rows = Array(repeating: nil, count: columns)
    scratch = [Int](repeating: 0, count: columns)
  }

  mutating func add(_ terms: [(column: Int, factor: Int)]) {
    for (column, factor) in terms { scratch[column] = (scratch[column] + factor) % Self.prime }
    for column in rows.indices where scratch[column] != 0 {
      guard let row = rows[column] else {
        rows[column] = take(from: column, scale: Self.inverse(scratch[column]))
        return
      }
      subtract(row, times: scratch[column])
    }
  }

  /// The columns that the rows fix.
  mutating func determined() -> [Int] {
    var found: [Int] = []
    for column in rows.indices.reversed() {
      guard let row = rows[column] else { continue }
      for (column, factor) in row { scratch[column] = factor }
      for (other, _) in row.dropFirst() {
        // Later rows are reduced already: what they add are columns without a row.
        if scratch[other] != 0, let later = rows[other] { subtract(later, times: scratch[other]) }
      }
      let reduced = take(from: column, scale: 1)
      if reduced.count == 1 { found.append(column) }
      rows[column] = reduced
    }
    return found.reversed()
  }

  private mutating func subtract(_ row: [(column: Int, factor: Int)], times factor: Int) {
    let negative = Self.prime - factor
    for (column, entry) in row {
      scratch[column] = (scratch[column] + negative * entry) % Self.prime
    }
  }

  /// The scratch row from a column on; leaves the scratch row empty.
  private mutating func take(from first: Int, scale: Int) -> [(column: Int, factor: Int)] {
    var row: [(column: Int, factor: Int)] = []
    for column in first..<scratch.count where scratch[column] != 0 {
      row.append((column, scratch[column] * scale % Self.prime))
      scratch[column] = 0
    }
    return row
  }

  /// By Fermat's little theorem.
  private static func inverse(_ factor: Int) -> Int {
    var power = factor
    var result = 1
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * power % prime }
      power = power * power % prime
      exponent >>= 1
    }
    return result
  }
}
