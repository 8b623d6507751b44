extension Drawing {
  /// An estimate: a disc.
  mutating func addDisc(
    _ x: Double, _ y: Double, radius: Double = 4.5, colour: Colour = Palette.estimate
  ) {
    shapes.append(
      .circle(
        centre: Place(x, y), radius: radius, fill: Fill(colour),
        stroke: Stroke(Palette.paper, width: 1)))
  }

  /// A baseline: an open diamond.
  mutating func addDiamond(_ x: Double, _ y: Double) {
    let reach = 6.5
    shapes.append(
      .path(
        [Place(x, y - reach), Place(x + reach, y), Place(x, y + reach), Place(x - reach, y)],
        isClosed: true, fill: Fill(Palette.paper), stroke: Stroke(Palette.baseline, width: 1.5)))
  }

  /// A target or the whole: an upright dashed line.
  mutating func addDashedLine(
    _ x: Double, from top: Double, to bottom: Double, colour: Colour = Palette.target
  ) {
    shapes.append(
      .line(
        from: Place(x, top), to: Place(x, bottom),
        stroke: Stroke(colour, width: 2, dashes: [5, 3])))
  }

  /// An interval along a horizontal axis: a line with caps, or an arrow where the axis cuts it.
  mutating func addInterval(
    _ figure: ChartFigure, on scale: Scale, y: Double, colour: Colour = Palette.estimate,
    cap: Double = 4.5
  ) {
    guard let (lower, upper) = figure.interval else { return }
    let left = scale.place(lower)
    let right = scale.place(upper)
    let stroke = Stroke(colour, width: 2)
    shapes.append(.line(from: Place(left, y), to: Place(right, y), stroke: stroke))
    addEnd(left, y, direction: scale.isBelow(lower) ? -1 : 0, cap: cap, stroke: stroke)
    addEnd(right, y, direction: scale.isAbove(upper) ? 1 : 0, cap: cap, stroke: stroke)
  }

  private mutating func addEnd(
    _ x: Double, _ y: Double, direction: Double, cap: Double, stroke: Stroke
  ) {
    if direction == 0 {
      shapes.append(.line(from: Place(x, y - cap), to: Place(x, y + cap), stroke: stroke))
    } else {
      // The tip stands on the end of the axis.
      shapes.append(
        .path(
          [Place(x, y), Place(x - direction * 7, y - 5), Place(x - direction * 7, y + 5)],
          isClosed: true, fill: Fill(stroke.colour), stroke: nil))
    }
  }
}

extension ChartFigure {
  /// True where there is a place for the figure on an axis.
  var isDrawable: Bool { value.isFinite && value.magnitude <= 1e12 }

  /// Both ends in order, where both are numbers.
  var interval: (lower: Double, upper: Double)? {
    guard let lower, let upper, lower.isFinite, upper.isFinite else { return nil }
    guard max(lower.magnitude, upper.magnitude) <= 1e12 else { return nil }
    return (min(lower, upper), max(lower, upper))
  }

  /// Everything an axis must hold.
  var extent: [Double] {
    guard isDrawable else { return [] }
    return [value] + (interval.map { [$0.lower, $0.upper] } ?? [])
  }
}

extension ChartFigure? {
  /// The figure, where it can be drawn.
  var drawable: ChartFigure? { self?.isDrawable == true ? self : nil }
}
