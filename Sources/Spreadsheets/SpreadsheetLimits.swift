/// How much of a workbook is taken in before it is refused as hostile or broken.
package enum SpreadsheetLimits {
  /// Rows and columns of a sheet, as Excel has them.
  package static let rows = 1_048_576
  package static let columns = 16_384
  /// Bytes of one cell that are kept; more than any program writes.
  package static let cell = (1 << 20) + 1
  /// Bytes of one row.
  package static let row = 16 << 20
  /// Bytes and number of the texts shared by the cells of a workbook, which stay in memory.
  package static let sharedBytes = 256 << 20
  package static let sharedStrings = 16 << 20
  package static let sheets = 1_000
  /// Unpacked bytes of a sheet in which a header is looked for.
  package static let head = 64 << 20
  package static let formats = 65_536
}
