/// One mark with its name.
struct LegendEntry {
  enum Mark {
    case disc, diamond, dashedLine, interval
    case surface(Fill, outline: Colour?)
  }

  var mark: Mark
  var name: String
}

extension Drawing {
  /// Draws marks with their names in as many lines as they take.
  ///
  /// Entries without a name are left out.
  ///
  /// - Returns: The lower edge, or `top` where there is nothing to draw.
  mutating func addLegend(_ entries: [LegendEntry], left: Double, top: Double) -> Double {
    let size = LetterSize.small
    let lineHeight = LetterSize.lineHeight(size) + 4
    let markWidth = 26.0
    let gap = 18.0
    let right = width - left
    var x = left
    var y = top
    var isEmpty = true
    for entry in entries {
      let name = fittedLine(entry.name, width: right - left - markWidth, size: size)
      guard !name.isEmpty else { continue }
      let entryWidth = markWidth + textWidth(name, size: size)
      if !isEmpty, x + entryWidth > right {
        x = left
        y += lineHeight
      }
      isEmpty = false
      let middle = y + lineHeight / 2
      addLegendMark(entry.mark, x: x + 10, y: middle)
      add(name, x: x + markWidth, middle: middle, size: size, colour: Palette.soft)
      x += entryWidth + gap
    }
    return isEmpty ? top : y + lineHeight
  }

  private mutating func addLegendMark(_ mark: LegendEntry.Mark, x: Double, y: Double) {
    switch mark {
    case .disc: addDisc(x, y)
    case .diamond: addDiamond(x, y)
    case .dashedLine: addDashedLine(x, from: y - 8, to: y + 8)
    case .interval:
      let stroke = Stroke(Palette.estimate, width: 2)
      shapes.append(.line(from: Place(x - 9, y), to: Place(x + 9, y), stroke: stroke))
      for end in [x - 9, x + 9] {
        shapes.append(.line(from: Place(end, y - 4.5), to: Place(end, y + 4.5), stroke: stroke))
      }
    case .surface(let fill, let outline):
      shapes.append(
        .rectangle(
          corner: Place(x - 9, y - 6), width: 18, height: 12, fill: fill,
          stroke: outline.map { Stroke($0) }))
    }
  }
}
