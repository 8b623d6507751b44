import SurveyModel

/// The UTF-8 text of one XML file, able to say on which line and column a byte stands.
struct XMLSourceText: Sendable {
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(file: String, utf8 bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for offset in 0..<buffer.count where buffer[offset] == 0x0A { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// The line and column, both counted from 1, of the byte at `offset`; columns count scalars.
  func place(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for index in lineStarts[low]..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return SourceLocation(file: file, line: low + 1, column: column)
  }

  /// The line of the byte at `offset`, for sentences that name a second place.
  func line(at offset: Int) -> Int { place(at: offset).line ?? 1 }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
