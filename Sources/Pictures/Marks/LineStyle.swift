/// How one line of a trend is told from the others: colour, dashes and the shape of its points.
///
/// Each goes round at its own length, so that 60 lines differ in at least one.
struct LineStyle {
  private static let dashes: [[Double]] = [[], [7, 4], [2, 3], [10, 3, 2, 3]]

  let colour: Colour
  let dashes: [Double]
  let shapeNumber: Int

  init(_ number: Int) {
    colour = Palette.lines[number % Palette.lines.count]
    dashes = Self.dashes[number % Self.dashes.count]
    shapeNumber = number % 3
  }
}

extension Drawing {
  /// A point of a trend: a disc, a square or a triangle.
  mutating func addPoint(_ x: Double, _ y: Double, style: LineStyle) {
    let rim = Stroke(Palette.paper, width: 1)
    switch style.shapeNumber {
    case 0:
      shapes.append(
        .circle(centre: Place(x, y), radius: 4.5, fill: Fill(style.colour), stroke: rim))
    case 1:
      shapes.append(
        .rectangle(
          corner: Place(x - 4, y - 4), width: 8, height: 8, fill: Fill(style.colour), stroke: rim))
    default:
      shapes.append(
        .path(
          [Place(x, y - 5.5), Place(x + 5, y + 4), Place(x - 5, y + 4)], isClosed: true,
          fill: Fill(style.colour), stroke: rim))
    }
  }
}
