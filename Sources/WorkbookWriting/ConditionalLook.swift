import CXlsxWriter
import Glibc

/// A look that cells have while a formula is true.
package struct ConditionalLook: Sendable {
  package var range: CellRange
  /// With its `=`, for the first cell of the range; references without `$` move with the cell.
  package var formula: String
  /// Only colours, bold, italic and borders change.
  package var look: CellLook

  package init(range: CellRange, formula: String, look: CellLook) {
    self.range = range
    self.formula = formula
    self.look = look
  }
}

/// Adds a conditional look to a sheet.
func add(
  _ conditional: ConditionalLook, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
  formats: CellFormatTable, sheet: String
) throws(WorkbookWritingError) {
  let range = conditional.range
  let formula = strdup(cleaned(conditional.formula))
  defer { free(formula) }
  var c = lxw_conditional_format()
  c.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
  c.value_string = formula
  c.format = formats.format(conditional.look)
  let status = worksheet_conditional_format_range(
    worksheet, lxw_row_t(clamping: range.rows.lowerBound),
    lxw_col_t(clamping: range.columns.lowerBound), lxw_row_t(clamping: range.rows.upperBound),
    lxw_col_t(clamping: range.columns.upperBound), &c)
  guard status == LXW_NO_ERROR else {
    throw .cell(
      sheet: sheet, row: range.rows.lowerBound, column: range.columns.lowerBound,
      reason: String(cString: lxw_strerror(status)))
  }
}
