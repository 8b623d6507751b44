/// Words with a question mark inside ("Qu?n"), which programs write for letters they cannot save.
package struct LostLetters: Sendable, Hashable {
  package var count: Int
  /// Byte position of the first question mark.
  package var first: Int

  /// `nil` for fewer than three such words: one or two may be meant.
  ///
  /// - Parameter text: UTF-8.
  package init?(in text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return nil }
    count = 0
    first = 0
    var position = 0
    while let mark = find(0x3F, in: base, from: position, to: text.count) {
      var start = mark
      while start > 0, Self.isPartOfWord(text[start - 1]) { start -= 1 }
      var end = mark + 1
      while end < text.count, Self.isPartOfWord(text[end]) { end += 1 }
      position = end
      let isWhole =
        (start == 0 || Self.endsWord(text[start - 1]))
        && (end == text.count || Self.endsWord(text[end]))
      let isInside = text[start] != 0x3F && text[end - 1] != 0x3F
      if isWhole && isInside {
        if count == 0 { first = mark }
        count += 1
      }
    }
    if count < 3 { return nil }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x3F || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Blanks, delimiters and quotation marks; not what addresses are made of.
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == 0x2C || byte == 0x3B || byte == 0x22
  }
}
