import DelimitedText
import SurveyModel
import Testing

/// Text of ABC and VNI fonts that Excel saved as "CSV UTF-8".
struct FontTextTests {
  private static let pairs: [(font: TextEncoding, saved: TextEncoding)] = [
    (.tcvn3, .tcvn3InUTF8), (.vni, .vniInUTF8),
  ]

  /// The bytes as the Western letters of Latin-1 that a font draws over.
  private func asFontText(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
  }

  private func detect(_ bytes: [UInt8]) -> DetectedEncoding? {
    if case .text(let found) = detectEncoding(of: bytes) { found } else { nil }
  }

  @Test(arguments: pairs)
  func everyLetterComesOutComposed(font: TextEncoding, saved: TextEncoding) throws {
    for letter in try VietnameseFixture.letters() {
      guard let code = letter.codes[font] else { continue }
      let text = utf8Text(of: asFontText([0x74] + code + [0x6E]), from: saved)
      #expect(text == Array("t\(letter.text)n".utf8))
    }
  }

  @Test(arguments: pairs)
  func paragraphsAreRecognisedAndRead(font: TextEncoding, saved: TextEncoding) throws {
    let bytes = asFontText(try VietnameseFixture.paragraph(in: font))
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let found = try #require(detect(mark + bytes))
      #expect(found.encoding == saved)
      #expect(found.confidence == .likely)
      #expect(found.prefixLength == mark.count)
      #expect(found.evidence?.nextBest == .utf8)
    }
    let expected = try VietnameseFixture.file("paragraph.utf-8.txt")
    #expect(utf8Text(of: bytes, from: saved) == expected)
    for pieces in 1...5 {
      var text: [UInt8] = []
      var converter = try #require(TextConverter(from: saved))
      for start in stride(from: 0, to: bytes.count, by: pieces) {
        let end = min(bytes.count, start + pieces)
        bytes[start..<end].withUnsafeBufferPointer {
          _ = converter.convert($0, into: &text, isLast: end == bytes.count)
        }
      }
      #expect(text == expected)
    }
  }

  @Test func otherUnicodeStaysAsItIs() throws {
    // Unicode Vietnamese without a letter of U+1E00 to U+1EFF, French, and a few words of font text.
    let texts = [
      "tên,cá,bà,hè,mì,cô,tôi,đi,ăn,sơn,tư,hoà,lò,bé,kê,lô",
      "été,où,élève,à,la,fête,déjà,naïve,Noël,garçon,âge,île,sûr,hôtel,forêt,être",
    ]
    for text in texts { #expect(detect(Array(text.utf8))?.encoding == .utf8, "\(text)") }
    let short = asFontText(try VietnameseFixture.encode("Huyện Đức Cơ", in: .tcvn3))
    #expect(detect(short)?.encoding == .utf8)
  }

  @Test func bytesAndLettersWithoutMeaningAreKept() {
    // U+008D stands for no letter of the font; FF is no UTF-8; “ and 😀 pass.
    let text = utf8Text(
      of: Array("a\u{8D}b“😀".utf8) + [0xFF, 0x63], from: .tcvn3InUTF8)
    #expect(UndecodedByte.readable(text) == "a\\x8Db“😀\\xFFc")
  }

  @Test func aLineOfUnicodeAmidFontTextRefusesTheFile() throws {
    let bytes = asFontText(try VietnameseFixture.paragraph(in: .vni))
    let reading = readTable(bytes: bytes + Array("Huyện Chư Sê\n".utf8), file: "m.csv")
    #expect(reading.table == nil)
    #expect(reading.findings.map(\.code.id) == ["csv.encoding.recognised", "csv.encoding.mixed"])
    #expect(reading.findings.last?.place?.line == 4)
  }
}
