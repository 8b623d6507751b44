import CXlsxWriter

/// How a sheet is printed, on A4.
package struct PageSetup: Sendable, Hashable {
  package var isLandscape: Bool
  /// Shrinks the print until all columns stand on one page; as many pages down as needed.
  package var fitsWidth: Bool
  /// Printed again on every page: rows from the first to the last, from 0.
  package var repeatedRows: ClosedRange<Int>?
  /// What is printed; `nil` prints all.
  package var printed: CellRange?
  /// At the foot of each page, on the left; cut where the format has no more room.
  package var footer: String
  /// The word before the number of the page at the right of the foot; empty for no number.
  package var pageWord: String

  package init(
    isLandscape: Bool = false, fitsWidth: Bool = true, repeatedRows: ClosedRange<Int>? = nil,
    printed: CellRange? = nil, footer: String = "", pageWord: String = ""
  ) {
    self.isLandscape = isLandscape
    self.fitsWidth = fitsWidth
    self.repeatedRows = repeatedRows
    self.printed = printed
    self.footer = footer
    self.pageWord = pageWord
  }
}

/// Sets up the printing of a sheet.
func apply(
  _ page: PageSetup, to worksheet: UnsafeMutablePointer<lxw_worksheet>, sheet: String
) throws(WorkbookWritingError) {
  func check(_ status: lxw_error, row: Int) throws(WorkbookWritingError) {
    guard status == LXW_NO_ERROR else {
      throw .cell(sheet: sheet, row: row, column: 0, reason: String(cString: lxw_strerror(status)))
    }
  }
  worksheet_set_paper(worksheet, 9)  // A4: ECMA-376-1:2016, 18.3.1.63.
  if page.isLandscape { worksheet_set_landscape(worksheet) }
  if page.fitsWidth { worksheet_fit_to_pages(worksheet, 1, 0) }
  if let rows = page.repeatedRows {
    let status = worksheet_repeat_rows(
      worksheet, lxw_row_t(clamping: rows.lowerBound), lxw_row_t(clamping: rows.upperBound))
    try check(status, row: rows.lowerBound)
  }
  if let printed = page.printed {
    let status = worksheet_print_area(
      worksheet, lxw_row_t(clamping: printed.rows.lowerBound),
      lxw_col_t(clamping: printed.columns.lowerBound),
      lxw_row_t(clamping: printed.rows.upperBound),
      lxw_col_t(clamping: printed.columns.upperBound))
    try check(status, row: printed.rows.lowerBound)
  }
  let footer = footerText(page)
  if !footer.isEmpty { try check(worksheet_set_footer(worksheet, footer), row: 0) }
}

/// `&` leads a command in a footer, and 255 characters are all there is room for.
private func footerText(_ page: PageSetup) -> String {
  func literal(_ text: String, atMost limit: Int) -> String {
    var result = ""
    for character in cleaned(text) {
      let next = character == "&" ? "&&" : character.isNewline ? " " : String(character)
      guard result.utf8.count + next.utf8.count <= limit else { return result + "…" }
      result += next
    }
    return result
  }
  var text = ""
  // Counted in bytes, as the library does.
  if !page.footer.isEmpty { text += "&L&8" + spaced(literal(page.footer, atMost: 180)) }
  if !page.pageWord.isEmpty {
    text += "&R&8" + spaced(literal(page.pageWord, atMost: 40)) + " &P/&N"
  }
  return text
}

/// A digit right after a size would be read as part of the size.
private func spaced(_ text: String) -> String {
  text.first.map { $0.isNumber } == true ? " " + text : text
}
