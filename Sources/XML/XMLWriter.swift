import CLibXML2

/// Writes one XML document in memory, indented, in UTF-8.
///
/// libxml2 escapes what must be escaped. A character that XML 1.0 cannot hold (most control
/// characters, U+FFFE, U+FFFF) is written as U+FFFD, so that what is written can be read again.
///
/// ```swift
/// let bytes = XMLWriter.document { xml in
///   xml.element("survey", [("id", "tp-2024")]) {
///     xml.element("title", text: "Khảo sát & đánh giá")
///   }
/// }
/// // <?xml version="1.0" encoding="UTF-8"?>
/// // <survey id="tp-2024">
/// //   <title>Khảo sát &amp; đánh giá</title>
/// // </survey>
/// ```
package final class XMLWriter {
  private let writer: xmlTextWriterPtr
  /// Whether each open element holds text, the innermost last.
  private var holdsText: [Bool] = []

  private init(_ buffer: xmlBufferPtr) {
    guard let created = xmlNewTextWriterMemory(buffer, 0) else {
      preconditionFailure("libxml2 has memory for a writer")
    }
    writer = created
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
  }

  deinit { xmlFreeTextWriter(writer) }

  /// The bytes of a document.
  ///
  /// - Parameter content: Writes the one outermost element.
  /// - Returns: The document with its XML declaration, ended by a line break.
  package static func document(_ content: (XMLWriter) -> Void) -> [UInt8] {
    _ = LibXML.ready
    guard let buffer = xmlBufferCreate() else {
      preconditionFailure("libxml2 has memory for a buffer")
    }
    defer { xmlBufferFree(buffer) }
    let document = XMLWriter(buffer)
    xmlTextWriterStartDocument(document.writer, nil, "UTF-8", nil)
    content(document)
    xmlTextWriterEndDocument(document.writer)
    xmlTextWriterFlush(document.writer)
    return Array(UnsafeBufferPointer(start: buffer.pointee.content, count: Int(buffer.pointee.use)))
  }

  /// Writes an element that holds a text, or nothing.
  ///
  /// - Parameters:
  ///   - name: Its name, with a prefix where it has one.
  ///   - attributes: Names and values in the order to write; `xmlns` and `xmlns:p` are written here
  ///     as well.
  ///   - text: What it holds; `nil` for an empty element.
  package func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String? = nil
  ) {
    element(name, attributes) {
      if let text { self.text(text) }
    }
  }

  /// Writes an element and what `content` writes inside it.
  package func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], content: () -> Void
  ) {
    xmlTextWriterStartElement(writer, name)
    for (name, value) in attributes {
      xmlTextWriterWriteAttribute(writer, name, Self.writable(value))
    }
    holdsText.append(false)
    content()
    let isMixed = holdsText.removeLast()
    if isMixed, !holdsText.contains(true) {
      xmlTextWriterSetIndent(writer, 1)
      // Tells libxml2 that the end tag follows text.
      xmlTextWriterWriteRaw(writer, "")
    }
    xmlTextWriterEndElement(writer)
  }

  /// Writes text inside the current element.
  ///
  /// An element with both texts and elements is not indented.
  package func text(_ text: String) {
    if !holdsText.isEmpty { holdsText[holdsText.count - 1] = true }
    xmlTextWriterSetIndent(writer, 0)
    xmlTextWriterWriteString(writer, Self.writable(text))
  }

  /// Writes a comment; `--` inside it is written `- -`.
  package func comment(_ text: String) {
    var safe = ""
    for character in text.unicodeScalars {
      if character == "-", safe.last == "-" { safe += " " }
      safe.unicodeScalars.append(character)
    }
    if safe.last == "-" { safe += " " }
    xmlTextWriterWriteComment(writer, Self.writable(safe))
  }

  private static func writable(_ text: String) -> String {
    let isForbidden: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(clean)
  }
}
