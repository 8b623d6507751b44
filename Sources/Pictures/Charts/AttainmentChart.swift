/// Draws baseline, target and estimate of each row on one axis, with its standing at the end.
///
/// The target's text stands above its line and the baseline's below its diamond, so that they cannot
/// meet; the estimate's stands in the column at the end.
func attainmentDrawing(_ rows: [AttainmentMark], of chart: Chart, width: Double) -> Drawing {
  let frame = RowFrame(
    width: width, names: rows.map(\.label), ends: rows.map { $0.estimate?.text ?? "" },
    endExtra: AttainmentBand.standingRoom)
  let style = AxisStyle(chart)
  let extent = rows.flatMap { row in
    [row.baseline, row.target].compactMap { $0.drawable?.value }
      + (row.estimate.drawable?.extent ?? [])
  }
  let scale = frame.scale(style: style) { steps in
    Axis(values: extent, isShare: chart.isShare, minimumSpan: 0.2, mostSteps: steps)
  }
  var drawing = Drawing(width: width, height: 0)
  let legendBottom = drawing.addLegend(
    attainmentLegend(rows, names: chart.markNames), left: RowFrame.margin, top: 2)
  let band = AttainmentBand(rows)
  let places = RowPlaces(
    rows.map(\.label), in: frame, band: band.height, gap: 8, top: legendBottom + 6)
  drawing.addGuides(scale, through: places)
  drawing.addNames(places)
  for (row, place) in zip(rows, places.rows) {
    drawing.add(row, band: band, place: place, frame: frame, scale: scale)
  }
  drawing.height = drawing.addAxis(scale, y: places.bottom, style: style) + 4
  return drawing
}

/// The heights inside a row: the text of the target, the marks, the text of the baseline.
private struct AttainmentBand {
  static let standingRoom = 26.0

  let above: Double
  let core = 26.0
  let below: Double
  var height: Double { above + core + below }

  init(_ rows: [AttainmentMark]) {
    let line = LetterSize.lineHeight(LetterSize.small)
    above = rows.contains { $0.target.drawable != nil } ? line : 2
    below = rows.contains { $0.baseline.drawable != nil } ? line : 2
  }
}

extension Drawing {
  fileprivate mutating func add(
    _ row: AttainmentMark, band: AttainmentBand, place: RowPlaces.Row, frame: RowFrame,
    scale: Scale
  ) {
    let line = LetterSize.lineHeight(LetterSize.small)
    let coreTop = place.bandTop + band.above
    let coreBottom = coreTop + band.core
    let middle = (coreTop + coreBottom) / 2
    let edges = frame.fieldEdges
    shapes.append(
      .line(
        from: Place(scale.start, middle), to: Place(scale.end, middle),
        stroke: Stroke(Palette.guide)))
    if let target = row.target.drawable {
      let x = scale.place(target.value)
      addDashedLine(x, from: coreTop, to: coreBottom - 1)
      add(
        target.text, around: x, from: edges.left, to: edges.right, middle: coreTop - line / 2,
        size: LetterSize.small, colour: Palette.target, hasRim: true)
    }
    if let baseline = row.baseline.drawable {
      let x = scale.place(baseline.value)
      addDiamond(x, middle)
      add(
        baseline.text, around: x, from: edges.left, to: edges.right,
        middle: coreBottom + line / 2 - 1, size: LetterSize.small, colour: Palette.baseline,
        hasRim: true)
    }
    if let estimate = row.estimate.drawable {
      addInterval(estimate, on: scale, y: middle)
      addDisc(scale.place(estimate.value), middle, radius: 5)
    }
    // On a wide picture the text stands at the height of the marks.
    let endMiddle = frame.isStacked ? place.endMiddle : middle
    addStanding(row.standing, x: frame.endRight - 10, y: endMiddle)
    add(
      fittedLine(
        row.estimate?.text ?? "", width: frame.endWidth - AttainmentBand.standingRoom,
        size: RowFrame.nameSize, isBold: true),
      x: frame.endRight - AttainmentBand.standingRoom, middle: endMiddle,
      size: RowFrame.nameSize, isBold: true, anchor: .end)
  }
}

/// The marks that the rows use.
private func attainmentLegend(_ rows: [AttainmentMark], names: MarkNames) -> [LegendEntry] {
  var entries: [LegendEntry] = []
  if rows.contains(where: { $0.baseline.drawable != nil }) {
    entries.append(LegendEntry(mark: .diamond, name: names.baseline))
  }
  if rows.contains(where: { $0.target.drawable != nil }) {
    entries.append(LegendEntry(mark: .dashedLine, name: names.target))
  }
  if rows.contains(where: { $0.estimate.drawable != nil }) {
    entries.append(LegendEntry(mark: .disc, name: names.estimate))
  }
  if rows.contains(where: { $0.estimate.drawable?.interval != nil }) {
    entries.append(LegendEntry(mark: .interval, name: names.interval))
  }
  return entries
}
