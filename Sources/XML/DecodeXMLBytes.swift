import SurveyModel

/// Turns the bytes of a file into UTF-8 text, or says why it cannot be read as text.
///
/// XML parsers must read UTF-8 and UTF-16; other encodings are refused by name, because a wrong
/// guess would turn Vietnamese labels into other letters without anybody noticing.
func decodeXMLBytes(_ bytes: [UInt8], file: String) -> Result<XMLSourceText, FindingError> {
  if let units = utf16Units(of: bytes) {
    return decodeUTF16(units, file: file)
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let body = hasMark ? Array(bytes.dropFirst(3)) : bytes
  let source = XMLSourceText(file: file, utf8: body)
  guard body.contains(where: { !isXMLSpace($0) }) else {
    return .failure(FindingError(.emptyFile(at: SourceLocation(file: file))))
  }
  if let offset = body.firstIndex(of: 0) {
    return .failure(FindingError(.binaryFile(isOffice: false, at: source.place(at: offset))))
  }
  if body.starts(with: [0x50, 0x4B, 0x03, 0x04]) || body.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    let place = SourceLocation(file: file, line: 1, column: 1)
    return .failure(FindingError(.binaryFile(isOffice: true, at: place)))
  }
  if let declared = declaredEncoding(in: body), !acceptedEncodings.contains(declared.lowercased()) {
    return .failure(
      FindingError(
        .unsupportedEncoding(declared, at: SourceLocation(file: file, line: 1, column: 1)))
    )
  }
  if let offset = firstInvalidUTF8(in: body) {
    return .failure(FindingError(.invalidEncoding(at: source.place(at: offset))))
  }
  return .success(source)
}

/// One finding that stops the reading, carried as an error.
struct FindingError: Error {
  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}

private let acceptedEncodings: Set<String> = [
  "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii",
]

func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// UTF-16 is recognised by its byte order mark, or by a `<` whose other half is zero.
private func utf16Units(of bytes: [UInt8]) -> [UInt16]? {
  guard bytes.count >= 2 else { return nil }
  let bigEndian: Bool
  let start: Int
  switch (bytes[0], bytes[1]) {
  case (0xFF, 0xFE): (bigEndian, start) = (false, 2)
  case (0xFE, 0xFF): (bigEndian, start) = (true, 2)
  case (0x3C, 0x00): (bigEndian, start) = (false, 0)
  case (0x00, 0x3C): (bigEndian, start) = (true, 0)
  default: return nil
  }
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = start
  while index + 1 < bytes.count {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    units.append(bigEndian ? first << 8 | second : second << 8 | first)
    index += 2
  }
  return units
}

private func decodeUTF16(_ units: [UInt16], file: String) -> Result<XMLSourceText, FindingError> {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(units.count)
  let damaged = transcode(
    units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
  ) { utf8.append($0) }
  let source = XMLSourceText(file: file, utf8: utf8)
  if damaged {
    return .failure(FindingError(.invalidEncoding(at: source.place(at: utf8.count))))
  }
  if let offset = utf8.firstIndex(of: 0) {
    return .failure(FindingError(.binaryFile(isOffice: false, at: source.place(at: offset))))
  }
  guard utf8.contains(where: { !isXMLSpace($0) }) else {
    return .failure(FindingError(.emptyFile(at: SourceLocation(file: file))))
  }
  return .success(source)
}

/// The name in `<?xml … encoding="…"?>`.
private func declaredEncoding(in bytes: [UInt8]) -> String? {
  guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
  let head = bytes.prefix(256)
  guard let close = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
  let declaration = String(decoding: head[..<close], as: UTF8.self)
  guard let name = declaration.firstRange(of: "encoding") else { return nil }
  var rest = declaration[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
  guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else { return nil }
  return String(rest.prefix { $0 != quote })
}

/// The offset of the first byte that is not part of a well-formed UTF-8 sequence.
private func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  var index = 0
  let count = bytes.count
  while index < count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return index
    }
    guard index + length <= count else { return index }
    for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return index }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return index
    default: break
    }
    index += length
  }
  return nil
}
