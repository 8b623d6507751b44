/// A table for the terminal: columns aligned by display width, long cells wrapped.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  struct Column {
    var title: String
    var alignment: Alignment = .left
    /// Columns that hold sentences or names may be narrowed and wrapped; numbers never are.
    var isFlexible = false
  }

  /// Marks a cell's text, for example with a colour, after widths are known.
  typealias Decoration = (_ row: Int, _ column: Int, _ text: String) -> String

  var columns: [Column]
  var rows: [[String]]

  /// Columns narrower than this are not narrowed further to fit a width.
  private static let narrowest = 8
  private static let gap = "  "

  /// Draws the table with its titles and a rule below them.
  ///
  /// - Parameters:
  ///   - width: The widest line wanted; flexible columns give way, fixed ones do not.
  ///   - decorate: Applied to each padded line of a cell; must not change its display width.
  /// - Returns: The lines, none with trailing spaces.
  func lines(width: Int, decorate: Decoration = { _, _, text in text }) -> [String] {
    let widths = columnWidths(within: width)
    var lines = block(columns.map { $0.title }, widths: widths) { _, text in text }
    lines.append(
      widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
    let isWrapped = rows.contains { row in
      zip(row, widths).contains { displayWidth($0) > $1 }
    }
    for (index, row) in rows.enumerated() {
      if isWrapped && index > 0 { lines.append("") }
      lines += block(row, widths: widths) { decorate(index, $0, $1) }
    }
    return lines
  }

  private func columnWidths(within width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map { displayWidth($0) }.max() ?? 1
    }
    // A number must stay whole, its title need not: titles wrap down to their longest word.
    for column in columns.indices where !columns[column].isFlexible {
      let content = rows.map { displayWidth($0[column]) }.max() ?? 1
      let words = columns[column].title.split(separator: " ").map { displayWidth(String($0)) }
      widths[column] = max(content, words.max() ?? 1, 1)
    }
    let gaps = Self.gap.count * (columns.count - 1)
    var excess = widths.reduce(0, +) + gaps - width
    while excess > 0 {
      let widest = columns.indices
        .filter { columns[$0].isFlexible && widths[$0] > Self.narrowest }
        .max { widths[$0] < widths[$1] }
      guard let widest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths.map { max($0, 1) }
  }

  private func block(
    _ cells: [String], widths: [Int], decorate: (Int, String) -> String
  ) -> [String] {
    let wrappedCells = zip(cells, widths).map { wrapped($0, width: $1) }
    let height = wrappedCells.map { $0.count }.max() ?? 1
    return (0..<height).map { line in
      let parts = columns.indices.map { column -> String in
        let lines = wrappedCells[column]
        let text = line < lines.count ? lines[line] : ""
        let padding = String(repeating: " ", count: max(widths[column] - displayWidth(text), 0))
        let isLast = column == columns.count - 1
        let padded =
          columns[column].alignment == .right ? padding + text : isLast ? text : text + padding
        return text.isEmpty ? padded : decorate(column, padded)
      }
      var joined = parts.joined(separator: Self.gap)
      while joined.last == " " { joined.removeLast() }
      return joined
    }
  }
}
