/// A kind of file that is not text, recognised so that the message can say what to do.
package enum BinaryKind: Sendable, Hashable {
  /// XLSX, DOCX and every other ZIP.
  case zip
  /// The XLS and DOC of old.
  case compoundDocument
  case pdf
  case unknown
}

package enum EncodingDetection: Sendable, Hashable {
  case text(DetectedEncoding)
  case binary(BinaryKind)
}

/// Decides the encoding of a file from a sample of its bytes.
///
/// A byte order mark decides; then NUL bytes in every other place (UTF-16) and valid UTF-8. What is
/// left is read in each of Windows-1258, TCVN3 and VNI, and the reading whose words are Vietnamese
/// wins. UTF-8 whose words are Vietnamese only as letters of the old fonts is text of those fonts. NUL
/// bytes anywhere else mean that the file is not text.
///
/// - Parameter sample: The beginning of the file; it may end in the middle of a character.
/// - Returns: The encoding with its confidence and evidence, or what kind of file this is instead of
///   text.
package func detectEncoding(of sample: some Collection<UInt8>) -> EncodingDetection {
  let bytes = Array(sample)
  if let kind = binaryKind(of: bytes) { return .binary(kind) }
  for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian]
  where bytes.starts(with: byteOrderMark(of: encoding)) {
    if encoding == .utf8, let found = fontTextDetection(bytes, hasByteOrderMark: true) {
      return .text(found)
    }
    return .text(
      DetectedEncoding(encoding: encoding, hasByteOrderMark: true, confidence: .certain))
  }
  if let encoding = utf16WithoutMark(bytes) {
    return .text(
      DetectedEncoding(encoding: encoding, hasByteOrderMark: false, confidence: .likely))
  }
  let controls = bytes.count { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 && $0 != 12 && $0 != 26 }
  if bytes.contains(0) || controls * 10 > bytes.count { return .binary(.unknown) }
  if !bytes.contains(where: { $0 >= 0x80 }) {
    return .text(DetectedEncoding(encoding: .utf8, hasByteOrderMark: false, confidence: .certain))
  }
  let valid = bytes.withUnsafeBufferPointer { validPrefixLength(of: $0) }
  if valid == bytes.count
    || bytes[..<valid].contains(where: { $0 >= 0x80 }) && isCutCharacter(bytes[valid...])
  {
    if let found = fontTextDetection(bytes, hasByteOrderMark: false) { return .text(found) }
    return .text(DetectedEncoding(encoding: .utf8, hasByteOrderMark: false, confidence: .likely))
  }
  // One bad byte in a long UTF-8 text is damage, not another encoding: count what each explains.
  if invalidSequenceCount(bytes) * 20 < multibyteCount(bytes) {
    return .text(DetectedEncoding(encoding: .utf8, hasByteOrderMark: false, confidence: .guessed))
  }
  let (encoding, evidence) = bestReading(of: bytes)
  return .text(
    DetectedEncoding(
      encoding: encoding, hasByteOrderMark: false,
      confidence: encoding != .utf8 && evidence.isStrong ? .likely : .guessed, evidence: evidence))
}

/// The byte order mark that begins a file in `encoding`; empty when there is none.
package func byteOrderMark(of encoding: TextEncoding) -> [UInt8] {
  switch encoding {
  case .utf8, .tcvn3InUTF8, .vniInUTF8: [0xEF, 0xBB, 0xBF]
  case .utf16LittleEndian: [0xFF, 0xFE]
  case .utf16BigEndian: [0xFE, 0xFF]
  case .windows1258, .tcvn3, .vni: []
  }
}

/// True when the bytes may be the start of a character of UTF-8 that a sample or a piece cuts.
///
/// A lone last letter of TCVN3 looks like that too, but then nothing before it is UTF-8.
func isCutCharacter(_ tail: some Collection<UInt8>) -> Bool {
  guard let lead = tail.first, tail.count <= 3 else { return false }
  let length =
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  return tail.count < length && tail.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
}

private func fontTextDetection(_ bytes: [UInt8], hasByteOrderMark: Bool) -> DetectedEncoding? {
  fontText(bytes).map { encoding, evidence in
    DetectedEncoding(
      encoding: encoding, hasByteOrderMark: hasByteOrderMark,
      confidence: evidence.isStrong ? .likely : .guessed, evidence: evidence)
  }
}

private func binaryKind(of bytes: [UInt8]) -> BinaryKind? {
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .compoundDocument }
  if bytes.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) { return .pdf }
  return nil
}

/// Text in Latin script has a NUL in nearly every second byte of UTF-16, always on the same side.
private func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
  guard bytes.count >= 8 else { return nil }
  var even = 0
  var odd = 0
  for (index, byte) in bytes.enumerated() where byte == 0 {
    if index % 2 == 0 { even += 1 } else { odd += 1 }
  }
  let pairs = bytes.count / 2
  if odd * 10 >= pairs * 4 && even * 50 <= pairs { return .utf16LittleEndian }
  if even * 10 >= pairs * 4 && odd * 50 <= pairs { return .utf16BigEndian }
  return nil
}

private func invalidSequenceCount(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { buffer in
    var count = 0
    var start = 0
    while start < buffer.count {
      start += validPrefixLength(of: UnsafeBufferPointer(rebasing: buffer[start...]))
      if start < buffer.count { count += 1 }
      start += 1
    }
    return count
  }
}

private func multibyteCount(_ bytes: [UInt8]) -> Int { bytes.count { $0 >= 0xC2 && $0 <= 0xF4 } }
