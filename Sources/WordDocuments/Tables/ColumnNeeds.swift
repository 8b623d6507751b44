import Documents

/// How much room the words and figures of each column need.
///
/// Figures stand on one line; running text is broken between its words. A word longer than a quarter
/// of the page is broken by Word.
struct ColumnNeeds {
  /// Twips at one point, of the letters.
  private let widest: [Double]

  /// Twips; no column asks for more.
  private static let most = 2300
  /// A figure with its unit and mark; longer texts are running text.
  private static let figureLength = 18
  /// A verdict in the middle of its cell, with its mark; also kept on one line.
  private static let verdictLength = 10

  init(of table: DocumentTable, rows: Int) {
    widest = table.columns.indices.map { index in
      let column = table.columns[index]
      var widest = Self.longestWord(column.head, isBold: true)
      widest = max(widest, Self.longestWord(column.subhead, isBold: true))
      for row in table.rows.prefix(rows) {
        let cell = row[index]
        let isFigure = column.alignment != .start
        let text = [cell.shownMark, cell.text].filter { !$0.isEmpty }.joined(separator: " ")
        let isBold = cell.isStrong || cell.standing == .notMet
        let footnote = textWidth(cell.footnote, points: 0.7)
        widest = max(widest, Self.need(text, isFigure: isFigure, isBold: isBold) + footnote)
        widest = max(widest, Self.need(cell.detail, isFigure: isFigure, isBold: false) * 0.85)
      }
      return widest
    }
  }

  /// Twips at a size in points, with the margins of the cell and a little air.
  func least(_ column: Int, size: Double) -> Int {
    min(Int((widest[column] * size * 1.03).rounded(.up)), Self.most) + 2 * TableLayout.padding + 20
  }

  private static func need(_ text: String, isFigure: Bool, isBold: Bool) -> Double {
    if isFigure, text.utf8.count <= 3 * figureLength,
      text.unicodeScalars.count <= figureLength,
      text.utf8.contains(where: { 0x30...0x39 ~= $0 })
        || text.unicodeScalars.count <= verdictLength, !text.contains("\n")
    {
      return textWidth(text, points: 1, isBold: isBold)
    }
    return longestWord(text, isBold: isBold)
  }

  private static func longestWord(_ text: String, isBold: Bool) -> Double {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" })
      .map { textWidth($0, points: 1, isBold: isBold) }.max() ?? 0
  }
}
