import Documents
import Pictures
import WorkbookWriting

/// The sheet of a table: title, notes, the table with its footnotes, and its charts below.
func tableSheet(
  _ sheet: ReportSheet, of document: Document, _ words: SheetWords
) -> SheetContent {
  var builder = TableSheetBuilder(sheet, words)
  builder.addTop(document)
  builder.addTable()
  builder.addBottom()
  builder.addCharts()
  return builder.content(document)
}

/// Rows from which a table has buttons to choose and sort by.
private let rowsToFilter = 16
/// Lines of small print that may stay in sight above a table; more stand below it.
private let linesAbove = 4

struct TableSheetBuilder {
  private let sheet: ReportSheet
  private let words: SheetWords
  private let table: DocumentTable
  private let layout: TableLayout
  private var widths: [Double]
  private var grid = SheetGrid()
  private var merges: [CellRange] = []
  private var heights: [(row: Int, height: Double)] = []
  private var headRow = 0
  /// The last row of the table.
  private var lastRow: Int { headRow + table.rows.count }
  private var notesBelow: [String] = []
  private var cut: [String] = []
  private var charts: [SheetChart] = []
  /// The last row that is printed.
  private var bottom = 0
  /// Columns in use, with those of the charts' figures.
  private var usedColumns: Int
  private var filterColumns: Int

  init(_ sheet: ReportSheet, _ words: SheetWords) {
    self.sheet = sheet
    self.words = words
    table = sheet.table
    layout = TableLayout(table, words)
    widths = columnWidths(of: table, layout)
    if widths.isEmpty { widths = [60] }
    // Room for a title above, and for a chart below.
    let least = sheet.charts.isEmpty ? 420 : 680
    let missing = least - widths.reduce(0) { $0 + pixels($1) }
    if missing > 0 { widths[0] += Double(missing) / 7 }
    usedColumns = layout.width
    filterColumns = layout.width
  }

  private var tableWidth: Double { widths.reduce(0, +) }

  /// A row of one text over all columns of the table.
  private mutating func spread(_ text: String, row: Int, look: CellLook) {
    let text = cellText(text)
    grid.put(.text(text, look: look), row: row, column: 0)
    for column in 1..<max(layout.tableWidth, 1) {
      grid.put(CellContent(.empty, look: look), row: row, column: column)
    }
    if layout.tableWidth > 1 {
      merges.append(CellRange(rows: row...row, columns: 0...(layout.tableWidth - 1)))
    }
    let size = look.fontSize ?? 11
    let lines = lineCount(text, width: tableWidth * 11 / size * (look.isBold ? 0.92 : 1))
    heights.append((row, rowHeight(lines: lines, size: size)))
  }

  mutating func addTop(_ document: Document) {
    spread(sheet.title, row: 0, look: SheetLooks.title)
    let contents = CellPlace(sheet: words.contents)
    grid.put(
      CellContent(.link(words.back, to: contents), look: SheetLooks.link), row: 1, column: 0)
    var row = 2
    for banner in document.banners {
      spread(banner, row: row, look: SheetLooks.banner)
      row += 1
    }
    let lines = sheet.notes.reduce(0) { $0 + lineCount($1, width: tableWidth) }
    if lines <= linesAbove {
      for note in sheet.notes {
        spread(note, row: row, look: SheetLooks.note)
        row += 1
      }
    } else {
      notesBelow = sheet.notes
    }
    headRow = row
  }

  mutating func addTable() {
    var head = layout.columns.map { CellContent.text(cellText($0.head), look: SheetLooks.head) }
    if layout.columns.isEmpty { head = [.empty] }
    if layout.traceColumn != nil { head.append(.text(words.howFound, look: SheetLooks.head)) }
    if layout.resultsColumn != nil {
      head.append(.text(words.placeInResults, look: SheetLooks.head))
    }
    while grid.rows.count < headRow { grid.append([]) }
    grid.append(head)
    let headLines = zip(layout.columns, widths).map { lineCount($0.head, width: $1 * 0.88) }.max()
    heights.append((headRow, rowHeight(lines: headLines ?? 1)))
    for (number, row) in table.rows.enumerated() {
      var cells: [CellContent] = []
      cells.reserveCapacity(layout.width)
      addHeight(of: row, number: number)
      for column in layout.columns {
        cells.append(
          column.source < row.count
            ? content(row[column.source], row: number, of: column, at: cells.count) : .empty)
      }
      if layout.columns.isEmpty { cells.append(.empty) }
      if layout.traceColumn != nil { cells.append(origins(of: row) { $0.trace }) }
      if layout.resultsColumn != nil { cells.append(origins(of: row) { $0.number?.source ?? "" }) }
      grid.append(cells)
    }
    bottom = lastRow
  }

  /// Rows of more than one line; the others have the height of the sheet.
  private mutating func addHeight(of row: [Cell], number: Int) {
    var lines = 1
    for (column, width) in zip(layout.columns, widths) where column.source < row.count {
      let cell = row[column.source]
      let text = column.part == .main ? cell.text : column.part == .detail ? detail(of: cell) : ""
      let isBold = column.part == .main && cell.isStrong
      lines = max(lines, lineCount(text, width: width * (isBold ? 0.9 : 0.98) - 1))
    }
    if lines > 1 { heights.append((headRow + 1 + number, rowHeight(lines: lines))) }
  }

