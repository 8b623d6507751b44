import Documents

/// The rows of one table (or part of its columns) as pieces.
struct RowPieces {
  let plan: TablePlan
  let table: Int
  let typesetter: Typesetter

  /// The cell of a row before it is set.
  struct Content {
    var texts: [StyledText]
    var alignment: TextAlignment
    var tag: Piece.Tag
    var isBold = false
    var grey: Double?
  }

  private struct Line {
    var block: TextBlock
    var index: Int
    var height: Double { block.lines[index].height }
  }

  /// A row, or the parts of one that is higher than `highest`; `row` counts from 0, −1 is the head.
  func pieces(_ contents: [Content], row: Int, highest: Double) -> [Piece] {
    let style = { (content: Content) in TextStyle(plan.size, isBold: content.isBold) }
    var left = zip(contents, plan.widths).map { content, width in
      content.texts.flatMap { text in
        let block = typesetter.block(
          text, style(content), width: width - 2 * CellPadding.side, alignment: content.alignment)
        return block.lines.indices.map { Line(block: block, index: $0) }
      }[...]
    }
    let room = highest - CellPadding.above - CellPadding.below
    var pieces: [Piece] = []
    repeat {
      var taken: [ArraySlice<Line>] = []
      for column in left.indices {
        var height = 0.0
        var end = left[column].startIndex
        while end < left[column].endIndex {
          height += left[column][end].height
          guard height <= room || end == left[column].startIndex else { break }
          end += 1
        }
        taken.append(left[column][..<end])
        left[column] = left[column][end...]
      }
      pieces.append(piece(taken, contents, row: row))
    } while left.contains { !$0.isEmpty }
    return pieces
  }

  private func piece(_ lines: [ArraySlice<Line>], _ contents: [Content], row: Int) -> Piece {
    let heights = lines.map { $0.reduce(0) { $0 + $1.height } }
    let height = (heights.max() ?? 0) + CellPadding.above + CellPadding.below
    var parts: [Part] = []
    var surfaces: [Mark] = []
    var frame: [Mark] = []
    let edge = plan.left
    var x = edge
    for (column, content) in contents.enumerated() {
      let width = plan.widths[column]
      if let grey = content.grey {
        surfaces.append(.surface(x: x, y: 0, width: width, height: height, grey: grey))
      }
      frame.append(.rule(fromX: x, fromY: 0, toX: x, toY: height, width: 0.5))
      var marks: [Mark] = []
      var top =
        row < 0
        ? (height - heights[column] - CellPadding.below + CellPadding.above) / 2
        : CellPadding.above
      for line in lines[column] {
        let set = line.block.lines[line.index]
        marks.append(
          .text(
            line.block, line: line.index, x: x + CellPadding.side + set.x,
            baseline: top + set.ascent))
        top += set.height
      }
      parts.append(
        Part(
          marks: marks, tag: content.tag,
          cell: Part.CellPlace(table: table, row: row, column: plan.columns[column])))
      x += width
    }
    frame.append(.rule(fromX: x, fromY: 0, toX: x, toY: height, width: 0.5))
    frame.append(.rule(fromX: edge, fromY: 0, toX: x, toY: 0, width: 0.5))
    frame.append(.rule(fromX: edge, fromY: height, toX: x, toY: height, width: 0.5))
    return Piece(
      height: height, format: plan.format, structure: .tableRow(table: table),
      parts: [Part(marks: surfaces)] + parts + [Part(marks: frame)])
  }
}
