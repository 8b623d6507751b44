import Testing

@testable import Printing

@Suite struct FontTests {
  @Test func `the fonts of the packages that are installed have all Vietnamese letters`() throws {
    let typesetter = Typesetter()
    try typesetter.checkLetters(family: .serif)
    try typesetter.checkLetters(family: .sans)
    // 12 vowels with 5 tones, the 6 of them and one consonant that are not in ASCII, twice; 4 signs.
    #expect(Typesetter.vietnameseLetters.count == 2 * (12 * 5 + 7) + 4)
  }

  /// U+0378 and U+0379 are not assigned: no font has them.
  @Test func `letters that no font has are refused with their number`() {
    let refusal = #expect(throws: PrintingError.self) {
      try Typesetter().checkLetters("ă\u{378}ơ\u{379}", family: .serif)
    }
    #expect(refusal == .noVietnameseFont(missing: 2))
    #expect(!Typesetter().shows("\u{378}"))
    #expect(Typesetter().shows("Đạt"))
  }

  @Test func `the width summed from letters is close to what is set`() {
    let typesetter = Typesetter()
    for style in [TextStyle(11), .bold(13), .italic(9)] {
      for text in ["84,78 %", "Chênh lệch", "Văn phòng UBND tỉnh Gia Lai", "±1,2"] {
        let set = typesetter.block(StyledText(text), style).width
        #expect(abs(typesetter.width(of: text, style) - set) < 0.03 * set + 0.5)
      }
    }
  }
}
