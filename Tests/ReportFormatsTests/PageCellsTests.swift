import Documents
import ReportReaders
import SurveyModel
import Testing
import XML

@Suite struct PageCellsTests {
  @Test(arguments: SampleFolder.all)
  func `the tables of the page are those of the document, cell by cell`(
    sample: SampleFolder
  ) throws {
    let folder = try sample.folder.get()
    let written = try folder.page().all("table")
    let tables = folder.document.tables.map(\.table)
    try #require(written.count == tables.count)
    var compared = 0
    for (element, table) in zip(written, tables) {
      #expect(element.child("caption")?.text == table.title)
      let heads = element.child("thead")?.descendants("th") ?? []
      #expect(heads.map { shown($0).text } == table.columns.map(\.head), "\(table.id)")
      #expect(heads.map { shown($0).detail } == table.columns.map(\.subhead), "\(table.id)")
      let rows = element.children(named: "tbody").flatMap { $0.children(named: "tr") }
      try #require(rows.count == table.rows.count, "\(table.id)")
      for (row, cells) in zip(rows, table.rows) {
        #expect(row.children.map(shown) == cells.map(expected), "\(table.id)")
        compared += cells.count
      }
    }
    #expect(compared > 1_000)
  }

  private func shown(_ element: XMLElement) -> ShownCell {
    // The leading table holds what a cell shows in one piece.
    let isWrapped =
      element.children.count == 1 && element.children[0].attributes.isEmpty
      && element.children[0].name == "span"
    let holder = isWrapped ? element.children[0] : element
    let spans = holder.children(named: "span")
    return ShownCell(
      mark: spans.first { $0[attribute: "aria-hidden"] == "true" }?.text ?? "",
      text: trimmed(holder.child("strong")?.text ?? holder.text),
      footnote: holder.child("sup")?.wholeText ?? "",
      detail: spans.first { $0[attribute: "class"] == "sub" }?.text ?? "")
  }

  private func expected(_ cell: Cell) -> ShownCell {
    let sign =
      switch cell.standing {
      case .none: ""
      case .met: "✓"
      case .notMet: "✗"
      case .noData: "–"
      }
    return ShownCell(
      mark: cell.mark.isEmpty ? sign : cell.mark, text: cell.text, footnote: cell.footnote,
      detail: cell.detail)
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
