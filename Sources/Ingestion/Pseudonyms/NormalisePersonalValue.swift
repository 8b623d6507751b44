import DelimitedText

/// A personal value in the one spelling that its pseudonym is made of.
///
/// Composed (NFC), in lower case, without blanks at the ends, runs of blanks made one. What is then
/// a number of 9 to 15 digits, written with blanks, dots, hyphens or brackets between them or a plus
/// before them, is taken for a telephone or identity number:
/// - only the digits stay;
/// - `+84`, `0084`, or `84` before 9 or 10 digits, becomes `0`, as the number is dialled in Viet Nam;
/// - nine digits that begin with 3, 5, 7, 8 or 9 get the `0` before a mobile number that a
///   spreadsheet takes away;
/// - a number with another country's `+` keeps it.
///
/// `0912 345 678`, `+84 912.345.678`, `84912345678` and `912345678` come out the same.
func normalisedPersonalValue(_ value: String) -> String {
  let folded = TextFolding.caseFolded(value)
  return dialledNumber(folded) ?? folded
}

/// `nil` where the text is no number.
private func dialledNumber(_ text: String) -> String? {
  guard text.utf8.count <= 64 else { return nil }
  var digits = ""
  var hasPlus = false
  for character in text.unicodeScalars {
    switch character {
    case "0"..."9": digits.unicodeScalars.append(character)
    case "+" where digits.isEmpty && !hasPlus: hasPlus = true
    case " ", ".", "-", "(", ")": continue
    default: return nil
    }
  }
  guard (9...15).contains(digits.count) else { return nil }
  if digits.hasPrefix("0084") { return atHome(digits.dropFirst(4)) }
  if hasPlus { return digits.hasPrefix("84") ? atHome(digits.dropFirst(2)) : "+" + digits }
  if digits.hasPrefix("84"), digits.count == 11 || digits.count == 12 {
    return atHome(digits.dropFirst(2))
  }
  if digits.count == 9, let first = digits.first, "35789".contains(first) { return "0" + digits }
  return digits
}

/// The number with one 0 before it; `+84 (0) 912…` has it already.
private func atHome(_ number: Substring) -> String {
  number.hasPrefix("0") ? String(number) : "0" + number
}
