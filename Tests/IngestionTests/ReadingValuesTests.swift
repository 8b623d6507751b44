import DelimitedText
import Foundation
import Numerics
import Testing

@testable import Ingestion

struct ReadNumberTests {
  private func number(_ text: String, _ decimal: DecimalSign? = nil) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { readNumber($0, decimal: decimal) }
  }

  @Test(
    arguments: [
      ("0", 0), ("12.5", 12.5), ("12,5", 12.5), ("-3", -3), ("+4", 4), ("1.234,5", 1234.5),
      ("1,234.5", 1234.5), ("1.234.567", 1_234_567), ("007", 7), ("0.1", 0.1),
      ("123456789012345680", 123_456_789_012_345_680), ("1e+05", 100_000), ("2,5E-1", 0.25),
      ("0.3333333333333333333", 1.0 / 3),
    ] as [(String, Double)])
  func `numbers are read as they are written`(text: String, value: Double) {
    #expect(number(text) == value)
  }

  @Test(arguments: [
    "", "-", "1.", ".5", "1e", "e5", "1e+", "1e1234", "1e999", "1 000", "12kg", "1.23.4", "1,2,3",
    "1.234,5,6", "0x10", "NaN",
    "inf", "１２", "--1", "1-", "1.2345.678", "12.34,5",
  ])
  func `anything else is no number`(text: String) {
    #expect(number(text) == nil)
  }

  @Test func `a single group is thousands only when the file says so`() {
    #expect(number("1.234") == 1.234)
    #expect(number("1.234", .comma) == 1234)
    #expect(number("1,234", .comma) == 1.234)
    #expect(number("1,234", .point) == 1234)
    #expect(number("12,5", .point) == nil)
  }

  /// Swift's own reader is the second way.
  @Test(arguments: 0..<200)
  func `decimals round as the language's own reader rounds them`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let whole = Int.random(in: 0..<100_000, using: &generator)
    let fraction = Int.random(in: 0..<1_000_000_000, using: &generator)
    let text = "\(whole).\(fraction)"
    #expect(number(text) == Double(text))
  }
}

struct ReadDateTests {
  private func date(_ text: String, _ order: DateOrder? = nil) -> DateReading? {
    Array(text.utf8).withUnsafeBufferPointer { readDate($0, order: order) }
  }

  /// Days from Foundation's calendar, the second way.
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Int32 {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let date = try #require(
      calendar.date(from: DateComponents(year: year, month: month, day: day)))
    return Int32(date.timeIntervalSince1970 / 86_400)
  }

  @Test(arguments: [
    "2021-10-05", "2021-10-5", "2021/10/05", "05/10/2021", "5/10/2021", "05-10-2021", "5.10.2021",
    "2021-10-05 00:00:00", "2021-10-05T08:30", "05/10/2021 8:30", "2021-10-05T08:30:00.000+07:00",
    "2021-10-05T08:30:00Z", "44474", "44474.5",
  ])
  func `every usual way of writing a date gives the same day`(text: String) throws {
    #expect(date(text)?.day == (try day(2021, 10, 5)))
  }

  @Test(arguments: [
    "", "2021", "10/25/2021", "2021-13-01", "2021-02-29", "31/04/2021", "2021-10-05 25:00",
    "2021-10/05", "20211005", "5/10/21", "mai", "2021-10-05x", "99999", "1/1/1850",
  ])
  func `anything else is no date`(text: String) {
    #expect(date(text) == nil)
  }

  @Test func `days agree with the calendar over two centuries`() throws {
    for year in stride(from: 1900, through: 2100, by: 7) {
      for month in 1...12 {
        #expect(daysSinceEpoch(year: year, month: month, day: 28) == (try day(year, month, 28)))
      }
    }
    for month in 1...12 {
      let last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      #expect(daysSinceEpoch(year: 2021, month: month, day: last) != nil)
      #expect(daysSinceEpoch(year: 2021, month: month, day: last + 1) == nil)
    }
  }

  @Test func `a declared order refuses the other`() {
    #expect(date("05/10/2021", .iso) == nil)
    #expect(date("2021/10/05", .dayFirst) == nil)
    #expect(date("05/10/2021", .dayFirst) != nil)
  }

  @Test func `times are seconds since midnight`() {
    #expect(date("05/10/2021 08:30:15")?.seconds == 30_615)
    #expect(date("44474.3541666667")?.seconds == 30_600)
    #expect(date("2021-10-05")?.seconds == nil)
  }
}

struct FoldingTests {
  @Test func `old and new places of the tone mark fold to the same`() {
    #expect(TextFolding.toneFolded("Hoà Phú") == TextFolding.toneFolded("hòa phú"))
    #expect(TextFolding.toneFolded("Thuý") == TextFolding.toneFolded("Thúy"))
    #expect(TextFolding.toneFolded("Hoà") != TextFolding.toneFolded("Hoá"))
    #expect(TextFolding.toneFolded("cân") != TextFolding.toneFolded("can"))
  }

