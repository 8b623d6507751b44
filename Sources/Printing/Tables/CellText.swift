import Documents

/// Where the letters of a table stand in their cells, in points.
enum CellPadding {
  static let side = 3.5
  static let above = 2.0
  static let below = 2.5
}

extension PieceMaker {
  /// A cell as it is set: sign, text and letter of its footnote, and its detail on a line below.
  func text(of cell: Cell) -> [StyledText] {
    var runs: [StyledText.Run] = []
    let mark = printable(cell.mark)
    // The space is the text's: in the font of a sign it may be far wider.
    let isMarked = !mark.isEmpty && typesetter.shows(mark)
    if isMarked { runs.append(.init(mark)) }
    runs.append(
      .init(
        isMarked ? " " + cell.text : cell.text, isBold: cell.isStrong,
        isItalic: cell.standing == .noData))
    if !cell.footnote.isEmpty { runs.append(.init(cell.footnote, scale: 0.75, isRaised: true)) }
    return joined(runs, below: cell.detail)
  }

  func text(of column: DocumentTable.Column) -> [StyledText] {
    joined([.init(column.head, isBold: true)], below: column.subhead)
  }

  private func joined(_ runs: [StyledText.Run], below detail: String) -> [StyledText] {
    var texts = StyledText(runs).printableStretches()
    guard !detail.isEmpty else { return texts }
    let details = StyledText([.init(detail, scale: TypeSizes.detail)])
      .printableStretches()
    // One layout holds both as long as it may.
    texts[texts.count - 1].runs.append(.init("\n"))
    texts[texts.count - 1].runs += details[0].runs
    return texts + details.dropFirst()
  }
}
