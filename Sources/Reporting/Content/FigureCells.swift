internal import Documents
internal import SurveyModel

extension ReportContent {
  /// A number with its fixed places; a dash where there is none.
  func number(
    _ value: Double?, places: Int, unit: Cell.Number.Unit = .plain, at source: String? = nil
  ) -> Cell {
    let value = value.finite
    let text =
      switch unit {
      case .percent: style.percent(style.decimal(value, places: places))
      case .points: style.signed(value, places: places)
      case .plain: style.decimal(value, places: places)
      }
    return Cell(
      text, number: value.map { Cell.Number($0, places: places, unit: unit, source: source) })
  }

  /// A number of a plan, with as many places as it takes.
  func exactNumber(
    _ value: Double?, places: Int, isPercent: Bool, at source: String? = nil
  ) -> Cell {
    guard let value = value.finite else { return Cell(NumberStyle.missing) }
    return number(
      value, places: NumberStyle.places(ofExact: value, atLeast: places),
      unit: isPercent ? .percent : .plain, at: source)
  }

  /// A whole number, such as a count of people.
  func count(_ value: Int?, at source: String? = nil) -> Cell {
    Cell(
      style.whole(value), number: value.map { Cell.Number(Double($0), places: 0, source: source) })
  }

  /// A published figure with its unit, and the letter of its footnote.
  func figure(_ estimate: Estimate, at pointer: String?) -> Cell {
    var cell = number(
      estimate.shown.value, places: places, unit: unit, at: pointer.map { $0 + "/estimate" })
    cell.footnote = footnotes.letter(of: estimate)
    return cell
  }

  /// `84,78 ± 1,20`: a published figure without its unit, for tables of many.
  func figureWithError(_ estimate: Estimate, at pointer: String?) -> Cell {
    var cell = figure(estimate, at: pointer)
    let shown = estimate.shown
    cell.text = style.decimal(shown.value, places: places)
    if let lower = shown.lower, let upper = shown.upper {
      cell.text += " ± " + style.decimal((upper - lower) / 2, places: places)
    }
    return cell
  }

  /// A table with the footnotes that its cells refer to.
  func table(
    _ id: String, _ title: String, showsTitle: Bool = true, kind: DocumentTable.Kind = .plain,
    _ columns: [DocumentTable.Column], _ rows: [[Cell]], hasRowHeads: Bool = true,
    printedRows: Int? = nil
  ) -> DocumentTable {
    var used: Set<String> = []
    for row in rows { for cell in row where !cell.footnote.isEmpty { used.insert(cell.footnote) } }
    return DocumentTable(
      id: id, title: title, showsTitle: showsTitle, kind: kind, columns: columns, rows: rows,
      hasRowHeads: hasRowHeads,
      footnotes: footnotes.lines.filter { used.contains($0.letter) }.map {
        DocumentTable.Footnote(letter: $0.letter, text: $0.footnoteText)
      },
      printedRows: printedRows)
  }

  /// A column of numbers.
  func numbers(
    _ head: String, subhead: String = "", width: Double = 1
  ) -> DocumentTable.Column {
    DocumentTable.Column(head, subhead: subhead, alignment: .end, width: width)
  }

  /// A column of words.
  func words(_ head: String, width: Double = 1) -> DocumentTable.Column {
    DocumentTable.Column(head, width: width)
  }

  func note(_ text: String) -> Block { .paragraph(Paragraph(text, role: .note)) }
}

extension Cell {
  /// The cell in bold, or with other words around its number.
  func with(
    detail: String? = nil, mark: String? = nil, isStrong: Bool? = nil, trace: String? = nil
  ) -> Cell {
    var cell = self
    if let detail { cell.detail = detail }
    if let mark { cell.mark = mark }
    if let isStrong { cell.isStrong = isStrong }
    if let trace { cell.trace = trace }
    return cell
  }
}
