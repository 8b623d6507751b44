import Pictures
import WorkbookWriting

/// Lines over the years; where the method changed a line ends, and another of the same look begins.
func trendChart(_ chart: Chart, _ plot: TrendPlot, _ words: SheetWords) -> PlannedChart {
  let points = plot.lines.flatMap(\.points)
  let years = allYears(points.map(\.year))
  let breaks = Set(plot.breaks.map(\.year)).sorted()
  var series: [ChartFigures.Series] = []
  for (number, line) in plot.lines.enumerated() {
    let style = ChartColours.lines[number % ChartColours.lines.count]
    for part in 0...breaks.count {
      let kept = line.points.filter { point in breaks.count { $0 <= point.year } == part }
      guard !kept.isEmpty else { continue }
      let byYear = Dictionary(kept.map { ($0.year, $0.figure) }, uniquingKeysWith: { $1 })
      let figures = years.map { byYear[$0] }
      series.append(
        ChartFigures.Series(
          name(line.label, part: part, breaks, words), values: figures.map { finite($0?.value) },
          lower: figures.map { finite($0?.lower) }, upper: figures.map { finite($0?.upper) },
          look: ChartLook(style.colour, mark: style.mark, line: style.line)))
    }
  }
  return PlannedChart(
    kind: .lines, title: chart.title, description: chart.description,
    figures: ChartFigures(
      title: chart.title, labelTitle: words.year, labels: years.map(String.init), series: series),
    categoryAxis: ChartAxis(title: words.year), valueAxis: chart.axisOfMarks(points.map(\.figure)),
    height: 420)
}

/// Every year from the first to the last, so that missing ones are gaps; beyond a century apart,
/// only those with a figure.
private func allYears(_ years: [Int]) -> [Int] {
  guard let first = years.min(), let last = years.max() else { return [] }
  let (span, isTooLong) = last.subtractingReportingOverflow(first)
  return isTooLong || span > 100 ? Set(years).sorted() : Array(first...last)
}

private func name(_ label: String, part: Int, _ breaks: [Int], _ words: SheetWords) -> String {
  if breaks.isEmpty { return label }
  if part == 0 { return "\(label) (\(words.before(breaks[0])))" }
  if part == breaks.count { return "\(label) (\(words.from(breaks[part - 1])))" }
  return "\(label) (\(words.between(breaks[part - 1], breaks[part] - 1)))"
}
