/// The encodings field teams' files come in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1258 = "windows-1258"

  /// The name iconv knows it by.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1258: "CP1258"
    }
  }

  /// Bytes a byte order mark takes at the start of a file.
  var byteOrderMarkLength: Int {
    switch self {
    case .utf8: 3
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .windows1258: 0
    }
  }
}

/// How sure the detection is, for the person who reads the import report.
package enum DetectionConfidence: String, Sendable, Hashable, CaseIterable {
  /// A byte order mark, an explicit setting, or plain ASCII that reads the same everywhere.
  case certain
  /// Text that is valid in this encoding and would hardly be so by chance.
  case likely
  /// The only encoding left; the words may come out wrong.
  case guessed
}

/// What ``detectEncoding(of:)`` found.
package struct DetectedEncoding: Sendable, Hashable {
  package var encoding: TextEncoding
  package var hasByteOrderMark: Bool
  package var confidence: DetectionConfidence

  package init(
    encoding: TextEncoding, hasByteOrderMark: Bool, confidence: DetectionConfidence
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.confidence = confidence
  }

  /// Bytes to leave out at the start of the file.
  package var prefixLength: Int { hasByteOrderMark ? encoding.byteOrderMarkLength : 0 }
}
