import Pictures
import WorkbookWriting

/// Baseline, target and result of each index as marks of their own, the result with its interval.
func attainmentChart(
  _ chart: Chart, _ marks: [AttainmentMark], _ words: SheetWords
) -> PlannedChart {
  let names = chart.markNames
  let estimates = marks.map(\.estimate)
  let all = marks.flatMap { [$0.baseline, $0.target, $0.estimate].compactMap { $0 } }
  var series: [ChartFigures.Series] = []
  let others = [
    (
      name(names.baseline, words.baseline), marks.map(\.baseline),
      ChartLook(ChartColours.quiet, mark: .diamond)
    ),
    (
      name(names.target, words.target), marks.map(\.target),
      ChartLook(ChartColours.target, mark: .cross, markSize: 11)
    ),
  ]
  for (name, figures, look) in others where figures.contains(where: { $0 != nil }) {
    series.append(ChartFigures.Series(name, values: figures.map { finite($0?.value) }, look: look))
  }
  series.append(
    ChartFigures.Series(
      name(names.estimate, words.result), values: estimates.map { finite($0?.value) },
      lower: estimates.map { finite($0?.lower) }, upper: estimates.map { finite($0?.upper) },
      look: ChartLook(ChartColours.result, mark: .circle),
      labelFormat: marks.count <= 15 ? chart.labelFormat(estimates.compactMap { $0 }) : nil))
  let labels = marks.map(\.label)
  return PlannedChart(
    kind: .lines, title: chart.title, description: chart.description,
    figures: ChartFigures(
      title: chart.title, labelTitle: words.label, labels: labels, series: series),
    categoryAxis: ChartAxis(labelTurn: turn(of: labels)), valueAxis: chart.axisOfMarks(all),
    height: 420)
}

/// The report's own word for a mark, where it has one.
func name(_ given: String, _ other: String) -> String { given.isEmpty ? other : given }
