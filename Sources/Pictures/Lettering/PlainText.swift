/// A text made fit for a picture: one line, without anything that acts on the text around it.
///
/// White space of any kind becomes single spaces (a no-break space stays); control and formatting
/// characters are left out; no letter carries more than three marks; what is longer than any picture
/// can show is cut off.
func plainText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var marks = 0
  var kept = 0
  for scalar in text.unicodeScalars {
    if kept == 600 { break }
    if scalar.properties.isWhitespace, scalar != "\u{A0}", scalar != "\u{202F}" {
      if result.last != " ", !result.isEmpty { result.append(" ") }
      continue
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      continue
    case .nonspacingMark, .spacingMark, .enclosingMark:
      marks += 1
      if marks > 3 { continue }
    default: marks = 0
    }
    result.append(scalar)
    kept += 1
  }
  if result.last == " " { result.removeLast() }
  return String(result)
}
