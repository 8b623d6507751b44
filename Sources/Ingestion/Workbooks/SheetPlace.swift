import Spreadsheets
import SurveyModel

/// Where the records of a file stand in a workbook.
///
/// A finding's line is the row of the sheet and its column the number of the sheet's column; its
/// message says the cell in the words of spreadsheets.
struct SheetPlace: Sendable {
  /// The sheet's name.
  var name: String
  /// Row of the header, from 1.
  var headerRow: Int
  /// Column of the sheet, from 0, of each column of the records.
  var columns: [Int]

  func place(of column: Int, row: Int, file: String) -> SourceLocation {
    SourceLocation(file: file, line: row, column: columns[column] + 1)
  }

  /// The first cell of the header.
  func header(file: String) -> SourceLocation { place(of: 0, row: headerRow, file: file) }

  /// The columns under their numbers in the sheet.
  func placing(_ mapping: HeaderMapping) -> HeaderMapping {
    var placed = mapping
    placed.sheet = name
    for column in placed.columns.indices {
      placed.columns[column].position = columns[column] + 1
    }
    return placed
  }

  /// The finding with the name of its cell: “… (ô C12, trang “Phiếu”)”.
  func naming(_ finding: Finding) -> Finding {
    guard let row = finding.place?.line, let column = finding.place?.column else { return finding }
    let cell = CellReference.name(column: column - 1, row: row)
    var named = finding
    named.message = LocalizedText(
      vi: "\(finding.message.text(in: .vi)) (ô \(cell), trang “\(name)”)",
      en: "\(finding.message.text(in: .en)) (cell \(cell), sheet “\(name)”)")
    return named
  }
}
