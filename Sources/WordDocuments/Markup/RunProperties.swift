import XML

/// How letters look, where that differs from their style.
struct RunProperties: Sendable, Hashable {
  var isBold: Bool?
  var isItalic: Bool?
  var isCapital: Bool?
  /// Points.
  var size: Double?
  /// Above the line, as the letter of a footnote.
  var isRaised = false

  static let plain = RunProperties()

  /// Writes `w:rPr` with its children in the order of CT_RPr; nothing where all is the style's.
  func write(to xml: XMLWriter) {
    guard self != .plain else { return }
    xml.element("w:rPr") { writeContent(to: xml) }
  }

  /// Writes the children alone, with the font and colour of the document where `fonts` is true.
  func writeContent(to xml: XMLWriter, fonts: Bool = false) {
    if fonts {
      xml.element(
        "w:rFonts",
        [
          ("w:ascii", Fonts.name), ("w:hAnsi", Fonts.name), ("w:eastAsia", Fonts.name),
          ("w:cs", Fonts.name),
        ])
    }
    xml.toggle("b", isBold)
    xml.toggle("bCs", isBold)
    xml.toggle("i", isItalic)
    xml.toggle("iCs", isItalic)
    xml.toggle("caps", isCapital)
    if fonts { xml.setting("color", "000000") }
    if let size {
      let halves = Int((size * 2).rounded())
      xml.setting("sz", halves)
      xml.setting("szCs", halves)
    }
    if isRaised { xml.setting("vertAlign", "superscript") }
  }
}

enum Fonts {
  /// The one font of the decree.
  static let name = "Times New Roman"
}
