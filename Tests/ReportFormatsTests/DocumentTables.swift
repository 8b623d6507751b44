import Documents
import Pictures

/// A table of a document with the title of the picture that it belongs to.
struct PlacedTable {
  var table: DocumentTable
  var chartTitle: String?
}

extension Document {
  /// All tables in the order of the document, also those of pictures and of folded detail.
  var tables: [PlacedTable] { sections.flatMap { $0.blocks.flatMap(\.tables) } }

  var cells: [Cell] { tables.flatMap { $0.table.rows.joined() } }
}

extension Block {
  fileprivate var tables: [PlacedTable] {
    switch self {
    case .table(let table): [PlacedTable(table: table)]
    case .picture(let picture):
      [PlacedTable(table: picture.table, chartTitle: picture.chart.title)]
    case .more(_, let blocks): blocks.flatMap(\.tables)
    case .heading, .paragraph, .list, .facts: []
    }
  }
}

extension DocumentTable {
  /// The rows that formats for paper show.
  var printed: [[Cell]] { Array(rows.prefix(max(0, printedRows ?? .max))) }
}

/// What a reader sees of a cell.
struct ShownCell: Hashable, CustomStringConvertible {
  var mark = ""
  var text = ""
  var footnote = ""
  var detail = ""

  var description: String { "\(mark)|\(text)|\(footnote)|\(detail)" }
}
