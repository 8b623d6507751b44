/// Columns a text takes on a terminal.
///
/// Counted per character a person sees: "ệ" is one column whether it is stored composed (NFC) or as
/// a letter and two combining marks (NFD); East Asian wide characters and emoji take two.
func displayWidth(_ text: String) -> Int {
  var width = 0
  for character in text { width += displayWidth(character) }
  return width
}

/// Columns of one character: 0, 1 or 2.
func displayWidth(_ character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
  return isWide(scalar) ? 2 : 1
}

/// East Asian Width W and F (Unicode Standard Annex 11), as the blocks that hold them.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    true
  default: false
  }
}

/// Breaks a text into lines of at most `width` columns, between words where it can.
///
/// A word longer than a line is cut. No line is empty unless the text is.
func wrapped(_ text: String, width: Int) -> [String] {
  precondition(width >= 1, "a column is at least one character wide")
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  // Only the plain space separates: a no-break space holds a number and its unit together.
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    let wordWidth = displayWidth(String(word))
    if lineWidth > 0 && lineWidth + 1 + wordWidth <= width {
      line += " " + word
      lineWidth += 1 + wordWidth
      continue
    }
    if lineWidth > 0 {
      lines.append(line)
      line = ""
      lineWidth = 0
    }
    for character in word {
      let characterWidth = displayWidth(character)
      if lineWidth + characterWidth > width && lineWidth > 0 {
        lines.append(line)
        line = ""
        lineWidth = 0
      }
      line.append(character)
      lineWidth += characterWidth
    }
  }
  lines.append(line)
  return lines
}

/// A text in which nothing can act on a terminal or reorder what stands around it.
///
/// Control characters show as their pictures (␛, ␊), direction overrides as �; so a file name or
/// value from an input cannot colour, move or hide what is printed.
func printable(_ text: String) -> String {
  let isHarmless = text.unicodeScalars.allSatisfy { picture(of: $0) == nil }
  if isHarmless { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(picture(of: scalar) ?? scalar) }
  return String(result)
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029,
    0xFDD0...0xFDEF:
    "\u{FFFD}"
  // U+FFFE, U+FFFF and their like at the end of every plane are no characters.
  case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
  default: nil
  }
}
