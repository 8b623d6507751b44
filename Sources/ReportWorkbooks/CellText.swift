/// The most a cell holds, in UTF-16 units.
private let cellLimit = 32_767

/// A text that fits into a cell; one that does not ends with an ellipsis.
func cellText(_ text: String) -> String {
  guard isTooLongForCell(text) else { return text }
  var result = String.UnicodeScalarView()
  var count = 0
  for scalar in text.unicodeScalars {
    count += scalar.value > 0xFFFF ? 2 : 1
    guard count < cellLimit else { break }
    result.append(scalar)
  }
  return String(result) + "…"
}

func isTooLongForCell(_ text: String) -> Bool {
  // No text has more UTF-16 units than bytes.
  text.utf8.count > cellLimit && text.utf16.count > cellLimit
}
