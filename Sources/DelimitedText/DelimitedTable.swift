package import SurveyModel

/// One cell of a small file, with its place.
package struct TableCell: Sendable, Hashable {
  /// Composed Unicode (NFC), quotation marks taken off, spaces at both ends removed.
  package var text: String
  package var line: Int
  /// In Unicode scalars, from 1; in a workbook, the number of the sheet's column.
  package var column: Int

  package init(text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}

package struct TableRow: Sendable, Hashable {
  package var line: Int
  /// As many as the header has.
  package var cells: [TableCell]
}

/// A small delimited file: header and rows of the header's length.
package struct DelimitedTable: Sendable, Hashable {
  package var file: String
  package var dialect: FileDialect
  package var header: [TableCell]
  package var rows: [TableRow]

  /// Where a cell stands, for findings.
  package func place(of cell: TableCell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.column)
  }

  /// Index of the column whose header is `name`, letter case ignored.
  package func column(_ name: String) -> Int? {
    header.firstIndex { $0.text.lowercased() == name.lowercased() }
  }
}
