/// Draws a chart.
///
/// The title of the chart is not part of the drawing: it stands above it as text. The height follows
/// from what there is to show. Figures that are no numbers are left out; labels without room are cut,
/// and stand whole in the table beside the picture.
///
/// - Parameter width: In CSS pixels; less than 240 or more than 2400 is not drawn.
/// - Complexity: O(rows).
package func drawing(of chart: Chart, width: Double) -> Drawing {
  let width = width.isFinite ? min(max(width, 240), 2400) : 640
  return switch chart.content {
  case .attainment(let rows): attainmentDrawing(rows, of: chart, width: width)
  case .intervals(let plot): intervalDrawing(plot, of: chart, width: width)
  case .trend(let plot): trendDrawing(plot, of: chart, width: width)
  case .answers(let bars): answerDrawing(bars, of: chart, width: width)
  case .histograms(let panels): histogramDrawing(panels, of: chart, width: width)
  case .bars(let bars): barDrawing(bars, of: chart, width: width)
  }
}
