extension Drawing {
  /// A standing: a check in a filled disc, a cross in a ring, or a dash in a ring.
  mutating func addStanding(_ standing: ChartStanding, x: Double, y: Double) {
    let colour = Palette.colour(of: standing)
    let radius = 8.5
    let isFilled = standing == .met
    shapes.append(
      .circle(
        centre: Place(x, y), radius: radius, fill: Fill(isFilled ? colour : Palette.paper),
        stroke: Stroke(colour, width: 1.5)))
    let stroke = Stroke(isFilled ? Palette.paper : colour, width: 2)
    switch standing {
    case .met:
      shapes.append(
        .path(
          [Place(x - 4, y + 0.5), Place(x - 1, y + 3.5), Place(x + 4, y - 3)], isClosed: false,
          fill: nil, stroke: stroke))
    case .notMet:
      for direction in [-1.0, 1] {
        shapes.append(
          .line(
            from: Place(x - 3.2, y - 3.2 * direction), to: Place(x + 3.2, y + 3.2 * direction),
            stroke: stroke))
      }
    case .open:
      shapes.append(.line(from: Place(x - 4, y), to: Place(x + 4, y), stroke: stroke))
    }
  }
}
