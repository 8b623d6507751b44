import Documents
import WorkbookWriting

/// The formula of a number in a table, where it gives the number that is shown.
///
/// A report may show the difference of figures that were rounded first: then the formula rounds
/// first as well. Where no formula gives the number, there is none, because a workbook that is
/// computed anew must show what the report shows.
///
/// - Parameters:
///   - number: The number.
///   - row: Its row of the table, from 0.
///   - column: Its column of the table, from 0.
///   - table: The table.
///   - layout: Where its columns stand.
///   - firstRow: The row of the sheet where the rows of the table begin, from 0.
/// - Returns: The formula with its `=`; `nil` where the cell holds the number alone.
func formula(
  of number: Cell.Number, row: Int, column: Int, in table: DocumentTable, _ layout: TableLayout,
  firstRow: Int
) -> String? {
  switch number.formula {
  case nil: return nil
  case .difference(let first, let second):
    let cells = table.rows[row]
    guard cells.indices.contains(first), cells.indices.contains(second),
      layout.places.indices.contains(first), layout.places.indices.contains(second),
      let whole = cells[first].number, let part = cells[second].number
    else { return nil }
    let left = "\(columnName(layout.places[first]))\(firstRow + row + 1)"
    let right = "\(columnName(layout.places[second]))\(firstRow + row + 1)"
    if isShown(whole.value - part.value, as: number) { return "=\(left)-\(right)" }
    let roundedWhole = rounded(whole.value, whole.places)
    if isShown(roundedWhole - part.value, as: number) {
      return "=ROUND(\(left),\(whole.places))-\(right)"
    }
    guard isShown(roundedWhole - rounded(part.value, part.places), as: number) else { return nil }
    return "=ROUND(\(left),\(whole.places))-ROUND(\(right),\(part.places))"
  case .sum(let rows):
    guard rows.lowerBound >= 0, rows.upperBound < row else { return nil }
    let numbers = rows.map {
      table.rows[$0].indices.contains(column) ? table.rows[$0][column].number : nil
    }
    let name = columnName(layout.places[column])
    let range = "\(name)\(firstRow + rows.lowerBound + 1):\(name)\(firstRow + rows.upperBound + 1)"
    guard isShown(numbers.reduce(0) { $0 + ($1?.value ?? 0) }, as: number) else { return nil }
    return "=SUM(\(range))"
  }
}

/// True where what a program computes is the number but for its last bits.
private func isShown(_ computed: Double, as number: Cell.Number) -> Bool {
  (computed - number.value).magnitude <= 1e-9 * max(1, number.value.magnitude)
}

/// Halves away from zero, as `ROUND` has it.
private func rounded(_ value: Double, _ places: Int) -> Double {
  var scale = 1.0
  for _ in 0..<min(max(places, 0), 15) { scale *= 10 }
  return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
}
