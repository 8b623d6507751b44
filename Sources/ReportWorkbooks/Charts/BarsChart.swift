import Pictures
import WorkbookWriting

/// Signed bars from zero; those smaller than their error are hatched.
func barsChart(_ chart: Chart, _ bars: [SignedBar], _ words: SheetWords) -> PlannedChart {
  func series(_ name: String, isUncertain: Bool, _ look: ChartLook) -> ChartFigures.Series? {
    guard bars.contains(where: { $0.isUncertain == isUncertain }) else { return nil }
    func kept(_ part: (ChartFigure) -> Double?) -> [Double?] {
      bars.map { $0.isUncertain == isUncertain ? finite(part($0.figure)) : nil }
    }
    var series = ChartFigures.Series(
      name, values: kept(\.value), lower: kept(\.lower), upper: kept(\.upper), look: look,
      labelFormat: nil)
    series.shown = bars.map { finite($0.figure.value) }
    return series
  }
  let all = [
    series(words.certain, isUncertain: false, ChartLook(ChartColours.result)),
    series(
      name(chart.markNames.uncertain, words.uncertain), isUncertain: true,
      ChartLook(ChartColours.quiet, pattern: .rising)),
  ].compactMap { $0 }
  let digits = chart.labelFormat(bars.map(\.figure))
  return PlannedChart(
    kind: .stackedBars, title: chart.title, description: chart.description,
    figures: ChartFigures(
      title: chart.title, labelTitle: words.label, labels: bars.map(\.label), series: all),
    categoryAxis: ChartAxis(hasLabelsAtEdge: true),
    valueAxis: ChartAxis(
      title: chart.axisTitle, numberFormat: "+\(digits);\"−\"\(digits);0"),
    height: min(140 + 24 * bars.count, 4_000))
}
