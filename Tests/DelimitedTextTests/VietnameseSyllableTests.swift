import Testing

@testable import DelimitedText

struct VietnameseSyllableTests {
  private func isSyllable(_ word: String) -> Bool {
    let letters = word.unicodeScalars.map { VietnameseAlphabet.letter($0.value) }
    return !letters.contains(nil) && VietnameseSyllable.isSyllable(letters.compactMap { $0 })
  }

  @Test func wordsOfTheLanguageAreSyllables() {
    let words = """
      nghiêng nguyễn thuở khuỷu quyển quốc quý giếng gì giữa giặt gà ghế yêu ý ưỡn oái uống ướt đường
      khoảng ngoằn hoà hòa thuý thúy xoong soóc tuệch huơ khuya quạch ngoẹo rượu hươu luýt kỹ mỹ lỵ
      đắk ấy ả ở ồ ứ ừm chẳng trưởng phường huyện xã tỉnh buôn làng păh pưh krông
      """
    for word in words.split(whereSeparator: \.isWhitespace) {
      #expect(isSyllable(String(word)), "\(word)")
      #expect(isSyllable(word.uppercased()), "\(word)")
    }
  }

  @Test func otherWordsAreNot() {
    // Two tones, closed syllables in an open tone, foreign onsets and rhymes, and readings in a
    // wrong encoding.
    let words = "hòá càc tặng̣ fà wấy bộđ tiơng huyònh blă srài số̀ ngừơời lêê quàt"
    for word in words.split(separator: " ") {
      #expect(!isSyllable(String(word)), "\(word)")
    }
  }
}
