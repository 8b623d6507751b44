/// Lengths of Word: twips (1/20 point) on the page, EMU (1/914,400 inch) in pictures, half points in
/// letters.
enum Measure {
  static func twips(millimetres: Double) -> Int {
    Int((millimetres * 1440 / 25.4).rounded(.up))
  }

  static func twips(points: Double) -> Int { Int((points * 20).rounded()) }

  static let emuPerTwip = 635
  static let emuPerPixel = 9525.0
}

/// The page of the decree: A4, 20 mm above and below, 30 mm to the left, 15 mm to the right.
enum Page {
  static let shortSide = 11906
  static let longSide = 16838
  static let top = Measure.twips(millimetres: 20)
  static let bottom = Measure.twips(millimetres: 20)
  static let left = Measure.twips(millimetres: 30)
  static let right = Measure.twips(millimetres: 15)
  /// From the upper edge to the page number, which stands in the margin.
  static let header = Measure.twips(millimetres: 10)

  /// Twips between the margins.
  static func width(isWide: Bool) -> Int {
    (isWide ? longSide : shortSide) - left - right
  }

  /// Twips between the margins.
  static func height(isWide: Bool) -> Int {
    (isWide ? shortSide : longSide) - top - bottom
  }

  /// How far the first line of running text is drawn in: 1.27 cm.
  static let firstLine = 720
}
