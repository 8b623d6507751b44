/// Draws figures over the years with their errors, gaps, and breaks where the method changed.
func trendDrawing(_ plot: TrendPlot, of chart: Chart, width: Double) -> Drawing {
  let trend = TrendLines(plot)
  let size = LetterSize.small
  let lineHeight = LetterSize.lineHeight(size)
  let style = AxisStyle(chart)
  let isAlone = trend.lines.count == 1
  let labels = trend.lines.map { TrendLabel($0, width: width, showsValue: !isAlone) }
  let labelWidth = labels.map(\.width).max() ?? 0

  let breakTexts = BreakTexts(trend.breaks)
  let top = lineHeight + 8 + breakTexts.height(width: width) + (isAlone ? 16 : 0)
  let labelsHeight = labels.reduce(0) { $0 + $1.height }
  let field = max(width < 480 ? 200.0 : 240, labelsHeight)
  let axis = Axis(
    values: trend.lines.flatMap { $0.points.flatMap(\.figure.extent) }, isShare: chart.isShare,
    minimumSpan: 0.2, mostSteps: 5)
  let vertical = Scale(axis: axis, start: top + field, end: top)
  let ticks = axis.ticks.map { style.number($0, of: axis) }
  let tickWidth = ticks.map { textWidth($0, size: size) }.max() ?? 0
  let left = RowFrame.margin + tickWidth + 18
  let right = max(width - RowFrame.margin - (labelWidth > 0 ? labelWidth + 22 : 10), left + 40)
  let years = YearScale(trend.years, from: left + 6, to: right - 6)

  var drawing = Drawing(width: width, height: 0)
  drawing.add(
    fittedLine(chart.axisTitle, width: width - 2 * RowFrame.margin, size: size),
    x: RowFrame.margin, middle: lineHeight / 2, size: size, colour: Palette.soft)
  for (tick, text) in zip(axis.ticks, ticks) {
    let y = vertical.place(tick)
    let isBase = tick == axis.low
    drawing.shapes.append(
      .line(
        from: Place(left - 8, y), to: Place(right, y),
        stroke: Stroke(isBase ? Palette.axis : Palette.guide)))
    drawing.add(
      text, x: left - 12, middle: y, size: size, anchor: .end, colour: Palette.soft)
  }
  drawing.addYears(years, y: top + field)
  drawing.add(
    breakTexts, years: years, from: left, to: width - RowFrame.margin, top: lineHeight + 4,
    bottom: top + field)
  for line in trend.lines {
    // Errors of several lines in one year stand side by side.
    let shift = isAlone ? 0 : (Double(line.number % 5) - 2) * 3
    drawing.add(line, years: years, vertical: vertical, shift: shift)
  }
  if isAlone { drawing.addValues(of: trend.lines[0], years: years, vertical: vertical) }
  let middles = spreadLabels(
    wishes: zip(trend.lines, labels).map { line, label in
      vertical.place(line.points[line.points.count - 1].figure.value)
    },
    heights: labels.map(\.height), top: top - 6, bottom: top + field)
  for ((line, label), middle) in zip(zip(trend.lines, labels), middles) {
    let last = line.points[line.points.count - 1]
    let from = Place(years.place(last.year) + 9, vertical.place(last.figure.value))
    let to = Place(right + 14, middle)
    let lineStyle = LineStyle(line.number)
    if (from.y - to.y).magnitude > 3 || last.year != trend.years.last {
      drawing.shapes.append(
        .line(from: from, to: to, stroke: Stroke(Palette.axis, dashes: [1, 2])))
    }
    drawing.add(
      lines: label.lines, x: right + 18, top: middle - label.height / 2 + 2, size: size,
      colour: lineStyle.colour)
    if let value = label.value {
      drawing.add(
        lines: [value], x: right + 18,
        top: middle - label.height / 2 + 2 + Double(label.lines.count) * lineHeight, size: size,
        isBold: true, colour: lineStyle.colour)
    }
  }
  drawing.height =
    max(
      top + field + 6 + lineHeight,
      zip(middles, labels).map { $0 + $1.height / 2 }.max() ?? 0) + 4
  return drawing
}

