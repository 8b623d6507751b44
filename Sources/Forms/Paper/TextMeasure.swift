/// How many lines a text takes on paper, on the safe side.
///
/// The page is laid out without asking a browser, so that sheets are numbered 1/3, 2/3, 3/3 and the
/// bytes are the same everywhere. Letters are counted as wide as those of the widest usual font
/// (DejaVu Sans); a narrower one leaves some white.
enum TextMeasure {
  /// Millimetres in a typographic point.
  static let point = 25.4 / 72
  /// Width of a letter against the size of the font.
  private static let letter = 0.56
  /// Height of a line against the size of the font.
  static let line = 1.35

  /// - Parameters:
  ///   - text: Broken between words, and within a word longer than the line.
  ///   - width: Of the column, in millimetres.
  ///   - points: Size of the font.
  /// - Returns: At least 1.
  static func lines(_ text: String, width: Double, points: Double) -> Int {
    let perLine = max(1, Int(width / (points * point * letter)))
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      var length = word.count
      if used > 0, used + 1 + length > perLine {
        lines += 1
        used = 0
      }
      // A word longer than the line is broken.
      while length > perLine {
        lines += 1
        length -= perLine
      }
      used += (used > 0 ? 1 : 0) + length
    }
    return lines
  }

  /// In millimetres.
  static func height(lines: Int, points: Double) -> Double {
    Double(lines) * points * point * line
  }

  /// Of a text on one line, in millimetres.
  static func width(_ text: String, points: Double) -> Double {
    Double(text.count) * points * point * letter
  }
}
