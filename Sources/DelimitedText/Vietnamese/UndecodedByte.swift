/// Bytes that mean nothing in the encoding of their file, kept as characters so that they can be
/// found, named and shown again: byte B stands as U+10FF00 + B of the last private plane, which no
/// text uses.
package enum UndecodedByte {
  private static let first: UInt32 = 0x10FF00

  /// Appends the character that stands for `byte`.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output += [0xF4, 0x8F, 0xBC | byte >> 6, 0x80 | byte & 0x3F]
  }

  /// The byte a character stands for; `nil` for every character of a text.
  package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= first ? UInt8(scalar.value - first) : nil
  }

  /// The same for the character that begins at a place of valid UTF-8.
  @inline(__always)
  package static func byte(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt8? {
    guard text[position] == 0xF4, text[position + 1] == 0x8F, text[position + 2] >= 0xBC else {
      return nil
    }
    return (text[position + 2] & 3) << 6 | text[position + 3] & 0x3F
  }

  /// UTF-8 as a string in which every byte that is no UTF-8 stands as its own character.
  package static func marking(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      guard validPrefixLength(of: buffer) < buffer.count else {
        return String(decoding: bytes, as: UTF8.self)
      }
      var marked: [UInt8] = []
      var start = 0
      while start < buffer.count {
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        let valid = validPrefixLength(of: rest)
        marked.append(contentsOf: rest[..<valid])
        start += valid
        if start < buffer.count { append(buffer[start], to: &marked) }
        start += 1
      }
      return String(decoding: marked, as: UTF8.self)
    }
  }

  /// UTF-8 for people: every byte without a meaning is written `\x9D`.
  package static func readable(_ bytes: [UInt8]) -> String {
    let text = marking(bytes)
    guard text.unicodeScalars.contains(where: { $0.value >= first }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let byte = byte(of: scalar) {
        shown.append(contentsOf: "\\x\(hexadecimal(byte))".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Two capital digits.
  package static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
