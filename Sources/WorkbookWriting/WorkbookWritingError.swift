/// Why a workbook cannot be written.
package enum WorkbookWritingError: Error, Sendable, Equatable {
  /// No room, no right or no such folder at `path`.
  case notWritten(path: String)
  /// A name of a sheet that Excel does not take: too long, empty, twice, or with `[ ] : * ? / \`.
  case sheetName(String)
  /// A validation that Excel does not take: a list or a message that is too long.
  case validation(sheet: String, row: Int, column: Int, reason: String)
  /// A cell beyond the last row or column, a text above 32,767 characters, a faulty formula.
  case cell(sheet: String, row: Int, column: Int, reason: String)
  case definedName(String)
}
