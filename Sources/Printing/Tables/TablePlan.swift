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
  private static let narrowest = 34.0
  private static let manyColumns = 8
  /// Texts of more lines than these are worth smaller letters.
  private static let manyLines = 5.0

  /// One plan for a table that fits on a page, upright or turned, or several that share the columns.
  static func plans(
    for table: DocumentTable, rows: Int, isSmall: Bool, _ typesetter: Typesetter
  ) -> [TablePlan] {
    let columns = Array(table.columns.indices)
    guard !columns.isEmpty else { return [] }
    let sizes = isSmall ? TypeSizes.pictureTable : TypeSizes.table
    // What the first page is for is not sent to a turned page for the sake of its words.
    let staysWhole = columns.count > manyColumns && table.kind != .leading
    let upright = best(.portrait, sizes, staysWhole) {
      ColumnNeeds(table, columns: columns, rows: rows, size: $0, typesetter)
    }
    if var plan = upright {
      plan.columns = columns
      return [plan]
    }
    // The head of the row stands before every part, with room for its words.
    let most = Int((PageFormat.landscape.bodyWidth - 2 * narrowest) / narrowest)
    let heads = table.hasRowHeads && columns.count > most ? [0] : []
    let rest = columns.dropFirst(heads.count)
    let parts = (rest.count + most - heads.count - 1) / (most - heads.count)
    let step = (rest.count + parts - 1) / parts
    return stride(from: rest.startIndex, to: rest.endIndex, by: step).map { start in
      let columns = heads + rest[start..<min(start + step, rest.endIndex)]
      let needs = { (size: Double) in
        ColumnNeeds(table, columns: columns, rows: rows, size: size, typesetter)
      }
      let smallest = TypeSizes.wideTable[TypeSizes.wideTable.count - 1]
      var plan =
        best(.landscape, TypeSizes.wideTable, false, needs)
        ?? TablePlan(
          format: .landscape, size: smallest, columns: columns,
          widths: needs(smallest).widths(filling: PageFormat.landscape.bodyWidth))
      plan.columns = columns
      return plan
    }
  }

  /// The largest letters with which every word fits and no text takes many lines.
  ///
  /// Else the smallest with which words fit, or none. Where `staysWhole`, nothing but heads may be
  /// wrapped.
  private static func best(
    _ format: PageFormat, _ sizes: [Double], _ staysWhole: Bool, _ needs: (Double) -> ColumnNeeds
  ) -> TablePlan? {
    var plan: TablePlan?
    for size in sizes {
      let needs = needs(size)
      let body = format.bodyWidth
      guard staysWhole ? needs.fitsWhole(body) : needs.fitsWords(body) else { continue }
      // A table of few short columns is not drawn out over the page.
      let width = min(body, max(needs.wholeWidth * 1.6, body * 0.45))
      let widths = needs.widths(filling: width)
      plan = TablePlan(format: format, size: size, columns: [], widths: widths)
      if needs.lines(in: widths) <= manyLines { break }
    }
    return plan
  }
}
