import Documents

/// How a table, or a part of its columns, stands on paper.
struct TablePlan {
  var format: PageFormat
  /// Of the letters, in points.
  var size: Double
  /// Which columns of the table it shows.
  var columns: [Int]
  /// With padding, as many as columns.
  var widths: [Double]

  /// From the left edge of the body; narrow tables stand in its middle.
  var left: Double { max((format.bodyWidth - widths.reduce(0, +)) / 2, 0) }

  /// Below this width no column can be read.
  private static let narrowest = 30.0
  private static let manyColumns = 8

  /// One plan for a table that fits on a page, upright or turned, or several that share the columns.
  static func plans(
    for table: DocumentTable, rows: Int, isSmall: Bool, _ typesetter: Typesetter
  ) -> [TablePlan] {
    let columns = Array(table.columns.indices)
    guard !columns.isEmpty else { return [] }
    let sizes = isSmall ? TypeSizes.pictureTable : TypeSizes.table
    let upright = PageFormat.portrait.bodyWidth
    for size in sizes {
      let needs = ColumnNeeds(table, columns: columns, rows: rows, size: size, typesetter)
      let fits =
        columns.count > manyColumns ? needs.fitsWhole(upright) : needs.fitsWords(upright)
      if fits {
        // A table of few short columns is not drawn out over the page.
        let width = min(upright, max(needs.wholeWidth * 1.6, upright * 0.45))
        return [
          TablePlan(
            format: .portrait, size: size, columns: columns, widths: needs.widths(filling: width))
        ]
      }
    }
    let turned = PageFormat.landscape.bodyWidth
    let most = Int(turned / narrowest)
    guard columns.count > most else { return [plan(table, columns, rows: rows, typesetter)] }
    // The head of the row stands before every part.
    let heads = table.hasRowHeads ? [0] : []
    let rest = columns.dropFirst(heads.count)
    let step = most - heads.count
    return stride(from: rest.startIndex, to: rest.endIndex, by: step).map {
      plan(table, heads + rest[$0..<min($0 + step, rest.endIndex)], rows: rows, typesetter)
    }
  }

  /// The largest letters with which every word fits on a turned page.
  private static func plan(
    _ table: DocumentTable, _ columns: [Int], rows: Int, _ typesetter: Typesetter
  ) -> TablePlan {
    let width = PageFormat.landscape.bodyWidth
    var plan: TablePlan?
    for size in TypeSizes.wideTable {
      let needs = ColumnNeeds(table, columns: columns, rows: rows, size: size, typesetter)
      plan = TablePlan(
        format: .landscape, size: size, columns: columns, widths: needs.widths(filling: width))
      if needs.fitsWords(width) { break }
    }
    return plan ?? TablePlan(format: .landscape, size: 8, columns: columns, widths: [])
  }
}
