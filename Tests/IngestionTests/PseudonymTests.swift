import Foundation
import SurveyModel
import Testing

@testable import Ingestion

/// Pseudonyms: the code they are made with, the spelling they are made of, and what an import keeps.
struct PseudonymTests {
  /// Test cases 1 to 4, 6 and 7 of RFC 4231, section 4 (HMAC-SHA-256).
  private static let published: [(key: [UInt8], message: [UInt8], code: String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xcd, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data."
          + " The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test(arguments: 0..<6) func `The published codes come out`(number: Int) throws {
    let (key, message, code) = Self.published[number]
    let algorithm = try #require(HMACSHA256(key: key))
    #expect(hexadecimal(try #require(algorithm.code(of: message))) == code)
    // The context serves for any number of messages.
    _ = algorithm.code(of: [1, 2, 3])
    #expect(hexadecimal(try #require(algorithm.code(of: message))) == code)
  }

  @Test(arguments: [
    "0912345678", "0912 345 678", "0912.345.678", "+84912345678", "+84 (0) 912-345-678",
    "0084912345678", "84912345678", "840912345678", "912345678", "\u{A0}(0912) 345 678 ",
  ])
  func `A telephone number has one spelling`(written: String) {
    #expect(normalisedPersonalValue(written) == "0912345678")
  }

  @Test func `What is no number of this country is left apart`() {
    #expect(normalisedPersonalValue("+84 24 3825 3535") == "02438253535")
    #expect(normalisedPersonalValue("842438253535") == "02438253535")
    #expect(normalisedPersonalValue("+855 12 345 678") == "+85512345678")
    #expect(normalisedPersonalValue("079 123 456 789") == "079123456789")
    // Nine digits of an old identity card; dates, and two numbers in one cell, stay as they stand.
    #expect(normalisedPersonalValue("230 123 456") == "230123456")
    #expect(normalisedPersonalValue("1.12.1990") == "1.12.1990")
    #expect(normalisedPersonalValue("0912345678 - 0987654321") == "0912345678 - 0987654321")
    #expect(normalisedPersonalValue("0912345678 (Lan)") == "0912345678 (lan)")
  }

  @Test func `Names are composed, in lower case and without needless blanks`() {
    #expect(
      normalisedPersonalValue("  NGUYÊ\u{303}N   Văn\tA ")
        == normalisedPersonalValue("Nguyễn Văn A"))
    #expect(normalisedPersonalValue("Nguyễn Văn A") == "nguyễn văn a")
  }

  /// Bytes 0 to 31; the expected codes are those of Python 3.11.7:
  /// `hmac.new(bytes(range(32)), b"variable\0phone\0" + b"0905000001", "sha256").hexdigest()[:32]`.
  private static let key = Array(0..<32 as Range<UInt8>)
  private static let first = "7cdfa3fded119888c4a7ef5f61fc6744"
  private static let named = "51468b2b75e56e9db928037b07693c8a"

  @Test func `Pseudonyms and fingerprint are those of another program`() throws {
    let key = try #require(PseudonymKey(Self.key))
    let phone = key.pseudonymiser(of: "phone")
    #expect(String(decoding: phone.pseudonym(of: "+84 905 000 001"), as: UTF8.self) == Self.first)
    #expect(String(decoding: phone.pseudonym(of: "Nguyễn Văn A"), as: UTF8.self) == Self.named)
    #expect(
      hexadecimal(key.fingerprint)
        == "bb5ee991d0569d2581208bf897cfee87c6917e64615afaf0c38731cddaa9e899")
    // Neither another variable nor another key gives the same.
    #expect(key.pseudonymiser(of: "phone2").pseudonym(of: "0905000001") != Array(Self.first.utf8))
    let other = try #require(PseudonymKey(Array(1...32)))
    #expect(other.fingerprint != key.fingerprint)
    #expect(other.pseudonymiser(of: "phone").pseudonym(of: "0905000001") != Array(Self.first.utf8))
  }

  // MARK: Import

  private static var fields: [Field] {
    TinySurvey.fields.map { field in
      var field = field
      field.keepsPseudonym = field.id == "phone"
      return field
    }
  }

  private func imported(
    _ text: String, key: [UInt8]? = Self.key, known: inout InterviewIndex, threads: Int = 1,
    fields: [Field] = Self.fields
  ) throws -> ImportedFile {
    let path = NSTemporaryDirectory() + "/sipas-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return readResponses(
      file: path, shownAs: "responses.csv", fields: fields, interviewIDField: "interview_id",
      known: &known, settings: ImportSettings(blockSize: 200, threads: threads),
      pseudonymKey: key.flatMap { PseudonymKey($0) })
  }

  private func phones(_ imported: ImportedFile) -> [String?] {
    guard case .texts(let column) = imported.table.columns[6] else { return [] }
    return (0..<imported.table.count).map { column.text(at: $0) }
  }

  @Test func `An import keeps pseudonyms, blanks as blanks, and nothing of the values`() throws {
    var known = InterviewIndex()
    let file = try imported(TinySurvey.clean, known: &known)
    #expect(file.counts.accepted == 3)
    #expect(phones(file).map { $0 == nil } == [false, true, false])
    #expect(phones(file)[0] == Self.first)
    #expect(!String(describing: file).contains("0905000001"))
    // Without a key, blank: never the value.
    var others = InterviewIndex()
    #expect(
      phones(try imported(TinySurvey.clean, key: nil, known: &others)) == [nil, nil, nil])
  }

  @Test(arguments: [1, 4]) func `Spellings of one number meet in one pseudonym`(threads: Int) throws
  {
    let spellings = ["0905000001", "+84905000001", "0905 000 001", "905000001"]
    let rows = (0..<200).map { "S-\($0),PLK,,,,,,\(spellings[$0 % 4]),,0,4,5," }
    var known = InterviewIndex()
    let file = try imported(
      TinySurvey.header + "\n" + rows.joined(separator: "\n") + "\n", known: &known,
      threads: threads)
    #expect(file.counts.accepted == 200)
    guard case .texts(let column) = file.table.columns[6] else {
      Issue.record("a pseudonym is a text")
      return
    }
    #expect(column.texts == [Self.first])
  }

  @Test func `Two persons under one id are a conflict that shows neither`() throws {
    var known = InterviewIndex()
    let file = try imported(
      """
      \(TinySurvey.header)
      R-1,PLK,,,,,,0905000001,,0,4,5,
      R-1,PLK,,,,,,+84 905 000 001,,0,4,5,
      R-1,PLK,,,,,,0905000002,,0,4,5,
      R-1,PLK,,,,,,,,0,4,5,

      """, known: &known)
    #expect(file.counts.accepted == 1)
    // The same number written otherwise, and no number, are the same interview.
    #expect(file.rejects.map(\.kind) == [.duplicate, .rejected, .duplicate])
    #expect(file.rejects[1].findings.first?.found?.en == "different in phone")
    let said = String(describing: file.rejects)
    #expect(!said.contains("0905") && !said.contains("905 000") && !said.contains(Self.first))
  }

  @Test func `A personal field without pseudonyms is dropped as before, key or not`() throws {
    var known = InterviewIndex()
    let file = try imported(TinySurvey.clean, known: &known, fields: TinySurvey.fields)
    #expect(file.table.columns[6] == .dropped(count: 3))
  }
}
