/// The encodings field teams' files come in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993, the ABC fonts (.VnTime) of the North.
  case tcvn3 = "TCVN3"
  /// The VNI fonts for Windows (VNI-Times) of the South.
  case vni = "VNI-Windows"
  /// Text of ABC fonts that Word or Excel saved as UTF-8: the letters that the font draws over.
  case tcvn3InUTF8 = "TCVN3-in-UTF-8"
  /// The same with VNI fonts.
  case vniInUTF8 = "VNI-Windows-in-UTF-8"

  /// One byte or two for a letter, and nothing in the file that says which encoding it is.
  static let legacy: [TextEncoding] = [.windows1258, .tcvn3, .vni]

  /// Text of the old fonts in UTF-8.
  static let fontText: [TextEncoding] = [.tcvn3InUTF8, .vniInUTF8]

  /// Older than Unicode, or made so: every sequence of bytes means something, right or wrong.
  package var isLegacy: Bool { Self.legacy.contains(self) || Self.fontText.contains(self) }

  /// Bytes a byte order mark takes at the start of a file.
  var byteOrderMarkLength: Int { byteOrderMark(of: self).count }
}

/// How sure the detection is, for the person who reads the import report.
package enum DetectionConfidence: String, Sendable, Hashable, CaseIterable {
  /// A byte order mark, an explicit setting, or plain ASCII that reads the same everywhere.
  case certain
  /// Text that is valid in this encoding and would hardly be so by chance.
  case likely
  /// Too little text, or too odd, to tell; the words may come out wrong.
  case guessed
}

/// What ``detectEncoding(of:)`` found.
package struct DetectedEncoding: Sendable, Hashable {
  package var encoding: TextEncoding
  package var hasByteOrderMark: Bool
  package var confidence: DetectionConfidence
  /// What the choice rests on, where words had to be looked at.
  package var evidence: EncodingEvidence?

  package init(
    encoding: TextEncoding, hasByteOrderMark: Bool, confidence: DetectionConfidence,
    evidence: EncodingEvidence? = nil
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.confidence = confidence
    self.evidence = evidence
  }

  /// Bytes to leave out at the start of the file.
  package var prefixLength: Int { hasByteOrderMark ? encoding.byteOrderMarkLength : 0 }
}
