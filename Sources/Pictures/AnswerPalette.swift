extension Palette {
  /// The surface of each answer of a scale, worst first.
  ///
  /// Each side goes from dark (the end of the scale) to light (its middle) in even steps of
  /// contrast, so that neighbours differ in grey; every second one is hatched, rising to the
  /// dissatisfied and falling to the satisfied side, so that the sides differ too.
  package static func answers(_ count: Int, dissatisfiedCount: Int, hasMiddle: Bool) -> [Fill] {
    let left = min(max(dissatisfiedCount, 0), max(count, 0))
    let middle = hasMiddle && left < count ? 1 : 0
    let right = max(count - left - middle, 0)
    let worst = side(left, dark: 0x6E2A0A, light: 0xD27A3F, hatch: .rising)
    let best = side(right, dark: 0x12365F, light: 0x5F93C6, hatch: .falling)
    return worst + Array(repeating: Fill(neutral), count: middle) + best.reversed()
  }

  /// The answer in the middle: light, with an outline in the colour of the axis.
  package static let neutral: Colour = 0xE6E6E6

  /// Colours from dark to light; a side of one answer takes the dark end.
  private static func side(
    _ count: Int, dark: Colour, light: Colour, hatch: Fill.Hatch
  ) -> [Fill] {
    (0..<count).map { index in
      let share = count > 1 ? Double(index) / Double(count - 1) : 0
      return Fill(mixed(dark, light, share), hatch: index % 2 == 1 ? hatch : .none)
    }
  }

  private static func mixed(_ first: Colour, _ second: Colour, _ share: Double) -> Colour {
    var result: Colour = 0
    for shift: Colour in [16, 8, 0] {
      let from = Double((first >> shift) & 0xFF)
      let to = Double((second >> shift) & 0xFF)
      result |= Colour((from + (to - from) * share).rounded()) << shift
    }
    return result
  }

  /// White or black: letters on a surface take whichever stands out more.
  package static func letters(on colour: Colour) -> Colour {
    contrast(colour, paper) >= contrast(colour, 0) ? paper : 0
  }
}
