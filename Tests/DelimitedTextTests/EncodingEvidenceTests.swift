import DelimitedText
import SurveyModel
import Testing

struct EncodingEvidenceTests {
  private func detect(_ bytes: [UInt8]) -> DetectedEncoding? {
    if case .text(let found) = detectEncoding(of: bytes) { found } else { nil }
  }

  @Test(arguments: VietnameseFixture.legacy)
  func paragraphsAreRecognisedWithTheirScore(encoding: TextEncoding) throws {
    let found = try #require(detect(VietnameseFixture.paragraph(in: encoding)))
    #expect(found.encoding == encoding)
    #expect(found.confidence == .likely)
    let evidence = try #require(found.evidence)
    // All words of the paragraph are Vietnamese.
    #expect(evidence.words.words > 100)
    #expect(evidence.words.share == 1)
    #expect(evidence.nextBestShare < 0.2)
  }

  @Test(arguments: VietnameseFixture.legacy)
  func oneLineIsEnoughToTellButNotToBeSure(encoding: TextEncoding) throws {
    for line in ["1,Huyện Đức Cơ,4", "R-001,Rất hài lòng,Phường Hội Thương", "Chờ lâu", "Hòa Phú"] {
      let found = try #require(detect(VietnameseFixture.encode(line, in: encoding)))
      #expect(found.encoding == encoding, "\(line)")
      #expect(found.confidence == .guessed, "\(line)")
      #expect(found.evidence?.words.share == 1, "\(line) \(found)")
      let finding = try #require(FileFinding.detectedEncoding(found, file: "a.csv"))
      #expect(finding.code.id == "csv.encoding.guessed")
      #expect(finding.severity == .warning)
    }
  }

  @Test func theNoticeOfAnOldEncodingHasTheScore() throws {
    let found = try #require(detect(VietnameseFixture.paragraph(in: .tcvn3)))
    let finding = try #require(FileFinding.detectedEncoding(found, file: "a.csv"))
    #expect(finding.code.id == "csv.encoding.recognised")
    #expect(finding.severity == .notice)
    #expect(finding.found?.vi?.hasPrefix("100% trong ") == true)
    #expect(finding.found?.en?.contains("accented words are Vietnamese; read as") == true)
  }

  @Test func unicodeStaysUnicode() throws {
    for name in ["paragraph.utf-8.txt", "paragraph.decomposed.txt"] {
      let bytes = try VietnameseFixture.file(name)
      for count in bytes.count - 8...bytes.count {
        let found = detect(Array(bytes[..<count]))
        #expect(found?.encoding == .utf8)
        #expect(found?.confidence == .likely)
      }
    }
  }

  @Test func englishAndNumbersAreASCIIAndCertain() {
    for text in ["id,comment\n1,The staff were friendly\n", "1;2,5;3\n", "a\n"] {
      #expect(detect(Array(text.utf8))?.encoding == .utf8)
      #expect(detect(Array(text.utf8))?.confidence == .certain)
    }
    // "don’t" with the apostrophe of Windows, 92.
    let found = detect([0x64, 0x6F, 0x6E, 0x92, 0x74, 0x0A])
    #expect(found?.encoding == .windows1258)
    #expect(found?.confidence == .guessed)
    #expect(found?.evidence?.words.words == 0)
  }

  @Test func aLoneLastLetterOfTCVN3IsNoCutUTF8() throws {
    // "số", whose last byte E8 begins three bytes of UTF-8.
    #expect(detect(try VietnameseFixture.encode("Dân số", in: .tcvn3))?.encoding == .tcvn3)
    // "số" alone is "sè" in Windows-1258; both are words.
    #expect(detect(try VietnameseFixture.encode("so số", in: .tcvn3))?.encoding == .windows1258)
  }

  @Test func capitalsOfABCFontsAreVietnameseToo() throws {
    // What a person types in .VnTime with the shift key: capital consonants, small marked vowels.
    let text = "PHIếU KHảO SáT Về Sự HàI LòNG CủA NGườI DâN, Tổ CHứC TạI TỉNH ĐắK NôNG, HUYệN"
    let found = try #require(detect(try VietnameseFixture.encode(text, in: .tcvn3)))
    #expect(found.encoding == .tcvn3)
    #expect(found.confidence == .likely)
  }

  @Test func encodingsAreKnownByTheirUsualNames() {
    for name in ["TCVN3", "tcvn-3", "TCVN 5712:1993", "ABC", ".VnTime"] {
      #expect(namedEncoding(name) == .tcvn3)
    }
    for name in ["VNI-Windows", "VNI", "vni-win", "VNI-Times"] {
      #expect(namedEncoding(name) == .vni)
    }
    for encoding in TextEncoding.allCases { #expect(namedEncoding(encoding.rawValue) == encoding) }
    #expect(namedEncoding("VISCII") == nil)
  }
}
