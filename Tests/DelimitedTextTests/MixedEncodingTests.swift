import DelimitedText
import SurveyModel
import Testing

struct MixedEncodingTests {
  private let lines = [
    "R-1,Huyện Đức Cơ,Cán bộ nhiệt tình", "R-2,Đắk Đoa,Chờ lâu quá", "R-3,,", "R-4,Pleiku,tốt",
    "R-5,Thị xã An Khê,Thủ tục còn rườm rà",
  ]

  private func refusal(_ bytes: [UInt8], readAs encoding: TextEncoding) throws -> String? {
    try withFile(bytes) { path in
      let detected = DetectedEncoding(
        encoding: encoding, hasByteOrderMark: false, confidence: .certain)
      for blockSize in [16, 100, 1 << 20] {
        let reader = RecordBlockReader(
          file: try ByteFile(path: path), name: "m.csv", encoding: detected, delimiter: 44,
          blockSize: blockSize)
        do throws(RecordBlockReader.Refusal) {
          while try reader.next() != nil {}
        } catch {
          return "\(error.finding.place?.description ?? "-") \(error.finding.code.id)"
            + " \(error.finding.found?.en ?? "-")"
        }
      }
      return nil
    }
  }

  @Test(arguments: VietnameseFixture.legacy, ["\n", "\r\n", "\r"])
  func aLineInAnotherEncodingRefusesTheFile(encoding: TextEncoding, lineEnd: String) throws {
    let own = try lines.flatMap {
      try VietnameseFixture.encode($0, in: encoding) + Array(lineEnd.utf8)
    }
    #expect(try refusal(own, readAs: encoding) == nil)
    for other in VietnameseFixture.legacy + [.utf8] where other != encoding {
      let last = "R-6,Huyện Đức Cơ,Cán bộ nhiệt tình"
      let stray =
        other == .utf8 ? Array(last.utf8) : try VietnameseFixture.encode(last, in: other)
      let expected = "m.csv:6:1 csv.encoding.mixed \(other.rawValue)"
      #expect(try refusal(own + stray, readAs: encoding) == expected)
      #expect(try refusal(own + stray + Array(lineEnd.utf8) + own, readAs: encoding) == expected)
    }
  }

  @Test func aSmallTableOfTwoEncodingsIsRefusedWithItsLine() throws {
    let text = lines.dropLast().joined(separator: "\n") + "\n"
    let bytes =
      try VietnameseFixture.encode(text, in: .tcvn3) + Array("R-9,Huyện Chư Sê,tốt\n".utf8)
    let reading = readTable(bytes: bytes, file: "m.csv")
    #expect(reading.table == nil)
    #expect(reading.findings.last?.code.id == "csv.encoding.mixed")
    #expect(reading.findings.last?.place?.line == 5)
  }

  @Test(arguments: VietnameseFixture.legacy)
  func aSmallTableInAnOldEncodingIsRead(encoding: TextEncoding) throws {
    let text = "code,label\n1,Huyện Đức Cơ\n2,Thị xã An Khê\n"
    let reading = readTable(
      bytes: try VietnameseFixture.encode(text, in: encoding), file: "codes.csv")
    #expect(reading.table?.rows.map { $0.cells[1].text } == ["Huyện Đức Cơ", "Thị xã An Khê"])
    #expect(reading.table?.dialect.encoding == encoding.rawValue)
    #expect(reading.findings.map(\.code.id) == ["csv.encoding.guessed"])
  }

  @Test func aSmallTableWithAByteWithoutMeaningIsRefusedWithTheByte() throws {
    let text = try VietnameseFixture.encode("code,label\n1,Huyện Đức Cơ\n2,Xã ", in: .tcvn3)
    let reading = readTable(bytes: text + [0x8D, 0x0A], file: "codes.csv")
    #expect(reading.findings.last?.code.id == "csv.encoding.invalid")
    #expect(reading.findings.last?.found?.en == "byte 0x8D")
    #expect(reading.findings.last?.place?.description == "codes.csv:3:6")
  }

  @Test func questionMarksInsideWordsAreLostLetters() {
    func lost(_ text: String) -> LostLetters? {
      Array(text.utf8).withUnsafeBufferPointer { LostLetters(in: $0) }
    }
    let found = lost("id,x\n1,Hu?nh Th? M?t\n2,\"T?t\"\n")
    #expect(found?.count == 3)
    #expect(found?.first == 9)
    #expect(lost("Qu?n,Ph??ng,Th?nh,??,?") != nil)
    #expect(lost("Có không? Sao? http://a.vn/x?y=1&z?k=2 a?b=c ?,?,? co??") == nil)
    #expect(lost("Qu?n,Ph?ng") == nil)
  }

  @Test func foldingKnowsTheLettersThatLookLikeD() {
    // Eth of Western keyboards, and African d.
    for text in ["Đức Cơ", "Ðức Cơ", "ðức cơ", "ƉỨC CƠ"] {
      #expect(TextFolding.toneFolded(text) == TextFolding.toneFolded("đức cơ"))
      #expect(TextFolding.plain(text) == "duc co")
    }
    #expect(TextFolding.caseFolded("Ðức") != TextFolding.caseFolded("Đức"))
    #expect(TextFolding.toneFolded("hoà") == TextFolding.toneFolded("hòa"))
    #expect(TextFolding.toneFolded("hoa\u{300}") == TextFolding.toneFolded("HÒA"))
    // Half composed: ê with a combining dot below, o with horn and grave apart.
    #expect(TextFolding.caseFolded("Huyê\u{323}n Cò\u{31B}") == "huyện cờ")
  }
}
