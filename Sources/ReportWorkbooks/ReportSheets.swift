import Documents
import Pictures

/// A table of a report with what belongs on its sheet.
struct ReportSheet {
  /// The name of the tab.
  var name: String
  /// What the table shows.
  var title: String
  var table: DocumentTable
  /// The section of the document, counted from 0.
  var section: Int
  /// Small print beside the table or its pictures.
  var notes: [String]
  var charts: [Chart]
}

/// The tables of a report in its order, each once, also those of its pictures.
func reportSheets(of document: Document, _ words: SheetWords) -> [ReportSheet] {
  var collector = SheetCollector()
  for (number, section) in document.sections.enumerated() {
    collector.collect(section.blocks, section: number)
  }
  var sheets = collector.sheets
  let names = sheetNames(of: sheets.map(\.title), words)
  for index in sheets.indices { sheets[index].name = names[index] }
  return sheets
}

private struct SheetCollector {
  var sheets: [ReportSheet] = []
  private var places: [DocumentTable: Int] = [:]
  private var placesByID: [String: Int] = [:]

  mutating func collect(_ blocks: [Block], section: Int) {
    /// The sheet that small print belongs to, and the small print before a table.
    var last: Int?
    var waiting: [String] = []
    for block in blocks {
      switch block {
      case .table(let table):
        last = place(of: table, title: table.title, section: section)
        take(&waiting, for: last)
      case .picture(let picture):
        let known = sheets.count
        let place = place(of: picture.table, title: picture.title, section: section)
        // A table of figures alone often only says that it holds the figures of its picture.
        if place == known, picture.table.title != picture.title {
          sheets[place].notes.append(picture.table.title)
        }
        if !sheets[place].charts.contains(picture.chart) {
          sheets[place].charts.append(picture.chart)
        }
        last = place
        take(&waiting, for: last)
      case .paragraph(let paragraph) where paragraph.role == .note:
        if let last {
          sheets[last].notes.append(paragraph.text)
        } else {
          waiting.append(paragraph.text)
        }
      case .more(_, let blocks):
        collect(blocks, section: section)
        (last, waiting) = (nil, [])
      case .heading, .paragraph, .list, .facts:
        (last, waiting) = (nil, [])
      }
    }
  }

  private mutating func take(_ waiting: inout [String], for sheet: Int?) {
    if let sheet { sheets[sheet].notes.append(contentsOf: waiting) }
    waiting = []
  }

  /// Where a table stands: its own sheet, or that of the same table met before.
  private mutating func place(of table: DocumentTable, title: String, section: Int) -> Int {
    // One id is one table; tables of one content may bear two.
    let sameID = placesByID[table.id].flatMap { sheets[$0].table == table ? $0 : nil }
    var content = table
    content.id = ""
    content.showsTitle = true
    content.kind = .plain
    content.printedRows = nil
    if let known = sameID ?? places[content] { return known }
    places[content] = sheets.count
    placesByID[table.id] = sheets.count
    sheets.append(
      ReportSheet(name: "", title: title, table: table, section: section, notes: [], charts: []))
    return sheets.count - 1
  }
}

extension DocumentPicture {
  fileprivate var title: String { chart.title.isEmpty ? table.title : chart.title }
}
