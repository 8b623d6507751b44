/// What ``detectDelimiter(in:)`` found.
package struct DetectedDelimiter: Sendable, Hashable {
  package var delimiter: UInt8
  package var confidence: DetectionConfidence
}

/// Decides what separates the columns: comma, semicolon, tab or vertical bar.
///
/// Each candidate cuts the first records into fields, quotation marks honoured; the one under which
/// most records have the same number of fields (more than one) wins, then the one that gives more
/// columns: titles and notes above the table do not count against it. A file of one column is read
/// with commas.
///
/// - Parameter text: The beginning of the file in UTF-8, without byte order mark.
/// - Returns: The delimiter, and how sure it is.
package func detectDelimiter(in text: UnsafeBufferPointer<UInt8>) -> DetectedDelimiter {
  let recordsToRead = 50
  let bytesToRead = 1 << 18
  let text = UnsafeBufferPointer(rebasing: text.prefix(bytesToRead))
  var best: (delimiter: UInt8, agreement: Double, columns: Int)?
  for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")] {
    var cursor = RecordCursor(text, delimiter: delimiter)
    var counts: [Int] = []
    while counts.count < recordsToRead, cursor.next() {
      // The sample may cut the last record.
      if cursor.position >= text.count, !counts.isEmpty { break }
      counts.append(cursor.fields.count)
    }
    guard let columns = mostFrequent(counts), columns > 1 else { continue }
    let agreement = Double(counts.count { $0 == columns }) / Double(counts.count)
    if let found = best {
      let isBetter =
        agreement > found.agreement + 0.1
        || (agreement > found.agreement - 0.1 && columns > found.columns)
      guard isBetter else { continue }
    }
    best = (delimiter, agreement, columns)
  }
  guard let best else {
    return DetectedDelimiter(delimiter: UInt8(ascii: ","), confidence: .guessed)
  }
  return DetectedDelimiter(
    delimiter: best.delimiter, confidence: best.agreement >= 0.9 ? .likely : .guessed)
}

/// The number that comes most often, the larger of two that come as often.
private func mostFrequent(_ numbers: [Int]) -> Int? {
  var times: [Int: Int] = [:]
  for number in numbers { times[number, default: 0] += 1 }
  return times.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
}

/// The delimiter a survey file names: `comma`, `semicolon`, `tab`, `pipe`, or the character itself.
package func namedDelimiter(_ name: String) -> UInt8? {
  switch name {
  case "comma", ",": UInt8(ascii: ",")
  case "semicolon", ";": UInt8(ascii: ";")
  case "tab", "\t": 9
  case "pipe", "|": UInt8(ascii: "|")
  default: nil
  }
}

/// The word for a delimiter, as the survey file writes it.
package func delimiterName(_ delimiter: UInt8) -> String {
  switch delimiter {
  case UInt8(ascii: ","): "comma"
  case UInt8(ascii: ";"): "semicolon"
  case UInt8(ascii: "|"): "pipe"
  default: "tab"
  }
}
