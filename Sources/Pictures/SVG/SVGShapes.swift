/// Writes each shape as one element.
struct SVGShapes {
  /// What stands for a hatched surface in `fill`.
  var patterns: [Fill: String]

  func element(_ shape: Shape) -> String {
    switch shape {
    case .line(let from, let to, let stroke):
      let ends = attributes(["x1": from.x, "y1": from.y, "x2": to.x, "y2": to.y])
      return "<line\(ends)\(attributes(stroke))/>"
    case .rectangle(let corner, let width, let height, let fill, let stroke):
      let place = attributes([
        "x": corner.x, "y": corner.y, "width": max(width, 0), "height": max(height, 0),
      ])
      return "<rect\(place)\(attributes(fill))\(attributes(stroke))/>"
    case .circle(let centre, let radius, let fill, let stroke):
      let place = attributes(["cx": centre.x, "cy": centre.y, "r": max(radius, 0)])
      return "<circle\(place)\(attributes(fill))\(attributes(stroke))/>"
    case .path(let places, let isClosed, let fill, let stroke):
      return "<path d=\"\(way(places, isClosed: isClosed))\"\(attributes(fill))"
        + "\(attributes(stroke))/>"
    case .text(let lettering): return element(lettering)
    }
  }

  private func element(_ lettering: Lettering) -> String {
    var output = "<text" + attributes(["x": lettering.place.x, "y": lettering.place.y])
    output += attributes(["font-size": lettering.size])
    if lettering.isBold { output += " font-weight=\"700\"" }
    if lettering.anchor != .start { output += " text-anchor=\"\(lettering.anchor.rawValue)\"" }
    output += " fill=\"\(svgColour(lettering.colour))\""
    if lettering.hasRim {
      output += " stroke=\"\(svgColour(Palette.paper))\" stroke-width=\"3\""
      output += " stroke-linejoin=\"round\" paint-order=\"stroke\""
    }
    return output + ">\(svgText(lettering.text))</text>"
  }

  private func way(_ places: [Place], isClosed: Bool) -> String {
    var output = ""
    for (index, place) in places.enumerated() {
      output += (index == 0 ? "M" : "L") + svgNumber(place.x) + " " + svgNumber(place.y)
    }
    return isClosed && !output.isEmpty ? output + "Z" : output
  }

  private func attributes(_ values: KeyValuePairs<String, Double>) -> String {
    values.map { " \($0.key)=\"\(svgNumber($0.value))\"" }.joined()
  }

  private func attributes(_ fill: Fill?) -> String {
    guard let fill else { return " fill=\"none\"" }
    return " fill=\"\(patterns[fill] ?? svgColour(fill.colour))\""
  }

  private func attributes(_ stroke: Stroke?) -> String {
    guard let stroke, stroke.width > 0 else { return "" }
    var output = " stroke=\"\(svgColour(stroke.colour))\""
    if stroke.width != 1 { output += " stroke-width=\"\(svgNumber(stroke.width))\"" }
    if !stroke.dashes.isEmpty {
      let dashes = stroke.dashes.map { svgNumber(max($0, 0)) }.joined(separator: " ")
      output += " stroke-dasharray=\"\(dashes)\""
    }
    return output
  }
}
