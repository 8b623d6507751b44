import SurveyModel

/// The UTF-8 text of one XML file, able to say on which line and column a byte stands.
struct XMLSourceText: Sendable {
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Scalars before byte 0, 256, 512 …: a file may be one line of many megabytes.
  private let scalarsBefore: [Int]

  private static let stride = 256

  init(file: String, utf8 bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for offset in 0..<buffer.count where buffer[offset] == 0x0A { starts.append(offset + 1) }
    }
    lineStarts = starts
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    bytes.withUnsafeBufferPointer { buffer in
      for offset in 0..<buffer.count {
        if offset % Self.stride == 0 { counts.append(scalars) }
        if buffer[offset] & 0xC0 != 0x80 { scalars += 1 }
      }
    }
    if bytes.count % Self.stride == 0 { counts.append(scalars) }
    scalarsBefore = counts
  }

  /// Scalars that begin before the byte at `offset`.
  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    var count = scalarsBefore[block]
    for index in block * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
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
    let column = 1 + scalars(before: offset) - scalars(before: lineStarts[low])
    return SourceLocation(file: file, line: low + 1, column: column)
  }

  /// The line of the byte at `offset`, for sentences that name a second place.
  func line(at offset: Int) -> Int { place(at: offset).line ?? 1 }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
