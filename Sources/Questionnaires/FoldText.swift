import Foundation

/// A label as people recognise it: without diacritics, letter case and surplus spaces.
///
/// "Hài lòng", "HÀI LÒNG" and "hai long" fold to the same text; đ counts as d.
func folded(_ text: String) -> String {
  var result = ""
  var pendingSpace = false
  for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
    switch scalar.value {
    case 0x0300...0x036F: continue
    case 0x0111: result += pendingSpace ? " d" : "d"
    default:
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result += " " }
      result.unicodeScalars.append(scalar)
    }
    pendingSpace = false
  }
  return result
}
