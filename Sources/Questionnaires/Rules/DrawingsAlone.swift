import SurveyModel
import XML

/// What an emblem in SVG may hold: shapes, their surfaces and letters.
///
/// Whatever else the format knows (scripts, links, other files, animation, foreign content, styles)
/// is refused.
func checkDrawing(_ root: XMLElement) -> [Finding] {
  var findings: [Finding] = []
  visit(root) { element in
    guard findings.count < 20 else { return }
    guard drawingElements.contains(element.name), element.namespace == svgNamespace else {
      findings.append(unsafe("<\(element.name)>", at: element.place))
      return
    }
    for attribute in element.attributes where !isHarmless(attribute) {
      findings.append(unsafe(attribute.name, at: attribute.place))
    }
  }
  return findings
}

private let svgNamespace = "http://www.w3.org/2000/svg"

private let drawingElements: Set<String> = [
  "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
  "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use",
  "symbol",
]

private let drawingAttributes: Set<String> = [
  "id", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r",
  "rx", "ry", "fx", "fy", "d", "points", "transform", "gradientTransform", "gradientUnits",
  "spreadMethod", "clipPathUnits", "maskUnits", "offset", "fill", "fill-opacity", "fill-rule",
  "clip-rule", "clip-path", "mask", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
  "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity",
  "stop-color", "stop-opacity", "color", "display", "visibility", "font-family", "font-size",
  "font-weight", "font-style", "text-anchor", "letter-spacing", "preserveAspectRatio", "version",
  "role", "href", "xlink:href", "xml:space", "xml:lang",
]

/// Known, and leading nowhere outside: a reference begins with `#`, also inside `url(…)`.
private func isHarmless(_ attribute: XMLAttribute) -> Bool {
  guard drawingAttributes.contains(attribute.name) else { return false }
  let value = attribute.value.trimmingSpaces
  if attribute.name == "href" || attribute.name == "xlink:href" { return value.hasPrefix("#") }
  if attribute.name == "font-family" { return true }
  var rest = value.lowercased()[...]
  while let opening = rest.firstRange(of: "url(") {
    rest = rest[opening.upperBound...]
    let target = rest.drop { $0 == " " || $0 == "\"" || $0 == "'" }
    guard target.hasPrefix("#") else { return false }
  }
  return !value.contains("\\")
}

private func unsafe(_ name: String, at place: SourceLocation) -> Finding {
  Finding(
    ReportCode.logoUnsafe, at: place,
    message: LocalizedText(
      vi: "biểu trưng chỉ được chứa hình vẽ, không được có \(name)",
      en: "an emblem may hold shapes alone, not \(name)"),
    found: LocalizedText(vi: name, en: name),
    remedy: LocalizedText(
      vi: "lưu thành SVG đơn giản (plain SVG), hoặc dùng PNG",
      en: "save it as plain SVG, or use PNG"), subject: name)
}
