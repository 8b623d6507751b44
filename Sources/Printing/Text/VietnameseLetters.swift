extension Typesetter {
  /// Every letter of Vietnamese that is not in ASCII, and the marks a report cannot do without.
  static let vietnameseLetters: String = {
    let small =
      "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    return small + small.uppercased() + "–…%±"
  }()

  /// Refuses fonts that would print boxes where Vietnamese letters belong.
  func checkLetters(
    _ letters: String = vietnameseLetters, family: TextStyle.Family
  ) throws(PrintingError) {
    for (isBold, isItalic) in [(false, false), (true, false), (false, true)] {
      let style = TextStyle(12, isBold: isBold, isItalic: isItalic, family: family)
      let missing = block(StyledText(letters), style).unknownCharacters
      guard missing == 0 else { throw .noVietnameseFont(missing: missing) }
    }
  }
}
