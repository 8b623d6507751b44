/// How letters look; sizes in the unit of the surface, points on paper.
struct TextStyle: Hashable {
  enum Family: String {
    /// What the decree asks for, its twin with the same widths, and what may stand in for them.
    case serif = "Times New Roman,Liberation Serif,Tinos,serif"
    case sans = "Arial,Liberation Sans,Arimo,sans-serif"
  }

  var size: Double
  var isBold = false
  var isItalic = false
  var family = Family.serif

  init(_ size: Double, isBold: Bool = false, isItalic: Bool = false, family: Family = .serif) {
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.family = family
  }

  static func bold(_ size: Double) -> TextStyle { TextStyle(size, isBold: true) }
  static func italic(_ size: Double) -> TextStyle { TextStyle(size, isItalic: true) }
}

/// A text with pieces that look different from the rest.
struct StyledText: Hashable {
  struct Run: Hashable {
    var text: String
    var isBold = false
    var isItalic = false
    /// Size relative to the style of the whole.
    var scale = 1.0
    /// Above the line, as the letter of a footnote.
    var isRaised = false

    init(
      _ text: String, isBold: Bool = false, isItalic: Bool = false, scale: Double = 1,
      isRaised: Bool = false
    ) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
      self.scale = scale
      self.isRaised = isRaised
    }

    var isPlain: Bool { !isBold && !isItalic && scale == 1 && !isRaised }
  }

  var runs: [Run]

  init(_ runs: [Run]) { self.runs = runs }
  init(_ text: String) { runs = [Run(text)] }

  var text: String { runs.map(\.text).joined() }
}
