import Spreadsheets
import SurveyModel

/// Where the records of a file stand in a workbook, or in a file of a statistical program.
///
/// A finding's line is the row of the sheet and its column the number of the sheet's column; its
/// message says the cell in the words of spreadsheets. In a statistical file the line is the number
/// of the row, from 1, and the column that of the variable; what concerns a variable as a whole has
/// the file alone as its place, and the message names the variable.
struct SheetPlace: Sendable {
  /// The sheet's name.
  var name: String
  /// Row of the header, from 1; 0 in a statistical file.
  var headerRow: Int
  /// Column of the sheet, from 0, of each column of the records.
  var columns: [Int]
  /// Names of the columns, in a statistical file.
  var variables: [String]?

  func place(of column: Int, row: Int, file: String) -> SourceLocation {
    SourceLocation(file: file, line: row, column: columns[column] + 1)
  }

  /// The first cell of the header.
  func header(file: String) -> SourceLocation {
    headerRow == 0 ? SourceLocation(file: file) : place(of: 0, row: headerRow, file: file)
  }

  /// The columns under their numbers in the sheet.
  func placing(_ mapping: HeaderMapping) -> HeaderMapping {
    var placed = mapping
    placed.sheet = variables == nil ? name : nil
    for column in placed.columns.indices {
      placed.columns[column].position = columns[column] + 1
    }
    return placed
  }

  /// The finding with the name of its cell: “… (ô C12, trang “Phiếu”)”.
  func naming(_ finding: Finding) -> Finding {
    guard let row = finding.place?.line, let column = finding.place?.column else { return finding }
    if let variables { return naming(finding, row: row, variable: variables[column - 1]) }
    let cell = CellReference.name(column: column - 1, row: row)
    var named = finding
    named.message = LocalizedText(
      vi: "\(finding.message.text(in: .vi)) (ô \(cell), trang “\(name)”)",
      en: "\(finding.message.text(in: .en)) (cell \(cell), sheet “\(name)”)")
    return named
  }

  /// The finding with the number of its row and its variable: “… (dòng 12, biến A1)”.
  private func naming(_ finding: Finding, row: Int, variable: String) -> Finding {
    var named = finding
    guard row > 0 else {
      // The dictionary stands before the first row; what is said of it names its variables.
      named.place = SourceLocation(file: finding.place?.file ?? "")
      return named
    }
    let shown = ShownValue.open(variable)
    named.message = LocalizedText(
      vi: "\(finding.message.text(in: .vi)) (dòng \(row), biến \(shown.text(in: .vi)))",
      en: "\(finding.message.text(in: .en)) (row \(row), variable \(shown.text(in: .en)))")
    return named
  }
}
