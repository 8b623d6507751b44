internal import DelimitedText
package import SurveyModel

/// The weights of every interview after every step, at full precision: `weights.csv`.
///
/// Made in pieces of ``rowsPerPiece`` rows, so that a million interviews need no second copy of the
/// file in memory.
package struct WeightsCSV {
  package static let rowsPerPiece = 65_536

  private let ids: InterviewIDs
  private let columns: [[Double]]
  private let header: [UInt8]
  private var digits = DigitsCache()

  package init(_ result: RunResult) {
    ids = result.interviewIDs
    columns = result.weights.map { $0.weights }
    for column in columns {
      precondition(column.count == result.interviewIDs.count, "one weight per interview and step")
    }
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(texts: ["interview_id"] + result.weights.map { $0.name })
    header = writer.bytes
  }

  /// How many pieces there are; the first carries the header.
  package var pieceCount: Int {
    max(1, (ids.count + Self.rowsPerPiece - 1) / Self.rowsPerPiece)
  }

  /// The bytes of one piece.
  package mutating func piece(_ number: Int) -> [UInt8] {
    let first = number * Self.rowsPerPiece
    let rows = first..<max(first, min(first + Self.rowsPerPiece, ids.count))
    var bytes = number == 0 ? header : []
    var position = bytes.count
    let idBytes = Int(ids.ends[rows.upperBound] - ids.ends[rows.lowerBound])
    let rowBytes = columns.count * (DigitsCache.longest + 1) + 1
    bytes += [UInt8](
      repeating: 0, count: idBytes + rows.count * rowBytes + DigitsCache.longest)
    for row in rows {
      let id = Int(ids.ends[row])..<Int(ids.ends[row + 1])
      if isPlain(id) {
        bytes.withUnsafeMutableBytes { target in
          ids.bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(rebasing: target[position...])
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[id]))
          }
        }
        position += id.count
      } else {
        let cell = Self.guarded(ids[row])
        bytes.replaceSubrange(position..<(position + id.count), with: cell)
        position += cell.count
      }
      bytes.withUnsafeMutableBytes { target in
        for column in columns {
          target[position] = UInt8(ascii: ",")
          position += 1
          position += digits.write(column[row], to: target, at: position)
        }
        target[position] = UInt8(ascii: "\n")
        position += 1
      }
    }
    bytes.removeLast(bytes.count - position)
    return bytes
  }

  /// An interview id that needs quotation marks or a guard against formulas.
  private static func guarded(_ id: String) -> [UInt8] {
    var writer = CSVWriter(guardsFormulas: true)
    // A second cell, taken off again: a lone empty cell would be written as quotation marks.
    writer.append(texts: [printable(id), ""])
    return writer.bytes.dropLast(2)
  }

  /// True for letters, digits, `_` `.` `/` and inner hyphens, which need neither quoting nor a
  /// guard.
  private func isPlain(_ range: Range<Int>) -> Bool {
    ids.bytes.withUnsafeBufferPointer { bytes in
      guard let first = range.first, bytes[first] != UInt8(ascii: "-") else { return false }
      for index in range {
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "."),
          UInt8(ascii: "/"), UInt8(ascii: "-"):
          continue
        default: return false
        }
      }
      return true
    }
  }
}

/// Shortest decimals of doubles, remembered: a raked weight has few distinct values.
///
/// A small direct-mapped table; a value that is not in its place is written anew and takes it.
private struct DigitsCache {
  /// The most bytes a double takes: `-2.2250738585072014e-308`.
  static let longest = 24
  private static let size = 8192

  private var keys = [UInt64](repeating: 0, count: size)
  private var lengths = [UInt8](repeating: 0, count: size)
  private var texts = [UInt8](repeating: 0, count: size * longest)

  /// Writes the digits of `value` and returns how many there are.
  ///
  /// Always copies ``longest`` bytes, so that many must be left in `target` after `position`.
  mutating func write(
    _ value: Double, to target: UnsafeMutableRawBufferPointer, at position: Int
  ) -> Int {
    let key = value.bitPattern
    // Fibonacci hashing: the top 13 bits of a product with 2^64 / golden ratio.
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
    let start = slot * Self.longest
    if keys[slot] != key || lengths[slot] == 0 {
      remember(value, at: slot)
    }
    texts.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(rebasing: target[position..<(position + Self.longest)])
        .copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[start..<(start + Self.longest)]))
    }
    return Int(lengths[slot])
  }

  private mutating func remember(_ value: Double, at slot: Int) {
    var text = value.description
    let length = text.withUTF8 { digits in
      precondition(digits.count <= Self.longest, "a double has at most 24 characters")
      texts.withUnsafeMutableBytes { target in
        UnsafeMutableRawBufferPointer(rebasing: target[(slot * Self.longest)...])
          .copyMemory(from: UnsafeRawBufferPointer(digits))
      }
      // 2400.0 is written 2400.
      let isWhole =
        digits.count > 2 && digits[digits.count - 1] == UInt8(ascii: "0")
        && digits[digits.count - 2] == UInt8(ascii: ".")
      return digits.count - (isWhole ? 2 : 0)
    }
    lengths[slot] = UInt8(length)
    keys[slot] = value.bitPattern
  }
}
