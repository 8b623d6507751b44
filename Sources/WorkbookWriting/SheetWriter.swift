import CXlsxWriter
import SurveyModel

/// Writes one sheet.
struct SheetWriter {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: CellFormatTable
  private let sheet: SheetContent

  init(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, formats: CellFormatTable, sheet: SheetContent
  ) {
    self.worksheet = worksheet
    self.formats = formats
    self.sheet = sheet
  }

  func write() throws(WorkbookWritingError) {
    for width in sheet.columns {
      var options = lxw_row_col_options()
      options.hidden = width.isHidden ? 1 : 0
      let status = worksheet_set_column_opt(
        worksheet, lxw_col_t(clamping: width.columns.lowerBound),
        lxw_col_t(clamping: width.columns.upperBound), width.width, formats.format(width.look),
        &options)
      try check(status, row: 0, column: width.columns.upperBound)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try check(write(cell, row: row, column: column), row: row, column: column)
      }
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        worksheet, lxw_row_t(clamping: sheet.frozenRows), lxw_col_t(clamping: sheet.frozenColumns))
    }
    for validation in sheet.validations {
      try add(validation, to: worksheet, sheet: sheet.name)
    }
    for conditional in sheet.conditionalLooks {
      try add(conditional, to: worksheet, formats: formats, sheet: sheet.name)
    }
    for note in sheet.notes {
      let status = worksheet_write_comment(
        worksheet, lxw_row_t(clamping: note.row), lxw_col_t(clamping: note.column),
        cleaned(note.text))
      try check(status, row: note.row, column: note.column)
    }
    if let protection = sheet.protection {
      var options = lxw_protection()
      options.format_columns = protection.allowsColumnWidths ? 1 : 0
      options.sort = protection.allowsSortingAndFilters ? 1 : 0
      options.autofilter = protection.allowsSortingAndFilters ? 1 : 0
      worksheet_protect(worksheet, protection.password, &options)
    }
  }

  private func check(
    _ status: lxw_error, row: Int, column: Int
  ) throws(WorkbookWritingError) {
    guard status == LXW_NO_ERROR else {
      throw .cell(
        sheet: sheet.name, row: row, column: column, reason: String(cString: lxw_strerror(status)))
    }
  }

  private func write(_ cell: CellContent, row: Int, column: Int) -> lxw_error {
    let at = lxw_row_t(clamping: row)
    let to = lxw_col_t(clamping: column)
    switch cell.value {
    case .empty:
      guard let format = formats.format(cell.look) else { return LXW_NO_ERROR }
      return worksheet_write_blank(worksheet, at, to, format)
    case .text(let text):
      return worksheet_write_string(worksheet, at, to, cleaned(text), formats.format(cell.look))
    case .number(let number):
      return worksheet_write_number(worksheet, at, to, number, formats.format(cell.look))
    case .date(let date):
      return worksheet_write_number(
        worksheet, at, to, serialNumber(date), formats.format(dated(cell.look, "dd/mm/yyyy")))
    case .datetime(let date, let second):
      return worksheet_write_number(
        worksheet, at, to, serialNumber(date) + Double(second) / 86_400,
        formats.format(dated(cell.look, "dd/mm/yyyy hh:mm:ss")))
    case .formula(let formula, let result):
      return worksheet_write_formula_num(
        worksheet, at, to, cleaned(formula), formats.format(cell.look), result)
    }
  }

  private func dated(_ look: CellLook?, _ format: String) -> CellLook {
    (look ?? .plain).with { $0.numberFormat = $0.numberFormat ?? format }
  }
}

/// Days since 1899-12-30, which is what Excel counts from 1900-03-01 on.
func serialNumber(_ date: CivilDate) -> Double { Double(date.day + 25_569) }

/// A C string ends at a zero, which no cell can hold anyway.
func cleaned(_ text: String) -> String {
  guard text.utf8.contains(0) else { return text }
  return String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
}
