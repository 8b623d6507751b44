/// Draws signed bars from zero with their errors; bars that are only noise are open.
func barDrawing(_ bars: [SignedBar], of chart: Chart, width: Double) -> Drawing {
  let size = RowFrame.nameSize
  let frame = RowFrame(width: width, names: bars.map(\.label), ends: [])
  let style = AxisStyle(chart)
  let drawn = bars.filter(\.figure.isDrawable)
  let extent = drawn.flatMap(\.figure.extent) + [0]
  // Texts stand beyond the ends of their bars, on either side as wide as the widest there.
  let most = (frame.fieldRight - frame.fieldLeft) * 0.26
  func room(_ isPositive: Bool) -> Double {
    let texts = drawn.filter { ($0.figure.value >= 0) == isPositive }.map(\.figure.text)
    let widest = texts.map { textWidth(plainText($0), size: size) }.max()
    return widest.map { min($0, most) + 10 } ?? 0
  }
  let left = frame.fieldLeft + room(false)
  let right = frame.fieldRight - room(true)
  func axis(_ steps: Int) -> Axis {
    Axis(values: extent, isShare: false, mostSteps: steps)
  }
  let labels = axis(5).ticks.map { style.number($0, of: axis(5)) }
  let scale = Scale(
    axis: axis(Axis.stepsAlong(right - left, labels: labels)), start: left, end: right)
  let zero = scale.place(0)

  var drawing = Drawing(width: width, height: 0)
  var entries: [LegendEntry] = []
  if drawn.contains(where: \.isUncertain) {
    entries.append(
      LegendEntry(
        mark: .surface(Fill(Palette.paper), outline: Palette.soft),
        name: chart.markNames.uncertain))
  }
  if drawn.contains(where: { $0.figure.interval != nil }) {
    entries.append(LegendEntry(mark: .interval, name: chart.markNames.interval))
  }
  let top = drawing.addLegend(entries, left: RowFrame.margin, top: 2) + 6
  var y = top
  let marksStart = drawing.shapes.count
  for bar in bars {
    let lines = frame.nameLines(bar.label)
    let band = 26.0
    let (height, bandTop) = frame.height(lines: lines.count, band: band)
    let middle = y + bandTop + band / 2
    drawing.addName(lines, in: frame, top: y, middle: middle)
    if bar.figure.isDrawable { drawing.addSignedBar(bar, on: scale, y: middle, textRoom: most) }
    y += height + 6
  }
  let marks = drawing.shapes[marksStart...]
  drawing.shapes.removeSubrange(marksStart...)
  if !bars.isEmpty { drawing.addGuides(scale, top: top, bottom: y) }
  drawing.shapes += marks
  drawing.shapes.append(
    .line(from: Place(zero, top), to: Place(zero, y), stroke: Stroke(Palette.soft, width: 1.5)))
  drawing.height = drawing.addAxis(scale, y: y, style: style) + 4
  return drawing
}

extension Drawing {
  fileprivate mutating func addSignedBar(
    _ bar: SignedBar, on scale: Scale, y: Double, textRoom: Double
  ) {
    let zero = scale.place(0)
    let end = scale.place(bar.figure.value)
    let isPositive = bar.figure.value >= 0
    let colour = isPositive ? Palette.increase : Palette.decrease
    shapes.append(
      .rectangle(
        corner: Place(min(zero, end), y - 8), width: (end - zero).magnitude, height: 16,
        fill: Fill(bar.isUncertain ? Palette.paper : colour),
        stroke: bar.isUncertain ? Stroke(colour, width: 1.5) : nil))
    var reach = isPositive ? max(end, zero) : min(end, zero)
    if let (lower, upper) = bar.figure.interval {
      let stroke = Stroke(Palette.ink, width: 1.5)
      let ends = [scale.place(lower), scale.place(upper)]
      // A white rim keeps the whisker visible on its bar.
      shapes.append(
        .line(
          from: Place(ends[0], y), to: Place(ends[1], y),
          stroke: Stroke(Palette.paper, width: 4)))
      shapes.append(.line(from: Place(ends[0], y), to: Place(ends[1], y), stroke: stroke))
      for x in ends {
        shapes.append(.line(from: Place(x, y - 4), to: Place(x, y + 4), stroke: stroke))
      }
      reach = isPositive ? max(reach, ends[1]) : min(reach, ends[0])
    }
    add(
      fittedLine(bar.figure.text, width: textRoom, size: RowFrame.nameSize),
      x: reach + (isPositive ? 7 : -7), middle: y, size: RowFrame.nameSize,
      anchor: isPositive ? .start : .end, hasRim: true)
  }
}
