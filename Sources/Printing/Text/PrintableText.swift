/// The text as it can be set in type: one line of characters that have a place on paper.
///
/// Control characters, marks that turn the direction of what follows, and breaks of line become
/// spaces or nothing, so that no text can break the layout or show itself in another order.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !isOrdinary($0) }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      continue
    case let value where value & 0xFFFE == 0xFFFE: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x61C, 0x61D..<0x200B, 0x2010..<0x2028, 0x202F..<0x2060,
    0x2070..<0xFDD0, 0xFDF0..<0xFEFF, 0xFF00..<0xFFF9, 0x10000..<0x1FFFE:
    true
  default: false
  }
}

extension StyledText {
  /// Longer texts are set as several.
  ///
  /// Pango sets a paragraph as one: its cost and its numbers grow beyond measure with texts that no
  /// person writes.
  static let longest = 4_000

  /// The text as it can be set, in stretches of at most `limit` characters, cut behind a space
  /// where there is one; never none.
  func printableStretches(limit: Int = longest) -> [StyledText] {
    var stretches: [StyledText] = []
    var current: [Run] = []
    var room = limit
    for run in runs {
      var rest = Substring(printable(run.text)).unicodeScalars
      while !rest.isEmpty {
        let end = rest.index(rest.startIndex, offsetBy: room, limitedBy: rest.endIndex)
        guard let end, end < rest.endIndex else {
          room -= rest.count
          current.append(run.with(String(rest)))
          break
        }
        let head = rest[..<end]
        let cut = head.lastIndex(of: " ").map { head.index(after: $0) } ?? end
        current.append(run.with(String(rest[..<cut])))
        rest = rest[cut...]
        stretches.append(StyledText(current))
        current = []
        room = limit
      }
    }
    if !current.isEmpty || stretches.isEmpty { stretches.append(StyledText(current)) }
    return stretches
  }
}

extension StyledText.Run {
  func with(_ text: String) -> StyledText.Run {
    var result = self
    result.text = text
    return result
  }
}
