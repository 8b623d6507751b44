import XML

/// Names of the vocabularies a Word document is written in.
enum Namespace {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let placement =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
}

extension XMLWriter {
  /// Writes `<w:name w:val="value"/>`.
  func setting(_ name: String, _ value: String) {
    element("w:" + name, [("w:val", value)])
  }

  /// Writes `<w:name w:val="value"/>`.
  func setting(_ name: String, _ value: Int) { setting(name, String(value)) }

  /// Writes `<w:name/>` where a property is on, `<w:name w:val="0"/>` where it is off, and nothing
  /// where the style decides.
  func toggle(_ name: String, _ value: Bool?) {
    guard let value else { return }
    element("w:" + name, value ? [] : [("w:val", "0")])
  }
}
