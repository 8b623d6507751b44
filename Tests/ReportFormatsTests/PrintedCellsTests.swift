import Documents
import Pictures
import SurveyModel
import Testing

@testable import Printing

/// What the layout put where.
///
/// The streams of a PDF are compressed and their letters are numbers of
/// glyphs: what is printed is read from the layout, and the file is shown to be of the same document.
private final class PrintedCells: PageReceiver {
  /// The text of each cell without its spaces, which lines that are broken lose.
  private(set) var cells: [Part.CellPlace: String] = [:]

  init(_ document: Document) throws {
    let maker = PieceMaker(Typesetter(), words: PrintedWords(language: document.language))
    var flow = DocumentFlow(maker, PageComposer(self)) { drawing(of: $0, width: 600) }
    try flow.place(document)
  }

  func receive(_ page: PrintedPage) throws(PrintingError) {
    for part in page.placed.flatMap(\.0.parts) {
      guard let cell = part.cell else { continue }
      for case .text(let block, line: let line, x: _, baseline: _) in part.marks {
        cells[cell, default: ""] += block.lines[line].text.filter { !$0.isWhitespace }
      }
    }
  }
}

@Suite struct PrintedCellsTests {
  @Test(arguments: SampleFolder.all)
  func `the tables of the printed pages are those of the document, cell by cell`(
    sample: SampleFolder
  ) throws {
    let folder = try sample.folder.get()
    #expect(try folder.bytes("report.pdf") == pdf(of: folder.document))
    let printed = try PrintedCells(folder.document).cells
    var compared = 0
    for (number, placed) in folder.document.tables.enumerated() {
      let table = placed.table
      for (row, cells) in table.printed.enumerated() {
        for (column, cell) in cells.enumerated() {
          let place = Part.CellPlace(table: number + 1, row: row, column: column)
          let expected = (cell.mark + cell.text + cell.footnote + cell.detail)
            .filter { !$0.isWhitespace }
          #expect(printed[place] ?? "" == expected, "\(table.id) \(row) \(column)")
          compared += 1
        }
      }
    }
    #expect(compared > 1_000)
  }
}
