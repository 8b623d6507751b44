/// Turns bytes of one encoding into UTF-8 as they arrive.
package struct TextConverter {
  private enum Decoder {
    case utf16(UTF16Decoder)
    case legacy(LegacyDecoder)
    case fontText(FontTextDecoder)
  }

  private var decoder: Decoder

  /// `nil` for UTF-8, which needs none.
  package init?(from encoding: TextEncoding) {
    switch encoding {
    case .utf8: return nil
    case .utf16LittleEndian: decoder = .utf16(UTF16Decoder(isBigEndian: false))
    case .utf16BigEndian: decoder = .utf16(UTF16Decoder(isBigEndian: true))
    case .windows1258, .tcvn3, .vni:
      guard let legacy = LegacyDecoder(encoding) else { return nil }
      decoder = .legacy(legacy)
    case .tcvn3InUTF8, .vniInUTF8:
      guard let text = FontTextDecoder(encoding == .vniInUTF8 ? .vni : .tcvn3) else { return nil }
      decoder = .fontText(text)
    }
  }

  /// What came of a piece.
  package enum Outcome: Sendable, Hashable {
    case done
    /// A byte that means nothing in the encoding.
    case invalid
  }

  /// Appends the UTF-8 of `piece` to `output`, Vietnamese letters composed.
  ///
  /// A byte that means nothing is kept as the character of ``UndecodedByte``, half a character of
  /// UTF-16 becomes U+FFFD, so that their places can be found and reported.
  ///
  /// - Complexity: O(`piece.count`).
  package mutating func convert(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], isLast: Bool
  ) -> Outcome {
    switch decoder {
    case .utf16(var utf16):
      let outcome = utf16.convert(piece, into: &output, isLast: isLast)
      decoder = .utf16(utf16)
      return outcome
    case .legacy(var legacy):
      let outcome = legacy.convert(piece, into: &output, isLast: isLast)
      decoder = .legacy(legacy)
      return outcome
    case .fontText(var text):
      let outcome = text.convert(piece, into: &output, isLast: isLast)
      decoder = .fontText(text)
      return outcome
    }
  }
}

/// `bytes` in UTF-8; a character cut at their end is left out unless `isWhole`.
package func utf8Text(
  of bytes: [UInt8], from encoding: TextEncoding, isWhole: Bool = true
) -> [UInt8] {
  guard var converter = TextConverter(from: encoding) else { return bytes }
  var text: [UInt8] = []
  bytes.withUnsafeBufferPointer { _ = converter.convert($0, into: &text, isLast: isWhole) }
  return text
}
