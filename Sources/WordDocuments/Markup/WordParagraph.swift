import XML

/// A paragraph as it is written.
struct WordParagraph: Sendable, Hashable {
  var style: Style
  var runs: [WordRun]
  var properties = ParagraphProperties()
  /// The section that ends with this paragraph.
  var section: SectionSetup?

  init(_ style: Style, _ runs: [WordRun], properties: ParagraphProperties = .init()) {
    self.style = style
    self.runs = runs
    self.properties = properties
  }

  init(_ style: Style, _ text: String, properties: ParagraphProperties = .init()) {
    self.init(style, text.isEmpty ? [] : [WordRun(text)], properties: properties)
  }

  func write(to xml: XMLWriter) {
    xml.element("w:p") {
      xml.element("w:pPr") {
        xml.setting("pStyle", style.rawValue)
        properties.writeContent(to: xml)
        section?.write(to: xml)
      }
      for run in runs { run.write(to: xml) }
    }
  }
}

/// A piece of a paragraph in one look.
struct WordRun: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case text(String)
    /// A field of Word with what it shows until it is brought up to date.
    case field(Field, shown: String)
    case picture(InlinePicture)
  }

  /// The only fields a document holds; texts never become fields.
  enum Field: Sendable, Hashable {
    case pageNumber
    /// The number of a caption, counted by its label.
    case sequence(label: StaticLabel)

    var instruction: String {
      switch self {
      case .pageNumber: " PAGE "
      case .sequence(let label): " SEQ \(label.text) \\* ARABIC "
      }
    }
  }

  var content: Content
  var properties: RunProperties

  init(_ text: String, _ properties: RunProperties = .plain) {
    content = .text(text)
    self.properties = properties
  }

  init(_ content: Content, _ properties: RunProperties = .plain) {
    self.content = content
    self.properties = properties
  }

  func write(to xml: XMLWriter) {
    switch content {
    case .text(let text): write(text, to: xml)
    case .field(let field, let shown):
      xml.element("w:fldSimple", [("w:instr", field.instruction)]) { write(shown, to: xml) }
    case .picture(let picture):
      xml.element("w:r") {
        properties.write(to: xml)
        picture.write(to: xml)
      }
    }
  }

  private func write(_ text: String, to xml: XMLWriter) {
    xml.element("w:r") {
      properties.write(to: xml)
      var line = ""
      func flush() {
        guard !line.isEmpty else { return }
        xml.element("w:t", [("xml:space", "preserve")], text: line)
        line = ""
      }
      var previous: Unicode.Scalar?
      for scalar in harmless(text).unicodeScalars {
        defer { previous = scalar }
        switch scalar {
        case "\n" where previous == "\r": continue
        case "\n", "\r":
          flush()
          xml.element("w:br")
        case "\t":
          flush()
          xml.element("w:tab")
        default: line.unicodeScalars.append(scalar)
        }
      }
      flush()
    }
  }
}

/// A word of ours, safe inside the instruction of a field.
struct StaticLabel: Sendable, Hashable {
  let text: String

  private init(_ text: String) { self.text = text }

  static func table(in wording: Wording) -> StaticLabel { StaticLabel(wording.table) }
  static func figure(in wording: Wording) -> StaticLabel { StaticLabel(wording.figure) }
}
