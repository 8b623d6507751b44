/// The points of a trend that can be drawn, cut into pieces where years are missing or the method
/// changed.
struct TrendLines {
  struct Line {
    /// The place of the line in the chart: its colour, dashes and marks follow from it.
    var number: Int
    var label: String
    var points: [TrendPlot.Point]
    /// Points that a line joins.
    var pieces: [[TrendPlot.Point]]
  }

  var lines: [Line] = []
  /// All years with a point, ascending.
  var years: [Int]
  /// Changes of the method between two of the years, ascending.
  var breaks: [TrendPlot.Break]

  /// The most common distance of years in this picture joins; a longer one is a gap.
  init(_ plot: TrendPlot) {
    let drawable = plot.lines.map { line in
      // One point for each year: the first that stands there.
      var seen: Set<Int> = []
      return line.points
        .filter { $0.figure.isDrawable && $0.year.magnitude < 100_000 }
        .filter { seen.insert($0.year).inserted }
        .sorted { $0.year < $1.year }
    }
    let years = Set(drawable.flatMap { $0.map(\.year) }).sorted()
    self.years = years
    let step = zip(years, years.dropFirst()).map { $1 - $0 }.min() ?? 1
    let breaks = plot.breaks
      .filter { change in years.contains { $0 < change.year } }
      .filter { change in years.contains { $0 >= change.year } }
      .sorted { ($0.year, $0.text) < ($1.year, $1.text) }
    self.breaks = breaks
    for (number, points) in drawable.enumerated() where !points.isEmpty {
      var pieces: [[TrendPlot.Point]] = []
      for point in points {
        let isJoined = pieces.last?.last.map { before in
          point.year - before.year <= step
            && !breaks.contains { before.year < $0.year && $0.year <= point.year }
        }
        if isJoined == true {
          pieces[pieces.count - 1].append(point)
        } else {
          pieces.append([point])
        }
      }
      lines.append(
        Line(number: number, label: plot.lines[number].label, points: points, pieces: pieces))
    }
  }
}
