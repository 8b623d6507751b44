/// Judges whether a word is a Vietnamese syllable: an onset, a rhyme, and a tone that it can bear.
///
/// Vietnamese has about 150 rhymes, so a word read in a wrong encoding is hardly ever one. Of names in
/// the languages of the Central Highlands the commonest onsets and rhymes are taken in (Đắk Lắk,
/// Krông, Chư Păh); others are no syllables, so a share is counted, not each word required.
///
/// ## Method
///
/// Onsets and rhymes of the standard orthography: Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977),
/// part two; closed syllables in -c, -ch, -p, -t bear only the acute tone and the dot below.
enum VietnameseSyllable {
  /// Longest syllable: "nghiêng".
  static let longest = 7

  private static let onsets = keys(
    """
    b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
    bl br đr gr kl kr pl pr
    """)

  private static let openRhymes = keys(
    """
    a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu
    i ia iêm iên iêng iêu im in inh iu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo
    oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uên uênh uêu ui um un ung uôi
    uôm uôn uông uơ uy uya uyên uynh uyu ư ưa ưi ưm ưn ưng ươi ươm ươn ương ươu ưu y yêm yên yêng
    yêu ym yn ynh
    ăk ăh êh ôk ôh ơh ưh
    """)

  private static let closedRhymes = keys(
    """
    ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat
    oăc oăt oc oet ooc op ot ôc ôp ôt ơp ơt uât uc uêch uôc uôt up ut uych uyêt uyp uyt ưc ươc
    ươp ươt ưt yêt yt ych yp
    """)

  private static func keys(_ list: String) -> Set<UInt32> {
    Set(
      list.split(whereSeparator: \.isWhitespace).map { word in
        key(word.unicodeScalars.compactMap { VietnameseAlphabet.letter($0.value) }[...])
      })
  }

  /// Five bits a letter after a leading one.
  private static func key(_ letters: ArraySlice<VietnameseLetter>) -> UInt32 {
    letters.reduce(1) { $0 << 5 | UInt32($1.letter) }
  }

  /// True when the letters are one syllable; the mark may stand on any vowel ("hòa", "hoà").
  static func isSyllable(_ letters: [VietnameseLetter]) -> Bool {
    guard !letters.isEmpty, letters.count <= longest else { return false }
    var tone = Tone.none
    for letter in letters where letter.tone != .none {
      if tone != .none { return false }
      tone = letter.tone
    }
    for length in 0...min(3, letters.count - 1) {
      let rest = letters[length...]
      guard rest.count <= 4, length == 0 || onsets.contains(key(letters[..<length])) else {
        continue
      }
      let rhyme = key(rest)
      if openRhymes.contains(rhyme) { return true }
      if tone == .acute || tone == .dot, closedRhymes.contains(rhyme) { return true }
    }
    return false
  }
}