/// What stands at the end of a line.
private struct TrendLabel {
  var lines: [String]
  var value: String?
  var width: Double
  var height: Double

  init(_ line: TrendLines.Line, width: Double, showsValue: Bool) {
    let size = LetterSize.small
    let room = min(width * 0.3, 190)
    lines = fittedLines(line.label, width: room, size: size, most: 3)
    let text = showsValue ? line.points.last?.figure.text ?? "" : ""
    let value = fittedLine(text, width: room, size: size, isBold: true)
    self.value = value.isEmpty ? nil : value
    let widths =
      lines.map { textWidth($0, size: size) } + [textWidth(value, size: size, isBold: true)]
    self.width = widths.max() ?? 0
    height =
      Double(lines.count + (value.isEmpty ? 0 : 1)) * LetterSize.lineHeight(size) + 4
  }
}

extension Drawing {
  fileprivate mutating func add(
    _ line: TrendLines.Line, years: YearScale, vertical: Scale, shift: Double
  ) {
    let style = LineStyle(line.number)
    for point in line.points {
      guard let (lower, upper) = point.figure.interval else { continue }
      let x = years.place(point.year) + shift
      addUprightInterval(x, lower, upper, on: vertical, stroke: Stroke(style.colour, width: 1.5))
    }
    for piece in line.pieces where piece.count > 1 {
      shapes.append(
        .path(
          piece.map { Place(years.place($0.year), vertical.place($0.figure.value)) },
          isClosed: false, fill: nil,
          stroke: Stroke(style.colour, width: 2, dashes: style.dashes)))
    }
    for point in line.points {
      addPoint(years.place(point.year), vertical.place(point.figure.value), style: style)
    }
  }

  private mutating func addUprightInterval(
    _ x: Double, _ lower: Double, _ upper: Double, on scale: Scale, stroke: Stroke
  ) {
    let ends = [
      (scale.place(lower), scale.isBelow(lower)), (scale.place(upper), scale.isAbove(upper)),
    ]
    shapes.append(.line(from: Place(x, ends[0].0), to: Place(x, ends[1].0), stroke: stroke))
    for (index, (y, isCut)) in ends.enumerated() {
      if isCut {
        let inward = index == 0 ? -7.0 : 7
        shapes.append(
          .path(
            [Place(x, y), Place(x - 5, y + inward), Place(x + 5, y + inward)], isClosed: true,
            fill: Fill(stroke.colour), stroke: nil))
      } else {
        shapes.append(.line(from: Place(x - 4, y), to: Place(x + 4, y), stroke: stroke))
      }
    }
  }

  /// Writes the figure over each point of the only line, where there is room beside the one before.
  fileprivate mutating func addValues(
    of line: TrendLines.Line, years: YearScale, vertical: Scale
  ) {
    let size = LetterSize.small
    var taken: Box?
    // From the last, which matters most.
    for point in line.points.reversed() {
      let reach = point.figure.interval.map { max($0.upper, point.figure.value) }
      let top = vertical.place(reach ?? point.figure.value) - (reach == nil ? 8 : 5)
      let text = fittedLine(point.figure.text, width: width * 0.3, size: size, isBold: true)
      let half = textWidth(text, size: size, isBold: true) / 2
      let centre = min(max(years.place(point.year), half + 1), width - half - 1)
      let lettering = Lettering(
        text, at: Place(centre, top - 2), size: size, isBold: true, anchor: .middle,
        colour: LineStyle(line.number).colour, hasRim: true)
      guard !text.isEmpty, taken.map({ $0.overlaps(lettering.box) }) != true else { continue }
      taken = lettering.box
      shapes.append(.text(lettering))
    }
  }
}
