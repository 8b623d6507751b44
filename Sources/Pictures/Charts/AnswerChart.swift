/// Draws the answers to each question as one bar around the middle of the scale.
func answerDrawing(_ bars: AnswerBars, of chart: Chart, width: Double) -> Drawing {
  let count = bars.answers.count
  let fills = Palette.answers(
    count, dissatisfiedCount: bars.dissatisfiedCount, hasMiddle: bars.hasMiddle)
  let layouts = bars.rows.map { AnswerSegments($0, of: bars) }
  let frame = RowFrame(width: width, names: bars.rows.map(\.label), ends: [])
  let style = AxisStyle(chart, isUnsigned: true)
  let extent: [Double] = [0] + layouts.flatMap { [$0.low, $0.high] }
  func axis(_ steps: Int) -> Axis {
    Axis(values: extent, isShare: false, minimumSpan: 20, exactEnds: true, mostSteps: steps)
  }
  let steps = Axis.stepsAlong(frame.fieldRight - frame.fieldLeft, labels: ["100"])
  let scale = Scale(axis: axis(steps), start: frame.fieldLeft, end: frame.fieldRight)

  var drawing = Drawing(width: width, height: 0)
  let legend = zip(bars.answers, fills).enumerated().map { index, entry in
    LegendEntry(
      mark: .surface(entry.1, outline: entry.1.colour == Palette.neutral ? Palette.axis : nil),
      name: entry.0)
  }
  let top = drawing.addLegend(legend, left: RowFrame.margin, top: 2) + 8
  var y = top
  let marksStart = drawing.shapes.count
  for (row, segments) in zip(bars.rows, layouts) {
    let lines = frame.nameLines(row.label)
    let band = 28.0
    let (height, bandTop) = frame.height(lines: lines.count, band: band)
    let middle = y + bandTop + band / 2
    drawing.addName(lines, in: frame, top: y, middle: middle)
    if segments.isEmpty {
      drawing.add(
        plainText(row.texts.first ?? "").isEmpty ? "—" : row.texts[0], around: scale.place(0),
        from: frame.fieldLeft, to: frame.fieldRight, middle: middle, size: LetterSize.small,
        colour: Palette.soft, hasRim: true)
    }
    for (index, segment) in segments.stretches.enumerated() where segment.isEmpty == false {
      drawing.addSegment(
        from: scale.place(segment.lowerBound), to: scale.place(segment.upperBound), y: middle,
        fill: fills[index], text: index < row.texts.count ? plainText(row.texts[index]) : "")
    }
    y += height + 8
  }
  let marks = drawing.shapes[marksStart...]
  drawing.shapes.removeSubrange(marksStart...)
  if !bars.rows.isEmpty { drawing.addGuides(scale, top: top, bottom: y) }
  drawing.shapes += marks
  let zero = scale.place(0)
  drawing.shapes.append(
    .line(from: Place(zero, top), to: Place(zero, y), stroke: Stroke(Palette.soft, width: 1.5)))
  drawing.height = drawing.addAxis(scale, y: y, style: style) + 4
  return drawing
}

/// Where the answers of one question lie, in percent from the middle: negative to the left.
struct AnswerSegments {
  /// One for each answer, in the order of the scale; empty where nobody gave it.
  var stretches: [Range<Double>] = []

  var low: Double { stretches.first?.lowerBound ?? 0 }
  var high: Double { stretches.last?.upperBound ?? 0 }
  var isEmpty: Bool { low == high }

  init(_ row: AnswerBars.Row, of bars: AnswerBars) {
    guard let shares = row.shares else { return }
    // A missing or impossible share takes no room.
    let widths = bars.answers.indices.map { index in
      let share = index < shares.count ? shares[index] : 0
      return share.isFinite ? min(max(share, 0), 100) : 0
    }
    let left = min(max(bars.dissatisfiedCount, 0), widths.count)
    var place = -widths[..<left].reduce(0, +)
    if bars.hasMiddle, left < widths.count { place -= widths[left] / 2 }
    for width in widths {
      stretches.append(place..<place + width)
      place += width
    }
  }
}

extension Drawing {
  fileprivate mutating func addSegment(
    from left: Double, to right: Double, y: Double, fill: Fill, text: String
  ) {
    let isNeutral = fill.colour == Palette.neutral
    let height = 24.0
    shapes.append(
      .rectangle(
        corner: Place(left, y - height / 2), width: right - left, height: height, fill: fill,
        stroke: Stroke(isNeutral ? Palette.axis : Palette.paper)))
    let size = LetterSize.small
    let textWidth = textWidth(text, size: size, isBold: true)
    guard !text.isEmpty, textWidth + 8 <= right - left else { return }
    let middle = (left + right) / 2
    if fill.hatch != .none {
      // Letters need a quiet ground.
      shapes.append(
        .rectangle(
          corner: Place(middle - textWidth / 2 - 2, y - 9), width: textWidth + 4, height: 18,
          fill: Fill(fill.colour), stroke: nil))
    }
    add(
      text, x: middle, middle: y, size: size, isBold: true, anchor: .middle,
      colour: Palette.letters(on: fill.colour))
  }
}
