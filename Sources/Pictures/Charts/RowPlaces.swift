/// Where each row of a picture stands.
struct RowPlaces {
  struct Row {
    /// The name, broken into lines.
    var lines: [String]
    var nameTop: Double
    /// The height at which the text at the end is centred.
    var endMiddle: Double
    var bandTop: Double
    var bandBottom: Double

    var middle: Double { (bandTop + bandBottom) / 2 }
  }

  private(set) var rows: [Row] = []
  let top: Double
  /// The lower edge of the last row with the gap below it.
  private(set) var bottom: Double
  private let isStacked: Bool

  /// Stacks rows under each other.
  ///
  /// - Parameters:
  ///   - names: Of all rows, in order.
  ///   - frame: The shares of the width.
  ///   - band: The height that the marks of a row take.
  ///   - gap: The room below each row.
  ///   - top: Where the first begins.
  init(_ names: [String], in frame: RowFrame, band: Double, gap: Double, top: Double) {
    self.top = top
    isStacked = frame.isStacked
    bottom = top
    let lineHeight = LetterSize.lineHeight(RowFrame.nameSize)
    for name in names {
      let lines = fittedLines(name, width: frame.nameWidth, size: RowFrame.nameSize, most: 3)
      let text = Double(lines.count) * lineHeight
      if frame.isStacked {
        // A row without a name still has its line for the text at the end.
        let head = max(text, frame.endWidth > 0 ? lineHeight : 0)
        rows.append(
          Row(
            lines: lines, nameTop: bottom, endMiddle: bottom + lineHeight / 2,
            bandTop: bottom + head, bandBottom: bottom + head + band))
        bottom += head + band + gap + 6
      } else {
        let height = max(text, band)
        let middle = bottom + height / 2
        rows.append(
          Row(
            lines: lines, nameTop: middle - text / 2, endMiddle: middle,
            bandTop: middle - band / 2, bandBottom: middle + band / 2))
        // Names of several lines need air between them.
        bottom += height + max(gap, text > band ? 6 : 0)
      }
    }
  }

  /// The stretches of height in which lines through all rows are drawn: where names stand above
  /// their marks, the lines leave them free.
  var stretches: [(top: Double, bottom: Double)] {
    if isStacked { return rows.map { ($0.bandTop, $0.bandBottom) } }
    return rows.isEmpty ? [] : [(top, bottom)]
  }
}

extension Drawing {
  /// Draws the names of the rows.
  mutating func addNames(_ places: RowPlaces) {
    for row in places.rows {
      add(lines: row.lines, x: RowFrame.margin, top: row.nameTop, size: RowFrame.nameSize)
    }
  }

  /// Draws the upright guides of the ticks through all rows.
  mutating func addGuides(_ scale: Scale, through places: RowPlaces) {
    for stretch in places.stretches {
      addGuides(scale, top: stretch.top, bottom: stretch.bottom)
    }
  }

  /// Draws the line of zero through all rows.
  mutating func addZeroLine(_ scale: Scale, through places: RowPlaces) {
    let x = scale.place(0)
    for stretch in places.stretches {
      shapes.append(
        .line(
          from: Place(x, stretch.top), to: Place(x, stretch.bottom),
          stroke: Stroke(Palette.soft, width: 1.5)))
    }
  }
}
