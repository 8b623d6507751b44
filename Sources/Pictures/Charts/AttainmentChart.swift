/// Draws baseline, target and estimate of each row on one axis, with its standing at the end.
///
/// The target's text stands above its line and the baseline's below its diamond, so that they cannot
/// meet; the estimate's stands in the column at the end.
func attainmentDrawing(_ rows: [AttainmentMark], of chart: Chart, width: Double) -> Drawing {
  let standingRoom = 26.0
  let frame = RowFrame(
    width: width, names: rows.map(\.label), ends: rows.map { $0.estimate?.text ?? "" },
    endExtra: standingRoom)
  let style = AxisStyle(chart)
  let extent = rows.flatMap { row in
    [row.baseline, row.target].compactMap { $0.drawable?.value }
      + (row.estimate.drawable?.extent ?? [])
  }
  func axis(_ steps: Int) -> Axis {
    Axis(values: extent, isShare: chart.isShare, minimumSpan: 0.2, mostSteps: steps)
  }
  let length = frame.fieldRight - frame.fieldLeft
  let labels = axis(5).ticks.map { style.number($0, of: axis(5)) }
  let scale = Scale(
    axis: axis(Axis.stepsAlong(length, labels: labels)), start: frame.fieldLeft,
    end: frame.fieldRight)

  var drawing = Drawing(width: width, height: 0)
  let legendBottom = drawing.addLegend(
    attainmentLegend(rows, names: chart.markNames), left: RowFrame.margin, top: 2)
  let top = legendBottom + 6
  let line = LetterSize.lineHeight(LetterSize.small)
  let above = rows.contains { $0.target.drawable != nil } ? line : 2
  let below = rows.contains { $0.baseline.drawable != nil } ? line : 2
  let core = 26.0

  // The guides lie under everything and reach to a height known only after the rows.
  var y = top
  let marksStart = drawing.shapes.count
  for row in rows {
    let lines = frame.nameLines(row.label)
    let (height, bandTop) = frame.height(lines: lines.count, band: above + core + below)
    let middle = y + bandTop + above + core / 2
    drawing.addName(lines, in: frame, top: y, middle: middle)
    drawing.shapes.append(
      .line(
        from: Place(scale.start, middle), to: Place(scale.end, middle),
        stroke: Stroke(Palette.guide)))
    if let target = row.target.drawable {
      let x = scale.place(target.value)
      drawing.addDashedLine(x, from: middle - core / 2, to: middle + core / 2 - 1)
      drawing.add(
        target.text, around: x, from: RowFrame.margin, to: frame.endLeft - 4,
        middle: middle - core / 2 - line / 2, size: LetterSize.small, colour: Palette.target,
        hasRim: true)
    }
    if let baseline = row.baseline.drawable {
      let x = scale.place(baseline.value)
      drawing.addDiamond(x, middle)
      drawing.add(
        baseline.text, around: x, from: RowFrame.margin, to: frame.endLeft - 4,
        middle: middle + core / 2 + line / 2 - 1, size: LetterSize.small,
        colour: Palette.baseline, hasRim: true)
    }
    if let estimate = row.estimate.drawable {
      drawing.addInterval(estimate, on: scale, y: middle)
      drawing.addDisc(scale.place(estimate.value), middle, radius: 5)
    }
    let endRight = frame.endLeft + frame.endWidth
    drawing.addStanding(row.standing, x: endRight - 10, y: middle)
    drawing.add(
      fittedLine(
        row.estimate?.text ?? "", width: frame.endWidth - standingRoom, size: RowFrame.nameSize,
        isBold: true),
      x: endRight - standingRoom, middle: middle, size: RowFrame.nameSize, isBold: true,
      anchor: .end)
    y += height + 12
  }
  let marks = drawing.shapes[marksStart...]
  drawing.shapes.removeSubrange(marksStart...)
  if !rows.isEmpty { drawing.addGuides(scale, top: top, bottom: y) }
  drawing.shapes += marks
  drawing.height = drawing.addAxis(scale, y: y, style: style) + 4
  return drawing
}

/// The marks that the rows use and that have a name.
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
