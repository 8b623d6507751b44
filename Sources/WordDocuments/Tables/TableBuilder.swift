import Documents

/// Makes the rows of a table, or of one panel of it.
struct TableBuilder {
  let table: DocumentTable
  /// How many of the rows are printed.
  let rows: Int
  /// Points.
  let size: Double

  /// Cells longer than this may need more than a page and are let break.
  private static let mostUnbroken = 1500
  /// So few rows stay on one page.
  private static let mostTied = 5

  func table(_ panel: TableLayout.Panel) -> WordTable {
    let head = WordRow(
      cells: panel.columns.map { headCell(table.columns[$0]) }, isHead: true, isWhole: true)
    let body = table.rows.prefix(rows).enumerated().map { index, row in
      precondition(row.count == table.columns.count, "a row is as long as its columns")
      return WordRow(
        cells: panel.columns.map {
          cell(
            row[$0], in: table.columns[$0], isTied: rows <= Self.mostTied && index + 1 < rows)
        },
        isWhole: panel.columns.allSatisfy { column in
          row[column].text.utf8.count + row[column].detail.utf8.count <= Self.mostUnbroken
        })
    }
    return WordTable(
      look: .report(hasRowHeads: table.hasRowHeads), widths: panel.widths, rows: [head] + body,
      title: table.title)
  }

  private func headCell(_ column: DocumentTable.Column) -> WordCell {
    var paragraphs = [WordParagraph(.tableHead, [sized(column.head, RunProperties())])]
    if !column.subhead.isEmpty {
      paragraphs.append(
        WordParagraph(
          .tableHead, [sized(column.subhead, RunProperties(isBold: false), isDetail: true)]))
    }
    return WordCell(paragraphs: paragraphs, shading: Shading.head, isCentred: true)
  }

  /// `isTied`: on the page of the row below it.
  private func cell(
    _ cell: Cell, in column: DocumentTable.Column, isTied: Bool
  ) -> WordCell {
    let properties = ParagraphProperties(
      keepsWithNext: isTied ? true : nil, alignment: alignment(of: column))
    let isBold: Bool? = cell.isStrong || cell.standing == .notMet ? true : nil
    var runs: [WordRun] = []
    let mark = cell.shownMark
    if !mark.isEmpty { runs.append(sized("\(mark) ", RunProperties(isBold: isBold))) }
    if !cell.text.isEmpty { runs.append(sized(cell.text, RunProperties(isBold: isBold))) }
    if !cell.footnote.isEmpty {
      runs.append(sized(cell.footnote, RunProperties(isRaised: true)))
    }
    var paragraphs = [WordParagraph(.tableText, runs, properties: properties)]
    if !cell.detail.isEmpty {
      paragraphs.append(
        WordParagraph(
          .tableDetail, [sized(cell.detail, RunProperties(), isDetail: true)],
          properties: properties))
    }
    return WordCell(paragraphs: paragraphs, shading: shading(of: cell), isCentred: true)
  }

  private func shading(of cell: Cell) -> String? {
    switch cell.standing {
    case .none: nil
    case .met: Shading.met
    case .notMet: Shading.notMet
    case .noData: Shading.noData
    }
  }

  private func alignment(of column: DocumentTable.Column) -> ParagraphProperties.Alignment {
    switch column.alignment {
    case .start: .left
    case .end: .right
    case .centre: .center
    }
  }

  /// A run in the size of this table, where that differs from the style's.
  private func sized(
    _ text: String, _ properties: RunProperties, isDetail: Bool = false
  ) -> WordRun {
    var properties = properties
    if isDetail {
      properties.size = TableLayout.detailSize(for: size)
    } else if size != TableLayout.size {
      properties.size = size
    }
    return WordRun(text, properties)
  }
}

extension Cell {
  /// The sign beside the words; where the cell brings none, one that shows the standing.
  var shownMark: String {
    guard mark.isEmpty else { return mark }
    return switch standing {
    case .met: "✓"
    case .notMet: "✗"
    case .none, .noData: ""
    }
  }
}
