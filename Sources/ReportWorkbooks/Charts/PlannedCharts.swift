import Pictures
import WorkbookWriting

/// The native charts of a picture: one, but for histograms one each.
func plannedCharts(of chart: Chart, _ words: SheetWords) -> [PlannedChart] {
  let planned: [PlannedChart] =
    switch chart.content {
    case .attainment(let marks): [attainmentChart(chart, marks, words)]
    case .intervals(let plot): [intervalsChart(chart, plot, words)]
    case .trend(let plot): [trendChart(chart, plot, words)]
    case .answers(let bars): [answersChart(chart, bars, words)]
    case .histograms(let histograms): histograms.map { histogramChart(chart, $0, words) }
    case .bars(let bars): [barsChart(chart, bars, words)]
    }
  return planned.filter { !$0.figures.labels.isEmpty }
}

extension Chart {
  /// The format of the numbers beside marks, with the places of the chart's own texts.
  func labelFormat(_ figures: [ChartFigure]) -> String {
    fixed(figures.map { places(in: $0.text, decimalMark: decimalMark) }.max() ?? 0)
  }

  /// The axis of figures where marks, not lengths, are read: the part that is needed.
  func axisOfMarks(_ figures: [ChartFigure]) -> ChartAxis {
    var axis = ChartAxis(title: axisTitle, numberFormat: "General")
    let ends = figures.flatMap { [$0.value, $0.lower ?? $0.value, $0.upper ?? $0.value] }
      .filter(\.isFinite)
    guard isShare, let low = ends.min(), let high = ends.max() else { return axis }
    axis.lowest = max(0, ((low - 2) / 10).rounded(.down) * 10)
    axis.highest = min(100, ((high + 2) / 10).rounded(.up) * 10)
    return axis
  }

  /// The axis of figures where lengths from zero are read.
  func axisOfLengths(lowest: Double? = 0) -> ChartAxis {
    ChartAxis(
      title: axisTitle, numberFormat: "General", lowest: isShare ? lowest : nil,
      highest: isShare ? 100 : nil)
  }
}

/// The figure, or nothing where it is no number.
func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }

/// Labels of many upright categories are turned; few stand on several lines.
func turn(of labels: [String]) -> Int {
  let letters = labels.map { $0.unicodeScalars.count }.max() ?? 0
  guard labels.count > 8, labels.count * letters > 110 else { return 0 }
  return labels.count > 12 ? -90 : -45
}
