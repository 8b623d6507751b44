import DelimitedText
import Foundation
import Spreadsheets
import SurveyModel

/// The first rows of a sheet, in which its header is looked for.
struct SheetHead {
  struct Row {
    /// From 1.
    var number: Int
    /// Text by column of the sheet, from 0, without cells that hold nothing.
    var cells: [(column: Int, text: String, kind: SheetCellKind)]
    /// Cells that name a column of the questionnaire.
    var nameCount: Int
  }

  /// Rows and cells looked at; headers stand at the top.
  private static let rowCount = 30
  private static let cellCount = 65_536
  /// Bytes of a cell's text that are looked at.
  private static let textLength = 4096

  var sheet: WorkbookSheet
  var rows: [Row] = []

  init(
    _ sheet: WorkbookSheet, of workbook: Workbook, names: HeaderNames,
    encoding: TextEncoding? = nil
  ) throws(WorkbookFault) {
    self.sheet = sheet
    let reader = try workbook.reader(of: sheet)
    var read = SheetRows()
    var cellsRead = 0
    while rows.count < Self.rowCount, cellsRead < Self.cellCount,
      try reader.next(into: &read, atLeast: 1, inHead: true)
    {
      cellsRead += read.cells.count
      for row in read.rows.prefix(Self.rowCount - rows.count) {
        let cells = read.cells(of: row).compactMap { cell in
          let text = Self.text(
            of: cell, in: read, strings: workbook.sharedStrings, encoding: encoding)
          return text.isEmpty && !cell.kind.isFault ? nil : (Int(cell.column), text, cell.kind)
        }
        guard !cells.isEmpty else { continue }
        let nameCount = cells.count { _, text, kind in
          (kind == .text || kind == .shared) && names.contains(text)
        }
        rows.append(Row(number: Int(row.number), cells: cells, nameCount: nameCount))
      }
    }
  }

  /// Most names of columns in one row.
  var bestCount: Int { rows.map(\.nameCount).max() ?? 0 }

  private static func text(
    of cell: SheetCell, in rows: SheetRows, strings: SharedStrings, encoding: TextEncoding?
  ) -> String {
    var text: String
    if cell.kind == .shared {
      text = strings.withText(Int(cell.start)) {
        String(decoding: $0.prefix(Self.textLength), as: UTF8.self)
      }
    } else {
      let start = Int(cell.start)
      let end = start + min(Int(cell.count), Self.textLength)
      text = String(decoding: rows.bytes[start..<end], as: UTF8.self)
    }
    if let encoding {
      text = String(decoding: utf8Text(of: Array(text.utf8), from: encoding), as: UTF8.self)
    }
    return composed(text).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// The header of a sheet.
struct SheetHeader {
  var row: Int
  /// One cell per named column, in the order of the columns.
  var cells: [TableCell]
  /// Columns of the sheet, from 0, beside ``cells``.
  var columns: [Int]
  /// True when names were taken from rows above.
  var joinsRows: Bool
  /// A cell of the header from which nothing can be read.
  var faulty: TableCell?
}

extension SheetHead {
  /// Finds the header: the lowest of the rows at the top that name columns.
  ///
  /// A header may have several lines: groups above questions, cells merged over both lines. Where
  /// the lowest line has no name for a column, the lines above it give theirs, if it is one the
  /// questionnaire knows. A row below belongs to the header when at least half its cells are names.
  ///
  /// - Returns: The header; without any known name the first row with the most cells, so that what
  ///   stands there can be shown; `nil` for an empty sheet.
  func header(_ names: HeaderNames) -> SheetHeader? {
    let best = bestCount
    guard best > 0 else {
      let most = rows.map(\.cells.count).max()
      return rows.first { $0.cells.count == most }.map { header(at: $0, above: [], names) }
    }
    guard var lowest = rows.firstIndex(where: { $0.nameCount * 2 >= best }) else { return nil }
    while lowest + 1 < rows.count, case let next = rows[lowest + 1],
      next.nameCount > 0, next.nameCount * 2 >= next.cells.count
    {
      lowest += 1
    }
    return header(at: rows[lowest], above: rows[..<lowest], names)
  }

  private func header(
    at row: Row, above: ArraySlice<Row>, _ names: HeaderNames
  ) -> SheetHeader {
    var cells: [Int: TableCell] = [:]
    for upper in above {
      for cell in upper.cells where names.contains(cell.text) {
        cells[cell.column] = TableCell(
          text: cell.text, line: upper.number, column: cell.column + 1)
      }
    }
    var joined = Set(cells.keys)
    var faulty: TableCell?
    for cell in row.cells {
      let named = TableCell(text: cell.text, line: row.number, column: cell.column + 1)
      if cell.kind.isFault && cell.kind != .error && faulty == nil { faulty = named }
      // A group's title above, or a note below, never stands in for a name.
      if names.contains(cell.text) || cells[cell.column] == nil {
        cells[cell.column] = named
        joined.remove(cell.column)
      }
    }
    let columns = cells.keys.sorted()
    return SheetHeader(
      row: row.number, cells: columns.compactMap { cells[$0] }, columns: columns,
      joinsRows: !joined.isEmpty, faulty: faulty)
  }
}