  @Test(arguments: [
    ("Hai long", true), ("Hài long", true), ("HÀI LÒNG", true), ("hài lọng", false),
    ("hài lông", false), ("Hai long!", false),
  ])
  func `marks may be left out of a label, not put elsewhere`(text: String, fits: Bool) {
    #expect(TextFolding.leavesOutMarks(text, of: "Hài lòng") == fits)
  }

  @Test func `a mark in its new place is the same mark, and đ may lose its bar but not gain one`() {
    #expect(TextFolding.leavesOutMarks("Hòa", of: "Hoà"))
    #expect(TextFolding.leavesOutMarks("Dak Đoa", of: "Đắk Đoa"))
    #expect(!TextFolding.leavesOutMarks("Đa", of: "Da"))
  }

  @Test(arguments: [
    ("4 - Hài lòng", 4), ("4. hai long", 4), ("(4) Hài lòng", 4), ("[4] HÀI LÒNG", 4),
    ("4: Satisfied", 4), ("4= Hài lòng", 4), ("Hài lòng (4)", 4), ("4.Hài lòng", 4),
    ("4 – Rất hài lòng", nil), ("6 - Hài lòng", nil), ("9 - Không áp dụng", 6), ("4 -", nil),
    ("- Hài lòng", nil), ("4 - 5", nil),
  ])
  func `code and label together are one answer where they agree`(text: String, position: Int?) {
    #expect(answer(text).position == position)
  }

  @Test func `a code and the label of another code contradict each other`() {
    #expect(
      answer("4 - Rất hài lòng").fault == .contradiction(code: 4, label: 5, isReversed: false))
  }

  private func answer(_ text: String) -> (position: Int?, fault: CellFault?) {
    let scale = TinySurvey.scale
    let answer = AnswerText(scale, texts: CellTexts(), matcher: AnswerMatcher(scale))
    return switch answer.reading(text, isBlank: false) {
    case .value(let position): (position, nil)
    case .fault(let fault): (nil, fault)
    case .blank: (nil, nil)
    }
  }

  @Test(arguments: [
    ("05/10/2021 8:30:00 AM", 30_600), ("05/10/2021 8:30 SA", 30_600),
    ("05/10/2021 12:05 SA", 300), ("05/10/2021 12:05 CH", 43_500),
    ("05/10/2021 8:30:00 ch", 73_800), ("2021-10-05T08:30PM", 73_800),
    ("05/10/2021 13:30 PM", nil), ("05/10/2021 0:30 AM", nil), ("05/10/2021 8:30 XX", nil),
  ])
  func `times of twelve hours are read as Vietnamese and English Excel write them`(
    text: String, seconds: Int32?
  ) {
    let reading = Array(text.utf8).withUnsafeBufferPointer { readDate($0, order: nil) }
    #expect(reading?.seconds == seconds)
  }

  @Test func `the month comes first only where the file says so`() {
    func read(_ text: String, _ order: DateOrder?) -> Int32? {
      Array(text.utf8).withUnsafeBufferPointer { readDate($0, order: order)?.day }
    }
    #expect(read("10/25/2021", nil) == nil)
    #expect(read("10/25/2021", .monthFirst) == daysSinceEpoch(year: 2021, month: 10, day: 25))
    #expect(read("10/05/2021", .monthFirst) == daysSinceEpoch(year: 2021, month: 10, day: 5))
    #expect(read("10/05/2021", nil) == daysSinceEpoch(year: 2021, month: 5, day: 10))
    #expect(read("25/10/2021", .monthFirst) == nil)
  }

  @Test func `plain text has no diacritics and no đ`() {
    #expect(TextFolding.plain("ĐẮK  Đoa\u{A0}Ệ") == "dak doa e")
    #expect(TextFolding.plain("Nghĩa Hưng") == "nghia hung")
  }
}

struct FileDigestTests {
  /// FIPS 180-4 example "abc" (one block), and the digest of nothing.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func `digests are those of the standard`(text: String, expected: String) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sipas-digest-\(UUID().uuidString)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let found = try digest(ofFile: path)
    #expect(found.sha256 == expected)
    #expect(found.byteCount == text.utf8.count)
  }
}

struct ByteStringTableTests {
  @Test func `strings keep the number of their first coming, through all growth`() {
    var table = ByteStringTable()
    for round in 0..<2 {
      for value in 0..<5000 {
        let bytes = Array("R-\(value % 2500)".utf8)
        let (number, isNew) = bytes.withUnsafeBufferPointer {
          table.intern($0, hash: ByteStringTable.hash($0))
        }
        #expect(number == value % 2500)
        #expect(isNew == (round == 0 && value < 2500))
      }
    }
    #expect(table.count == 2500)
    #expect(table.string(at: 1234) == "R-1234")
  }

  @Test func `different strings of one hash stay apart`() {
    var table = ByteStringTable()
    for value in 0..<50 {
      let bytes = Array("x\(value)".utf8)
      let number = bytes.withUnsafeBufferPointer { table.intern($0, hash: 7).number }
      #expect(number == value)
    }
  }
}
