/// A table of a report; the first cell of a row is its head unless `hasRowHeads` is false.
package struct DocumentTable: Sendable, Hashable {
  /// How a table may be laid out.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case plain
    /// The table of the first screen: on a phone each row becomes a card.
    case leading
  }

  /// Unique in the document, ASCII, begins with a letter; names the workbook's sheet and the anchor.
  package var id: String
  package var title: String
  /// False where a heading right above says the same.
  package var showsTitle: Bool
  package var kind: Kind
  package var columns: [Column]
  /// Each as long as `columns`.
  package var rows: [[Cell]]
  package var hasRowHeads: Bool
  /// The letters that cells refer to, with their texts.
  package var footnotes: [Footnote]
  /// After how many rows a long table is cut in printed formats; `nil` prints all.
  ///
  /// What is cut is said in the document and stands whole on the page and in the workbook.
  package var printedRows: Int?

  package init(
    id: String, title: String, showsTitle: Bool = true, kind: Kind = .plain, columns: [Column],
    rows: [[Cell]], hasRowHeads: Bool = true, footnotes: [Footnote] = [], printedRows: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.showsTitle = showsTitle
    self.kind = kind
    self.columns = columns
    self.rows = rows
    self.hasRowHeads = hasRowHeads
    self.footnotes = footnotes
    self.printedRows = printedRows
  }

  package struct Column: Sendable, Hashable {
    package enum Alignment: String, Sendable, Hashable, CaseIterable { case start, end, centre }

    package var head: String
    /// A second line of the head in small print, for example `95 %`.
    package var subhead: String
    package var alignment: Alignment
    /// The share of the width it would like, relative to the other columns.
    package var width: Double

    package init(
      _ head: String, subhead: String = "", alignment: Alignment = .start, width: Double = 1
    ) {
      self.head = head
      self.subhead = subhead
      self.alignment = alignment
      self.width = width
    }
  }

  package struct Footnote: Sendable, Hashable {
    package var letter: String
    package var text: String

    package init(letter: String, text: String) {
      self.letter = letter
      self.text = text
    }
  }
}

/// A cell as people read it, with the number behind it for the formats that compute.
package struct Cell: Sendable, Hashable {
  /// What a reader must see without colour: the words of the cell say the same.
  package enum Standing: String, Sendable, Hashable, CaseIterable { case none, met, notMet, noData }

  package var text: String
  /// A second line in small print, such as the interval below a figure.
  package var detail: String
  /// A sign before the text that is not read aloud: `✓`, `✗`, `▼`.
  package var mark: String
  package var isStrong: Bool
  package var standing: Standing
  /// The letter of a footnote of the table, or empty.
  package var footnote: String
  package var number: Number?
  /// Where the figure is from, for a reader who asks: its respondents, interval and method.
  package var trace: String

  package init(
    _ text: String, detail: String = "", mark: String = "", isStrong: Bool = false,
    standing: Standing = .none, footnote: String = "", number: Number? = nil, trace: String = ""
  ) {
    self.text = text
    self.detail = detail
    self.mark = mark
    self.isStrong = isStrong
    self.standing = standing
    self.footnote = footnote
    self.number = number
    self.trace = trace
  }

  /// The number behind the text.
  package struct Number: Sendable, Hashable {
    package enum Unit: String, Sendable, Hashable, CaseIterable {
      /// Percent, 0 to 100: 84.78 is shown as 84,78 %.
      case percent
      /// Percentage points and other differences: shown with their sign.
      case points
      case plain
    }

    /// Full precision.
    package var value: Double
    /// Decimal places of the text.
    package var places: Int
    package var unit: Unit
    /// Where it stands in `results.json`, as a JSON pointer (RFC 6901): `/targets/0/estimate`;
    /// `nil` for a number that the file does not hold.
    package var source: String?
    /// How it follows from other columns of its row, where a reader of a workbook expects a formula.
    package var formula: Formula?

    package init(
      _ value: Double, places: Int, unit: Unit = .plain, source: String? = nil,
      formula: Formula? = nil
    ) {
      self.value = value
      self.places = places
      self.unit = unit
      self.source = source
      self.formula = formula
    }
  }

  package enum Formula: Sendable, Hashable {
    /// The number of one column less that of another, both by position from 0.
    case difference(of: Int, less: Int)
    /// The sum of the numbers of the rows above in this column, from row to row counted from 0.
    case sum(rows: ClosedRange<Int>)
  }
}
