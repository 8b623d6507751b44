import Pictures
import WorkbookWriting

/// Counts between edges as columns.
func histogramChart(_ chart: Chart, _ histogram: Histogram, _ words: SheetWords) -> PlannedChart {
  let count = min(histogram.counts.count, max(histogram.edges.count - 1, 0))
  let labels = (0..<count).map { index in
    let ends = [histogram.edges[index], histogram.edges[index + 1]]
    return ends.map { edgeText($0, decimalMark: chart.decimalMark) }.joined(separator: "–")
  }
  let title = histogram.label.isEmpty ? chart.title : "\(chart.title): \(histogram.label)"
  return PlannedChart(
    kind: .columns, title: title, description: chart.description,
    figures: ChartFigures(
      title: title, labelTitle: words.range, labels: labels,
      series: [
        ChartFigures.Series(
          words.count, values: histogram.counts.prefix(count).map { Double($0) },
          look: ChartLook(ChartColours.result))
      ]),
    categoryAxis: ChartAxis(title: chart.axisTitle, labelTurn: turn(of: labels)),
    valueAxis: ChartAxis(title: words.count, numberFormat: "#,##0", lowest: 0), height: 300)
}

/// Two places, without zeros at the end.
private func edgeText(_ edge: Double, decimalMark: String) -> String {
  guard edge.isFinite, edge.magnitude < 1e12 else { return "\(edge)" }
  let hundredths = Int((edge.magnitude * 100).rounded())
  var text = "\(hundredths / 100)"
  let rest = hundredths % 100
  if rest > 0 {
    text += decimalMark + (rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)"))
  }
  return (edge < 0 && hundredths > 0 ? "−" : "") + text
}
