/// How an axis is drawn along the lower edge of a picture.
struct AxisStyle {
  var mark: String
  var title: String
  /// Numbers without their sign: both sides of a middle count from zero.
  var isUnsigned = false

  init(_ chart: Chart, isUnsigned: Bool = false) {
    mark = chart.decimalMark
    title = chart.axisTitle
    self.isUnsigned = isUnsigned
  }

  func number(_ value: Double, of axis: Axis) -> String {
    axisNumber(isUnsigned ? value.magnitude : value, decimals: axis.decimals, mark: mark)
  }
}

extension Drawing {
  /// Draws the upright guides of a horizontal axis.
  mutating func addGuides(_ scale: Scale, top: Double, bottom: Double) {
    for tick in scale.axis.ticks {
      let x = scale.place(tick)
      shapes.append(
        .line(from: Place(x, top), to: Place(x, bottom), stroke: Stroke(Palette.guide)))
    }
  }

  /// Draws a horizontal axis with its numbers and its title.
  ///
  /// - Parameters:
  ///   - y: Where its line lies.
  ///   - isAbove: True where the numbers stand above the line, for the head of a long picture; the
  ///     title is left out then.
  /// - Returns: The lower edge of what was drawn.
  @discardableResult
  mutating func addAxis(
    _ scale: Scale, y: Double, style: AxisStyle, isAbove: Bool = false
  ) -> Double {
    let size = LetterSize.small
    let lineHeight = LetterSize.lineHeight(size)
    shapes.append(
      .line(
        from: Place(scale.start, y), to: Place(scale.end, y), stroke: Stroke(Palette.axis)))
    var taken = -Double.infinity
    for tick in scale.axis.ticks {
      let x = scale.place(tick)
      shapes.append(
        .line(
          from: Place(x, y), to: Place(x, y + (isAbove ? -4 : 4)), stroke: Stroke(Palette.axis)))
      let text = style.number(tick, of: scale.axis)
      let half = textWidth(text, size: size) / 2
      let centre = min(max(x, half + 1), width - half - 1)
      guard centre - half > taken, half * 2 < width else { continue }
      taken = centre + half + 4
      add(
        text, x: centre, middle: isAbove ? y - 6 - lineHeight / 2 : y + 6 + lineHeight / 2,
        size: size, anchor: .middle, colour: Palette.soft)
    }
    let bottom = isAbove ? y : y + 6 + lineHeight
    guard !isAbove, !plainText(style.title).isEmpty else { return bottom }
    add(
      style.title, around: (scale.start + scale.end) / 2, from: 1, to: width - 1,
      middle: bottom + lineHeight / 2, size: size, colour: Palette.soft)
    return bottom + lineHeight
  }

  /// The height of a horizontal axis below its line.
  static func axisHeight(_ style: AxisStyle) -> Double {
    let lineHeight = LetterSize.lineHeight(LetterSize.small)
    return 6 + lineHeight + (plainText(style.title).isEmpty ? 0 : lineHeight)
  }
}
