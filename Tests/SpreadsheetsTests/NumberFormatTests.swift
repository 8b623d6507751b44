import Foundation
import Spreadsheets
import Testing

/// Numbers in many formats, as openpyxl reads them: Tests/Fixtures/published/workbooks/SOURCE.md.
struct NumberFormatTests {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/published/workbooks/\(name)").path
  }

  @Test func aNumberIsADateWhereItsFormatShowsOne() throws {
    let workbook = try Workbook(path: Self.path("formats.xlsx"))
    let reader = try workbook.reader(of: workbook.sheets[0])
    var rows = SheetRows()
    var read: [[(kind: SheetCellKind, text: String)]] = []
    while try reader.next(into: &rows, atLeast: 1) {
      for row in rows.rows {
        read.append(
          rows.cells(of: row).map { cell in
            let bytes = rows.bytes[Int(cell.start)..<Int(cell.start + cell.count)]
            return (cell.kind, String(decoding: bytes, as: UTF8.self))
          })
      }
    }
    let lines = try String(contentsOfFile: Self.path("formats.tsv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(read.count == lines.count)
    for (cells, line) in zip(read, lines) {
      let expected = line.split(separator: "\t").map(String.init)
      #expect(cells.count == expected.count - 1)
      for (cell, wanted) in zip(cells, expected.dropFirst()) {
        guard wanted.contains(":") else {
          let number = try #require(Double(cell.text))
          let difference = abs(number - (try #require(Double(wanted))))
          // XlsxWriter writes 16 digits.
          #expect(cell.kind == .number && difference < 1e-10, "\(expected[0])")
          continue
        }
        #expect(cell.kind == .date, "\(expected[0])")
        let isDay = cell.text.count == "2021-10-05".count
        #expect(cell.text + (isDay ? " 00:00:00" : "") == wanted, "\(expected[0])")
      }
    }
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveTheNamesSpreadsheetsGiveThem(column: Int, name: String) {
    #expect(CellReference.columnName(column) == name)
    #expect(CellReference.name(column: column, row: 7) == "\(name)7")
  }
}
