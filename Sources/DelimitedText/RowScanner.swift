/// Rows of one block cut into fields, some hundreds at a time, in memory that is used again.
///
/// Field *k* of row *r* is `bytes[ends[r * stride + k] + 1 ..< ends[r * stride + k + 1]]`. Rows
/// with another number of fields than the header keep a place: all their fields are empty, and
/// ``flags`` says why.
package final class RowTile {
  package static let wrongFieldCount: UInt8 = 1
  package static let misplacedQuote: UInt8 = 2
  /// Set by decoders when a cell cannot be taken as it is.
  package static let badCell: UInt8 = 4

  package let columns: Int
  package let stride: Int
  package let capacity: Int
  package let ends: UnsafeMutablePointer<Int32>
  package let flags: UnsafeMutablePointer<UInt8>
  /// First byte and one past the last byte of each row.
  package let starts: UnsafeMutablePointer<Int32>
  package let stops: UnsafeMutablePointer<Int32>
  package let lines: UnsafeMutablePointer<UInt32>
  package let fieldCounts: UnsafeMutablePointer<Int32>
  /// Rows in the tile now.
  package fileprivate(set) var count = 0

  /// - Parameters:
  ///   - columns: Columns of the header.
  ///   - capacity: Rows the tile holds at a time.
  package init(columns: Int, capacity: Int = 512) {
    precondition(columns > 0 && capacity > 0, "a tile has columns and rows")
    self.columns = columns
    self.capacity = capacity
    stride = columns + 1
    ends = .allocate(capacity: stride * capacity)
    flags = .allocate(capacity: capacity)
    starts = .allocate(capacity: capacity)
    stops = .allocate(capacity: capacity)
    lines = .allocate(capacity: capacity)
    fieldCounts = .allocate(capacity: capacity)
  }

  deinit {
    ends.deallocate()
    flags.deallocate()
    starts.deallocate()
    stops.deallocate()
    lines.deallocate()
    fieldCounts.deallocate()
  }
}

/// Cuts a block into rows and fields, eight bytes at a time (SIMD within a register).
///
/// The rules are those of ``RecordCursor``; rows that hold nothing but delimiters are skipped and
/// counted.
package struct RowScanner {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let delimiter: UInt8
  private var position: Int
  private var line: Int
  /// Rows of nothing but delimiters passed over so far.
  package private(set) var emptyRows = 0

  /// - Parameters:
  ///   - block: Must outlive the scanner.
  ///   - delimiter: What separates the fields.
  ///   - position: Where the rows begin.
  ///   - line: Line of that position; the block's own unless given.
  package init?(_ block: RecordBlock, delimiter: UInt8, from position: Int = 0, line: Int? = nil) {
    guard let base = block.bytes.baseAddress else { return nil }
    bytes = base
    count = block.count
    self.delimiter = delimiter
    self.position = position
    self.line = line ?? block.line
  }

  /// Fills the tile with the next rows; false when there are none.
  package mutating func fill(_ tile: RowTile) -> Bool {
    tile.count = 0
    let delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
    let lineFeeds = 0x0101_0101_0101_0101 &* UInt64(10)
    let returns = 0x0101_0101_0101_0101 &* UInt64(13)
    let quotes = 0x0101_0101_0101_0101 &* UInt64(0x22)
    let columns = Int32(tile.columns)
    var row = 0
    var rowStart = position
    var rowLine = line
    var fieldStart = position
    var fields: Int32 = 0
    var flags: UInt8 = 0
    var rowEnds = tile.ends
    rowEnds[0] = Int32(truncatingIfNeeded: rowStart) - 1
    var index = position

    scan: while index < count {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      var found =
        matches(word, delimiters) | matches(word, lineFeeds) | matches(word, returns)
        | matches(word, quotes)
      while found != 0 {
        let at = index + found.trailingZeroBitCount >> 3
        found &= found &- 1
        let byte = bytes[at]
        if byte == delimiter {
          fields &+= 1
          if fields <= columns {
            rowEnds[Int(fields)] = Int32(truncatingIfNeeded: at)
          }
          fieldStart = at + 1
        } else if byte == 0x22 {
          guard at == fieldStart else { continue }
          index = skipQuoted(from: at, flags: &flags)
          continue scan
        } else {
          var next = at + 1
          if byte == 13 && bytes[next] == 10 && next < count { next += 1 }
          line += 1
          if finish(
            row, in: tile, from: rowStart, to: at, fields: fields + 1, flags: flags, line: rowLine)
          {
            row += 1
          }
          index = next
          rowStart = next
          rowLine = line
          fieldStart = next
          fields = 0
          flags = 0
          if row == tile.capacity {
            position = next
            tile.count = row
            return true
          }
          rowEnds = tile.ends + row * tile.stride
          rowEnds[0] = Int32(truncatingIfNeeded: rowStart) - 1
          continue scan
        }
      }
      index += 8
    }
    if rowStart < count,
      finish(
        row, in: tile, from: rowStart, to: count, fields: fields + 1, flags: flags, line: rowLine)
    {
      row += 1
    }
    position = count
    tile.count = row
    return row > 0
  }

  /// Ends a row; false when it holds nothing and is passed over.
  @inline(__always)
  private mutating func finish(
    _ row: Int, in tile: RowTile, from start: Int, to end: Int, fields: Int32, flags: UInt8,
    line: Int
  ) -> Bool {
    if end - start == Int(fields) - 1 {
      if end > start { emptyRows += 1 }
      return false
    }
    var flags = flags
    let ends = tile.ends + row * tile.stride
    let columns = Int32(tile.columns)
    if fields == columns {
      ends[Int(fields)] = Int32(truncatingIfNeeded: end)
    } else {
      // Surplus cells that are all empty do no harm: some programs pad every row.
      let surplus = fields - columns
      let isPadded = surplus > 0 && end - Int(ends[Int(columns)]) == Int(surplus)
      if !isPadded {
        flags |= RowTile.wrongFieldCount
        for column in 0...tile.columns {
          ends[column] = Int32(truncatingIfNeeded: start + column) - 1
        }
      }
    }
    tile.flags[row] = flags
    tile.starts[row] = Int32(truncatingIfNeeded: start)
    tile.stops[row] = Int32(truncatingIfNeeded: end)
    tile.lines[row] = UInt32(truncatingIfNeeded: line)
    tile.fieldCounts[row] = fields
    return true
  }

  /// Position after the closing quotation mark of the field that opens at `open`.
  private mutating func skipQuoted(from open: Int, flags: inout UInt8) -> Int {
    var index = open + 1
    while index < count {
      let byte = bytes[index]
      if byte == 0x22 {
        index += 1
        if bytes[index] == 0x22 && index < count {
          index += 1
          continue
        }
        if index < count {
          let next = bytes[index]
          if next != delimiter && next != 10 && next != 13 { flags |= RowTile.misplacedQuote }
        }
        return index
      }
      if byte == 10 || (byte == 13 && bytes[index + 1] != 10) { line += 1 }
      index += 1
    }
    flags |= RowTile.misplacedQuote
    return count
  }
}
