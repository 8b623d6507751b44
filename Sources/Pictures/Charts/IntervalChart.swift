/// Draws an ordered dot plot with intervals, and bars beside the units that cannot be told apart.
func intervalDrawing(_ plot: IntervalPlot, of chart: Chart, width: Double) -> Drawing {
  let size = LetterSize.small
  let lineHeight = LetterSize.lineHeight(size)
  let brackets = GroupBrackets(plot.rows.map(\.group))
  let groupTexts = brackets == nil ? plot.rows.map { plainText($0.group) } : []
  let hasGroups = brackets != nil || groupTexts.contains { !$0.isEmpty }
  // The column of groups is as wide as its bars or texts, and its head as far as it can be.
  let bars = Double(brackets?.lanes ?? 0) * GroupBrackets.laneWidth
  let widest = groupTexts.map { textWidth($0, size: size) }.max() ?? 0
  let headWidth = textWidth(plainText(plot.groupTitle), size: size)
  let groupWidth =
    hasGroups ? min(max(bars, widest, min(headWidth, 84)), width * 0.24) : 0
  let frame = RowFrame(
    width: width, names: plot.rows.map(\.label), ends: plot.rows.map(\.figure.text),
    trailing: hasGroups ? groupWidth + RowFrame.gap : 0)
  let groupLeft = width - RowFrame.margin - groupWidth

  let line = plot.line.drawable
  let extent = plot.rows.flatMap(\.figure.extent) + (line.map { [$0.value] } ?? [])
  let style = AxisStyle(chart)
  func axis(_ steps: Int) -> Axis {
    Axis(values: extent, isShare: chart.isShare, minimumSpan: 0.2, mostSteps: steps)
  }
  let labels = axis(5).ticks.map { style.number($0, of: axis(5)) }
  let scale = Scale(
    axis: axis(Axis.stepsAlong(frame.fieldRight - frame.fieldLeft, labels: labels)),
    start: frame.fieldLeft, end: frame.fieldRight)

  var drawing = Drawing(width: width, height: 0)
  let head =
    hasGroups ? fittedLines(plot.groupTitle, width: groupWidth, size: size, most: 3) : []
  let lineText = line.map { plainText($0.text) } ?? ""
  let headHeight =
    max(Double(head.count), lineText.isEmpty ? 0 : 1) * lineHeight
    + (plot.rows.count > IntervalLayout.longPicture ? lineHeight + 10 : 0)
  let heads = IntervalLayout(rows: plot.rows, frame: frame, top: headHeight + 8)
  drawing.addGuides(scale, top: headHeight + 4, bottom: heads.bottom)
  if let line {
    let x = scale.place(line.value)
    drawing.addDashedLine(x, from: lineHeight + 1, to: heads.bottom)
    drawing.add(
      lineText, around: x, from: RowFrame.margin, to: frame.endLeft + frame.endWidth,
      middle: lineHeight / 2, size: size, colour: Palette.target, hasRim: true)
  }
  if plot.rows.count > IntervalLayout.longPicture {
    drawing.addAxis(scale, y: headHeight + 2, style: style, isAbove: true)
  }
  drawing.add(lines: head, x: groupLeft, top: 0, size: size, colour: Palette.soft)
  for (row, place) in zip(plot.rows, heads.places) {
    drawing.addName(place.lines, in: frame, top: place.top, middle: place.middle)
    drawing.add(
      fittedLine(row.figure.text, width: frame.endWidth, size: RowFrame.nameSize, isBold: true),
      x: frame.endLeft + frame.endWidth, middle: place.middle, size: RowFrame.nameSize,
      isBold: true, anchor: .end)
    guard row.figure.isDrawable else { continue }
    drawing.addInterval(row.figure, on: scale, y: place.middle, cap: 3.5)
    drawing.addDisc(scale.place(row.figure.value), place.middle)
  }
  for run in brackets?.runs ?? [] {
    drawing.addBracket(
      x: groupLeft + (Double(run.lane) + 0.5) * GroupBrackets.laneWidth,
      from: heads.places[run.first].middle - 7, to: heads.places[run.last].middle + 7)
  }
  for (text, place) in zip(groupTexts, heads.places) {
    drawing.add(
      fittedLine(text, width: groupWidth, size: size), x: groupLeft, middle: place.middle,
      size: size, colour: Palette.soft)
  }
  drawing.height = drawing.addAxis(scale, y: heads.bottom, style: style) + 4
  return drawing
}

/// Where each row of a dot plot stands.
private struct IntervalLayout {
  /// Pictures with more rows repeat the axis at their head.
  static let longPicture = 24

  struct RowPlace {
    var lines: [String]
    var top: Double
    var middle: Double
  }

  var places: [RowPlace] = []
  var bottom: Double

  init(rows: [IntervalPlot.Row], frame: RowFrame, top: Double) {
    let band = 24.0
    bottom = top
    for row in rows {
      let lines = frame.nameLines(row.label)
      let (height, bandTop) = frame.height(lines: lines.count, band: band)
      places.append(
        RowPlace(lines: lines, top: bottom, middle: bottom + bandTop + band / 2))
      bottom += height + (lines.count > 1 && !frame.isStacked ? 6 : frame.isStacked ? 4 : 0)
    }
    bottom += 4
  }
}

extension Drawing {
  /// A bar with short ends towards the rows.
  fileprivate mutating func addBracket(x: Double, from top: Double, to bottom: Double) {
    shapes.append(
      .path(
        [Place(x - 3, top), Place(x, top), Place(x, bottom), Place(x - 3, bottom)],
        isClosed: false, fill: nil, stroke: Stroke(Palette.soft, width: 2)))
  }
}
