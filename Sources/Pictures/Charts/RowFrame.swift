/// How a picture of rows shares its width: names, the field of marks, and texts at the end.
///
/// On a narrow picture names and texts stand on a line above their marks.
struct RowFrame {
  static let margin = 4.0
  static let gap = 12.0
  static let nameSize = LetterSize.label

  let isStacked: Bool
  let nameWidth: Double
  /// The stretch of the axis; marks reach a few pixels beyond it.
  let fieldLeft: Double
  let fieldRight: Double
  /// The column of texts at the end; it ends where room for groups begins.
  let endRight: Double
  let endWidth: Double

  /// Shares out the width.
  ///
  /// - Parameters:
  ///   - width: Of the whole picture.
  ///   - names: The names of the rows.
  ///   - ends: The texts of the column at the end, in bold.
  ///   - endExtra: Room beside each of them for a mark.
  ///   - trailing: Room kept free at the right edge.
  init(
    width: Double, names: [String], ends: [String], endExtra: Double = 0, trailing: Double = 0
  ) {
    isStacked = width < 480
    let widestEnd = ends.map { textWidth(plainText($0), size: Self.nameSize, isBold: true) }.max()
    endWidth = min((widestEnd ?? 0) + endExtra, width * 0.28)
    endRight = width - Self.margin - trailing
    let endTaken = endWidth > 0 ? endWidth + Self.gap : 0
    if isStacked {
      nameWidth = endRight - endTaken - Self.margin
      fieldLeft = Self.margin + 8
      fieldRight = endRight - 8
    } else {
      let widestName = names.map { textWidth(plainText($0), size: Self.nameSize) }.max() ?? 0
      nameWidth = min(widestName + 1, width * 0.36)
      fieldLeft = Self.margin + nameWidth + (widestName > 0 ? Self.gap : 0) + 8
      fieldRight = endRight - endTaken - 8
    }
  }

  /// The ends between which texts beside marks must stay.
  var fieldEdges: (left: Double, right: Double) {
    (
      isStacked ? Self.margin : max(fieldLeft - 16, Self.margin),
      isStacked ? endRight : fieldRight + 16
    )
  }

  /// A scale over the field, with as many ticks as have room.
  func scale(style: AxisStyle, axis: (_ mostSteps: Int) -> Axis) -> Scale {
    scale(from: fieldLeft, to: fieldRight, style: style, axis: axis)
  }

  /// A scale over a part of the field.
  func scale(
    from left: Double, to right: Double, style: AxisStyle, axis: (_ mostSteps: Int) -> Axis
  ) -> Scale {
    let trial = axis(5)
    let labels = trial.ticks.map { style.number($0, of: trial) }
    return Scale(
      axis: axis(Axis.stepsAlong(right - left, labels: labels)), start: left, end: right)
  }
}
