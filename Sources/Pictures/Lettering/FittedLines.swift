/// A text broken into lines that are no wider than a given width.
///
/// Breaks stand between words; a word wider than a line is broken inside. What does not fit into
/// the last line is cut and ends in "…": the whole text stands in the table beside the picture.
///
/// - Parameters:
///   - text: Any text; made plain first.
///   - width: The room in pixels.
///   - size: The height of the font in pixels.
///   - isBold: True for bold letters.
///   - most: The most lines, at least 1.
/// - Returns: No line for an empty text, or where not even "…" fits.
func fittedLines(
  _ text: String, width: Double, size: Double, isBold: Bool = false, most: Int
) -> [String] {
  let ellipsis = "…"
  func fits(_ line: some StringProtocol) -> Bool {
    textWidth(line, size: size, isBold: isBold) <= width
  }
  guard fits(ellipsis) else { return [] }
  var lines: [String] = []
  var line = ""
  var words = Array(plainText(text).split(separator: " ").reversed())
  while let word = words.popLast() {
    let longer = line.isEmpty ? String(word) : line + " " + word
    if fits(longer) {
      line = longer
      continue
    }
    if lines.count == most - 1 {
      // The last line: as many letters as leave room for the sign of the cut.
      let room = width - textWidth(ellipsis, size: size, isBold: isBold)
      lines.append(longestStart(of: longer, within: room, size: size, isBold: isBold) + ellipsis)
      return lines
    }
    if line.isEmpty {
      let start = longestStart(of: longer, within: width, size: size, isBold: isBold)
      // A letter wider than the room stands alone on nothing: give up rather than leave the room.
      guard !start.isEmpty else { return lines + [ellipsis] }
      lines.append(start)
      words.append(word.dropFirst(start.count))
    } else {
      lines.append(line)
      line = ""
      words.append(word)
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// The longest start of a text, by whole letters, that is no wider than a room.
private func longestStart(
  of text: String, within room: Double, size: Double, isBold: Bool
) -> String {
  var width = 0.0
  var end = text.startIndex
  for index in text.indices {
    width += textWidth(text[index...index], size: size, isBold: isBold)
    if width > room { break }
    end = text.index(after: index)
  }
  while end > text.startIndex, text[text.index(before: end)] == " " {
    end = text.index(before: end)
  }
  return String(text[..<end])
}

/// A text on one line, cut where it is wider than a given width.
func fittedLine(_ text: String, width: Double, size: Double, isBold: Bool = false) -> String {
  fittedLines(text, width: width, size: size, isBold: isBold, most: 1).first ?? ""
}
