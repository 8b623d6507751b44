/// Texts one below the other in a column: a side of the letterhead, a signature.
struct Stack {
  let typesetter: Typesetter
  /// The left edge of the column and its width.
  let x: Double
  let width: Double
  private(set) var marks: [Mark] = []
  private(set) var height = 0.0

  init(_ typesetter: Typesetter, x: Double, width: Double) {
    self.typesetter = typesetter
    self.x = x
    self.width = width
  }

  /// Adds a text, if it is not empty, and returns the width of its widest line.
  @discardableResult
  mutating func add(
    _ text: String, _ style: TextStyle, alignment: TextAlignment = .centre, left: Double = 0
  ) -> Double {
    guard !text.isEmpty else { return 0 }
    var widest = 0.0
    for stretch in StyledText(text).printableStretches(limit: 1_000) {
      let block = typesetter.block(stretch, style, width: width - left, alignment: alignment)
      marks += block.marks(x: x + left, y: height)
      height += block.height
      widest = max(widest, block.width)
    }
    return widest
  }

  mutating func space(_ height: Double) { self.height += height }

  /// A line below what was added, in the middle of the column.
  mutating func rule(width length: Double) {
    height += 3.5
    let from = x + (width - length) / 2
    marks.append(.rule(fromX: from, fromY: height, toX: from + length, toY: height, width: 0.75))
    height += 1
  }
}
