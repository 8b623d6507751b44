/// Draws an ordered dot plot with intervals, and bars beside the units that cannot be told apart.
func intervalDrawing(_ plot: IntervalPlot, of chart: Chart, width: Double) -> Drawing {
  let size = LetterSize.small
  let lineHeight = LetterSize.lineHeight(size)
  let groups = GroupColumn(plot, width: width)
  let frame = RowFrame(
    width: width, names: plot.rows.map(\.label), ends: plot.rows.map(\.figure.text),
    trailing: groups.width > 0 ? groups.width + RowFrame.gap : 0)
  let line = plot.line.drawable
  let extent = plot.rows.flatMap(\.figure.extent) + (line.map { [$0.value] } ?? [])
  let style = AxisStyle(chart)
  let scale = frame.scale(style: style) { steps in
    Axis(values: extent, isShare: chart.isShare, minimumSpan: 0.2, mostSteps: steps)
  }
  let lineText = line.map { plainText($0.text) } ?? ""
  let isLong = plot.rows.count > longIntervalPicture
  let headBottom =
    max(Double(groups.head.count), lineText.isEmpty ? 0 : 1) * lineHeight
    + (isLong ? lineHeight + 10 : 0)
  let places = RowPlaces(
    plot.rows.map(\.label), in: frame, band: frame.isStacked ? 18 : 24, gap: 0,
    top: headBottom + 6)

  var drawing = Drawing(width: width, height: 0)
  drawing.addGuides(scale, through: places)
  if let line {
    let x = scale.place(line.value)
    let textMiddle = headBottom - (isLong ? lineHeight + 10 : 0) - lineHeight / 2
    for stretch in places.stretches {
      drawing.addDashedLine(x, from: stretch.top, to: stretch.bottom)
    }
    drawing.add(
      lineText, around: x, from: RowFrame.margin, to: frame.endRight, middle: textMiddle,
      size: size, colour: Palette.target, hasRim: true)
  }
  if isLong { drawing.addAxis(scale, y: headBottom + 2, style: style, isAbove: true) }
  drawing.addNames(places)
  for (row, place) in zip(plot.rows, places.rows) {
    drawing.add(
      fittedLine(row.figure.text, width: frame.endWidth, size: RowFrame.nameSize, isBold: true),
      x: frame.endRight, middle: place.endMiddle, size: RowFrame.nameSize, isBold: true,
      anchor: .end)
    guard row.figure.isDrawable else { continue }
    drawing.addInterval(row.figure, on: scale, y: place.middle, cap: 3.5)
    drawing.addDisc(scale.place(row.figure.value), place.middle)
  }
  drawing.add(groups, left: width - RowFrame.margin - groups.width, places: places)
  drawing.height = drawing.addAxis(scale, y: places.bottom + 4, style: style) + 4
  return drawing
}

/// Pictures with more rows repeat the axis at their head.
private let longIntervalPicture = 24
