/// A cell as formulas name it: `'1. Kết quả'!$B$3`.
package func reference(to place: CellPlace) -> String {
  "\(quoted(place.sheet))!$\(columnName(place.column))$\(place.row + 1)"
}

/// Cells of a sheet as formulas name them: `'1. Kết quả'!$B$3:$B$9`.
package func reference(to range: CellRange, of sheet: String) -> String {
  "\(quoted(sheet))!$\(columnName(range.columns.lowerBound))$\(range.rows.lowerBound + 1)"
    + ":$\(columnName(range.columns.upperBound))$\(range.rows.upperBound + 1)"
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
package func columnName(_ column: Int) -> String {
  var letters: [UInt8] = []
  var rest = column + 1
  while rest > 0 {
    rest -= 1
    letters.append(UInt8(0x41 + rest % 26))
    rest /= 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}

/// Every name is quoted: unquoted, some read as cells or numbers.
private func quoted(_ sheet: String) -> String {
  "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
