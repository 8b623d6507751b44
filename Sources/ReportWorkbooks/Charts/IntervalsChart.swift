import Pictures
import WorkbookWriting

/// Marks with intervals in their order; so many that upright names cannot be read lie as bars.
func intervalsChart(_ chart: Chart, _ plot: IntervalPlot, _ words: SheetWords) -> PlannedChart {
  let isLong = plot.rows.count > 36
  let figures = plot.rows.map(\.figure)
  let labels = plot.rows.map(\.label)
  var series = [
    ChartFigures.Series(
      name(chart.markNames.estimate, words.result), values: figures.map { finite($0.value) },
      lower: figures.map { finite($0.lower) },
      upper: figures.map { finite($0.upper) },
      look: isLong
        ? ChartLook(0x9DC3E6) : ChartLook(ChartColours.result, mark: .circle, markSize: 8),
      labelFormat: plot.rows.count <= 15 ? chart.labelFormat(figures) : nil)
  ]
  var title = chart.title
  if let line = plot.line, let value = finite(line.value) {
    // A line that names itself keeps its name.
    let lineName =
      line.text.contains(where: \.isLetter) ? line.text : "\(words.line): \(line.text)"
    if isLong {
      title += " (\(lineName))"
    } else {
      series.append(
        ChartFigures.Series(
          lineName, values: labels.map { _ in value },
          look: ChartLook(ChartColours.target, line: .dashed)))
    }
  }
  return PlannedChart(
    kind: isLong ? .bars : .lines, title: title, description: chart.description,
    figures: ChartFigures(
      title: chart.title, labelTitle: words.label, labels: labels, series: series),
    categoryAxis: ChartAxis(labelTurn: isLong ? 0 : turn(of: labels)),
    valueAxis: isLong
      ? chart.axisOfLengths() : chart.axisOfMarks(figures + [plot.line].compactMap { $0 }),
    // Excel draws pictures of at most 4,000 or so pixels well.
    height: isLong ? min(140 + 20 * labels.count, 4_000) : 440)
}
