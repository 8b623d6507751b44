/// A native chart on a sheet, of figures that stand in cells of the same sheet.
package struct SheetChart: Sendable {
  package enum Kind: Sendable, Hashable {
    /// Upright columns, one beside the other for each category.
    case columns
    /// Lying bars, the first category at the top.
    case bars
    /// Lying bars of parts; parts below zero go to the left.
    case stackedBars
    /// Marks, joined where the series has a line; empty cells are gaps.
    case lines
  }

  package var kind: Kind
  package var title: String
  /// What the chart says, for those who cannot see it.
  package var description: String
  package var series: [ChartSeries]
  package var categoryAxis: ChartAxis
  package var valueAxis: ChartAxis
  package var hasLegend: Bool
  /// The cell whose upper left corner is the chart's, counted from 0.
  package var row: Int
  package var column: Int
  /// In pixels, of which a row of standard height has 20.
  package var width: Int
  package var height: Int

  package init(
    kind: Kind, title: String, description: String, series: [ChartSeries],
    categoryAxis: ChartAxis = ChartAxis(), valueAxis: ChartAxis = ChartAxis(),
    hasLegend: Bool = true, row: Int, column: Int, width: Int, height: Int
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.hasLegend = hasLegend
    self.row = row
    self.column = column
    self.width = width
    self.height = height
  }
}

package struct ChartAxis: Sendable, Hashable {
  package var title: String
  /// As Excel writes formats; empty leaves it to the cells.
  package var numberFormat: String
  package var lowest: Double?
  package var highest: Double?
  /// Degrees that the labels are turned; 0 leaves them to the program.
  package var labelTurn: Int
  /// True where labels stand at the edge of the picture although the axis crosses it elsewhere.
  package var hasLabelsAtEdge: Bool

  package init(
    title: String = "", numberFormat: String = "", lowest: Double? = nil, highest: Double? = nil,
    labelTurn: Int = 0, hasLabelsAtEdge: Bool = false
  ) {
    self.title = title
    self.numberFormat = numberFormat
    self.lowest = lowest
    self.highest = highest
    self.labelTurn = labelTurn
    self.hasLabelsAtEdge = hasLabelsAtEdge
  }
}

/// Cells of one column or row in a chart, with what they are called and how they look.
package struct ChartSeries: Sendable {
  /// The cell that holds the name.
  package var name: (row: Int, column: Int)
  package var categories: CellRange
  package var values: CellRange
  /// Cells with how far the error reaches up and down from each value; empty ones have none.
  package var errors: (up: CellRange, down: CellRange)?
  package var look: ChartLook
  /// The format of the numbers beside the marks; `nil` shows none.
  package var labelFormat: String?

  package init(
    name: (row: Int, column: Int), categories: CellRange, values: CellRange,
    errors: (up: CellRange, down: CellRange)? = nil, look: ChartLook, labelFormat: String? = nil
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.errors = errors
    self.look = look
    self.labelFormat = labelFormat
  }
}

/// How a series looks: told apart by shape and pattern, not by colour alone.
package struct ChartLook: Sendable, Hashable {
  package enum Mark: Sendable, Hashable {
    case none, circle, square, diamond, triangle, dash, cross
  }
  package enum Line: Sendable, Hashable { case none, solid, dashed, dotted }
  package enum Pattern: Sendable, Hashable {
    case solid, rising, falling, wideRising, dotted, horizontal
  }

  /// Red, green and blue, `0xRRGGBB`.
  package var colour: UInt32
  package var mark: Mark
  /// Points across.
  package var markSize: Int
  package var line: Line
  package var pattern: Pattern

  package init(
    _ colour: UInt32, mark: Mark = .none, markSize: Int = 8,
    line: Line = .none, pattern: Pattern = .solid
  ) {
    self.colour = colour
    self.mark = mark
    self.markSize = markSize
    self.line = line
    self.pattern = pattern
  }
}
