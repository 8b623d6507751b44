import Documents

/// What the columns of a table need and would like, without padding, in points.
struct ColumnNeeds {
  /// The widest word: with less, words are cut.
  var least: [Double]
  /// The widest text: with as much, nothing is wrapped.
  var whole: [Double]
  /// The shares that the table asks for.
  var shares: [Double]

  /// Figures are not wrapped up to so many characters: `84,78 %`, `82,1 – 87,4`.
  private static let figureLength = 18
  /// Nor are short words: `Không đạt`.
  private static let wordsLength = 12

  init(_ table: DocumentTable, columns: [Int], rows: Int, size: Double, _ typesetter: Typesetter) {
    let plain = TextStyle(size)
    let bold = TextStyle.bold(size)
    let detail = TextStyle(size * TypeSizes.detail)
    least = []
    whole = []
    shares = []
    for index in columns {
      let column = table.columns[index]
      var words = 0.0
      var lines = 0.0
      func see(_ text: String, _ style: TextStyle, extra: Double = 0, staysWhole: Bool) {
        let text = printable(text)
        let width = typesetter.width(of: text, style) + extra
        lines = max(lines, width)
        let longest = staysWhole ? Self.figureLength : Self.wordsLength
        guard text.unicodeScalars.count > longest else {
          words = max(words, width)
          return
        }
        for word in text.split(separator: " ") {
          words = max(words, typesetter.width(of: String(word), style) + extra)
        }
      }
      for row in table.rows.prefix(rows) where index < row.count {
        let cell = row[index]
        let isFigure = column.alignment != .start
        let extra =
          (cell.mark.isEmpty ? 0 : typesetter.width(of: printable(cell.mark) + " ", plain))
          + (cell.footnote.isEmpty ? 0 : typesetter.width(of: printable(cell.footnote), detail))
        see(cell.text, cell.isStrong ? bold : plain, extra: extra, staysWhole: isFigure)
        if !cell.detail.isEmpty { see(cell.detail, detail, staysWhole: isFigure) }
      }
      // A head may take several lines; two are no loss.
      for word in printable(column.head).split(separator: " ") {
        words = max(words, typesetter.width(of: String(word), bold))
      }
      lines = max(lines, typesetter.width(of: printable(column.head), bold) * 0.6)
      if !column.subhead.isEmpty { see(column.subhead, detail, staysWhole: true) }
      least.append(words.rounded(.up) + 1)
      whole.append(max(lines, words).rounded(.up) + 1)
      shares.append(column.width.isFinite ? min(max(column.width, 0.1), 20) : 1)
    }
  }

  private static let padding = 2 * CellPadding.side

  /// The width of the table with nothing wrapped.
  var wholeWidth: Double { whole.reduce(0) { $0 + $1 + Self.padding } }

  func fitsWords(_ width: Double) -> Bool {
    least.reduce(0) { $0 + $1 + Self.padding } <= width
  }

  func fitsWhole(_ width: Double) -> Bool { wholeWidth <= width }

  /// Widths with padding that add up to `width`: every column gets its words; what is left goes to
  /// the columns whose texts would be wrapped, and then by the shares the table asks for.
  func widths(filling width: Double) -> [Double] {
    let room = width - Self.padding * Double(least.count)
    let least = fitsWords(width) ? self.least : squeezed(to: room)
    let spare = max(room - least.reduce(0, +), 0)
    // Long texts do not starve the short ones beside them.
    let missing = least.indices.map {
      max(min(whole[$0], room / 2) - least[$0], 0) * shares[$0].squareRoot()
    }
    let wanted = missing.reduce(0, +)
    let lacking = least.indices.map { max(whole[$0] - least[$0], 0) }
    var widths = least
    if lacking.reduce(0, +) <= spare {
      let left = spare - lacking.reduce(0, +)
      let sum = shares.reduce(0, +)
      for index in widths.indices { widths[index] += lacking[index] + left * shares[index] / sum }
    } else {
      for index in widths.indices {
        let share = wanted > 0 ? missing[index] / wanted : 1 / Double(widths.count)
        widths[index] += spare * share
      }
    }
    return widths.map { $0 + Self.padding }
  }

  /// How many lines the longest text takes in columns of these widths, about.
  func lines(in widths: [Double]) -> Double {
    zip(whole, widths).map { $0 / max($1 - Self.padding, 1) }.max() ?? 0
  }

  /// No column may take more than twice its even part; words are cut in the widest.
  private func squeezed(to room: Double) -> [Double] {
    let even = room / Double(max(least.count, 1))
    let capped = least.map { min($0, max(even * 2, 1)) }
    let sum = capped.reduce(0, +)
    return sum <= room ? capped : capped.map { $0 * room / sum }
  }
}
