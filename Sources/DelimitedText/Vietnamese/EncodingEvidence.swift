/// What the choice of a legacy encoding rests on: how Vietnamese its words are.
package struct EncodingEvidence: Sendable, Hashable {
  /// Words under the encoding chosen.
  package var words: WordTally
  /// The next best reading.
  package var nextBest: TextEncoding
  package var nextBestShare: Double

  /// Enough words, nearly all of them Vietnamese, and hardly any under another reading.
  var isStrong: Bool {
    words.words >= 10 && words.share >= 0.8 && words.share - nextBestShare >= 0.4
  }

  /// For UTF-8 without the letters that Vietnamese in Unicode has most: nearly all its words are
  /// Vietnamese as text of a font, and plainly fewer as Unicode.
  var outdoesUnicode: Bool {
    words.words >= 4 && words.share >= 0.8 && words.share - nextBestShare >= 0.3
  }
}

/// The reading of a text that makes most of its accented words Vietnamese.
///
/// The text is read in UTF-8, Windows-1258, TCVN3 and VNI; under each, the share of different
/// accented words that are Vietnamese syllables is its score.
///
/// - Parameter bytes: Text that is not wholly ASCII; a letter cut at its end may spoil one word.
/// - Returns: The best reading and its evidence. Where no reading makes three words in ten
///   Vietnamese the text is of another kind, and Windows-1258, the code page of Vietnamese Windows,
///   is returned.
func bestReading(of bytes: [UInt8]) -> (encoding: TextEncoding, evidence: EncodingEvidence) {
  var readings: [(encoding: TextEncoding, words: WordTally)] = []
  for encoding in TextEncoding.legacy + [.utf8] {
    readings.append((encoding, WordTally(of: composedText(of: bytes, in: encoding))))
  }
  // The first of equals wins, so Windows-1258 where nothing speaks for any.
  var best = 0
  for index in readings.indices where readings[index].words.share > readings[best].words.share {
    best = index
  }
  if readings[best].words.share < 0.3 { best = 0 }
  let others = readings.indices.filter { $0 != best }
  let next = others.reduce(others[0]) {
    readings[$1].words.share > readings[$0].words.share ? $1 : $0
  }
  return (
    readings[best].encoding,
    EncodingEvidence(
      words: readings[best].words, nextBest: readings[next].encoding,
      nextBestShare: readings[next].words.share)
  )
}

/// UTF-8 with composed letters; damaged letters stay recognisable.
func composedText(of bytes: [UInt8], in encoding: TextEncoding) -> [UInt8] {
  guard encoding == .utf8 else { return utf8Text(of: bytes, from: encoding) }
  return Array(composed(UndecodedByte.marking(bytes)).utf8)
}
