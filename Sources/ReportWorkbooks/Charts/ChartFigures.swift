import WorkbookWriting

/// The figures of a chart as columns of numbers, one row for each category.
struct ChartFigures {
  struct Series {
    var name: String
    /// `nil` where there is no figure: a gap.
    var values: [Double?]
    var lower: [Double?]
    var upper: [Double?]
    /// What the values are made from: each is `factor` times the figure that the report shows.
    var shown: [Double?]
    var factor: Double
    var look: ChartLook
    var labelFormat: String?

    init(
      _ name: String, values: [Double?], lower: [Double?] = [], upper: [Double?] = [],
      look: ChartLook, labelFormat: String? = nil
    ) {
      self.name = name
      self.values = values
      self.lower = lower
      self.upper = upper
      shown = values
      factor = 1
      self.look = look
      self.labelFormat = labelFormat
    }

    var hasErrors: Bool {
      zip(lower, upper).contains { $0.0 != nil && $0.1 != nil }
    }
  }

  var title: String
  /// The head over the categories.
  var labelTitle: String
  var labels: [String]
  var series: [Series]
}

/// Where the figures of a chart stand on its sheet.
struct PlacedFigures {
  /// In the order of the chart's series.
  var series: [ChartSeries]
  /// Columns taken beside the table.
  var width: Int
}

/// A chart before its place is known.
struct PlannedChart {
  var kind: SheetChart.Kind
  var title: String
  var description: String
  var figures: ChartFigures
  var categoryAxis = ChartAxis()
  var valueAxis = ChartAxis()
  var height: Int

  func chart(_ placed: PlacedFigures, row: Int, width: Int) -> SheetChart {
    SheetChart(
      kind: kind, title: title, description: description, series: placed.series,
      categoryAxis: categoryAxis, valueAxis: valueAxis,
      hasLegend: figures.series.count > 1, row: row,
      column: 0, width: width, height: height)
  }
}
