import Foundation
import Ingestion
import SurveyModel
import Testing

/// Response files as offices of the years before Unicode, and their fonts, still write them.
struct OldEncodingsTests {
  private func read(_ bytes: [UInt8], encoding: String? = nil) throws -> ImportedFile {
    var known = InterviewIndex()
    return try importBytes(
      bytes, pattern: ResponseFilePattern(pattern: "*", encoding: encoding), known: &known,
      settings: ImportSettings(blockSize: 100, threads: 2))
  }

  /// Headers and answers by label, in plain letters of the three encodings.
  private static let labelled = TinySurvey.clean
    .replacingOccurrences(of: "comment", with: "Góp ý thêm")
    .replacingOccurrences(of: "DDO", with: "Đắk Đoa")
    .replacingOccurrences(of: "HOA,23700", with: "Hoà Phú,Thuý Loan")

  @Test(arguments: VietnameseBytes.encodings)
  func labelsHeadersAndTextsComeOutAsInUnicode(encoding: String) throws {
    let bytes = try VietnameseBytes.encode(Self.labelled, in: encoding)
    let expected = try importText(TinySurvey.clean).table
    let found = try read(bytes)
    #expect(found.table == expected)
    #expect(found.rejects.isEmpty)
    #expect(found.dialect?.encoding == encoding)
    #expect(found.findings.map(\.code.id) == ["csv.encoding.recognised"])
    let declared = try read(bytes, encoding: encoding)
    #expect(declared.table == expected)
    #expect(declared.findings.isEmpty)
  }

  @Test(arguments: VietnameseBytes.encodings)
  func aFileOfOneRowIsReadWithAWarning(encoding: String) throws {
    let text = "\(TinySurvey.header)\nR-001,PLK,,,,,,,Chờ lâu,1,4,5,3\n"
    let found = try read(VietnameseBytes.encode(text, in: encoding))
    #expect(found.dialect?.encoding == encoding)
    #expect(found.counts == ImportCounts(read: 1, accepted: 1))
    #expect(found.findings.map(\.code.id) == ["csv.encoding.guessed"])
    #expect(found.findings.first?.found?.en?.hasPrefix("100% of 2 accented words") == true)
  }