  private mutating func content(
    _ cell: Cell, row: Int, of column: TableLayout.Column, at place: Int
  ) -> CellContent {
    let look = SheetLooks.cell(cell, part: column.part, alignment: column.alignment)
    switch column.part {
    case .detail: return text(detail(of: cell), look, row: row, at: place)
    case .footnote: return text(cell.footnote, look, row: row, at: place)
    case .main: break
    }
    guard let number = cell.number, number.value.isFinite else {
      return text(
        cell.text, look.with { $0.numberFormat = textFormat(mark: cell.mark) }, row: row, at: place)
    }
    let numberLook = look.with {
      $0.wraps = false
      $0.numberFormat = numberFormat(of: number, text: cell.text, mark: cell.mark)
    }
    let formula = formula(
      of: number, row: row, column: column.source, in: table, layout, firstRow: headRow + 1)
    guard let formula else { return .number(number.value, look: numberLook) }
    return CellContent(.formula(formula, result: number.value), look: numberLook)
  }

  private mutating func text(
    _ text: String, _ look: CellLook, row: Int, at column: Int
  ) -> CellContent {
    guard !text.isEmpty else { return CellContent(.empty, look: look) }
    if isTooLongForCell(text) { cut.append("\(columnName(column))\(headRow + row + 2)") }
    return .text(cellText(text), look: look)
  }

  /// What the cells of a row say of their origin, each named by its column where there are several.
  private func origins(of row: [Cell], _ origin: (Cell) -> String) -> CellContent {
    var said: [(head: String, text: String)] = []
    for (cell, column) in zip(row, table.columns) {
      let text = origin(cell)
      if !text.isEmpty { said.append((column.head, text)) }
    }
    guard let first = said.first else { return .empty }
    let isOne = said.allSatisfy { $0.text == first.text }
    let text =
      isOne ? first.text : said.map { "\($0.head): \($0.text)" }.joined(separator: "; ")
    return .text(cellText(text), look: SheetLooks.origin)
  }

  mutating func addBottom() {
    var texts = table.footnotes.map { "(\($0.letter)) \($0.text)" } + notesBelow
    for chart in sheet.charts {
      guard case .trend(let plot) = chart.content else { continue }
      texts += plot.breaks.map { words.methodBreak($0.year, $0.text) }
    }
    if !cut.isEmpty { texts.append(words.cut(cells: cut)) }
    guard !texts.isEmpty else { return }
    var row = lastRow + 2
    for text in texts {
      spread(text, row: row, look: SheetLooks.note)
      row += 1
    }
    bottom = row - 1
  }

  mutating func addCharts() {
    let planned = sheet.charts.flatMap { plannedCharts(of: $0, words) }
    guard !planned.isEmpty else { return }
    let target = CellPlace(sheet: sheet.name, row: bottom + 2)
    let column = layout.tableWidth > 1 ? 1 : 0
    grid.put(
      CellContent(.link(words.chartBelow, to: target), look: SheetLooks.link),
      row: column == 0 ? headRow - 1 : 1, column: column)
    var row = bottom + 2
    let width = min(max(widths.reduce(0) { $0 + pixels($1) }, 680), 1_100)
    for plan in planned {
      let placed = place(plan.figures, beside: row)
      charts.append(plan.chart(placed, row: row, width: width))
      row += plan.height / 20 + 2
    }
    bottom = row - 1
  }

  /// Finds the figures of a chart in the table, or puts them beside it.
  private mutating func place(_ figures: ChartFigures, beside row: Int) -> PlacedFigures {
    if let start = alignedStart(of: figures, in: table) {
      var placement = AlignedFigures(
        figures, table: table, layout: layout, start: start, headRow: headRow,
        nextColumn: filterColumns)
      let placed = placement.place(in: &grid, words)
      filterColumns = placement.nextColumn
      usedColumns = max(usedColumns, filterColumns)
      return placed
    }
    let column = usedColumns + 1
    let placed = placeApart(figures, in: &grid, row: row, column: column, words)
    usedColumns = column + placed.width
    return placed
  }

  func content(_ document: Document) -> SheetContent {
    var columns = widths.enumerated().map {
      ColumnWidth(columns: $0.offset...$0.offset, width: $0.element)
    }
    for column in [layout.traceColumn, layout.resultsColumn].compactMap({ $0 }) {
      columns.append(ColumnWidth(columns: column...column, width: 48))
    }
    if usedColumns > layout.width {
      columns.append(ColumnWidth(columns: layout.width...(usedColumns - 1), width: 14))
    }
    let last = max(layout.tableWidth - 1, 0)
    return SheetContent(
      name: sheet.name, rows: grid.rows, columns: columns, frozenRows: headRow + 1,
      frozenColumns: table.hasRowHeads && layout.columns.count > 1 ? 1 : 0, merges: merges,
      rowHeights: heights,
      filter: table.rows.count >= rowsToFilter
        ? CellRange(rows: headRow...lastRow, columns: 0...(filterColumns - 1)) : nil,
      page: PageSetup(
        isLandscape: tableWidth > 100, repeatedRows: headRow...headRow,
        printed: CellRange(rows: 0...max(bottom, headRow), columns: 0...last),
        footer: document.title, pageWord: words.page),
      charts: charts)
  }
}
