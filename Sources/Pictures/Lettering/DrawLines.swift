extension Drawing {
  /// Draws lines of text under each other.
  ///
  /// - Parameters:
  ///   - x: Where the lines begin, are centred or end, by `anchor`.
  ///   - top: The upper edge of the first line.
  mutating func add(
    lines: [String], x: Double, top: Double, size: Double, isBold: Bool = false,
    anchor: Lettering.Anchor = .start, colour: Colour = Palette.ink, hasRim: Bool = false
  ) {
    let lineHeight = LetterSize.lineHeight(size)
    for (index, line) in lines.enumerated() {
      let middle = top + (Double(index) + 0.5) * lineHeight
      add(
        line, x: x, middle: middle, size: size, isBold: isBold, anchor: anchor, colour: colour,
        hasRim: hasRim)
    }
  }

  /// Draws one line of text whose letters are centred at a height.
  mutating func add(
    _ text: String, x: Double, middle: Double, size: Double, isBold: Bool = false,
    anchor: Lettering.Anchor = .start, colour: Colour = Palette.ink, hasRim: Bool = false
  ) {
    guard !text.isEmpty else { return }
    shapes.append(
      .text(
        Lettering(
          text, at: Place(x, middle + LetterSize.halfHeight(size)), size: size, isBold: isBold,
          anchor: anchor, colour: colour, hasRim: hasRim)))
  }

  /// Draws one line of text centred at `x`, moved aside where it would leave a stretch.
  mutating func add(
    _ text: String, around x: Double, from left: Double, to right: Double, middle: Double,
    size: Double, isBold: Bool = false, colour: Colour = Palette.ink, hasRim: Bool = false
  ) {
    let line = fittedLine(text, width: right - left, size: size, isBold: isBold)
    let half = textWidth(line, size: size, isBold: isBold) / 2
    let centre = min(max(x, left + half), right - half)
    add(
      line, x: centre, middle: middle, size: size, isBold: isBold, anchor: .middle,
      colour: colour, hasRim: hasRim)
  }
}
