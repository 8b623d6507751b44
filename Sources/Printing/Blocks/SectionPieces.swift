import Documents
import Pictures

extension PieceMaker {
  /// A heading, which is never the last of its page.
  func heading(_ text: String, level: Int) -> [Piece] {
    var shape = ParagraphShape(
      style: .bold(level == 1 ? TypeSizes.section : TypeSizes.body), alignment: .start)
    shape.spaceBefore = level == 1 ? 16 : 11
    shape.keepsWithNext = true
    shape.tag = level == 1 ? .heading : .subheading
    var pieces = paragraph(StyledText(text), shape)
    for index in pieces.indices { pieces[index].keepsWithNext = true }
    let bookmark = printable(text)
    if level <= 2, bookmark.contains(where: { $0 != " " }) {
      pieces[0].bookmark = Piece.Bookmark(text: String(bookmark.prefix(200)), level: level)
    }
    return pieces
  }

  /// The points of a list, each with a dash as the decree's own appendices have it.
  func list(_ points: [Paragraph]) -> [Piece] {
    points.flatMap { point in
      var shape = point.shape
      shape.indent = 0
      shape.left = TypeSizes.indent
      shape.bullet = "–"
      shape.spaceBefore = 3
      shape.tag = .listItem
      return paragraph(point.styledText, shape)
    }
  }

  /// Each term with its texts below it.
  func facts(_ facts: [Fact]) -> [Piece] {
    facts.flatMap { fact in
      var shape = ParagraphShape(style: .bold(12), alignment: .start)
      shape.keepsWithNext = !fact.texts.isEmpty
      var pieces = paragraph(StyledText(fact.term), shape)
      for text in fact.texts {
        var shape = text.shape
        shape.style = TextStyle(text.role == .note ? TypeSizes.note : 12)
        shape.style.isBold = text.role == .lead
        shape.left = TypeSizes.indent / 2
        shape.indent = 0
        shape.spaceBefore = 2
        pieces += paragraph(text.styledText, shape)
      }
      return pieces
    }
  }

  /// A picture with its title above, no wider than the body and no higher than most of a page.
  func picture(_ drawing: Drawing, title: String) -> [Piece] {
    var shape = ParagraphShape(style: .bold(TypeSizes.tableTitle), alignment: .centre)
    shape.spaceBefore = 10
    shape.keepsWithNext = true
    var pieces: [Piece] = []
    if !title.isEmpty {
      pieces = paragraph(StyledText(words.figure(nextFigure(), title)), shape)
      for index in pieces.indices { pieces[index].keepsWithNext = true }
    }
    guard drawing.width > 0, drawing.height > 0, drawing.width.isFinite, drawing.height.isFinite
    else { return pieces }
    let format = PageFormat.portrait
    let scale = min(
      0.75, format.bodyWidth / drawing.width, format.bodyHeight * 0.85 / drawing.height)
    pieces.append(
      Piece(
        spaceBefore: 4, height: drawing.height * scale,
        structure: .element(.figure, number: nextElement()),
        parts: [
          Part(marks: [
            .drawing(
              drawing, x: (format.bodyWidth - drawing.width * scale) / 2, y: 0, scale: scale)
          ])
        ]))
    return pieces
  }
}
