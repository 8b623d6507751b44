/// Turns UTF-8 that holds text of ABC or VNI fonts into Vietnamese.
///
/// Word and Excel keep such text as the Western letters that the font draws over ("Tr­êng" for
/// "Trường"), and "CSV UTF-8" saves those: U+00A0 to U+00FF stand for bytes of the old encoding.
struct FontTextDecoder {
  private var letters: LegacyDecoder
  /// Bytes of a character that the last piece cut.
  private var pending: [UInt8] = []

  /// - Parameter encoding: The encoding of the font.
  init?(_ encoding: TextEncoding) {
    guard let letters = LegacyDecoder(encoding) else { return nil }
    self.letters = letters
  }

  mutating func convert(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], isLast: Bool
  ) -> TextConverter.Outcome {
    let input = pending + piece
    pending = []
    var outcome = TextConverter.Outcome.done
    input.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        let valid = validPrefixLength(of: rest)
        if !convertValid(rest[..<valid], into: &output) { outcome = .invalid }
        start += valid
        guard start < buffer.count else { break }
        if !isLast && isCutCharacter(buffer[start...]) {
          pending = Array(buffer[start...])
          break
        }
        letters.take(undecoded: buffer[start], into: &output)
        outcome = .invalid
        start += 1
      }
    }
    if isLast { letters.finish(into: &output) }
    return outcome
  }

  /// False when a letter of the font means nothing.
  private mutating func convertValid(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, into output: inout [UInt8]
  ) -> Bool {
    var isSound = true
    var index = text.startIndex
    while index < text.endIndex {
      let lead = text[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if length == 1 {
        letters.take(ascii: lead, into: &output)
      } else if lead <= 0xC3 {
        // C2 80 to C3 BF are U+0080 to U+00FF.
        let byte = (lead & 3) << 6 | text[index + 1] & 0x3F
        if !letters.take(beyondASCII: byte, into: &output) { isSound = false }
      } else {
        letters.finish(into: &output)
        output.append(contentsOf: text[index..<index + length])
      }
      index += length
    }
    return isSound
  }
}

/// The font's encoding, if a UTF-8 text is plainly text of a font and not Vietnamese in Unicode.
///
/// Vietnamese in Unicode has many letters of U+1E00 to U+1EFF, text of fonts none, or a few where
/// somebody added a line; that line then refuses the file.
func fontText(_ bytes: [UInt8]) -> (encoding: TextEncoding, evidence: EncodingEvidence)? {
  var western = 0
  var vietnamese = 0
  for (index, byte) in bytes.enumerated() where byte >= 0xC2 {
    if byte <= 0xC3 { western += 1 }
    if byte == 0xE1, index + 1 < bytes.count, bytes[index + 1] >= 0xB8 { vietnamese += 1 }
    // Plainly Unicode: nearly every file ends here.
    if vietnamese >= 100 && vietnamese * 10 > western { return nil }
  }
  guard western >= 4, vietnamese * 10 <= western else { return nil }
  let own = WordTally(of: composedText(of: bytes, in: .utf8))
  for encoding in TextEncoding.fontText {
    let evidence = EncodingEvidence(
      words: WordTally(of: composedText(of: bytes, in: encoding)), nextBest: .utf8,
      nextBestShare: own.share)
    if evidence.outdoesUnicode { return (encoding, evidence) }
  }
  return nil
}
