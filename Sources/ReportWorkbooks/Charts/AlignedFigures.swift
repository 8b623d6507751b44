import Documents
import WorkbookWriting

/// The row of a table where the categories of a chart begin, in its order and one below the other.
func alignedStart(of figures: ChartFigures, in table: DocumentTable) -> Int? {
  let labels = figures.labels
  guard !labels.isEmpty, labels.count <= table.rows.count, !table.columns.isEmpty else {
    return nil
  }
  // The first category is found, then the others must follow; names stand once, so this is linear.
  let starts = table.rows.indices.dropLast(labels.count - 1).filter {
    table.rows[$0].first?.text == labels[0]
  }
  guard starts.count == 1 else { return nil }
  return starts.first { start in
    labels.indices.allSatisfy { table.rows[start + $0].first?.text == labels[$0] }
  }
}

/// Figures of a chart that stand in the rows of a table: its cells are used where they hold the
/// figures, and columns beside the table for the rest, which move with its rows when it is sorted.
struct AlignedFigures {
  private let figures: ChartFigures
  private let table: DocumentTable
  private let layout: TableLayout
  private let start: Int
  private let headRow: Int
  private(set) var nextColumn: Int
  private var usedColumns: Set<Int> = []

  init(
    _ figures: ChartFigures, table: DocumentTable, layout: TableLayout, start: Int, headRow: Int,
    nextColumn: Int
  ) {
    self.figures = figures
    self.table = table
    self.layout = layout
    self.start = start
    self.headRow = headRow
    self.nextColumn = nextColumn
  }

  private var firstRow: Int { headRow + 1 + start }
  private var rows: ClosedRange<Int> { firstRow...(firstRow + figures.labels.count - 1) }

  mutating func place(in grid: inout SheetGrid, _ words: SheetWords) -> PlacedFigures {
    let before = nextColumn
    let categories = CellRange(rows: rows, columns: 0...0)
    var series: [ChartSeries] = []
    for one in figures.series {
      let known = column(holding: one.shown)
      var column: Int
      if let known, one.factor == 1, isComplete(one, in: known) {
        column = layout.places[known]
      } else {
        column = addColumn(one.name, in: &grid)
        for (index, value) in one.values.enumerated() {
          guard let value else { continue }
          let cell = known.map { "\(columnName(layout.places[$0]))\(firstRow + index + 1)" }
          put(value, formula: cell.map { formula($0, one.factor) }, index, column, in: &grid)
        }
      }
      if let known, one.factor == 1 { usedColumns.insert(known) }
      var placed = ChartSeries(
        name: (headRow, column), categories: categories,
        values: CellRange(rows: rows, columns: column...column), look: one.look,
        labelFormat: one.labelFormat)
      if one.hasErrors { placed.errors = addErrors(of: one, column, in: &grid, words) }
      series.append(placed)
    }
    return PlacedFigures(series: series, width: nextColumn - before)
  }

  /// The column of the table that holds a series, where one does.
  private func column(holding values: [Double?]) -> Int? {
    guard values.contains(where: { $0 != nil }) else { return nil }
    return table.columns.indices.first { column in
      !usedColumns.contains(column)
        && values.indices.allSatisfy { index in
          let row = table.rows[start + index]
          guard column < row.count else { return values[index] == nil }
          return values[index] == nil || row[column].number?.value == values[index]
        }
    }
  }

  /// True where the cells without a figure are empty: a text would be drawn as zero.
  private func isComplete(_ series: ChartFigures.Series, in column: Int) -> Bool {
    series.values.indices.allSatisfy { index in
      if series.values[index] != nil { return true }
      let row = table.rows[start + index]
      return column >= row.count || (row[column].number == nil && row[column].text.isEmpty)
    }
  }

  private func formula(_ cell: String, _ factor: Double) -> String {
    switch factor {
    case 1: "=\(cell)"
    case -1: "=-\(cell)"
    case 0.5: "=\(cell)/2"
    default: "=-\(cell)/2"
    }
  }

  private mutating func addErrors(
    of series: ChartFigures.Series, _ column: Int, in grid: inout SheetGrid, _ words: SheetWords
  ) -> (up: CellRange, down: CellRange) {
    let lower = addColumn(words.lower(series.name), in: &grid)
    let upper = addColumn(words.upper(series.name), in: &grid)
    let up = addColumn(words.errorUp(series.name), in: &grid)
    let down = addColumn(words.errorDown(series.name), in: &grid)
    for index in series.values.indices {
      guard let value = series.values[index], index < series.lower.count,
        index < series.upper.count, let low = series.lower[index], let high = series.upper[index]
      else { continue }
      let row = firstRow + index + 1
      let names = [column, lower, upper].map { "\(columnName($0))\(row)" }
      put(low, index, lower, in: &grid)
      put(high, index, upper, in: &grid)
      put(high - value, formula: "=\(names[2])-\(names[0])", index, up, in: &grid)
      put(value - low, formula: "=\(names[0])-\(names[1])", index, down, in: &grid)
    }
    return (CellRange(rows: rows, columns: up...up), CellRange(rows: rows, columns: down...down))
  }

  private mutating func addColumn(_ name: String, in grid: inout SheetGrid) -> Int {
    grid.put(.text(cellText(name), look: SheetLooks.head), row: headRow, column: nextColumn)
    nextColumn += 1
    return nextColumn - 1
  }

  private func put(
    _ value: Double, formula: String? = nil, _ index: Int, _ column: Int, in grid: inout SheetGrid
  ) {
    let look = SheetLooks.chartFigure
    grid.put(
      formula.map { CellContent(.formula($0, result: value), look: look) }
        ?? .number(value, look: look), row: firstRow + index, column: column)
  }
}
