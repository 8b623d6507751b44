import DelimitedText
import Testing

/// The fast scanner against the reference reader, and the block reader against the whole text.
struct RowScannerTests {
  /// Rows as the fast scanner sees them, `nil` fields where the count is wrong.
  private func scan(_ text: [UInt8], columns: Int, tileRows: Int) -> [(
    line: Int, fields: [String]?
  )] {
    let block = RecordBlock(text)
    let tile = RowTile(columns: columns, capacity: tileRows)
    guard var scanner = RowScanner(block, delimiter: 44) else { return [] }
    var rows: [(line: Int, fields: [String]?)] = []
    while scanner.fill(tile) {
      for row in 0..<tile.count {
        let isWrong = tile.flags[row] & RowTile.wrongFieldCount != 0
        let fields = (0..<columns).map { column in
          let ends = tile.ends + row * tile.stride + column
          let start = Int(ends[0]) + 1
          return String(
            decoding: unquoted(block.bytes, from: start, to: Int(ends[1])), as: UTF8.self)
        }
        rows.append((Int(tile.lines[row]), isWrong ? nil : fields))
      }
    }
    return rows
  }

  @Test(arguments: 0..<400)
  func `the fast scanner and the reference reader see the same rows`(seed: Int) {
    let text = randomDelimitedText(seed: UInt64(seed))
    for columns in [1, 2, 3, 5] {
      // The reader of blocks refuses an unterminated quote before the scanner sees it.
      let isTerminated = text.withUnsafeBufferPointer { bytes in
        var cursor = RecordCursor(bytes, delimiter: 44)
        while cursor.next() {}
        return cursor.unterminatedQuote == nil
      }
      guard isTerminated else { continue }
      let expected: [(line: Int, fields: [String]?)] = text.withUnsafeBufferPointer { bytes in
        var cursor = RecordCursor(bytes, delimiter: 44)
        var rows: [(line: Int, fields: [String]?)] = []
        while cursor.next() {
          // Raw emptiness: a pair of quotation marks is a value, if an empty one.
          if cursor.fields.allSatisfy({ $0.start == $0.end }) { continue }
          var fields = cursor.fields
          while fields.count > columns, let last = fields.last, last.start == last.end {
            fields.removeLast()
          }
          rows.append(
            (cursor.recordLine, fields.count == columns ? fields.map { cursor.text(of: $0) } : nil))
        }
        return rows
      }
      for tileRows in [1, 3, 512] {
        let found = scan(text, columns: columns, tileRows: tileRows)
        #expect(found.map(\.line) == expected.map(\.line), "seed \(seed), \(columns) columns")
        #expect(found.map(\.fields) == expected.map(\.fields), "seed \(seed), \(columns) columns")
      }
    }
  }

  @Test func `rows of nothing but delimiters are passed over and counted`() {
    let block = RecordBlock(Array("1,2\n,\n,,,\n3,4\n".utf8))
    let tile = RowTile(columns: 2, capacity: 8)
    var scanner = RowScanner(block, delimiter: 44)
    let isFilled = scanner?.fill(tile)
    #expect(isFilled == true)
    #expect(tile.count == 2)
    #expect(scanner?.emptyRows == 2)
  }
}
