/// Where years stand along the lower edge of a trend.
struct YearScale {
  let years: [Int]
  private let from: Double
  private let to: Double
  /// How far each line stands beside its years, by its number: errors of several lines in one year
  /// would cover each other.
  private var shifts: [Int: Double] = [:]

  /// A scale of years with a figure, ascending, between two coordinates.
  init(_ years: [Int], lines: [Int], from: Double, to: Double) {
    self.years = years
    let nearest = zip(years, years.dropFirst()).map { $1 - $0 }.min() ?? 1
    let span = max((years.last ?? 0) - (years.first ?? 0), 1)
    // At most a quarter of the room between two years, and 7 pixels from line to line.
    let room = (to - from) / Double(span) * Double(nearest) / 4
    let distance = min(7, room / Double(max(lines.count - 1, 1)))
    let reach = distance * Double(max(lines.count - 1, 0)) / 2
    self.from = from + reach
    self.to = to - reach
    for (index, number) in lines.enumerated() {
      shifts[number] = Double(index) * distance - reach
    }
  }

  func place(_ point: TrendPlot.Point, of line: TrendLines.Line) -> Double {
    place(point.year) + (shifts[line.number] ?? 0)
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
