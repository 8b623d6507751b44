import CXlsxWriter
import SurveyModel

/// Writes one sheet.
struct SheetWriter {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let formats: CellFormatTable
  private let sheet: SheetContent

  init(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>,
    of workbook: UnsafeMutablePointer<lxw_workbook>,
    formats: CellFormatTable, sheet: SheetContent
  ) {
    self.workbook = workbook
    self.worksheet = worksheet
    self.formats = formats
    self.sheet = sheet
  }

  /// Writes the sheet.
  ///
  /// - Parameter notes: Takes what has to be completed in the parts of its charts.
  /// - Throws: What Excel would not take.
  func write(_ notes: inout ChartNotes) throws(WorkbookWritingError) {
    for merge in sheet.merges {
      // Before the cells, which then take their places in it.
      let status = worksheet_merge_range(
        worksheet, lxw_row_t(clamping: merge.rows.lowerBound),
        lxw_col_t(clamping: merge.columns.lowerBound), lxw_row_t(clamping: merge.rows.upperBound),
        lxw_col_t(clamping: merge.columns.upperBound), nil, nil)
      try check(status, row: merge.rows.lowerBound, column: merge.columns.lowerBound)
    }
    for (row, height) in sheet.rowHeights {
      try check(
        worksheet_set_row(worksheet, lxw_row_t(clamping: row), height, nil), row: row, column: 0)
    }
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
    if let filter = sheet.filter {
      let status = worksheet_autofilter(
        worksheet, lxw_row_t(clamping: filter.rows.lowerBound),
        lxw_col_t(clamping: filter.columns.lowerBound),
        lxw_row_t(clamping: filter.rows.upperBound),
        lxw_col_t(clamping: filter.columns.upperBound))
      try check(status, row: filter.rows.lowerBound, column: filter.columns.lowerBound)
    }
    if let page = sheet.page { try apply(page, to: worksheet, sheet: sheet.name) }
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
    for chart in sheet.charts {
      try add(chart, to: worksheet, of: workbook, sheet: sheet.name, notes: &notes)
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
      return worksheet_write_string(worksheet, at, to, asCellText(text), formats.format(cell.look))
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
    case .link(let text, let place):
      return worksheet_write_url_opt(
        worksheet, at, to, "internal:" + cleaned(reference(to: place)), formats.format(cell.look),
        asCellText(text), nil)
    }
  }

  private func dated(_ look: CellLook?, _ format: String) -> CellLook {
    (look ?? .plain).with { $0.numberFormat = $0.numberFormat ?? format }
  }
}

/// What a cell is to hold, so that it is read as it was given: the file format takes `_x0041_` for
/// the character of that number.
func asCellText(_ text: String) -> String {
  let text = cleaned(text)
  var bytes: [UInt8] = []
  let source = Array(text.utf8)
  for (index, byte) in source.enumerated() {
    if byte == 0x5F, isCharacterNumber(source[index...]) {
      bytes.append(contentsOf: "_x005F".utf8)
    }
    bytes.append(byte)
  }
  return bytes.count == source.count ? text : String(decoding: bytes, as: UTF8.self)
}

/// True for what begins with `_xHHHH_`.
private func isCharacterNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  let mark = bytes.prefix(7)
  guard mark.count == 7, mark.dropFirst().first == 0x78, mark.last == 0x5F else { return false }
  return mark.dropFirst(2).dropLast().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
}

/// Days since 1899-12-30, which is what Excel counts from 1900-03-01 on.
func serialNumber(_ date: CivilDate) -> Double { Double(date.day + 25_569) }
