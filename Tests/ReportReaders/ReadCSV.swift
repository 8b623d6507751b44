/// The rows of comma-separated text as RFC 4180 has it; a byte order mark is left out.
package func csvRows(_ bytes: [UInt8]) -> [[String]] {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var endsQuote = false
  func text() -> String {
    defer { cell = [] }
    return String(decoding: cell, as: UTF8.self)
  }
  for byte in bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...] {
    switch byte {
    case UInt8(ascii: "\""):
      // A quotation mark inside is written twice: the first ends the quoted part, the second begins
      // another, and stands for itself.
      if !isQuoted, endsQuote { cell.append(byte) }
      isQuoted.toggle()
      endsQuote = !isQuoted
      continue
    case UInt8(ascii: ",") where !isQuoted: row.append(text())
    case 10 where !isQuoted:
      row.append(text())
      rows.append(row)
      row = []
    default: cell.append(byte)
    }
    endsQuote = false
  }
  return rows
}
