package import Documents
import SurveyModel
package import WorkbookWriting

/// Writes a report as a workbook: a sheet of contents, then a sheet for each of its tables.
///
/// Numbers are numbers at full precision, shown with the places of the report; what follows from
/// other columns is a formula; pictures are charts of the program that opens the file, on the sheet
/// of the table that holds their figures. The same document gives the same bytes.
///
/// - Parameters:
///   - document: The report.
///   - path: The file to make; one that is there is replaced.
/// - Throws: That the file cannot be written, or that a table has more rows or columns than a sheet.
/// - Complexity: O(cells).
package func writeWorkbook(
  of document: Document, to path: String
) throws(WorkbookWritingError) {
  let words = SheetWords(document.language)
  let sheets = reportSheets(of: document, words)
  var contents: [SheetContent] = []
  for sheet in sheets {
    try checkSize(of: sheet)
    contents.append(tableSheet(sheet, of: document, words))
  }
  contents.insert(contentsSheet(of: document, sheets, words), at: 0)
  try writeWorkbook(
    WorkbookContent(
      sheets: contents, title: cellText(document.title),
      properties: [(words.languageProperty, document.language.rawValue)],
      language: words.languageTag, keepsEveryDigit: true),
    to: path)
}

/// A sheet has 1,048,576 rows and 16,384 columns; some are kept for heads, notes and charts.
private func checkSize(of sheet: ReportSheet) throws(WorkbookWritingError) {
  let rows = sheet.table.rows.count
  guard rows <= 1_040_000, sheet.table.columns.count <= 4_000 else {
    throw .cell(
      sheet: sheet.name, row: rows, column: sheet.table.columns.count,
      reason: "a sheet has no room for so many rows or columns")
  }
}
