package import SurveyModel

/// Where one field of a record stands in the text.
package struct FieldSpan: Sendable, Hashable {
  /// First byte, the opening quotation mark included.
  package var start: Int
  /// One past the last byte.
  package var end: Int
  /// Set when there is text after the closing quotation mark.
  package var isMalformed: Bool

  package init(start: Int, end: Int, isMalformed: Bool = false) {
    self.start = start
    self.end = end
    self.isMalformed = isMalformed
  }
}

/// Reads delimited text record by record, one byte at a time, exactly as RFC 4180 and the files of
/// real programs have it.
///
/// A quotation mark opens a quoted field only where the field begins; elsewhere it is a letter like
/// any other. Inside quotes a doubled mark is one mark, and newlines belong to the field. A line
/// ends with LF, CR LF or CR. Blank lines are skipped.
///
/// This is the reader for small texts and the reference for the fast scanner of responses.
package struct RecordCursor {
  package let bytes: UnsafeBufferPointer<UInt8>
  package let delimiter: UInt8
  /// Where the next record begins.
  package private(set) var position: Int
  /// The line on which the next record begins, from 1.
  package private(set) var line: Int
  /// Fields of the record read last, at most one more than ``TextLimits/columns``.
  package private(set) var fields: [FieldSpan] = []
  /// How many fields the record read last has.
  package private(set) var fieldCount = 0
  /// Start and line of the record read last.
  package private(set) var recordStart = 0
  package private(set) var recordLine = 1
  /// Byte position of an opening quotation mark that nothing closes; reading ends there.
  package private(set) var unterminatedQuote: Int?

  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from position: Int = 0, line: Int = 1
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  /// Reads the next record into ``fields``; false at the end of the text or at an unterminated
  /// quotation mark.
  package mutating func next() -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    recordStart = position
    recordLine = line
    while true {
      guard readField() else { return false }
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      if byte == delimiter {
        position += 1
        continue
      }
      skipLineEnd()
      return true
    }
  }

  private mutating func skipBlankLines() {
    while position < bytes.count, bytes[position] == 10 || bytes[position] == 13 { skipLineEnd() }
  }

  private mutating func skipLineEnd() {
    if bytes[position] == 13, position + 1 < bytes.count, bytes[position + 1] == 10 {
      position += 1
    }
    position += 1
    line += 1
  }

  /// Leaves ``position`` at the byte that ends the field, or at the end of the text.
  private mutating func readField() -> Bool {
    let start = position
    var isQuoted = false
    if position < bytes.count, bytes[position] == 0x22 {
      isQuoted = true
      guard skipQuoted() else {
        unterminatedQuote = start
        return false
      }
    }
    let afterQuotes = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      position += 1
    }
    fieldCount += 1
    if fields.count <= TextLimits.columns {
      fields.append(
        FieldSpan(start: start, end: position, isMalformed: isQuoted && position > afterQuotes))
    }
    return true
  }

  private mutating func skipQuoted() -> Bool {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        position += 1
        guard position < bytes.count, bytes[position] == 0x22 else { return true }
      } else if endsLine(bytes, at: position) {
        line += 1
      }
      position += 1
    }
    return false
  }

  /// Content of a field: quotes taken off, doubled marks made single, bad bytes replaced.
  package func text(of field: FieldSpan) -> String {
    String(decoding: unquoted(bytes, from: field.start, to: field.end), as: UTF8.self)
  }

  /// Line and column (Unicode scalars, from 1) of a byte inside the record read last.
  package func place(of position: Int, in file: String) -> SourceLocation {
    placeOfByte(position, in: bytes, lineStart: recordStart, line: recordLine, file: file)
  }
}

/// Line and column of the byte at `position`, counted from `lineStart`, which begins line `line`.
package func placeOfByte(
  _ position: Int, in bytes: UnsafeBufferPointer<UInt8>, lineStart: Int, line: Int, file: String
) -> SourceLocation {
  var line = line
  var lineStart = lineStart
  var index = lineStart
  while index < position {
    if endsLine(bytes, at: index) {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }
  let before = UnsafeBufferPointer(rebasing: bytes[lineStart..<max(lineStart, position)])
  return SourceLocation(file: file, line: line, column: scalarCount(of: before) + 1)
}

/// True at the byte that completes a line end: LF, or a CR that no LF follows.
@inline(__always)
package func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
  let byte = bytes[position]
  return byte == 10
    || (byte == 13 && !(position + 1 < bytes.count && bytes[position + 1] == 10))
}

/// The content of a field: without its quotation marks, doubled marks made single.
package func unquoted(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> [UInt8] {
  guard start < end else { return [] }
  guard bytes[start] == 0x22 else { return Array(bytes[start..<end]) }
  var content: [UInt8] = []
  content.reserveCapacity(end - start)
  var index = start + 1
  while index < end {
    let byte = bytes[index]
    if byte == 0x22 {
      guard index + 1 < end, bytes[index + 1] == 0x22 else {
        // The closing mark; what follows it is malformed and kept for the message.
        content.append(contentsOf: bytes[(index + 1)..<end])
        return content
      }
      index += 1
    }
    content.append(byte)
    index += 1
  }
  return content
}
