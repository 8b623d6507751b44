/// A drawing as SVG, to stand inside a page or alone.
///
/// It is both well-formed XML and valid inside HTML5, needs no style, script or font of its own (the
/// letters are those of the page around), and is the same text for the same drawing.
///
/// - Parameters:
///   - drawing: What to draw.
///   - id: Unique on the page; every `id` inside begins with it.
///   - title: The name of the picture for those who cannot see it.
///   - description: What it says.
///   - isStandalone: True for a file of its own, with its namespace and a list of fonts.
package func svg(
  _ drawing: Drawing, id: String, title: String, description: String, standalone: Bool = false
) -> String {
  let name = svgName(id)
  let width = svgNumber(drawing.width)
  let height = svgNumber(drawing.height)
  var output = "<svg"
  if standalone { output += " xmlns=\"http://www.w3.org/2000/svg\"" }
  output += " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
  output += " role=\"img\" aria-labelledby=\"\(name)-title \(name)-description\""
  output += " font-family=\"\(standalone ? svgFonts : "inherit")\" font-weight=\"400\">\n"
  output += "<title id=\"\(name)-title\">\(svgText(title))</title>\n"
  output += "<desc id=\"\(name)-description\">\(svgText(description))</desc>\n"
  let fills = hatchedFills(of: drawing)
  if !fills.isEmpty {
    output += "<defs>\n"
    for (index, fill) in fills.enumerated() {
      output += svgPattern(fill, id: "\(name)-hatch-\(index + 1)")
    }
    output += "</defs>\n"
  }
  var writer = SVGShapes(patterns: [:])
  for (index, fill) in fills.enumerated() {
    writer.patterns[fill] = "url(#\(name)-hatch-\(index + 1))"
  }
  for shape in drawing.shapes { output += writer.element(shape) + "\n" }
  return output + "</svg>\n"
}

/// Fonts that hold all Vietnamese letters, for a picture without a page around it.
private let svgFonts =
  "Noto Sans, Segoe UI, Roboto, Helvetica Neue, Arial, DejaVu Sans, sans-serif"

/// The hatched surfaces in the order they first appear.
private func hatchedFills(of drawing: Drawing) -> [Fill] {
  var seen: Set<Fill> = []
  var fills: [Fill] = []
  for shape in drawing.shapes {
    guard let fill = shape.fill, fill.hatch != .none else { continue }
    if seen.insert(fill).inserted { fills.append(fill) }
  }
  return fills
}

extension Shape {
  /// The surface of a shape that has one.
  package var fill: Fill? {
    switch self {
    case .line, .text: nil
    case .rectangle(_, _, _, let fill, _), .circle(_, _, let fill, _), .path(_, _, let fill, _):
      fill
    }
  }
}
