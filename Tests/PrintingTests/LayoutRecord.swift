import Documents
import Pictures
import SurveyModel

@testable import Printing

/// What the layout put where, without drawing it.
final class LayoutRecord: PageReceiver {
  private(set) var pages: [PrintedPage] = []

  func receive(_ page: PrintedPage) throws(PrintingError) { pages.append(page) }

  /// The pages of a document.
  static func of(_ document: Document) throws -> LayoutRecord {
    let record = LayoutRecord()
    let maker = PieceMaker(Typesetter(), words: PrintedWords(language: document.language))
    var flow = DocumentFlow(maker, PageComposer(record), drawing: SampleDocument.drawing)
    try flow.place(document)
    return record
  }

  /// The pages of a document of these blocks alone.
  static func of(_ blocks: [Block]) throws -> LayoutRecord {
    try .of(
      Document(
        language: .vi, title: "Thử", subtitle: "", banners: [], letterhead: Letterhead(),
        sections: [DocumentSection(id: "s", title: "Mục", blocks: blocks)], imprint: []))
  }

  /// A line of text at its place on the page, in points from the upper left corner.
  struct Line {
    var page: Int
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var cell: Part.CellPlace?
    var structure: Piece.Structure
  }

  var lines: [Line] {
    pages.flatMap { page in
      page.placed.flatMap { piece, y in
        piece.parts.flatMap { part in
          part.marks.compactMap { mark -> Line? in
            guard case .text(let block, let index, let x, let baseline) = mark else { return nil }
            let line = block.lines[index]
            let left = page.format.left + x
            let top = page.format.top + y + baseline - line.ascent
            return Line(
              page: page.number, text: line.text, left: left, top: top, right: left + line.width,
              bottom: top + line.height, cell: part.cell, structure: piece.structure)
          }
        }
      }
    }
  }

  /// Lines that are not wholly inside the body of their page.
  var linesBeyondMargins: [Line] {
    lines.filter { line in
      let format = pages[line.page - 1].format
      let isInside =
        line.left >= format.left - 0.1 && line.right <= format.width - format.right + 0.1
        && line.top >= format.top - 0.1 && line.bottom <= format.height - format.bottom + 0.1
      return !isInside
    }
  }

  /// The texts of the cells: lines that belong together, joined without their spaces.
  var cells: [Part.CellPlace: String] {
    var cells: [Part.CellPlace: String] = [:]
    for line in lines {
      if let cell = line.cell { cells[cell, default: ""] += line.text.filter { $0 != " " } }
    }
    return cells
  }

  /// All text without its spaces, in the order it was placed.
  var text: String { lines.map(\.text).joined().filter { $0 != " " } }
}

extension Cell {
  /// What is printed of a cell, without its spaces.
  var printed: String { (mark + text + footnote + detail).filter { $0 != " " } }
}
