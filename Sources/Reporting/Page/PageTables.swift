internal import Documents

/// Tables of a page. Cells carry as little markup as they can: a report of seven hundred units has
/// tens of thousands of them.
extension PageBlocks {
  /// Columns whose alignment the style knows by their number; more need a class in every cell.
  private static let styledColumns = 24
  /// In a longer table only the first mark of a footnote leads to it.
  private static let linkedRows = 100

  mutating func write(_ table: DocumentTable) {
    let id = identifiers.unique(table.id)
    let caption = identifiers.unique(id + "-caption")
    let isLeading = table.kind == .leading
    var notes = TableNotes(table, id: id)
    if !isLeading {
      html.markup(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(caption)\">\n")
    }
    html.markup("<table id=\"\(id)\"\(classes(of: table))\(isLeading ? " role=\"table\"" : "")>\n")
    html.markup("<caption id=\"\(caption)\"\(table.showsTitle ? "" : " class=\"unseen\"")>")
    html.text(table.title)
    html.markup("</caption>\n")
    writeWidths(of: table)
    writeHead(of: table)
    writeBody(of: table, notes: &notes)
    html.markup("</table>\n")
    if !isLeading { html.markup("</div>\n") }
    writeFootnotes(notes)
    writeTraces(of: table)
  }

  /// What the style must know: its kind, which columns end or centre their texts, how many there are.
  private func classes(of table: DocumentTable) -> String {
    var classes = table.kind == .leading ? ["leading"] : []
    // On paper upright A4 holds ten columns of figures with their errors.
    if table.columns.count > 10 {
      classes.append("widest")
    } else if table.columns.count > 7 {
      classes.append("wide")
    }
    for (number, column) in table.columns.prefix(Self.styledColumns).enumerated() {
      switch column.alignment {
      case .start: break
      case .end: classes.append("e\(number + 1)")
      case .centre: classes.append("c\(number + 1)")
      }
    }
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  /// The shares of the width, where columns differ in what they would like.
  private mutating func writeWidths(of table: DocumentTable) {
    let widths = table.columns.map(\.width)
    guard let first = widths.first, widths.contains(where: { $0 != first }),
      widths.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return }
    let sum = widths.reduce(0, +)
    html.markup("<colgroup>")
    for width in widths {
      let share = Int((width / sum * 100).rounded())
      html.markup("<col style=\"width:\(share)%\"/>")
    }
    html.markup("</colgroup>\n")
  }

  private mutating func writeHead(of table: DocumentTable) {
    let isLeading = table.kind == .leading
    html.markup(
      isLeading ? "<thead role=\"rowgroup\"><tr role=\"row\">\n" : "<thead><tr>\n")
    for (number, column) in table.columns.enumerated() {
      html.markup("<th scope=\"col\"\(isLeading ? " role=\"columnheader\"" : "")")
      html.markup("\(Self.farClass(number, column))>")
      html.text(column.head)
      if !column.subhead.isEmpty {
        html.markup(" <span class=\"sub\">")
        html.text(column.subhead)
        html.markup("</span>")
      }
      html.markup("</th>\n")
    }
    html.markup("</tr></thead>\n")
  }

