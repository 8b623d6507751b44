/// A text inside an element or a quoted attribute of SVG.
///
/// What XML 1.0 cannot hold becomes U+FFFD; line breaks and tabs become spaces.
func svgText(_ text: String) -> String {
  var output = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": output.append(contentsOf: "&amp;".unicodeScalars)
    case "<": output.append(contentsOf: "&lt;".unicodeScalars)
    case ">": output.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
    case "\t", "\n", "\r": output.append(" ")
    // The controls of Latin-1 are allowed in XML and forbidden in HTML.
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": output.append("\u{FFFD}")
    default: output.append(isNonCharacter(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(output)
}

/// Code points that are no characters by the Unicode Standard, which neither XML nor HTML may hold.
private func isNonCharacter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
}

/// An `id` that can be referred to: ASCII letters, digits, `-` and `_`, beginning with a letter.
///
/// Other characters are written as their code in hexadecimal, so that different names stay different.
func svgName(_ id: String) -> String {
  var name = ""
  for scalar in id.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": name.unicodeScalars.append(scalar)
    default: name += "_x" + String(scalar.value, radix: 16) + "_"
    }
  }
  let first = name.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
  return first ? name : "picture-" + name
}

/// A number with at most two decimals, rounded half away from zero; 0 where it is no number.
func svgNumber(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let whole = hundredths.magnitude / 100
  let rest = hundredths.magnitude % 100
  var text = String(whole)
  if rest > 0 {
    text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
  }
  return hundredths < 0 ? "-" + text : text
}

/// A colour as `#rrggbb`.
func svgColour(_ colour: Colour) -> String {
  let digits = String(colour & 0xFFFFFF, radix: 16)
  return "#" + String(repeating: "0", count: 6 - digits.count) + digits
}
