import Documents
import WorkbookWriting

/// The first sheet: what the report says first, and the way to each table.
func contentsSheet(
  of document: Document, _ sheets: [ReportSheet], _ words: SheetWords
) -> SheetContent {
  let widths: [Double] = [36, 74, 9, 11]
  let width = widths.reduce(0, +)
  var rows: [[CellContent]] = []
  var merges: [CellRange] = []
  var heights: [(row: Int, height: Double)] = []
  func spread(_ text: String, _ look: CellLook) {
    guard !text.isEmpty else { return }
    let text = cellText(text)
    let row = rows.count
    merges.append(CellRange(rows: row...row, columns: 0...3))
    let size = look.fontSize ?? 11
    let lines = lineCount(text, width: width * 11 / size * (look.isBold ? 0.92 : 1))
    heights.append((row, rowHeight(lines: lines, size: size)))
    rows.append(
      [.text(text, look: look)]
        + [CellContent](repeating: CellContent(.empty, look: look), count: 3))
  }
  spread(document.title, SheetLooks.title)
  spread(document.subtitle, SheetLooks.note)
  for banner in document.banners { spread(banner, SheetLooks.banner) }
  let leads = mainPoints(of: document)
  if !leads.isEmpty {
    rows.append([])
    spread(words.mainPoints, SheetLooks.section)
    for lead in leads { spread(lead, SheetLooks.text) }
  }
  rows.append([])
  rows.append(
    [words.sheet, words.tableTitle, words.rowCount, words.chartCount].map {
      .text($0, look: SheetLooks.head)
    })
  var section: Int?
  for sheet in sheets {
    if sheet.section != section {
      section = sheet.section
      spread(document.sections[sheet.section].title, SheetLooks.section)
    }
    rows.append([
      CellContent(.link(sheet.name, to: CellPlace(sheet: sheet.name)), look: SheetLooks.link),
      .text(cellText(sheet.title), look: SheetLooks.text),
      .number(Double(sheet.table.rows.count)),
      .number(Double(sheet.charts.count)),
    ])
  }
  if !document.imprint.isEmpty {
    rows.append([])
    spread(words.aboutFile, SheetLooks.section)
    for line in document.imprint { spread(line, SheetLooks.note) }
  }
  return SheetContent(
    name: words.contents, rows: rows,
    columns: widths.enumerated().map {
      ColumnWidth(columns: $0.offset...$0.offset, width: $0.element)
    },
    merges: merges, rowHeights: heights,
    page: PageSetup(isLandscape: true, footer: document.title, pageWord: words.page))
}

/// What the report says first in each section, or says in bold as a paragraph of its own; nothing
/// twice.
private func mainPoints(of document: Document) -> [String] {
  var points: [String] = []
  for section in document.sections {
    for text in leadTexts(in: section.blocks) where !points.contains(where: { $0.contains(text) }) {
      points.append(text)
    }
  }
  return points
}

private func leadTexts(in blocks: [Block]) -> [String] {
  var texts: [String] = []
  for block in blocks {
    switch block {
    case .paragraph(let paragraph):
      if paragraph.isMainPoint { texts.append(paragraph.text) }
    case .list(let paragraphs):
      texts.append(contentsOf: paragraphs.filter(\.isMainPoint).map(\.text))
    case .more(_, let blocks): texts.append(contentsOf: leadTexts(in: blocks))
    case .heading, .facts, .table, .picture: break
    }
  }
  return texts.filter { !$0.isEmpty }
}

extension Paragraph {
  fileprivate var isMainPoint: Bool {
    role == .lead || role == .body && runs.allSatisfy { $0.style == .strong }
  }
}
