import Documents
import WorkbookWriting

/// The row of a table where the categories of a chart begin, in its order and one below the other.
///
/// They are told by their names, which may be longer in one of the two, and by figures that stand in
/// a column; by figures alone where the chart has all rows of the table.
func alignedStart(of figures: ChartFigures, in table: DocumentTable) -> Int? {
  let count = figures.labels.count
  guard count > 0, count <= table.rows.count, !table.columns.isEmpty else { return nil }
  return (0...(table.rows.count - count)).first { start in
    let isNamed = figures.labels.indices.allSatisfy {
      isSameName(table.rows[start + $0].first?.text ?? "", figures.labels[$0])
    }
    guard isNamed || count == table.rows.count else { return false }
    func isHeld(_ series: ChartFigures.Series) -> Bool {
      table.columns.indices.contains { holds(series.shown, in: $0, of: table, from: start) }
    }
    return isNamed ? figures.series.contains(where: isHeld) : figures.series.allSatisfy(isHeld)
  }
}

/// `1. Tiếp cận dịch vụ` and `Tiếp cận dịch vụ`, `Xã Ia Grai *` and `Xã Ia Grai`.
private func isSameName(_ head: String, _ label: String) -> Bool {
  guard !head.isEmpty, !label.isEmpty else { return false }
  return head.hasPrefix(label) || head.hasSuffix(label) || label.hasPrefix(head)
}

/// True where a column holds some figures, one below the other.
private func holds(
  _ values: [Double?], in column: Int, of table: DocumentTable, from start: Int
) -> Bool {
  var isEmpty = true
  for (index, value) in values.enumerated() {
    guard let value else { continue }
    let row = table.rows[start + index]
    guard column < row.count, row[column].number?.value == value else { return false }
    isEmpty = false
  }
  return !isEmpty
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

  /// The column of the table that holds some figures, where one does.
  private func column(holding values: [Double?]) -> Int? {
    table.columns.indices.first {
      !usedColumns.contains($0) && holds(values, in: $0, of: table, from: start)
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
    let lower = addLimits(series.lower, words.lower(series.name), in: &grid)
    let upper = addLimits(series.upper, words.upper(series.name), in: &grid)
    let up = addColumn(words.errorUp(series.name), in: &grid)
    let down = addColumn(words.errorDown(series.name), in: &grid)
    for index in series.values.indices {
      guard let value = series.values[index], index < series.lower.count,
        index < series.upper.count, let low = series.lower[index], let high = series.upper[index]
      else { continue }
      let row = firstRow + index + 1
      let names = [column, lower, upper].map { "\(columnName($0))\(row)" }
      put(high - value, formula: "=\(names[2])-\(names[0])", index, up, in: &grid)
      put(value - low, formula: "=\(names[0])-\(names[1])", index, down, in: &grid)
    }
    return (CellRange(rows: rows, columns: up...up), CellRange(rows: rows, columns: down...down))
  }

  /// The column of the table with limits of intervals, or a new one with them.
  private mutating func addLimits(
    _ limits: [Double?], _ name: String, in grid: inout SheetGrid
  ) -> Int {
    if let known = column(holding: limits) {
      usedColumns.insert(known)
      return layout.places[known]
    }
    let column = addColumn(name, in: &grid)
    for (index, limit) in limits.enumerated() {
      if let limit { put(limit, index, column, in: &grid) }
    }
    return column
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
