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
  let scale = frame.scale(
    from: frame.fieldLeft + room(false), to: frame.fieldRight - room(true), style: style
  ) { steps in
    Axis(values: extent, isShare: false, isTight: true, mostSteps: steps)
  }
  var drawing = Drawing(width: width, height: 0)
  let legendBottom = drawing.addLegend(
    barLegend(drawn, names: chart.markNames), left: RowFrame.margin, top: 2)
  let places = RowPlaces(
    bars.map(\.label), in: frame, band: 26, gap: 4, top: legendBottom + 6)
  drawing.addGuides(scale, through: places)
  drawing.addNames(places)
  for (bar, place) in zip(bars, places.rows) where bar.figure.isDrawable {
    drawing.add(bar, on: scale, y: place.middle, textRoom: most)
  }
  drawing.addZeroLine(scale, through: places)
  drawing.height = drawing.addAxis(scale, y: places.bottom, style: style) + 4
  return drawing
}

/// The marks that the bars use.
private func barLegend(_ bars: [SignedBar], names: MarkNames) -> [LegendEntry] {
  var entries: [LegendEntry] = []
  if bars.contains(where: \.isUncertain) {
    entries.append(
      LegendEntry(
        mark: .surface(Fill(Palette.paper), outline: Palette.soft), name: names.uncertain))
  }
  if bars.contains(where: { $0.figure.interval != nil }) {
    entries.append(LegendEntry(mark: .interval, name: names.interval))
  }
  return entries
}

extension Drawing {
  fileprivate mutating func add(
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
