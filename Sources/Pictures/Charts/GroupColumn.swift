/// The column that shows which units cannot be told apart, as bars or, where there are too many, as
/// texts.
struct GroupColumn {
  let brackets: GroupBrackets?
  /// The texts of the groups, where they are not drawn as bars.
  let texts: [String]
  let head: [String]
  /// 0 where no row has a group.
  let width: Double

  init(_ plot: IntervalPlot, width: Double) {
    let size = LetterSize.small
    let brackets = GroupBrackets(plot.rows.map(\.group))
    let texts = brackets == nil ? plot.rows.map { plainText($0.group) } : []
    self.brackets = brackets
    self.texts = texts
    guard brackets != nil || texts.contains(where: { !$0.isEmpty }) else {
      head = []
      self.width = 0
      return
    }
    let bars = Double(brackets?.lanes ?? 0) * GroupBrackets.laneWidth
    let widest = texts.map { textWidth($0, size: size) }.max() ?? 0
    // A long head is broken into lines rather than widen the column.
    let headWidth = min(textWidth(plainText(plot.groupTitle), size: size), 88)
    self.width = min(max(bars, widest, headWidth), width * 0.24)
    head = fittedLines(plot.groupTitle, width: self.width, size: size, most: 3)
  }
}

extension Drawing {
  /// Draws the head of the column and its bars or texts.
  mutating func add(_ column: GroupColumn, left: Double, places: RowPlaces) {
    let size = LetterSize.small
    add(lines: column.head, x: left, top: 0, size: size, colour: Palette.soft)
    for run in column.brackets?.runs ?? [] {
      let x = left + (Double(run.lane) + 0.5) * GroupBrackets.laneWidth
      addBracket(
        x: x, from: places.rows[run.first].endMiddle - 7, to: places.rows[run.last].endMiddle + 7)
    }
    for (text, place) in zip(column.texts, places.rows) {
      add(
        fittedLine(text, width: column.width, size: size), x: left, middle: place.endMiddle,
        size: size, colour: Palette.soft)
    }
  }

  /// A bar with short ends towards the rows.
  private mutating func addBracket(x: Double, from top: Double, to bottom: Double) {
    shapes.append(
      .path(
        [Place(x - 3, top), Place(x, top), Place(x, bottom), Place(x - 3, bottom)],
        isClosed: false, fill: nil, stroke: Stroke(Palette.soft, width: 2)))
  }
}