  @Test func fontTextSavedAsUTF8IsReadAndTheSurveyFileDecides() throws {
    let latin = try VietnameseBytes.encode(Self.labelled, in: "TCVN3").map { Unicode.Scalar($0) }
    let bytes = [0xEF, 0xBB, 0xBF] + Array(String(String.UnicodeScalarView(latin)).utf8)
    let found = try read(bytes)
    #expect(found.table == (try importText(TinySurvey.clean).table))
    #expect(found.dialect?.encoding == "TCVN3-in-UTF-8")
    #expect(found.dialect?.hasByteOrderMark == true)
    let declared = try read(bytes, encoding: "UTF-8")
    #expect(declared.dialect?.encoding == "UTF-8")
    #expect(declared.rejects.count == 2)
    let short = Array("\(TinySurvey.header)\nR-001,§¾k §oa,,,,,,,,1,4,5,3\n".utf8)
    #expect(try read(short).counts == ImportCounts(read: 1, rejected: 1))
    #expect(
      try read(short, encoding: "TCVN3-in-UTF-8").counts == ImportCounts(read: 1, accepted: 1))
  }

  @Test func aByteWithoutMeaningIsNamedWithItsPlaceAndStaysInTheReject() throws {
    let sound = "\(Self.labelled)R-004,PLK,,,,,,,Cán b"
    let bytes =
      try VietnameseBytes.encode(sound, in: "TCVN3") + [0x8D] + Array(",1,4,5,3\n".utf8)
    let found = try read(bytes)
    #expect(found.counts == ImportCounts(read: 4, accepted: 3, rejected: 1))
    let reject = try #require(found.rejects.first)
    #expect(reject.findings.map(\.code.id) == ["ingest.value.encoding"])
    #expect(reject.findings.first?.place?.description == "responses.csv:6:17")
    #expect(reject.findings.first?.found?.en == "byte 0x8D (character 6)")
    #expect(reject.findings.first?.found?.vi == "byte 0x8D (ký tự thứ 6)")
    #expect(
      reject.rawText == "R-004,PLK,,,,,,***,Cán b\\x8D,1,4,5,3"
        || reject.rawText == "R-004,PLK,,,,,,,Cán b\\x8D,1,4,5,3")
  }

  @Test func aDamagedByteInUTF8IsNamedToo() throws {
    let bytes =
      Array("\(TinySurvey.clean)R-004,PLK,,,,,,,Cán b".utf8) + [0xF4, 0x20, 0xE1, 0xBA]
      + Array(",1,4,5,3\nR-005,PLK,,,,,,,a\u{FFFD},1,4,5,3\n".utf8)
    let found = try read(bytes)
    #expect(found.counts == ImportCounts(read: 5, accepted: 3, rejected: 2))
    #expect(
      found.rejects.map { $0.findings.first?.found?.en ?? "" } == [
        "byte 0xF4 (character 6), byte 0xE1 (character 8), byte 0xBA (character 9)",
        "U+FFFD (character 2)",
      ])
    #expect(found.rejects.first?.rawText.hasSuffix("Cán b\\xF4 \\xE1\\xBA,1,4,5,3") == true)
  }

  @Test func rejectsKeepTheTextAsItStoodAndTheTableComposesIt() throws {
    let word = "Chờ lâu".decomposedStringWithCanonicalMapping
    let found = try importText(
      "\(TinySurvey.header)\nR-1,PLK,,,,,,,\(word),1,4,5,3\nR-2,PLK,,,,,,,\(word),1,7,5,3\n")
    guard case .texts(let texts) = found.table.columns[7] else {
      Issue.record("the comment is text")
      return
    }
    #expect(texts.texts.first.map { Array($0.utf8) } == Array("Chờ lâu".utf8))
    let raw = try #require(found.rejects.first?.rawText)
    #expect(Array(raw.utf8) == Array("R-2,PLK,,,,,,,\(word),1,7,5,3".utf8))
  }

  @Test(arguments: VietnameseBytes.encodings)
  func aUTF8FileThatGoesOnInAnotherEncodingIsRefusedAtTheLine(encoding: String) throws {
    let rows = [
      "R-010,PLK,,,,,,,Cán bộ nhiệt tình,1,4,5,3", "R-011,Đắk Đoa,,,,,,,Chờ lâu quá,1,4,5,3",
    ]
    let tail = try VietnameseBytes.encode(rows.joined(separator: "\n") + "\n", in: encoding)
    let found = try read(Array(TinySurvey.clean.utf8) + tail, encoding: "UTF-8")
    #expect(!found.isUsable)
    #expect(found.table.count == 0)
    #expect(found.findings.map(\.code.id) == ["csv.encoding.mixed"])
    #expect(found.findings.first?.place?.description == "responses.csv:6:1")
    #expect(found.findings.first?.found?.en == encoding)
    let detected = try read(Array(TinySurvey.clean.utf8) + tail)
    #expect(!detected.isUsable)
    #expect(detected.findings.contains { $0.code.id == "csv.encoding.mixed" })
  }

  @Test(arguments: VietnameseBytes.encodings)
  func anOldFileThatGoesOnInUTF8IsRefusedAtTheLine(encoding: String) throws {
    let bytes =
      try VietnameseBytes.encode(Self.labelled, in: encoding)
      + Array("R-010,PLK,,,,,,,Cán bộ nhiệt tình,1,4,5,3\n".utf8)
    let found = try read(bytes, encoding: encoding)
    #expect(!found.isUsable)
    #expect(found.findings.map(\.code.id) == ["csv.encoding.mixed"])
    #expect(found.findings.first?.place?.description == "responses.csv:6:1")
    #expect(found.findings.first?.found?.en == "UTF-8")
  }

  @Test func aHeaderWithAByteWithoutMeaningSaysSo() throws {
    let header = TinySurvey.header.replacingOccurrences(of: "comment", with: "Gãp")
    let bytes =
      try VietnameseBytes.encode("\(header)", in: "TCVN3") + [0x8D]
      + VietnameseBytes.encode("\nR-1,PLK,,,,,,,,1,4,5,3\n", in: "TCVN3")
    let found = try read(bytes, encoding: "TCVN3")
    #expect(found.findings.map(\.code.id).contains("csv.encoding.letter-unknown"))
    #expect(
      found.findings.first { $0.code.id == "csv.encoding.letter-unknown" }?.found?.en
        == "byte 0x8D (character 3)")
  }

  @Test func questionMarksForLettersAreWarnedOf() throws {
    let found = try importText(
      "\(TinySurvey.header)\nR-1,PLK,,,,,,,C?n b? nhi?t t?nh,1,4,5,3\n")
    #expect(found.counts.accepted == 1)
    #expect(found.findings.map(\.code.id) == ["csv.encoding.letters-lost"])
    #expect(found.findings.first?.place?.description == "responses.csv:2:16")
  }

  @Test func lettersThatLookLikeDStandForIt() throws {
    let found = try importText(
      "\(TinySurvey.header)\nR-1,Ðắk Ðoa,,,,,,,,1,4,5,3\nR-2,ðắk ðoa,,,,,,,,1,4,5,3\n")
    #expect(found.table.columns[0] == .coded8([2, 2]))
  }

  @Test func twoLabelsThatDifferOnlyInTheirToneMarksPlaceStayAmbiguous() throws {
    var fields = TinySurvey.fields
    fields[0].kind = .coded(
      CodeList(answers: [
        AnswerCode(code: "1", label: LocalizedText(vi: "Hòa An")),
        AnswerCode(code: "2", label: LocalizedText(vi: "Hoà An")),
      ]))
    let text = "\(TinySurvey.header)\nR-1,Hoà An,,,,,,,,1,4,5,3\nR-2,hoa an,,,,,,,,1,4,5,3\n"
    let found = try importText(text, fields: fields)
    #expect(found.table.columns[0] == .coded8([2]))
    #expect(found.rejects.first?.findings.map(\.code.id) == ["ingest.value.ambiguous"])
  }
}
