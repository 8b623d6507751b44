import Documents

/// Widths of the columns of a table's sheet, in characters of the standard font.
func columnWidths(of table: DocumentTable, _ layout: TableLayout) -> [Double] {
  var widths = wishedWidths(of: table, layout)
  // Wider tables are printed too small to read: long texts go over more lines.
  let excess = widths.reduce(0, +) - widest
  let spare = widths.enumerated().map { max(0, $0.element - ($0.offset == 0 ? 30 : narrow)) }
  let room = spare.reduce(0, +)
  guard excess > 0, room > 0 else { return widths }
  let part = min(1, excess / room)
  for index in widths.indices { widths[index] = (widths[index] - spare[index] * part).rounded(.up) }
  return widths
}

/// The width that is still read well on A4, and what no column but the first, which is wider, is made
/// narrower than for it.
private let widest = 130.0
private let narrow = 18.0

private func wishedWidths(of table: DocumentTable, _ layout: TableLayout) -> [Double] {
  layout.columns.map { column in
    var longest = 0
    for row in table.rows where column.source < row.count {
      let cell = row[column.source]
      let text =
        switch column.part {
        case .main: cell.text
        case .detail: detail(of: cell)
        case .footnote: cell.footnote
        }
      longest = max(longest, longestLine(text) + (cell.mark.isEmpty ? 0 : 2))
    }
    // Words of a head stay whole; long heads stand on several lines, with room for a button.
    let words = column.head.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.count }
    let head = max((words.max() ?? 0) + 2, min(longestLine(column.head), 16))
    let body = column.part == .main ? min(longest, 46) : min(longest, 30)
    return Double(min(max(head, body, column.part == .footnote ? 5 : 7), 50)) + 2
  }
}

private func longestLine(_ text: String) -> Int {
  guard text.utf8.contains(0x0A) else { return text.unicodeScalars.count }
  return text.split(separator: "\n").map { $0.unicodeScalars.count }.max() ?? 0
}

/// Pixels of a column of some width at 96 to the inch.
func pixels(_ width: Double) -> Int { Int(width * 7 + 5) }

/// How many lines a text takes in a column of some width, broken between words.
func lineCount(_ text: String, width: Double) -> Int {
  // No text is longer than its bytes.
  if Double(text.utf8.count) <= width, !text.utf8.contains(0x0A) { return 1 }
  let room = max(Int(width), 1)
  return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
    var lines = 1
    var used = 0
    for word in line.split(separator: " ") {
      let length = word.unicodeScalars.count
      if used > 0, used + 1 + length > room {
        lines += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + length
      // A word that is wider than its column is broken.
      lines += max(0, used - 1) / room
      used = used > room ? used % room : used
    }
    return count + lines
  }
}

/// The height in points of a row whose longest cell has some lines, at some size of letters.
func rowHeight(lines: Int, size: Double = 11) -> Double {
  // 409 points is the most a row can have.
  min(409, (Double(lines) * size * 1.36).rounded(.up))
}
