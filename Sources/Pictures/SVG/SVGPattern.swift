/// The pattern that draws a hatched surface: white lines or dots on its colour.
func svgPattern(_ fill: Fill, id: String) -> String {
  // Lines of patterns that are turned as a whole meet exactly at the edges of their tiles.
  let turn: String
  switch fill.hatch {
  case .rising, .crossed: turn = " patternTransform=\"rotate(45)\""
  case .falling: turn = " patternTransform=\"rotate(-45)\""
  case .none, .dotted: turn = ""
  }
  let colour = svgColour(fill.colour)
  let light = svgColour(Palette.paper)
  var output =
    "<pattern id=\"\(id)\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"\(turn)>"
  output += "<rect width=\"7\" height=\"7\" fill=\"\(colour)\"/>"
  switch fill.hatch {
  case .none: break
  case .rising, .falling: output += "<path d=\"M0 0V7\" stroke=\"\(light)\" stroke-width=\"2.4\"/>"
  case .crossed: output += "<path d=\"M0 0V7M0 0H7\" stroke=\"\(light)\" stroke-width=\"2.4\"/>"
  case .dotted: output += "<circle cx=\"3.5\" cy=\"3.5\" r=\"1.3\" fill=\"\(light)\"/>"
  }
  return output + "</pattern>\n"
}
