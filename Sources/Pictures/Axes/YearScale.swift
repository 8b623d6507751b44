/// Where years stand along the lower edge of a trend.
struct YearScale {
  let years: [Int]
  private let from: Double
  private let to: Double

  /// - Parameter years: Those with a figure, ascending.
  init(_ years: [Int], from: Double, to: Double) {
    self.years = years
    self.from = from
    self.to = to
  }

  func place(_ year: Int) -> Double { place(Double(year)) }

  /// The place of a moment; a single year stands in the middle.
  func place(_ moment: Double) -> Double {
    guard let first = years.first, let last = years.last, first < last else {
      return (from + to) / 2
    }
    return from + (moment - Double(first)) / Double(last - first) * (to - from)
  }
}

extension Drawing {
  /// Writes the years below a line, the last one always, the others where they have room.
  mutating func addYears(_ scale: YearScale, y: Double) {
    let size = LetterSize.small
    var taken = Double.infinity
    for year in scale.years.reversed() {
      let text = String(year)
      let half = textWidth(text, size: size) / 2
      let x = scale.place(year)
      guard x + half < taken else { continue }
      taken = x - half - 8
      shapes.append(
        .line(from: Place(x, y), to: Place(x, y + 4), stroke: Stroke(Palette.axis)))
      add(
        text, x: max(x, half + 1), middle: y + 6 + LetterSize.lineHeight(size) / 2, size: size,
        anchor: .middle, colour: Palette.soft)
    }
  }
}
