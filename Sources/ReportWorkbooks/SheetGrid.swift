import WorkbookWriting

/// The cells of a sheet, filled in any order.
struct SheetGrid {
  private(set) var rows: [[CellContent]] = []

  /// Puts a cell, counted from 0; what stands there is replaced.
  mutating func put(_ cell: CellContent, row: Int, column: Int) {
    while rows.count <= row { rows.append([]) }
    if rows[row].count <= column {
      rows[row].append(
        contentsOf: repeatElement(CellContent.empty, count: column + 1 - rows[row].count))
    }
    rows[row][column] = cell
  }

  /// Puts a whole row below all others.
  mutating func append(_ cells: [CellContent]) { rows.append(cells) }
}
