import Documents
import ReportReaders
import SurveyModel
import Testing

@Suite struct WordCellsTests {
  @Test(arguments: SampleFolder.all)
  func `the tables of the text document are those of the document, cell by cell`(
    sample: SampleFolder
  ) throws {
    let folder = try sample.folder.get()
    var written = try Parts(folder.bytes("report.docx")).body.all("tbl").filter {
      $0.child("tblPr")?.child("tblStyle")?.value == "ReportTable"
    }[...]
    var compared = 0
    for table in folder.document.tables.map(\.table) {
      let heads = [table.columns.map { [$0.head, $0.subhead].filter { !$0.isEmpty } }]
      let body = table.printed.map { row in row.map(expected) }
      #expect(takeTable(table, from: &written) == heads + body, "\(table.id)")
      compared += table.printed.count * table.columns.count
    }
    #expect(written.isEmpty && compared > 1_000)
  }

  /// The paragraphs of the cells of the next table; its panels, each of which begins with the heads
  /// of the rows, are put together again.
  private func takeTable(
    _ table: DocumentTable, from written: inout ArraySlice<Node>
  ) -> [[[String]]] {
    var rows: [[[String]]] = []
    while (rows.first?.count ?? 0) < table.columns.count, let panel = written.popFirst() {
      let cells = panel.children.filter { $0.name == "tr" }.map { row in
        row.children.filter { $0.name == "tc" }.map { $0.all("p").map(\.shown) }
      }
      if rows.isEmpty {
        rows = cells
      } else {
        let repeated = table.hasRowHeads ? 1 : 0
        for (number, row) in cells.enumerated() where number < rows.count {
          #expect(row.prefix(repeated) == rows[number].prefix(repeated), "\(table.id)")
          rows[number] += row.dropFirst(repeated)
        }
      }
    }
    return rows
  }

  private func expected(_ cell: Cell) -> [String] {
    let sign =
      switch cell.standing {
      case .met: "✓"
      case .notMet: "✗"
      case .none, .noData: ""
      }
    let mark = cell.mark.isEmpty ? sign : cell.mark
    let text = (mark.isEmpty ? "" : "\(mark) ") + cell.text + cell.footnote
    return cell.detail.isEmpty ? [text] : [text, cell.detail]
  }
}
