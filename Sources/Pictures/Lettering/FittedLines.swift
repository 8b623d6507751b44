/// A text broken into lines that are no wider than a given width.
///
/// Breaks stand between words; a word wider than a line is broken inside. What does not fit into
/// the last line is cut and ends in "…": the whole text stands in the table beside the picture.
///
/// - Parameters:
///   - text: Any text; made plain first.
///   - width: The room in pixels.
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
      lines.append(longestStart(of: longer) { fits($0 + ellipsis) } + ellipsis)
      return lines
    }
    if line.isEmpty {
      let start = longestStart(of: longer) { fits($0) }
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

/// The longest start of a text, by whole letters, for which a condition holds.
private func longestStart(of text: String, where holds: (Substring) -> Bool) -> String {
  var end = text.endIndex
  while end > text.startIndex, !holds(text[..<end]) { end = text.index(before: end) }
  while end > text.startIndex, text[text.index(before: end)] == " " {
    end = text.index(before: end)
  }
  return String(text[..<end])
}

/// A text on one line, cut where it is wider than a given width.
func fittedLine(_ text: String, width: Double, size: Double, isBold: Bool = false) -> String {
  fittedLines(text, width: width, size: size, isBold: isBold, most: 1).first ?? ""
}
