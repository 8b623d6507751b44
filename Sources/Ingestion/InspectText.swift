import DelimitedText

/// Looks for what no cell may hold: damaged encoding, control characters, endless text.
enum TextInspection {
  enum Result {
    case plain
    /// Sound, but holds combining marks: compose before keeping.
    case needsComposing
    case fault(CellFault)
  }

  /// - Parameters:
  ///   - text: Content of a cell, quotation marks taken off.
  ///   - limit: Most bytes it may have.
  /// - Returns: What was found first, if anything.
  static func inspect(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Result {
    if text.count > limit { return .fault(.tooLong) }
    guard let base = text.baseAddress else { return .plain }
    let raw = UnsafeRawPointer(base)
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    // Eight printable ASCII bytes at a time. A byte below 32 borrows into its high bit and 127 carries into it; false alarms
    // from a neighbour's borrow only cost the slow look below.
    while index + 8 <= text.count {
      let word = (raw + index).loadUnaligned(as: UInt64.self)
      if (word | (word &- ones &* 32) | (word &+ ones)) & high != 0 { break }
      index += 8
    }
    var isASCII = true
    while index < text.count {
      let byte = text[index]
      if byte < 32 && byte != 9 && byte != 10 && byte != 13 { return .fault(.controlCharacter) }
      if byte == 127 { return .fault(.controlCharacter) }
      if byte >= 0x80 {
        isASCII = false
        break
      }
      index += 1
    }
    return isASCII ? .plain : inspectUnicode(text)
  }

  private static func inspectUnicode(_ text: UnsafeBufferPointer<UInt8>) -> Result {
    guard validPrefixLength(of: text) == text.count else { return .fault(.encoding) }
    var needsComposing = false
    for (index, byte) in text.enumerated() {
      if byte < 32 && byte != 9 && byte != 10 && byte != 13 || byte == 127 {
        return .fault(.controlCharacter)
      }
      guard byte >= 0xC2 else { continue }
      let next = text[index + 1]
      // U+0300 to U+036F, the combining marks.
      if byte == 0xCC || (byte == 0xCD && next <= 0xAF) { needsComposing = true }
      if byte == 0xC2 && next <= 0x9F { return .fault(.controlCharacter) }
      // U+FFFD stands where a program has already lost a character.
      if byte == 0xEF && next == 0xBF && text[index + 2] == 0xBD { return .fault(.encoding) }
      // A byte that meant nothing in the encoding of the file.
      if UndecodedByte.byte(in: text, at: index) != nil { return .fault(.encoding) }
    }
    return needsComposing ? .needsComposing : .plain
  }
}
