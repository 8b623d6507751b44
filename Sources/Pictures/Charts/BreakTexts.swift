/// The texts over the lines that mark a change of the method.
struct BreakTexts {
  private let breaks: [TrendPlot.Break]

  init(_ breaks: [TrendPlot.Break]) { self.breaks = breaks }

  private static let size = LetterSize.small

  private func lines(_ text: String, width: Double) -> [String] {
    fittedLines(text, width: min(width * 0.42, 220), size: Self.size, most: 3)
  }

  /// The height all texts take together: one under the other, the first change on top, so that no
  /// line runs through a text that stands to its right.
  func height(width: Double) -> Double {
    breaks.reduce(0) { $0 + Double(lines($1.text, width: width).count) }
      * LetterSize.lineHeight(Self.size)
  }

  /// Where each line stands, and its text from `top` on.
  func places(
    years: YearScale, from left: Double, to right: Double, top: Double, width: Double
  ) -> [(x: Double, textLeft: Double, top: Double, lines: [String])] {
    var top = top
    return breaks.map { change in
      let lines = lines(change.text, width: width)
      let before = years.years.last { $0 < change.year } ?? change.year
      let after = years.years.first { $0 >= change.year } ?? change.year
      let x = (years.place(before) + years.place(after)) / 2
      let widest = lines.map { textWidth($0, size: Self.size) }.max() ?? 0
      defer { top += Double(lines.count) * LetterSize.lineHeight(Self.size) }
      let textLeft = x + 6 + widest <= right ? x + 6 : max(x - 6 - widest, 1)
      return (x, textLeft, top, lines)
    }
  }
}

extension Drawing {
  /// Draws a double line at each change of the method, with its text at the head.
  mutating func add(
    _ texts: BreakTexts, years: YearScale, from left: Double, to right: Double, top: Double,
    bottom: Double
  ) {
    let places = texts.places(years: years, from: left, to: right, top: top, width: width)
    for place in places {
      for x in [place.x - 1.5, place.x + 1.5] {
        shapes.append(
          .line(from: Place(x, place.top + 2), to: Place(x, bottom), stroke: Stroke(Palette.axis)))
      }
    }
    for place in places {
      add(
        lines: place.lines, x: place.textLeft, top: place.top, size: LetterSize.small,
        colour: Palette.soft, hasRim: true)
    }
  }
}
