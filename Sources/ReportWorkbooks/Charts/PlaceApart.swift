import WorkbookWriting

/// Puts all figures of a chart right of the table, beside the chart, where no filter hides them.
///
/// - Parameters:
///   - figures: What to put.
///   - grid: The sheet.
///   - row: The row of the title over them.
///   - column: Their first column.
///   - words: The words of the heads.
/// - Returns: The cells of the series, and how many columns are taken.
func placeApart(
  _ figures: ChartFigures, in grid: inout SheetGrid, row: Int, column: Int, _ words: SheetWords
) -> PlacedFigures {
  let title = "\(words.chartFigures): \(figures.title)"
  grid.put(.text(cellText(title), look: SheetLooks.strong), row: row, column: column)
  let headRow = row + 1
  let rows = (headRow + 1)...(headRow + max(figures.labels.count, 1))
  grid.put(.text(figures.labelTitle, look: SheetLooks.head), row: headRow, column: column)
  for (index, label) in figures.labels.enumerated() {
    grid.put(.text(cellText(label)), row: headRow + 1 + index, column: column)
  }
  var next = column + 1
  func addColumn(_ name: String, _ cells: [CellValue?]) -> CellRange {
    grid.put(.text(cellText(name), look: SheetLooks.head), row: headRow, column: next)
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      grid.put(
        CellContent(cell, look: SheetLooks.chartFigure), row: headRow + 1 + index, column: next)
    }
    next += 1
    return CellRange(rows: rows, columns: (next - 1)...(next - 1))
  }
  let categories = CellRange(rows: rows, columns: column...column)
  let series = figures.series.map { one in
    let place = next
    let values = addColumn(one.name, one.values.map { $0.map { .number($0) } })
    var placed = ChartSeries(
      name: (headRow, place), categories: categories, values: values, look: one.look,
      labelFormat: one.labelFormat)
    guard one.hasErrors else { return placed }
    let value = columnName(place)
    let low = columnName(next)
    let high = columnName(next + 1)
    _ = addColumn(words.lower(one.name), one.lower.map { $0.map { .number($0) } })
    _ = addColumn(words.upper(one.name), one.upper.map { $0.map { .number($0) } })
    func errors(_ name: String, _ cell: (Int, Double, Double, Double) -> CellValue) -> CellRange {
      addColumn(
        name,
        one.values.indices.map { index in
          guard let value = one.values[index], index < one.lower.count, index < one.upper.count,
            let low = one.lower[index], let high = one.upper[index]
          else { return nil }
          return cell(headRow + 2 + index, value, low, high)
        })
    }
    let up = errors(words.errorUp(one.name)) { row, figure, _, upper in
      .formula("=\(high)\(row)-\(value)\(row)", result: upper - figure)
    }
    let down = errors(words.errorDown(one.name)) { row, figure, lower, _ in
      .formula("=\(value)\(row)-\(low)\(row)", result: figure - lower)
    }
    placed.errors = (up, down)
    return placed
  }
  return PlacedFigures(series: series, width: next - column)
}