  /// The rows, those that paper leaves out in a body of their own.
  private mutating func writeBody(of table: DocumentTable, notes: inout TableNotes) {
    let isLeading = table.kind == .leading
    let role = isLeading ? " role=\"rowgroup\"" : ""
    let printed = max(1, min(table.printedRows ?? table.rows.count, table.rows.count))
    let linksAll = table.rows.count <= Self.linkedRows
    html.markup("<tbody\(role)>\n")
    for (number, row) in table.rows.enumerated() {
      if number == printed { html.markup("</tbody>\n<tbody\(role) class=\"screen\">\n") }
      html.markup(isLeading ? "<tr role=\"row\">" : "<tr>")
      for (position, cell) in row.enumerated() {
        let isHead = position == 0 && table.hasRowHeads
        let column = table.columns.indices.contains(position) ? table.columns[position] : nil
        html.markup(isHead ? "<th scope=\"row\"" : "<td")
        if isLeading {
          html.markup(isHead ? " role=\"rowheader\"" : " role=\"cell\"")
          if !isHead { html.attribute("data-head", column?.head ?? "") }
        }
        html.markup(Self.classes(of: cell, position, column))
        html.markup(">")
        // On a phone the head of the column stands left of everything the cell holds.
        if isLeading && !isHead { html.markup("<span>") }
        writeText(of: cell)
        writeMark(cell.footnote, linksAll: linksAll, notes: &notes)
        writeDetail(of: cell)
        if isLeading && !isHead { html.markup("</span>") }
        html.markup(isHead ? "</th>" : "</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody>\n")
  }

  private mutating func writeText(of cell: Cell) {
    let mark = cell.mark.isEmpty ? cell.standing.mark : cell.mark
    if !mark.isEmpty {
      html.markup("<span aria-hidden=\"true\">")
      html.text(mark)
      html.markup("</span> ")
    }
    if cell.isStrong {
      html.element("strong", text: cell.text)
    } else {
      html.text(cell.text)
    }
  }

  private mutating func writeDetail(of cell: Cell) {
    guard !cell.detail.isEmpty else { return }
    html.markup(" <span class=\"sub\">")
    html.text(cell.detail)
    html.markup("</span>")
  }

  /// The letter of a footnote, leading to its text.
  private mutating func writeMark(
    _ letter: String, linksAll: Bool, notes: inout TableNotes
  ) {
    guard !letter.isEmpty else { return }
    html.markup("<sup>")
    if let note = notes.note(letter), linksAll || !note.isMarked {
      let id = note.isMarked ? "" : " id=\"\(note.markID)\""
      html.markup("<a href=\"#\(note.id)\"\(id)>")
      html.text(letter)
      html.markup("</a>")
      notes.mark(letter)
    } else {
      html.text(letter)
    }
    html.markup("</sup>")
  }

  private mutating func writeFootnotes(_ notes: TableNotes) {
    guard !notes.all.isEmpty else { return }
    html.markup("<ul class=\"footnotes\">\n")
    for note in notes.all {
      html.markup("<li id=\"\(note.id)\"><sup>")
      html.text(note.letter)
      html.markup("</sup> ")
      html.text(note.text)
      if note.isMarked {
        html.markup(" <a href=\"#\(note.markID)\"")
        html.attribute("aria-label", words("page.back-to-mark", ["letter": note.letter]))
        html.markup(">↑</a>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }

  private static func classes(
    of cell: Cell, _ position: Int, _ column: DocumentTable.Column?
  ) -> String {
    guard cell.standing != .none else {
      return column.map { farClass(position, $0) } ?? ""
    }
    let far = position < styledColumns ? "" : column.map { " " + $0.alignment.farName } ?? ""
    return " class=\"\(cell.standing.className)\(far)\""
  }

  private static func farClass(_ position: Int, _ column: DocumentTable.Column) -> String {
    guard position >= styledColumns, column.alignment != .start else { return "" }
    return " class=\"\(column.alignment.farName)\""
  }
}

extension DocumentTable.Column.Alignment {
  fileprivate var farName: String {
    switch self {
    case .start: ""
    case .end: "end"
    case .centre: "centre"
    }
  }
}

extension Cell.Standing {
  fileprivate var className: String {
    switch self {
    case .none: ""
    case .met: "met"
    case .notMet: "not-met"
    case .noData: "no-data"
    }
  }

  /// A shape, where the document gives none: a standing does not hang on colour.
  fileprivate var mark: String {
    switch self {
    case .none: ""
    case .met: "✓"
    case .notMet: "✗"
    case .noData: "–"
    }
  }
}

/// The footnotes of a table with their ids, and which of them a cell has referred to.
private struct TableNotes {
  struct Note {
    let letter: String
    let text: String
    let id: String
    let markID: String
    var isMarked = false
  }

  private(set) var all: [Note]

  init(_ table: DocumentTable, id: String) {
    all = table.footnotes.enumerated().map { number, note in
      Note(
        letter: note.letter, text: note.text, id: "\(id)-note-\(number + 1)",
        markID: "\(id)-mark-\(number + 1)")
    }
  }

  func note(_ letter: String) -> Note? { all.first { $0.letter == letter } }

  mutating func mark(_ letter: String) {
    guard let position = all.firstIndex(where: { $0.letter == letter }) else { return }
    all[position].isMarked = true
  }
}
