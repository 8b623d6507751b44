import Pictures
import WorkbookWriting

/// Shares of the answers, dissatisfied left of zero and satisfied right of it; the middle answer
/// stands half on each side.
func answersChart(_ chart: Chart, _ bars: AnswerBars, _ words: SheetWords) -> PlannedChart {
  let count = bars.answers.count
  let left = min(max(bars.dissatisfiedCount, 0), count)
  let firstRight = min(left + (bars.hasMiddle ? 1 : 0), count)
  let looks = ChartColours.answers(count: count, dissatisfied: left, hasMiddle: bars.hasMiddle)
  func series(_ answer: Int, factor: Double, name: String) -> ChartFigures.Series {
    let shown = bars.rows.map { row in
      row.shares.flatMap { answer < $0.count ? finite($0[answer]) : nil }
    }
    var series = ChartFigures.Series(
      name, values: shown.map { $0.map { $0 * factor } }, look: looks[answer])
    series.shown = shown
    series.factor = factor
    return series
  }
  // Each side is built from the middle outwards.
  var all: [ChartFigures.Series] = []
  let hasMiddle = firstRight > left
  if hasMiddle {
    all.append(series(left, factor: -0.5, name: words.half(bars.answers[left], isLeft: true)))
  }
  for answer in (0..<left).reversed() {
    all.append(series(answer, factor: -1, name: bars.answers[answer]))
  }
  if hasMiddle {
    all.append(series(left, factor: 0.5, name: words.half(bars.answers[left], isLeft: false)))
  }
  for answer in firstRight..<count {
    all.append(series(answer, factor: 1, name: bars.answers[answer]))
  }
  // Both sides show how large they are: the sign only tells the side.
  let axis = ChartAxis(
    title: chart.axisTitle, numberFormat: "0;0", lowest: left > 0 ? -100 : 0, highest: 100)
  return PlannedChart(
    kind: .stackedBars, title: chart.title, description: chart.description,
    figures: ChartFigures(
      title: chart.title, labelTitle: words.label, labels: bars.rows.map(\.label), series: all),
    categoryAxis: ChartAxis(hasLabelsAtEdge: true), valueAxis: axis,
    height: min(160 + 28 * bars.rows.count, 4_000))
}
