import Foundation
package import SurveyModel

/// What came of reading a small file: a table when it is usable, and everything found.
package struct TableReading: Sendable, Hashable {
  package var table: DelimitedTable?
  package var findings: [Finding]
}

/// Reads a small file whole: a code list, population totals, entered figures.
///
/// Encoding and delimiter are detected. Rows with another number of cells than the header are
/// reported and left out; surplus empty cells at the end of a row are not held against it. Rows
/// without any content are skipped.
///
/// - Parameters:
///   - path: The file to open.
///   - file: Its name in findings; `path` unless given.
///   - limit: Bytes; a larger file is refused.
/// - Returns: The table, `nil` when the file cannot be used, and everything found.
package func readTable(
  path: String, file: String? = nil, limit: Int = TextLimits.supportingFile
) -> TableReading {
  let name = file ?? path
  do throws(ByteFile.Failure) {
    let opened = try ByteFile(path: path)
    let bytes = try opened.readAll(limit: limit)
    guard bytes.count <= limit else {
      let finding = Finding(
        DelimitedTextCodes.fileTooLarge, at: SourceLocation(file: name),
        message: LocalizedText(
          vi: "tệp lớn hơn \(limit >> 20) MiB", en: "the file is larger than \(limit >> 20) MiB"),
        remedy: LocalizedText(
          vi: "kiểm tra rằng đây là danh sách mã hoặc số liệu dân số, không phải tệp phiếu trả lời",
          en: "check that this is a code list or a population file, not a file of responses"))
      return TableReading(table: nil, findings: [finding])
    }
    return readTable(bytes: bytes, file: name)
  } catch {
    return TableReading(table: nil, findings: [FileFinding.failed(error, file: name)])
  }
}

/// Reads a small delimited text that is already in memory.
package func readTable(bytes: [UInt8], file: String) -> TableReading {
  guard !bytes.isEmpty else {
    return TableReading(table: nil, findings: [FileFinding.empty(file: file)])
  }
  let detected: DetectedEncoding
  switch detectEncoding(of: bytes) {
  case .binary(let kind):
    return TableReading(table: nil, findings: [FileFinding.binary(kind, file: file)])
  case .text(let encoding): detected = encoding
  }
  var findings: [Finding] = []
  if let finding = FileFinding.detectedEncoding(detected, file: file) { findings.append(finding) }
  let content = Array(bytes.dropFirst(detected.prefixLength))
  if let finding = mixedEncodings(content, readAs: detected.encoding, file: file) {
    return TableReading(table: nil, findings: findings + [finding])
  }
  let text = utf8Text(of: content, from: detected.encoding)
  return text.withUnsafeBufferPointer { buffer in
    if let damage = firstDamage(in: buffer, from: detected.encoding) {
      let place = placeOfByte(damage.position, in: buffer, lineStart: 0, line: 1, file: file)
      findings.append(
        FileFinding.invalidEncoding(detected.encoding, byte: damage.byte, at: place))
      return TableReading(table: nil, findings: findings)
    }
    if let lost = LostLetters(in: buffer) {
      findings.append(
        FileFinding.lostLetters(
          lost.count, at: placeOfByte(lost.first, in: buffer, lineStart: 0, line: 1, file: file)))
    }
    let table = parseTable(buffer, detected: detected, file: file, findings: &findings)
    return TableReading(table: table, findings: findings)
  }
}

private func mixedEncodings(
  _ content: [UInt8], readAs encoding: TextEncoding, file: String
) -> Finding? {
  guard encoding.isLegacy else { return nil }
  var watch = LineEncodingWatch(encoding)
  let stray = content.withUnsafeBufferPointer { watch.examine($0, isLast: true) }
  return stray.map {
    FileFinding.mixedEncodings(
      $0.encoding, amid: encoding, at: SourceLocation(file: file, line: $0.line, column: 1))
  }
}

/// The first byte that could not be decoded, or the first half character of UTF-16.
private func firstDamage(
  in text: UnsafeBufferPointer<UInt8>, from encoding: TextEncoding
) -> (position: Int, byte: UInt8?)? {
  let valid = validPrefixLength(of: text)
  if valid < text.count { return (valid, text[valid]) }
  guard encoding != .utf8 else { return nil }
  for (position, byte) in text.enumerated() {
    if let undecoded = UndecodedByte.byte(in: text, at: position) { return (position, undecoded) }
    // U+FFFD of the converter.
    if byte == 0xEF, text[position + 1] == 0xBF, text[position + 2] == 0xBD {
      return (position, nil)
    }
  }
  return nil
}

private func parseTable(
  _ text: UnsafeBufferPointer<UInt8>, detected: DetectedEncoding, file: String,
  findings: inout [Finding]
) -> DelimitedTable? {
  let delimiter = detectDelimiter(in: text).delimiter
  var cursor = RecordCursor(text, delimiter: delimiter)
  guard cursor.next() else {
    if let quote = cursor.unterminatedQuote {
      findings.append(
        FileFinding.unterminatedQuote(
          at: placeOfByte(quote, in: text, lineStart: 0, line: 1, file: file)))
    } else {
      findings.append(FileFinding.empty(file: file))
    }
    return nil
  }
  guard cursor.fieldCount <= TextLimits.columns else {
    findings.append(FileFinding.tooManyColumns(cursor.fieldCount, file: file))
    return nil
  }
  let header = tableCells(of: cursor)
  var rows: [TableRow] = []
  while cursor.next() {
    var row = tableCells(of: cursor)
    if row.allSatisfy(\.text.isEmpty) { continue }
    while row.count > header.count, row[row.count - 1].text.isEmpty { row.removeLast() }
    if let malformed = cursor.fields.firstIndex(where: \.isMalformed) {
      let cell = row[min(malformed, row.count - 1)]
      findings.append(
        misplacedQuote(at: SourceLocation(file: file, line: cell.line, column: cell.column)))
    } else if row.count != header.count {
      findings.append(
        wrongFieldCount(
          max(row.count, cursor.fieldCount), expected: header.count,
          at: SourceLocation(file: file, line: cursor.recordLine, column: 1)))
    } else {
      rows.append(TableRow(line: cursor.recordLine, cells: row))
    }
  }
  if let quote = cursor.unterminatedQuote {
    findings.append(FileFinding.unterminatedQuote(at: cursor.place(of: quote, in: file)))
    return nil
  }
  let dialect = FileDialect(
    encoding: detected.encoding.rawValue, delimiter: delimiterName(delimiter),
    hasByteOrderMark: detected.hasByteOrderMark)
  return DelimitedTable(file: file, dialect: dialect, header: header, rows: rows)
}

/// The cells of the record read last; one walk over its bytes finds all places.
package func tableCells(of cursor: RecordCursor) -> [TableCell] {
  let bytes = cursor.bytes
  var line = cursor.recordLine
  var column = 1
  var position = cursor.recordStart
  return cursor.fields.map { field in
    while position < field.start {
      if endsLine(bytes, at: position) {
        line += 1
        column = 1
      } else if bytes[position] & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
    return TableCell(
      text: composed(cursor.text(of: field)).trimmingCharacters(in: blankCharacters),
      line: line, column: column)
  }
}

/// Blanks, line breaks, and characters that show nothing: zero-width spaces, a byte order mark.
private let blankCharacters = CharacterSet.whitespacesAndNewlines.union(
  CharacterSet(charactersIn: "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}"))

/// `text` in composed form (NFC); ASCII is returned as it is.
package func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}
