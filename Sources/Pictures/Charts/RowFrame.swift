/// How a picture of rows shares its width: names, the field of marks, and texts at the end.
///
/// On a narrow picture the names stand above their rows.
struct RowFrame {
  static let margin = 4.0
  static let gap = 12.0
  static let nameSize = LetterSize.label

  let width: Double
  let isStacked: Bool
  let nameWidth: Double
  /// The stretch of the axis; marks reach a few pixels beyond it.
  let fieldLeft: Double
  let fieldRight: Double
  /// Where the column of texts begins, and how wide it is.
  let endLeft: Double
  let endWidth: Double

  /// - Parameters:
  ///   - ends: The texts of the column at the end, in bold.
  ///   - endExtra: Room beside each of them for a mark.
  ///   - trailing: Room kept free at the right edge.
  init(
    width: Double, names: [String], ends: [String], endExtra: Double = 0, trailing: Double = 0
  ) {
    self.width = width
    isStacked = width < 480
    let widestEnd = ends.map { textWidth(plainText($0), size: Self.nameSize, isBold: true) }.max()
    endWidth = min((widestEnd ?? 0) + endExtra, width * 0.28)
    let right = width - Self.margin - trailing
    endLeft = right - endWidth
    let widestName = names.map { textWidth(plainText($0), size: Self.nameSize) }.max() ?? 0
    nameWidth =
      isStacked ? endLeft + endWidth - Self.margin : min(widestName + 1, width * 0.36)
    fieldLeft =
      isStacked || nameWidth <= 1 ? Self.margin + 8 : Self.margin + nameWidth + Self.gap + 8
    fieldRight = endLeft - (endWidth > 0 ? Self.gap + 8 : 8)
  }

  func nameLines(_ name: String) -> [String] {
    fittedLines(name, width: nameWidth, size: Self.nameSize, most: 3)
  }

  /// The height of a row whose marks take `band`, and where in it the band begins.
  func height(lines: Int, band: Double) -> (row: Double, bandTop: Double) {
    let text = Double(lines) * LetterSize.lineHeight(Self.nameSize)
    if isStacked { return (text + band, text) }
    let row = max(text, band)
    return (row, (row - band) / 2)
  }
}

extension Drawing {
  /// Draws the name of a row: beside its marks, or above them.
  mutating func addName(_ lines: [String], in frame: RowFrame, top: Double, middle: Double) {
    let text = Double(lines.count) * LetterSize.lineHeight(RowFrame.nameSize)
    add(
      lines: lines, x: RowFrame.margin, top: frame.isStacked ? top : middle - text / 2,
      size: RowFrame.nameSize, hasRim: frame.isStacked)
  }
}
