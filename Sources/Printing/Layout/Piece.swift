import Pictures

/// What is put on a page as a whole: a line of a paragraph, a row of a table, a picture.
struct Piece {
  /// Left out at the top of a page.
  var spaceBefore = 0.0
  var height: Double
  /// True where the next piece must stand on the same page.
  var keepsWithNext = false
  var format = PageFormat.portrait
  var structure = Structure.artifact
  var parts: [Part]
  /// The head that is put before this piece where it begins a page.
  var head: RepeatedHead?
  /// A bookmark to this place.
  var bookmark: Bookmark?

  /// What the piece is to a program that reads the document aloud.
  enum Structure: Hashable {
    /// Pieces of the same number are one element.
    case element(Tag, number: Int)
    case tableRow(table: Int)
    case artifact
  }

  enum Tag: String {
    case title = "H1"
    case heading = "H2"
    case subheading = "H3"
    case paragraph = "P"
    case listItem = "LI"
    case figure = "Figure"
    case note = "Note"
    case headCell = "TH"
    case cell = "TD"
  }

  struct Bookmark {
    var text: String
    /// 1 for a section, 2 for a heading within it.
    var level: Int
  }
}

/// The head of a table, shared by its rows.
final class RepeatedHead {
  let pieces: [Piece]
  let height: Double

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    height = pieces.reduce(0) { $0 + $1.height }
  }
}

/// Marks that belong together, such as a cell.
struct Part {
  var marks: [Mark]
  var tag: Piece.Tag?
  /// Which cell of which table it shows; rows count from 0, the head is −1.
  var cell: CellPlace?

  struct CellPlace: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }
}

/// Something drawn, at a place counted from the upper left corner of its piece.
enum Mark {
  case text(TextBlock, line: Int, x: Double, baseline: Double)
  case rule(fromX: Double, fromY: Double, toX: Double, toY: Double, width: Double)
  /// A filled surface, `grey` from 0 (black) to 1 (white).
  case surface(x: Double, y: Double, width: Double, height: Double, grey: Double)
  /// `scale`: points to one unit of the drawing.
  case drawing(Drawing, x: Double, y: Double, scale: Double)
}

extension TextBlock {
  /// All lines from `y` on, as marks.
  func marks(x: Double = 0, y: Double = 0) -> [Mark] {
    var marks: [Mark] = []
    var top = y
    for (index, line) in lines.enumerated() {
      marks.append(.text(self, line: index, x: x + line.x, baseline: top + line.ascent))
      top += line.height
    }
    return marks
  }
}
