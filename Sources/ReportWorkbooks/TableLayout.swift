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
      var hasDetail = false
      var hasFootnote = false
      var hasNumber = false
      for row in table.rows where index < row.count {
        hasDetail = hasDetail || !row[index].detail.isEmpty
        hasFootnote = hasFootnote || !row[index].footnote.isEmpty
        hasNumber = hasNumber || row[index].number != nil
        hasTrace = hasTrace || !row[index].trace.isEmpty
        hasSource = hasSource || row[index].number?.source != nil
      }
      places.append(columns.count)
      let second = column.subhead.isEmpty ? "" : "\n" + column.subhead
      columns.append(
        Column(
          source: index, part: .main, head: column.head + (hasDetail ? "" : second),
          alignment: column.alignment))
      if hasDetail {
        let name = hasNumber ? words.interval : words.detail
        columns.append(
          Column(source: index, part: .detail, head: name + second, alignment: column.alignment))
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
