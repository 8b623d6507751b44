import DelimitedText
import SurveyModel

/// How a response file is to be read: what the survey file says, else what the file looks like.
struct ResponseDialect: Sendable {
  var encoding: DetectedEncoding
  var delimiter: UInt8
  var style: CellStyle

  var asFileDialect: FileDialect {
    FileDialect(
      encoding: encoding.encoding.rawValue, delimiter: delimiterName(delimiter),
      hasByteOrderMark: encoding.hasByteOrderMark)
  }
}

/// What came of looking at the beginning of a file.
enum DialectDetection {
  case dialect(ResponseDialect, findings: [Finding])
  case refused([Finding])
}

/// Looks at the beginning of a response file.
///
/// - Parameters:
///   - path: The file to open.
///   - file: Its name in findings.
///   - pattern: What the survey file says of it.
///   - firstBeyondASCII: As the digest of the file has it.
/// - Returns: How to read the file, or why it is refused.
func detectDialect(
  path: String, file: String, pattern: ResponseFilePattern?, firstBeyondASCII: Int?
) -> DialectDetection {
  var findings: [Finding] = []
  let style = CellStyle(
    decimal: pattern?.decimal.flatMap { DecimalSign(named: $0) },
    dates: pattern?.dates.flatMap { DateOrder(named: $0) })
  if let pattern { findings += settingFindings(pattern) }
  guard findings.isEmpty else { return .refused(findings) }
  let sample: [UInt8]
  do throws(ByteFile.Failure) {
    sample = try sampleBytes(path: path, firstBeyondASCII: firstBeyondASCII)
  } catch {
    return .refused([FileFinding.failed(error, file: file)])
  }
  guard !sample.isEmpty else { return .refused([FileFinding.empty(file: file)]) }
  var encoding: DetectedEncoding
  switch detectEncoding(of: sample) {
  case .binary(let kind): return .refused([FileFinding.binary(kind, file: file)])
  case .text(let detected): encoding = detected
  }
  if let declared = pattern?.encoding.flatMap(namedEncoding) {
    encoding = overriding(encoding, by: declared)
  }
  if let finding = FileFinding.detectedEncoding(encoding, file: file) { findings.append(finding) }
  let head = sample.dropFirst(encoding.prefixLength).prefix(headLength)
  let text = utf8Text(of: Array(head), from: encoding.encoding, isWhole: false)
  if let finding = lostLetters(in: text, file: file) { findings.append(finding) }
  let delimiter =
    pattern?.delimiter.flatMap(namedDelimiter)
    ?? text.withUnsafeBufferPointer { separatorLine($0) ?? detectDelimiter(in: $0).delimiter }
  return .dialect(
    ResponseDialect(encoding: encoding, delimiter: delimiter, style: style), findings: findings)
}

/// The declared encoding, unless a byte order mark says otherwise.
private func overriding(
  _ found: DetectedEncoding, by declared: TextEncoding
) -> DetectedEncoding {
  // "UTF-16" without a mark leaves the byte order to what was found.
  if declared == .utf16LittleEndian && found.encoding == .utf16BigEndian { return found }
  let agrees = byteOrderMark(of: declared) == byteOrderMark(of: found.encoding)
  guard agrees || !found.hasByteOrderMark else { return found }
  return DetectedEncoding(
    encoding: declared, hasByteOrderMark: found.hasByteOrderMark, confidence: .certain)
}

/// Bytes in which the delimiter is looked for.
private let headLength = 1 << 18

/// The beginning of the file; when that is plain ASCII, also the first piece that is not, because
/// only that tells one encoding from another.
private func sampleBytes(
  path: String, firstBeyondASCII: Int?
) throws(ByteFile.Failure) -> [UInt8] {
  let file = try ByteFile(path: path)
  let sample = try file.readAll(limit: headLength)
  guard let firstBeyondASCII, firstBeyondASCII >= sample.count else { return sample }
  try file.skip(to: firstBeyondASCII)
  return sample + (try file.readAll(limit: headLength))
}

private func lostLetters(in text: [UInt8], file: String) -> Finding? {
  text.withUnsafeBufferPointer { buffer in
    LostLetters(in: buffer).map {
      FileFinding.lostLetters(
        $0.count, at: placeOfByte($0.first, in: buffer, lineStart: 0, line: 1, file: file))
    }
  }
}

/// The delimiter of a first line `sep=;`, which spreadsheets write and read.
private func separatorLine(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
  guard text.count >= 6, isSeparatorLine(text.prefix(4)), text[5] == 10 || text[5] == 13 else {
    return nil
  }
  return namedDelimiter(String(UnicodeScalar(text[4])))
}

/// True for `sep=` in any letter case.
func isSeparatorLine(_ start: some Sequence<UInt8>) -> Bool {
  start.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }.starts(with: Array("sep=".utf8))
}

private func settingFindings(_ pattern: ResponseFilePattern) -> [Finding] {
  var findings: [Finding] = []
  if let name = pattern.encoding, namedEncoding(name) == nil {
    findings.append(FileFinding.unknownEncoding(name, at: pattern.place))
  }
  func check(_ attribute: String, _ value: String?, _ isKnown: Bool, _ expected: String) {
    guard let value, !isKnown else { return }
    findings.append(
      Finding(
        IngestionCodes.setting, at: pattern.place,
        message: LocalizedText(
          vi: "thuộc tính \(attribute) không hợp lệ", en: "the attribute \(attribute) is not valid"),
        found: ShownValue.open(value), expected: LocalizedText(vi: expected, en: expected),
        remedy: LocalizedText(
          vi: "sửa thuộc tính, hoặc bỏ nó để chương trình tự nhận biết",
          en: "correct the attribute, or leave it out and let it be detected")))
  }
  check(
    "delimiter", pattern.delimiter, pattern.delimiter.flatMap(namedDelimiter) != nil,
    "comma, semicolon, tab, pipe")
  check(
    "decimal", pattern.decimal, pattern.decimal.flatMap { DecimalSign(named: $0) } != nil,
    "point, comma")
  check(
    "dates", pattern.dates, pattern.dates.flatMap { DateOrder(named: $0) } != nil,
    "day-first, month-first, iso")
  return findings
}
