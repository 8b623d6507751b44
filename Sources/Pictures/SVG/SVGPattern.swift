/// The pattern that draws a hatched surface: white lines of one pixel, six apart, or dots on its
/// colour.
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
    "<pattern id=\"\(id)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"\(turn)>"
  output += "<rect width=\"6\" height=\"6\" fill=\"\(colour)\"/>"
  switch fill.hatch {
  case .none: break
  case .rising, .falling: output += "<path d=\"M3 0V6\" stroke=\"\(light)\"/>"
  case .crossed: output += "<path d=\"M3 0V6M0 3H6\" stroke=\"\(light)\"/>"
  case .dotted: output += "<circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"\(light)\"/>"
  }
  return output + "</pattern>\n"
}
