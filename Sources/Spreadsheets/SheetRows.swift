/// What stands in a cell, and in what form it is at hand.
package enum SheetCellKind: UInt8, Sendable, Hashable {
  /// Text as typed; also TRUE and FALSE as 1 and 0, and results of formulas.
  case text
  /// A number as the file writes it, with a decimal point.
  case number
  /// A date, time or both, written as ISO 8601 from its serial number and the cell's format.
  case date
  /// Text in the workbook's table of shared strings.
  case shared
  /// An error of the spreadsheet: `#N/A`, `#DIV/0!`.
  case error
  /// A formula whose result the file does not hold.
  case formulaWithoutValue
  /// A number of a shared string that is not in the table.
  case brokenReference
  /// A second cell in the same place.
  case repeated

  /// True when nothing can be read from the cell.
  package var isFault: Bool { rawValue >= SheetCellKind.error.rawValue }
}

/// A cell that holds something.
package struct SheetCell: Sendable, Hashable {
  /// From 0.
  package var column: Int32
  package var kind: SheetCellKind
  /// Where the text begins in the bytes of the rows; for shared strings their number.
  package var start: Int32
  package var count: Int32
}

/// A row that holds something.
package struct SheetRow: Sendable, Hashable {
  /// From 1, as the spreadsheet shows it.
  package var number: Int32
  package var firstCell: Int32
  package var cellCount: Int32
}

/// Some rows of a sheet, without the cells and rows that hold nothing.
package struct SheetRows: Sendable {
  package internal(set) var bytes: [UInt8] = []
  package internal(set) var cells: [SheetCell] = []
  package internal(set) var rows: [SheetRow] = []

  package init() {}

  /// The cells of a row, in the order of the columns.
  package func cells(of row: SheetRow) -> ArraySlice<SheetCell> {
    cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }
}
