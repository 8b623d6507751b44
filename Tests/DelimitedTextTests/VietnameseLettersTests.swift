import DelimitedText
import Testing

struct VietnameseLettersTests {
  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding, pieces: Int) -> String {
    var text: [UInt8] = []
    guard var converter = TextConverter(from: encoding) else { return "" }
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + pieces)
      bytes[start..<end].withUnsafeBufferPointer {
        _ = converter.convert($0, into: &text, isLast: end == bytes.count)
      }
      start = end
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Unicode scalars, so that composed and decomposed differ.
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: VietnameseFixture.legacy)
  func every134LettersComeOutComposed(encoding: TextEncoding) throws {
    let letters = try VietnameseFixture.letters()
    #expect(letters.count == 134)
    for letter in letters {
      guard let code = letter.codes[encoding] else { continue }
      for pieces in 1...2 {
        #expect(
          scalars(decode(code, encoding, pieces: pieces)) == scalars(letter.text),
          "\(letter.text) \(code)")
      }
      #expect(
        scalars(decode([0x74] + code + [0x6E], encoding, pieces: 9)) == scalars("t\(letter.text)n"))
    }
  }

  @Test func tcvn3LacksTheFortyFourCapitalsOfTheStandard() throws {
    let missing = try VietnameseFixture.letters().filter { $0.codes[.tcvn3] == nil }
    #expect(missing.count == 44)
    #expect(missing.allSatisfy { $0.text == $0.text.uppercased() })
    for encoding in [TextEncoding.windows1258, .vni] {
      #expect(try VietnameseFixture.letters().allSatisfy { $0.codes[encoding] != nil })
    }
  }

  @Test(arguments: VietnameseFixture.legacy)
  func paragraphsComeOutComposedHoweverTheyAreCut(encoding: TextEncoding) throws {
    let expected = String(
      decoding: try VietnameseFixture.file("paragraph.utf-8.txt"), as: UTF8.self)
    let bytes = try VietnameseFixture.paragraph(in: encoding)
    for pieces in [1, 2, 3, 64, 1 << 20] {
      #expect(scalars(decode(bytes, encoding, pieces: pieces)) == scalars(expected))
    }
  }

  @Test func vniCapitalsTakeTheMarksOfSmallLettersToo() {
    // "AÙ" and "Aù" of the VNI fonts; "n" takes no mark.
    #expect(decode([0x41, 0xD9, 0x41, 0xF9], .vni, pieces: 9) == "ÁÁ")
    #expect(decode([0x6E, 0xF9], .vni, pieces: 9).unicodeScalars.last?.value == 0x10FFF9)
  }

  @Test func bytesWithoutAMeaningAreKeptAndNamed() {
    // 8D is empty in all three; VNI marks stand alone at C7 in no table.
    for encoding in VietnameseFixture.legacy {
      let text = utf8Text(of: [0x61, 0x8D, 0x62], from: encoding)
      #expect(UndecodedByte.readable(text) == "a\\x8Db")
      #expect(
        String(decoding: text, as: UTF8.self).unicodeScalars.compactMap(UndecodedByte.byte)
          == [0x8D])
    }
    #expect(UndecodedByte.readable([0x61, 0xFF, 0xC3, 0xA0, 0xE1, 0xBA]) == "a\\xFFà\\xE1\\xBA")
    #expect(UndecodedByte.readable(Array("Huyện 😀".utf8)) == "Huyện 😀")
  }

  @Test func punctuationOfWindowsStandsInFontText() {
    // 93, 94 and 96 are “ ” and – in Windows-1252.
    for encoding in VietnameseFixture.legacy {
      #expect(decode([0x93, 0x61, 0x94, 0x96], encoding, pieces: 9) == "“a”–")
    }
  }

  @Test func halvesOfUTF16PairsAreReplaced() {
    // U+1F600 is D83D DE00.
    #expect(decode([0x3D, 0xD8, 0x00, 0xDE], .utf16LittleEndian, pieces: 1) == "😀")
    #expect(decode([0xD8, 0x3D, 0, 0x61], .utf16BigEndian, pieces: 3) == "\u{FFFD}a")
    #expect(
      decode([0xDE, 0x00, 0, 0x61, 0xD8, 0x3D], .utf16BigEndian, pieces: 9)
        == "\u{FFFD}a\u{FFFD}")
    #expect(decode([0x61, 0, 0x62], .utf16LittleEndian, pieces: 9) == "a\u{FFFD}")
  }
}
