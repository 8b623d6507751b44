/// Writes HTML as bytes: markup of our own as it is, everything else escaped.
///
/// The markup is well-formed XML as well, so that a test can take a page apart. Texts from outside
/// cannot end an element or attribute, and nothing in them can move or hide what stands around them:
/// control characters are shown as their pictures (␀), what reverses the order of letters, and what
/// HTML does not allow at all, as �.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup; never a text from outside.
  mutating func markup(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// A text between tags or in a quoted attribute.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  mutating func append(_ other: HTMLWriter) {
    bytes += other.bytes
  }

  /// An element that holds one text, with attributes as markup: ` class="note"`.
  mutating func element(_ name: String, _ attributes: String = "", text: String) {
    markup("<\(name)\(attributes)>")
    self.text(text)
    markup("</\(name)>")
  }

  /// ` name="value"` with the value escaped.
  mutating func attribute(_ name: String, _ value: String) {
    markup(" \(name)=\"")
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text escaped, for the few places that want a string.
  static func escaped(_ text: String) -> String {
    var writer = HTMLWriter()
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func append(escaping utf8: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var plain = 0
    while position < utf8.count {
      guard let (length, replacement) = Self.unsafe(utf8, at: position) else {
        position += 1
        continue
      }
      bytes.append(contentsOf: utf8[plain..<position])
      bytes.append(contentsOf: replacement.utf8)
      position += length
      plain = position
    }
    bytes.append(contentsOf: utf8[plain..<utf8.count])
  }

  /// What may not be written as it is: its length in bytes, and what stands for it.
  private static func unsafe(
    _ utf8: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (length: Int, replacement: String)? {
    switch utf8[position] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "'"): return (1, "&#39;")
    case 0x09, 0x0A: return nil
    case 0x0D: return (1, " ")
    case 0x00..<0x20: return (1, picture(of: utf8[position]))
    case 0x7F: return (1, "\u{2421}")
    // Leads of the characters that may do harm; continuations and all other leads are harmless.
    case 0xC2, 0xE2, 0xEF, 0xF0...0xF4:
      return isHarmful(utf8, at: position)
        ? (utf8[position] < 0xE0 ? 2 : utf8[position] < 0xF0 ? 3 : 4, "\u{FFFD}") : nil
    default: return nil
    }
  }

  private static func picture(of control: UInt8) -> String {
    Unicode.Scalar(0x2400 + UInt32(control)).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  /// C1 controls, marks and overrides of direction, separators of lines, and noncharacters.
  private static func isHarmful(
    _ utf8: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> Bool {
    let second = utf8[position + 1]
    switch utf8[position] {
    case 0xC2: return second < 0xA0
    case 0xE2:
      let third = utf8[position + 2]
      return second == 0x80 && ([0x8E, 0x8F].contains(third) || (0xA8...0xAE).contains(third))
        || second == 0x81 && (0xA6...0xA9).contains(third)
    case 0xEF:
      let third = utf8[position + 2]
      return second == 0xB7 && (0x90...0xAF).contains(third)
        || second == 0xBF && third >= 0xBE
    default:
      // U+1FFFE, U+1FFFF and their like at the end of every plane.
      return second & 0x0F == 0x0F && utf8[position + 2] == 0xBF && utf8[position + 3] >= 0xBE
    }
  }
}
