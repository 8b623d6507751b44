import Documents

extension PieceMaker {
  /// Puts a table on the pages: title, rows below a repeated head, what was left out, footnotes.
  ///
  /// `number` counts the tables of the document; a small one stands for a picture.
  func place(
    _ table: DocumentTable, number: Int, isSmall: Bool, on composer: PageComposer
  ) throws(PrintingError) {
    let rows = min(max(table.printedRows ?? table.rows.count, 0), table.rows.count)
    let plans = TablePlan.plans(for: table, rows: rows, isSmall: isSmall, typesetter)
    let caption =
      table.showsTitle && !table.title.isEmpty ? words.table(nextCaption(), table.title) : ""
    for (index, plan) in plans.enumerated() {
      composer.leave(index == 0 ? 8 : 14)
      var title = caption
      if plans.count > 1 {
        let shown = plan.columns.filter { $0 != 0 || !table.hasRowHeads }
        let range = words.columns(
          (shown.first ?? 0) + 1, to: (shown.last ?? 0) + 1, of: table.columns.count)
        title = title.isEmpty ? range : title + " " + range
      }
      if !title.isEmpty {
        var shape = ParagraphShape(
          style: .bold(isSmall ? TypeSizes.note : TypeSizes.tableTitle), alignment: .centre)
        shape.format = plan.format
        shape.keepsWithNext = true
        for var piece in paragraph(StyledText(title), shape) {
          piece.keepsWithNext = true
          try composer.place(piece)
        }
        composer.leave(4)
      }
      try placeRows(of: table, rows: rows, plan: plan, number: number, on: composer)
    }
    try placeNotes(below: table, rows: rows, format: plans.last?.format ?? .portrait, on: composer)
    composer.leave(10)
  }

  private func placeRows(
    of table: DocumentTable, rows: Int, plan: TablePlan, number: Int, on composer: PageComposer
  ) throws(PrintingError) {
    let maker = RowPieces(plan: plan, table: number, typesetter: typesetter)
    let height = plan.format.bodyHeight
    var headPieces = maker.pieces(
      plan.columns.map { column in
        RowPieces.Content(
          texts: text(of: table.columns[column]), alignment: .centre, tag: .headCell, grey: 0.92)
      }, row: -1, highest: height)
    // A head that leaves no room for rows stands once, as they do.
    let isRepeated = headPieces.count == 1 && headPieces[0].height <= height * 0.4
    let head = isRepeated ? RepeatedHead(headPieces) : nil
    headPieces[headPieces.count - 1].keepsWithNext = rows > 0
    try composer.place(headPieces)
    let highest = height - (head?.height ?? 0)
    for row in 0..<rows {
      var pieces = maker.pieces(
        contents(of: table, row: row, columns: plan.columns), row: row, highest: highest)
      for index in pieces.indices { pieces[index].head = head }
      if pieces.count == 1 {
        let hasNote = rows < table.rows.count || !table.footnotes.isEmpty
        // A short table is not torn; of a long one no page has a single row.
        let isTied = rows <= 5 || row == 0 || row == rows - 2
        pieces[0].keepsWithNext = row == rows - 1 ? hasNote : isTied
      }
      try composer.place(pieces)
    }
  }

  private func contents(
    of table: DocumentTable, row: Int, columns: [Int]
  ) -> [RowPieces.Content] {
    let cells = table.rows[row]
    return columns.map { column in
      guard column < cells.count else {
        return RowPieces.Content(texts: [StyledText("")], alignment: .start, tag: .cell)
      }
      let cell = cells[column]
      let alignment: TextAlignment =
        switch table.columns[column].alignment {
        case .start: .start
        case .centre: .centre
        case .end: .end
        }
      return RowPieces.Content(
        texts: text(of: cell), alignment: alignment,
        tag: column == 0 && table.hasRowHeads ? .headCell : .cell,
        grey: cell.standing == .notMet ? 0.88 : nil)
    }
  }

  private func placeNotes(
    below table: DocumentTable, rows: Int, format: PageFormat, on composer: PageComposer
  ) throws(PrintingError) {
    var shape = ParagraphShape(style: TextStyle(10), alignment: .start, spaceBefore: 3)
    shape.tag = .note
    shape.format = format
    if rows < table.rows.count {
      var cut = shape
      cut.style.isItalic = true
      try composer.place(
        paragraph(StyledText(words.cut(shown: rows, of: table.rows.count)), cut))
    }
    for note in table.footnotes {
      try composer.place(
        paragraph(
          StyledText([.init(note.letter, scale: 0.75, isRaised: true), .init(" " + note.text)]),
          shape))
    }
  }
}
