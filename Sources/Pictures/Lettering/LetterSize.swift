/// The sizes of letters in pictures, in pixels.
enum LetterSize {
  static let label = 13.0
  static let small = 12.0

  /// From one base line to the next: room for "Ế" and "ộ" under each other.
  static func lineHeight(_ size: Double) -> Double { (size * 1.32).rounded(.up) }

  /// How far letters reach above and below their base line, marks included.
  static func ascent(_ size: Double) -> Double { size * 0.98 }
  static func descent(_ size: Double) -> Double { size * 0.3 }

  /// From the middle of a line of letters down to its base line.
  static func halfHeight(_ size: Double) -> Double { size * 0.36 }
}
