import DelimitedText

/// A header or label without what survey programs and typists put around it: a question number
/// before it, a star, question mark or dots after it.
struct BareHeader {
  /// Without diacritics, in lower case; empty where nothing is left.
  let plain: String

  init(_ text: some StringProtocol) {
    let folded = TextFolding.plain(String(text))
    plain = Self.withoutEnds(Self.withoutNumber(folded[...]))
  }

  /// `text` without the mark of a required question, question marks and dots at its ends.
  private static func withoutEnds(_ text: Substring) -> String {
    var rest = text
    while let first = rest.first, first == "*" || first == " " { rest = rest.dropFirst() }
    while let last = rest.last, "*?:.… ".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// `text` without `Câu 1.`, `1.2)`, `Q1 -`, `Question 3:` at its start.
  ///
  /// A bare number needs a mark after it: in “5 năm qua” it belongs to the text.
  private static func withoutNumber(_ text: Substring) -> Substring {
    var rest = text.drop { $0 == "*" || $0 == " " }
    let word = ["cau hoi", "cau", "question", "muc", "q", "c"].first { word in
      rest.hasPrefix(word)
        && rest.dropFirst(word.count).drop { $0 == " " }.first?.isASCIIDigit == true
    }
    if let word { rest = rest.dropFirst(word.count).drop { $0 == " " } }
    guard rest.first?.isASCIIDigit == true else { return text }
    rest = rest.drop { $0.isASCIIDigit }
    while let mark = rest.first, mark == "." || mark == "-",
      rest.dropFirst().first?.isASCIIDigit == true
    {
      rest = rest.dropFirst().drop { $0.isASCIIDigit }
    }
    if let letter = rest.first, ("a"..."z").contains(letter),
      let after = rest.dropFirst().first, ".):".contains(after)
    {
      rest = rest.dropFirst()
    }
    let marks = rest.prefix { ".):/-–— ".contains($0) }
    guard !marks.isEmpty, word != nil || marks.contains(where: { $0 != " " }),
      marks.count < rest.count
    else { return text }
    return rest.dropFirst(marks.count)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
