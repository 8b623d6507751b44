import Documents
import Pictures

/// Turns a report into paragraphs and tables.
struct BodyComposer {
  typealias Picturing = (Chart) -> (png: [UInt8], width: Double, height: Double)?

  let document: Document
  let wording: Wording
  private(set) var items: [PlacedItem] = []
  /// The PNG of every picture, in order.
  private(set) var media: [[UInt8]] = []
  private var tableCount = 0
  private var figureCount = 0

  init(_ document: Document) {
    self.document = document
    wording = .of(document.language)
  }

  /// Composes the whole document.
  ///
  /// - Parameter picture: Draws a chart, or gives `nil`.
  /// - Throws: ``WordDocumentError/picture(chart:)``.
  mutating func compose(picture: Picturing) throws(WordDocumentError) {
    addHead()
    for section in document.sections {
      if !section.title.isEmpty { add(heading(section.title, level: 0)) }
      try add(section.blocks, below: 0, picture: picture)
    }
    addFoot()
  }

  mutating func add(_ paragraph: WordParagraph, isWide: Bool = false) {
    items.append(PlacedItem(item: .paragraph(paragraph), isWide: isWide))
  }

  mutating func add(_ table: WordTable, isWide: Bool = false) {
    items.append(PlacedItem(item: .table(table), isWide: isWide))
  }

  /// Adds blocks below a heading whose level is `level`, 0 for that of a section.
  private mutating func add(
    _ blocks: [Block], below level: Int, picture: Picturing
  ) throws(WordDocumentError) {
    var current = level
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let text, _):
        current = level + 1
        if !text.isEmpty { add(heading(text, level: current)) }
      case .paragraph(let paragraph):
        add(self.paragraph(paragraph, introduces: blocks.introduces(index)))
      case .list(let entries):
        for entry in entries { add(WordParagraph(.listItem, runs(of: entry))) }
      case .facts(let facts):
        for fact in facts {
          add(WordParagraph(.term, fact.term))
          for text in fact.texts { add(self.paragraph(text, body: .fact)) }
        }
      case .table(let table): add(table)
      case .picture(let content):
        try add(content.chart, picture: picture)
        add(content.table)
      case .more(let summary, let inner):
        if !summary.isEmpty { add(heading(summary, level: current + 1)) }
        try add(inner, below: summary.isEmpty ? current : current + 1, picture: picture)
      }
    }
  }

  /// A heading; one with a number of its own, such as that of a target, is taken out of the numbering
  /// of its style.
  private func heading(_ text: String, level: Int) -> WordParagraph {
    WordParagraph(
      Self.heading(level: level), text,
      properties: document.hasOwnNumbers || text.first?.isWholeNumber == true
        ? ParagraphProperties(numbering: .init(id: Numbering.none, level: 0)) : .init())
  }

  private static func heading(level: Int) -> Style {
    switch level {
    case ...0: .section
    case 1: .subsection
    case 2: .detail
    default: .subdetail
    }
  }

  private func paragraph(
    _ paragraph: Paragraph, body: Style = .body, introduces: Bool = false
  ) -> WordParagraph {
    let style: Style =
      switch paragraph.role {
      case .body: body
      case .lead: .lead
      case .note: .note
      }
    return WordParagraph(
      style, runs(of: paragraph), properties: .init(keepsWithNext: introduces ? true : nil))
  }

  private func runs(of paragraph: Paragraph) -> [WordRun] {
    paragraph.runs.filter { !$0.text.isEmpty }.map { run in
      switch run.style {
      case .plain: WordRun(run.text)
      case .strong: WordRun(run.text, RunProperties(isBold: true))
      case .emphasis: WordRun(run.text, RunProperties(isItalic: true))
      }
    }
  }

  // MARK: Tables and pictures

  private mutating func add(_ table: DocumentTable) {
    let count = min(table.rows.count, max(0, table.printedRows ?? .max))
    let layout = TableLayout(of: table, rows: count)
    let builder = TableBuilder(table: table, rows: count, size: layout.size)
    var number = ""
    if table.showsTitle, !table.title.isEmpty {
      tableCount += 1
      number = String(tableCount)
    }
    for (position, panel) in layout.panels.enumerated() {
      if !number.isEmpty {
        add(
          tableCaption(table.title, number: number, isContinued: position > 0),
          isWide: layout.isWide)
      }
      add(builder.table(panel), isWide: layout.isWide)
      if position + 1 < layout.panels.count {
        add(WordParagraph(.tableEnd, ""), isWide: layout.isWide)
      }
    }
    let notes = notes(of: table, shown: count)
    for note in notes { add(note, isWide: layout.isWide) }
    if notes.isEmpty { add(WordParagraph(.tableEnd, ""), isWide: layout.isWide) }
  }

  /// Numbered by a field of Word; the repeated caption of a table that goes on bears the number as
  /// text, so that it is not counted twice.
  private func tableCaption(
    _ title: String, number: String, isContinued: Bool
  ) -> WordParagraph {
    if isContinued {
      let text = "\(wording.table) \(number) \(wording.continued). \(title)"
      return WordParagraph(.caption, text)
    }
    return caption(title, number: number, label: .table(in: wording))
  }

  private func caption(
    _ title: String, number: String, label: StaticLabel, properties: ParagraphProperties = .init()
  ) -> WordParagraph {
    WordParagraph(
      .caption,
      [
        WordRun("\(label.text) "), WordRun(.field(.sequence(label: label), shown: number)),
        WordRun(". \(title)"),
      ], properties: properties)
  }

  private func notes(of table: DocumentTable, shown: Int) -> [WordParagraph] {
    var notes: [WordParagraph] = []
    if shown < table.rows.count {
      let text = wording.cut(shown: shown, of: table.rows.count)
      notes.append(WordParagraph(.note, [WordRun(text, RunProperties(isItalic: true))]))
    }
    for footnote in table.footnotes {
      notes.append(
        WordParagraph(
          .note,
          [
            WordRun(footnote.letter, RunProperties(isRaised: true)), WordRun(" \(footnote.text)"),
          ]))
    }
    return notes
  }

  /// The picture with its caption below; nothing where there is none.
  private mutating func add(_ chart: Chart, picture: Picturing) throws(WordDocumentError) {
    guard let drawn = picture(chart) else { return }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard drawn.png.starts(with: signature), drawn.width > 0, drawn.height > 0,
      drawn.width < 1e6, drawn.height < 1e6
    else { throw .picture(chart: chart.id) }
    media.append(drawn.png)
    // A third of the page is left to the caption and to what stands around.
    let room = (
      width: Double(Page.width(isWide: false) * Measure.emuPerTwip),
      height: Double(Page.height(isWide: false) * Measure.emuPerTwip) * 2 / 3
    )
    let width = drawn.width * Measure.emuPerPixel
    let height = drawn.height * Measure.emuPerPixel
    let scale = min(1, room.width / width, room.height / height)
    let inline = InlinePicture(
      number: media.count, title: chart.title, description: chart.description,
      width: max(1, Int(width * scale)), height: max(1, Int(height * scale)))
    add(WordParagraph(.figure, [WordRun(.picture(inline))]))
    figureCount += 1
    add(
      caption(
        chart.title, number: String(figureCount), label: .figure(in: wording),
        properties: .init(keepsWithNext: false)))
  }
}
