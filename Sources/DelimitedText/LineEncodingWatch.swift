/// A line of a file that is in another encoding than the rest.
package struct StrayLine: Sendable, Hashable {
  /// From 1.
  package var line: Int
  package var encoding: TextEncoding

  package init(line: Int, encoding: TextEncoding) {
    self.line = line
    self.encoding = encoding
  }
}

/// Watches the raw lines of a file in a legacy encoding for lines in another one.
///
/// Such a file decodes without a fault, every byte meaning something, so nothing else would notice.
struct LineEncodingWatch {
  private let encoding: TextEncoding
  private var line = 1
  /// The line being read, as far as earlier pieces had it.
  private var current: [UInt8] = []
  private var endsWithReturn = false
  /// A line is judged by its beginning.
  private static let longest = 1 << 16

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// The first stray line that ends in `piece`, or is the last of the file.
  mutating func examine(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) -> StrayLine? {
    var start = 0
    for (index, byte) in piece.enumerated() where byte == 10 || byte == 13 {
      // LF after CR ends no line of its own.
      if byte == 10, index == 0 ? endsWithReturn : piece[index - 1] == 13 {
        start = index + 1
        continue
      }
      current.append(contentsOf: piece[start..<index].prefix(Self.longest - current.count))
      if let stray = judge() { return stray }
      line += 1
      start = index + 1
    }
    if start < piece.count {
      current.append(contentsOf: piece[start...].prefix(Self.longest - current.count))
    }
    if let last = piece.last { endsWithReturn = last == 13 }
    return isLast ? judge() : nil
  }

  private mutating func judge() -> StrayLine? {
    defer { current.removeAll(keepingCapacity: true) }
    guard current.contains(where: { $0 >= 0x80 }) else { return nil }
    return otherEncoding(of: current, readAs: encoding).map { StrayLine(line: line, encoding: $0) }
  }
}

/// The encoding a text is in, if that is plainly not the one it is read in.
///
/// UTF-8 is known by its form: legacy letters do not make whole sequences of it by chance, and text
/// of fonts has no letter of U+1E80 to U+1EFF. Another
/// legacy encoding must make four of five words Vietnamese, three words at least, where the reading
/// does so with at most one in three.
///
/// - Parameters:
///   - text: A line or several, without bytes cut.
///   - encoding: What the text is read in: a legacy encoding, or UTF-8 that it is not wholly in.
/// - Returns: The other encoding; `nil` when the text may well be in the one it is read in.
package func otherEncoding(of text: [UInt8], readAs encoding: TextEncoding) -> TextEncoding? {
  if encoding != .utf8, isUnmistakableUTF8(text, amid: encoding) { return .utf8 }
  let own = WordTally(of: composedText(of: text, in: encoding))
  guard own.words >= 3, own.share <= 1 / 3 else { return nil }
  for other in TextEncoding.legacy + [.utf8] where other != encoding {
    let words = WordTally(of: composedText(of: text, in: other))
    if words.words >= 3, words.share >= 0.8 { return other }
  }
  return nil
}

/// Valid UTF-8 with a letter of U+1E80 to U+1EFF, where most Vietnamese letters are, or amid bytes
/// with two letters of any kind.
private func isUnmistakableUTF8(_ text: [UInt8], amid encoding: TextEncoding) -> Bool {
  text.withUnsafeBufferPointer { buffer in
    guard validPrefixLength(of: buffer) == buffer.count else { return false }
    var letters = 0
    for (index, byte) in buffer.enumerated() where byte >= 0xC2 {
      if byte == 0xE1 && buffer[index + 1] >= 0xBA {
        letters += 2
      } else if !TextEncoding.fontText.contains(encoding) {
        letters += 1
      }
    }
    return letters >= 2
  }
}
