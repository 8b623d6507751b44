/// How many of the accented words of a text are Vietnamese.
package struct WordTally: Sendable, Hashable {
  /// Different words with a letter outside ASCII, or with a byte that means nothing.
  package var words = 0
  /// Those that are a syllable of Vietnamese, capitals where they may stand.
  package var vietnamese = 0

  /// Share of Vietnamese words, 0 to 1; 0 where there is no word to judge.
  package var share: Double { words == 0 ? 0 : Double(vietnamese) / Double(words) }

  /// Counts the words of a text; `limit` different ones are enough.
  ///
  /// - Parameters:
  ///   - text: UTF-8; what is not counts as a damaged letter.
  ///   - limit: Words after which the rest is not looked at.
  /// - Complexity: O(`text.count`).
  init(of text: [UInt8], limit: Int = 2000) {
    var seen: Set<UInt64> = []
    var word = WordInProgress()
    func close() {
      guard word.isMarked, seen.insert(word.hash).inserted else { return }
      words += 1
      if word.isVietnamese { vietnamese += 1 }
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if word.take(scalar.value) { continue }
      close()
      word = WordInProgress()
      if words >= limit { return }
    }
    close()
  }
}

/// A word read letter by letter.
private struct WordInProgress {
  private var letters: [VietnameseLetter] = []
  private var isSound = true
  private var sawSmall = false
  private(set) var isMarked = false
  /// FNV-1a of the scalars.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  var isVietnamese: Bool { isSound && VietnameseSyllable.isSyllable(letters) }

  /// False for a character that ends the word.
  mutating func take(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      guard (0x61...0x7A).contains(scalar | 0x20) else { return false }
    } else {
      guard !isSeparator(scalar) else { return false }
      isMarked = true
    }
    hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
    guard isSound else { return true }
    guard let letter = VietnameseAlphabet.letter(scalar) else {
      isSound = false
      return true
    }
    // Small ASCII letters, then a capital with a mark: the sign of a wrong encoding. The other way
    // round is how TCVN3 writes capitals ("HUYệN").
    if letter.isCapital && scalar >= 0x80 && sawSmall { isSound = false }
    if !letter.isCapital && scalar < 0x80 { sawSmall = true }
    letters.append(letter)
    if letters.count > VietnameseSyllable.longest { isSound = false }
    return true
  }

  /// Punctuation and other scripts.
  ///
  /// The signs between U+00A1 and U+00BF and combining marks that
  /// found no letter are what words look like in a wrong encoding, so they belong to the word.
  private func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xB0, 0xB7, 0xBB: true
    case 0x300...0x36F, 0x1E00...0x1EFF, 0xFFFD: false
    default: scalar > 0x24F && scalar < 0x10FF00
    }
  }
}
