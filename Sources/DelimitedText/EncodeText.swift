/// A character that an encoding has no byte for.
package struct UnencodableCharacter: Error, Sendable, Hashable {
  package var scalar: UInt32
  /// The line it stands in, from 1.
  package var line: Int

  package init(scalar: UInt32, line: Int) {
    self.scalar = scalar
    self.line = line
  }
}

/// Text in an encoding, without a byte order mark.
///
/// - Parameters:
///   - text: Composed first: that is the form in which letters are looked up.
///   - encoding: Any of them but text of the old fonts in UTF-8.
/// - Returns: Bytes that ``TextConverter`` turns back into the same text.
/// - Throws: The first character that the encoding lacks.
package func encoded(
  _ text: String, as encoding: TextEncoding
) throws(UnencodableCharacter) -> [UInt8] {
  switch encoding {
  case .utf8: return Array(text.utf8)
  case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .windows1258, .tcvn3, .vni: break
  case .tcvn3InUTF8, .vniInUTF8:
    preconditionFailure("text of old fonts in UTF-8 is read and never written")
  }
  let letters = LegacyEncoder.letters(of: encoding)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var line = 1
  for scalar in composed(text).unicodeScalars {
    if scalar.isASCII {
      if scalar == "\n" { line += 1 }
      bytes.append(UInt8(scalar.value))
    } else if let letter = letters[scalar.value] {
      bytes.append(contentsOf: letter)
    } else {
      throw UnencodableCharacter(scalar: scalar.value, line: line)
    }
  }
  return bytes
}
