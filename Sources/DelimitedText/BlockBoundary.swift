import Glibc

/// Finds where a growing text can be cut between records: after the last line end that is not
/// inside quotation marks.
///
/// Follows the same rules as ``RecordCursor`` but jumps from quotation mark to quotation mark, so
/// that a text without any costs one pass of the C library's search.
struct BlockBoundary {
  let delimiter: UInt8
  /// Bytes examined so far, from the beginning of the text.
  private(set) var position = 0
  /// One past the last line end outside quotation marks; 0 when there is none yet.
  private(set) var cut = 0
  /// Position of the quotation mark that is open at ``position``.
  private(set) var openQuote: Int?
  /// Where the current stretch outside quotation marks begins.
  private var stretch = 0

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Examines the text up to `count`; `isWhole` when nothing follows.
  mutating func advance(_ bytes: UnsafePointer<UInt8>, count: Int, isWhole: Bool) {
    while position < count {
      if openQuote != nil {
        guard let mark = find(0x22, in: bytes, from: position, to: count) else {
          position = count
          break
        }
        if mark + 1 == count && !isWhole {
          // The next byte decides whether this mark closes the field.
          position = mark
          return
        }
        if mark + 1 < count, bytes[mark + 1] == 0x22 {
          position = mark + 2
        } else {
          openQuote = nil
          position = mark + 1
          stretch = position
        }
        continue
      }
      guard let mark = find(0x22, in: bytes, from: position, to: count) else {
        noteLineEnd(bytes, from: stretch, to: count, isWhole: isWhole)
        position = count
        // Keep one byte: a CR at the end is judged when its successor is known.
        stretch = max(stretch, count - 1)
        break
      }
      position = mark + 1
      let opensField = mark == 0 || isFieldEnd(bytes[mark - 1])
      if opensField {
        noteLineEnd(bytes, from: stretch, to: mark, isWhole: true)
        openQuote = mark
      }
    }
  }

  private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 10 || byte == 13
  }

  private mutating func noteLineEnd(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isWhole: Bool
  ) {
    var index = end - 1
    while index >= start {
      let byte = bytes[index]
      if byte == 10 || (byte == 13 && (index + 1 < end || isWhole)) {
        // A CR whose LF is the next byte ends the line only together with it.
        cut = max(cut, index + 1)
        return
      }
      index -= 1
    }
  }
}

/// Position of `byte` in `start..<end`, or `nil`.
@inline(__always)
func find(_ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
  guard start < end, let found = memchr(bytes + start, Int32(byte), end - start) else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
}

/// Number of line ends in a text that ends between records: LF, CR LF, or CR alone.
func countLineEnds(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
  var lines = 0
  var index = 0
  let ones: UInt64 = 0x0101_0101_0101_0101
  while index + 8 <= count {
    let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
    lines += matches(word, ones &* 10).nonzeroBitCount
    index += 8
  }
  while index < count {
    if bytes[index] == 10 { lines += 1 }
    index += 1
  }
  var position = 0
  while let carriageReturn = find(13, in: bytes, from: position, to: count) {
    if carriageReturn + 1 == count || bytes[carriageReturn + 1] != 10 { lines += 1 }
    position = carriageReturn + 1
  }
  return lines
}

/// The high bit of every byte of `word` that equals the repeated byte `pattern`; exact, no carries
/// between bytes.
@inline(__always)
func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let difference = word ^ pattern
  return ~(((difference & low) &+ low) | difference | low)
}
