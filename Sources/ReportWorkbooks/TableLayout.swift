import Documents

/// Where the columns of a table stand on its sheet.
///
/// Details and footnote letters get columns of their own beside their column, so that numbers stay
/// numbers; where figures are from stands at the end.
struct TableLayout {
  enum Part: Equatable {
    case main
    case detail
    case footnote
  }

  struct Column {
    /// Of the table, from 0.
    var source: Int
    var part: Part
    var head: String
    var alignment: DocumentTable.Column.Alignment
  }

  private(set) var columns: [Column] = []
  /// The column of the sheet where each column of the table stands.
  private(set) var places: [Int] = []
  /// The columns of the sheet with where the figures are from, where any says so.
  private(set) var traceColumn: Int?
  private(set) var resultsColumn: Int?
  /// All columns with what the report says, without where it is from.
  var tableWidth: Int { max(columns.count, 1) }
  private(set) var width: Int

  init(_ table: DocumentTable, _ words: SheetWords) {
    var hasTrace = false
    var hasSource = false
    for (index, column) in table.columns.enumerated() {
      var sample: String?
      var hasFootnote = false
      for row in table.rows where index < row.count {
        if sample == nil {
          let text = detail(of: row[index])
          sample = text.isEmpty ? nil : text
        }
        hasFootnote = hasFootnote || !row[index].footnote.isEmpty
        hasTrace = hasTrace || !row[index].trace.isEmpty
        hasSource = hasSource || row[index].number?.source != nil
      }
      places.append(columns.count)
      let second = column.subhead.isEmpty || sample != nil ? "" : "\n" + column.subhead
      columns.append(
        Column(
          source: index, part: .main, head: column.head + second, alignment: column.alignment))
      if let sample {
        let head = detailHead(subhead: column.subhead, sample: sample, words)
        columns.append(
          Column(source: index, part: .detail, head: head, alignment: column.alignment))
      }
      if hasFootnote {
        columns.append(
          Column(source: index, part: .footnote, head: words.footnote, alignment: .centre))
      }
    }
    width = max(columns.count, 1)
    if hasTrace {
      traceColumn = width
      width += 1
    }
    if hasSource {
      resultsColumn = width
      width += 1
    }
  }
}
