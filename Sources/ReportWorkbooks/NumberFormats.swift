import Documents

/// The format that shows a number as its cell in the report does: places, sign, unit, and the mark
/// before it.
///
/// The program that opens the file puts its own marks for decimals and thousands.
func numberFormat(of number: Cell.Number, text: String, mark: String) -> String {
  let digits = fixed(number.places)
  let mark = literal(mark)
  switch number.unit {
  case .percent:
    return "\(mark)\(digits)\" %\""
  case .points:
    return "\(mark)+\(digits);\(mark)\"−\"\(digits);\(mark)\(digits)"
  case .plain:
    let grouped = isGrouped(number.value, in: text) ? "#,##\(digits)" : digits
    return number.value < 0 ? "\(mark)\(grouped);\(mark)\"−\"\(grouped)" : "\(mark)\(grouped)"
  }
}

/// The format of a text with a mark before it: the mark is seen, the cell holds the text alone.
func textFormat(mark: String) -> String? {
  mark.isEmpty ? nil : "\(literal(mark))@"
}

func fixed(_ places: Int) -> String {
  places > 0 ? "0." + String(repeating: "0", count: min(places, 15)) : "0"
}

/// How many places the numbers of a text have: 2 for `84,78 %`.
func places(in text: String, decimalMark: String) -> Int {
  guard let mark = decimalMark.first, let place = text.firstIndex(of: mark) else { return 0 }
  return text[text.index(after: place)...].prefix { $0.isASCII && $0.isNumber }.count
}

/// Counts stand in groups of three; years, codes and wards do not.
private func isGrouped(_ value: Double, in text: String) -> Bool {
  guard value.magnitude >= 1_000, value.magnitude < 1e15 else { return false }
  return !text.contains("\(Int(value.magnitude.rounded(.down)))")
}

/// A text that formats show as it is, with the space after it.
private func literal(_ mark: String) -> String {
  let kept = mark.filter { $0 != "\"" && !$0.isNewline }.prefix(8)
  return kept.isEmpty ? "" : "\"\(kept) \""
}
