/// Draws distributions under each other on one axis, with one scale of heights.
///
/// Columns have the area of their counts, so columns of different width can be compared; where all
/// are equally wide their heights are the counts.
func histogramDrawing(_ panels: [Histogram], of chart: Chart, width: Double) -> Drawing {
  let size = LetterSize.small
  let lineHeight = LetterSize.lineHeight(size)
  let columns = panels.map(HistogramColumns.init)
  let style = AxisStyle(chart)
  let edges = columns.flatMap { [$0.low, $0.high] }.compactMap { $0 }
  let tallest = columns.compactMap(\.highest).max() ?? 1
  let mostCount = columns.compactMap(\.mostCount).max() ?? 0
  let countText = axisNumber(Double(mostCount), decimals: 0, mark: chart.decimalMark)
  let left = RowFrame.margin + min(textWidth(countText, size: size), width * 0.3) + 14
  let right = width - RowFrame.margin - 10
  func axis(_ steps: Int) -> Axis {
    Axis(values: edges, isShare: false, exactEnds: true, mostSteps: steps)
  }
  let labels = axis(5).ticks.map { style.number($0, of: axis(5)) }
  let scale = Scale(
    axis: axis(Axis.stepsAlong(right - left, labels: labels)), start: left, end: right)

  var drawing = Drawing(width: width, height: 0)
  let field = width < 480 ? 84.0 : 104.0
  var y = 2.0
  for (panel, content) in zip(panels, columns) {
    let lines = fittedLines(
      panel.label, width: width - 2 * RowFrame.margin, size: RowFrame.nameSize, isBold: true,
      most: 2)
    drawing.add(
      lines: lines, x: RowFrame.margin, top: y, size: RowFrame.nameSize, isBold: true)
    let top = y + Double(lines.count) * LetterSize.lineHeight(RowFrame.nameSize) + lineHeight
    let base = top + field
    drawing.addGuides(scale, top: top, bottom: base)
    for column in content.columns where column.count > 0 {
      // One pixel at least: a rare weight is not the same as none.
      let height = max(column.density / tallest * field, 1)
      drawing.shapes.append(
        .rectangle(
          corner: Place(scale.place(column.low), base - height),
          width: scale.place(column.high) - scale.place(column.low), height: height,
          fill: Fill(Palette.increase), stroke: Stroke(Palette.paper, width: 0.75)))
    }
    if let peak = content.columns.max(by: { $0.density < $1.density }), peak.count > 0 {
      let height = max(peak.density / tallest * field, 1)
      drawing.add(
        axisNumber(Double(peak.count), decimals: 0, mark: chart.decimalMark),
        around: scale.place((peak.low + peak.high) / 2), from: RowFrame.margin,
        to: width - RowFrame.margin, middle: base - height - lineHeight / 2, size: size,
        colour: Palette.soft, hasRim: true)
    }
    drawing.shapes.append(
      .line(from: Place(left, base), to: Place(right, base), stroke: Stroke(Palette.axis)))
    y = base + 14
  }
  drawing.height = drawing.addAxis(scale, y: max(y - 14, 4), style: style) + 4
  return drawing
}

/// The columns of one distribution that can be drawn.
struct HistogramColumns {
  struct Column {
    var low: Double
    var high: Double
    var count: Int
    /// Count by width.
    var density: Double
  }

  var columns: [Column] = []

  var low: Double? { columns.first?.low }
  var high: Double? { columns.last?.high }
  var highest: Double? { columns.map(\.density).max().flatMap { $0 > 0 ? $0 : nil } }
  var mostCount: Int? { columns.map(\.count).max() }

  init(_ histogram: Histogram) {
    for (index, count) in histogram.counts.enumerated() where index + 1 < histogram.edges.count {
      let low = histogram.edges[index]
      let high = histogram.edges[index + 1]
      guard low.isFinite, high.isFinite, max(low.magnitude, high.magnitude) <= 1e12 else {
        continue
      }
      let least = max(low.magnitude, high.magnitude, 1e-6) * 1e-6
      guard high - low > least, low >= columns.last?.high ?? low else { continue }
      columns.append(
        Column(
          low: low, high: high, count: max(count, 0),
          density: Double(max(count, 0)) / (high - low)))
    }
  }
}
