/// Draws the answers to each question as one bar around the middle of the scale.
func answerDrawing(_ bars: AnswerBars, of chart: Chart, width: Double) -> Drawing {
  let count = bars.answers.count
  let fills = Palette.answers(
    count, dissatisfiedCount: bars.dissatisfiedCount, hasMiddle: bars.hasMiddle)
  let layouts = bars.rows.map { AnswerSegments($0, of: bars) }
  let frame = RowFrame(width: width, names: bars.rows.map(\.label), ends: [])
  let style = AxisStyle(chart, isUnsigned: true)
  let extent: [Double] = [0] + layouts.flatMap { [$0.low, $0.high] }
  let scale = frame.scale(style: style) { steps in
    Axis(values: extent, isShare: false, minimumSpan: 20, isTight: true, mostSteps: steps)
  }
  var drawing = Drawing(width: width, height: 0)
  let legend = zip(bars.answers, fills).map { name, fill in
    LegendEntry(
      mark: .surface(fill, outline: fill.colour == Palette.neutral ? Palette.axis : nil),
      name: name)
  }
  let legendBottom = drawing.addLegend(legend, left: RowFrame.margin, top: 2)
  let places = RowPlaces(
    bars.rows.map(\.label), in: frame, band: 28, gap: 6, top: legendBottom + 8)
  drawing.addGuides(scale, through: places)
  drawing.addZeroLine(scale, through: places)
  drawing.addNames(places)
  for ((row, segments), place) in zip(zip(bars.rows, layouts), places.rows) {
    if segments.isEmpty {
      drawing.addReason(row.texts.first ?? "", frame: frame, scale: scale, y: place.middle)
    }
    for (index, segment) in segments.stretches.enumerated() where !segment.isEmpty {
      drawing.addSegment(
        from: scale.place(segment.lowerBound), to: scale.place(segment.upperBound),
        y: place.middle, fill: fills[index],
        text: index < row.texts.count ? plainText(row.texts[index]) : "")
    }
  }
  drawing.height = drawing.addAxis(scale, y: places.bottom, style: style) + 4
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
  /// Writes beside the middle line why there is no bar.
  fileprivate mutating func addReason(
    _ reason: String, frame: RowFrame, scale: Scale, y: Double
  ) {
    let left = min(scale.place(0) + 8, (frame.fieldLeft + frame.fieldRight) / 2)
    let text = plainText(reason).isEmpty ? "—" : reason
    add(
      fittedLine(text, width: frame.fieldRight - left, size: LetterSize.small), x: left,
      middle: y, size: LetterSize.small, colour: Palette.soft, hasRim: true)
  }

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
    let textWidth = textWidth(text, size: size)
    guard !text.isEmpty, textWidth + 6 <= right - left else { return }
    let middle = (left + right) / 2
    if fill.hatch != .none {
      // Letters need a quiet ground.
      shapes.append(
        .rectangle(
          corner: Place(middle - textWidth / 2 - 2, y - 9), width: textWidth + 4, height: 18,
          fill: Fill(fill.colour), stroke: nil))
    }
    add(
      text, x: middle, middle: y, size: size, anchor: .middle,
      colour: Palette.letters(on: fill.colour))
  }
}
