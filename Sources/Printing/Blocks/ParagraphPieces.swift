import Documents

/// Where the text of a paragraph stands and what is put before it.
struct ParagraphShape {
  var style = TextStyle(TypeSizes.body)
  var alignment = TextAlignment.justified
  /// From the left edge of the body.
  var left = 0.0
  /// The first line further right.
  var indent = 0.0
  /// Put left of the first line: the dash of a list.
  var bullet = ""
  var spaceBefore = TypeSizes.paragraphSpace
  var keepsWithNext = false
  var tag = Piece.Tag.paragraph
  var format = PageFormat.portrait
}

/// Makes pieces out of what a document holds; numbers its elements on the way.
final class PieceMaker {
  let typesetter: Typesetter
  let words: PrintedWords
  private var elements = 0
  private var captions = 0
  private var figures = 0

  init(_ typesetter: Typesetter, words: PrintedWords) {
    self.typesetter = typesetter
    self.words = words
  }

  func nextElement() -> Int {
    elements += 1
    return elements
  }

  /// The number of the next table that has a title.
  func nextCaption() -> Int {
    captions += 1
    return captions
  }

  func nextFigure() -> Int {
    figures += 1
    return figures
  }

  /// The lines of a paragraph, so tied that no page begins or ends with a single one of them.
  func paragraph(_ text: StyledText, _ shape: ParagraphShape) -> [Piece] {
    let number = nextElement()
    var pieces: [Piece] = []
    for (index, stretch) in text.printableStretches().enumerated() {
      let block = typesetter.block(
        stretch, shape.style, width: shape.format.bodyWidth - shape.left,
        alignment: shape.alignment, indent: index == 0 ? shape.indent : 0)
      for (row, line) in block.lines.enumerated() {
        let height = line.height * TypeSizes.lineSpacing
        let baseline = line.ascent + (height - line.height) / 2
        pieces.append(
          Piece(
            height: height, format: shape.format,
            structure: .element(shape.tag, number: number),
            parts: [
              Part(marks: [.text(block, line: row, x: shape.left + line.x, baseline: baseline)])
            ]))
        if pieces.count == 1, !shape.bullet.isEmpty {
          let bullet = typesetter.block(StyledText(shape.bullet), shape.style)
          pieces[0].parts[0].marks.insert(
            .text(bullet, line: 0, x: shape.left - bullet.width - 5, baseline: baseline), at: 0)
        }
      }
    }
    let last = pieces.count - 1
    for index in pieces.indices {
      pieces[index].keepsWithNext =
        index == last ? shape.keepsWithNext : index == 0 || index == last - 1
    }
    pieces[0].spaceBefore = shape.spaceBefore
    return pieces
  }
}

extension Paragraph {
  /// The runs as they are set: strong is bold, emphasis italic.
  var styledText: StyledText {
    StyledText(
      runs.map {
        StyledText.Run($0.text, isBold: $0.style == .strong, isItalic: $0.style == .emphasis)
      })
  }

  var shape: ParagraphShape {
    switch role {
    case .body: ParagraphShape(indent: TypeSizes.indent)
    case .lead: ParagraphShape(style: .bold(TypeSizes.body), indent: TypeSizes.indent)
    case .note: ParagraphShape(style: TextStyle(TypeSizes.note), spaceBefore: 4)
    }
  }
}
