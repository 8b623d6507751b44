import Foundation
package import SurveyModel

/// One cell of a small file, with its place.
package struct TableCell: Sendable, Hashable {
  /// Composed Unicode (NFC), quotation marks taken off, spaces at both ends removed.
  package var text: String
  package var line: Int
  /// In Unicode scalars, from 1.
  package var column: Int
}

package struct TableRow: Sendable, Hashable {
  package var line: Int
  /// As many as the header has.
  package var cells: [TableCell]
}

/// A small delimited file: header and rows of the header's length.
package struct DelimitedTable: Sendable, Hashable {
  package var file: String
  package var dialect: FileDialect
  package var header: [TableCell]
  package var rows: [TableRow]

  /// Where a cell stands, for findings.
  package func place(of cell: TableCell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.column)
  }

  /// Index of the column whose header is `name`, letter case ignored.
  package func column(_ name: String) -> Int? {
    header.firstIndex { $0.text.lowercased() == name.lowercased() }
  }
}

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
  if detected.confidence == .guessed {
    findings.append(FileFinding.guessedEncoding(detected.encoding, file: file))
  }
  let content = Array(bytes.dropFirst(detected.prefixLength))
  guard let text = utf8Text(of: content, from: detected.encoding) else {
    return TableReading(
      table: nil,
      findings: findings + [
        FileFinding.invalidEncoding(detected.encoding, at: SourceLocation(file: file))
      ])
  }
  return text.withUnsafeBufferPointer { buffer in
    let valid = validPrefixLength(of: buffer)
    if valid < buffer.count {
      let place = placeOfByte(valid, in: buffer, lineStart: 0, line: 1, file: file)
      findings.append(FileFinding.invalidEncoding(detected.encoding, at: place))
      return TableReading(table: nil, findings: findings)
    }
    let table = parseTable(buffer, detected: detected, file: file, findings: &findings)
    return TableReading(table: table, findings: findings)
  }
}

private func utf8Text(of content: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
  if encoding == .utf8 { return content }
  guard var converter = TextConverter(from: encoding) else { return nil }
  var text: [UInt8] = []
  let outcome = content.withUnsafeBufferPointer {
    converter.convert($0, into: &text, isLast: true)
  }
  return outcome == .done ? text : nil
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
      text: composed(cursor.text(of: field)).trimmingCharacters(in: .whitespacesAndNewlines),
      line: line, column: column)
  }
}

/// `text` in composed form (NFC); ASCII is returned as it is.
package func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}

/// The finding for text after a closing quotation mark.
package func misplacedQuote(at place: SourceLocation) -> Finding {
  Finding(
    DelimitedTextCodes.quoteMisplaced, at: place,
    message: LocalizedText(
      vi: "có chữ sau dấu nháy kép đóng", en: "there is text after the closing quotation mark"),
    remedy: LocalizedText(
      vi: "viết mỗi dấu nháy kép bên trong ô thành hai dấu liền nhau",
      en: "write each quotation mark inside the cell as two marks in a row"))
}

/// The finding for a row that does not have the header's number of cells.
package func wrongFieldCount(
  _ count: Int, expected: Int, at place: SourceLocation
) -> Finding {
  Finding(
    DelimitedTextCodes.fieldCount, at: place,
    message: LocalizedText(
      vi: "số ô của dòng khác với số cột của tiêu đề",
      en: "the row has another number of cells than the header has columns"),
    found: LocalizedText(vi: "\(count) ô", en: count == 1 ? "1 cell" : "\(count) cells"),
    expected: LocalizedText(
      vi: "\(expected) ô", en: expected == 1 ? "1 cell" : "\(expected) cells"),
    remedy: LocalizedText(
      vi: "tìm dấu ngăn cột thừa hoặc thiếu; ô có dấu ngăn cột bên trong phải đặt trong nháy kép",
      en: "look for a missing or surplus delimiter; a cell that holds one must be in quotation"
        + " marks"))
}
