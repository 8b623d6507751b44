import Foundation
import Ingestion
import SurveyModel
import Testing

/// The same three interviews, written the ways field teams write them, give the same table.
struct MessyFilesTests {
  private func clean() throws -> ResponseTable {
    let imported = try importText(TinySurvey.clean)
    try #require(imported.counts == ImportCounts(read: 3, accepted: 3))
    try #require(imported.findings.isEmpty)
    return imported.table
  }

  private func expectSame(
    _ bytes: [UInt8], pattern: ResponseFilePattern? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> ImportedFile {
    var known = InterviewIndex()
    let imported = try importBytes(bytes, pattern: pattern, known: &known)
    #expect(imported.rejects.flatMap(\.findings) == [], sourceLocation: sourceLocation)
    #expect(imported.table == (try clean()), sourceLocation: sourceLocation)
    return imported
  }

  @Test func `the clean file holds what it says`() throws {
    let table = try clean()
    #expect((0..<3).map { table.ids[$0] } == ["R-001", "R-002", "R-003"])
    #expect(table.columns[0] == .coded8([1, 2, 3]))
    // 2021-10-05 is day 18905: 51 years of 365 days, 13 leap days, 277 days.
    #expect(table.columns[2] == .days([18905, 18906, ColumnValues.blankDay]))
    let blank = ColumnValues.blankInteger
    let started: Int64 = 18905 * 86_400 + 30_600
    #expect(table.columns[3] == .integers([started, blank, blank]))
    #expect(table.columns[4] == .integers([600, blank, blank]))
    #expect(table.columns[5] == .numbers([12.5, 1250.25, 7]))
    #expect(table.columns[6] == .dropped(count: 3))
    #expect(
      table.columns[7]
        == .texts(
          TextColumn(
            positions: [1, 2, 0], texts: ["Cán bộ nhiệt tình", "Chờ lâu,\nthiếu ghế"])))
    #expect(table.columns[11] == .coded8([3, CodeList.notAsked8, 5]))
  }

  @Test func `UTF-8 with a mark, semicolons and decimal commas`() throws {
    let text = """
      \(TinySurvey.header.replacingOccurrences(of: ",", with: ";"))
      R-001;PLK;23557;05/10/2021;05/10/2021 8:30;600;12,5;0905000001;Cán bộ nhiệt tình;1;4;5;3
      R-002;DDO;23677;6/10/2021;;;1.250,25;;"Chờ lâu,
      thiếu ghế";0;2;9;
      R-003;HOA;23700;;;-1;7;0905000003;;1;3;1;5
      """
    let imported = try expectSame([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(imported.dialect?.hasByteOrderMark == true)
    #expect(imported.dialect?.delimiter == "semicolon")
  }

  @Test func `decomposed Vietnamese, in labels, texts and headers`() throws {
    let text = TinySurvey.clean.replacingOccurrences(of: "comment", with: "Góp ý thêm")
      .replacingOccurrences(of: "DDO", with: "Đắk Đoa")
    let imported = try expectSame(Array(text.decomposedStringWithCanonicalMapping.utf8))
    #expect(imported.dialect?.composedText == true)
  }

  @Test func `labels in place of codes, in any case and tone style, with and without diacritics`()
    throws
  {
    let text = """
      \(TinySurvey.header)
      R-001,THÀNH PHỐ  PLEIKU,hoi thuong,2021-10-05,2021-10-05T08:30:00,600,12.5,0905000001,Cán bộ nhiệt tình,Có,HÀI LÒNG,very satisfied,binh thuong
      R-002,dak doa,Hà bầu,2021-10-06,,,1250.25,,"Chờ lâu,
      thiếu ghế",No,"Không Hài Lòng",khong ap dung,
      R-003,Hoà Phú,Thuý Loan,,,-1,7,0905000003,,1.0,3.0,01,5
      """
    _ = try expectSame(Array(text.utf8))
  }

  @Test func `UTF-16 in both byte orders, with and without a mark`() throws {
    let little = TinySurvey.clean.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = TinySurvey.clean.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try expectSame([0xFF, 0xFE] + little).dialect?.encoding == "UTF-16LE")
    #expect(try expectSame([0xFE, 0xFF] + big).dialect?.encoding == "UTF-16BE")
    #expect(try expectSame(little).dialect?.encoding == "UTF-16LE")
    #expect(try expectSame(big).dialect?.encoding == "UTF-16BE")
  }

  @Test func `Windows-1258, detected as a guess and said so`() throws {
    // Letters with two marks are base letter and combining tone in this code page: á 225, ộ 244+242,
    // ệ 234+242, ì i+204, ờ (ơ 245)+204, â 226, ế 234+236 (Microsoft code page 1258).
    let text = TinySurvey.clean
    var bytes: [UInt8] = []
    let table: [Character: [UInt8]] = [
      "á": [0xE1], "ộ": [0xF4, 0xF2], "ệ": [0xEA, 0xF2], "ì": [0x69, 0xCC], "ờ": [0xF5, 0xCC],
      "â": [0xE2], "ế": [0xEA, 0xEC],
    ]
    for character in text {
      bytes += table[character] ?? Array(String(character).utf8)
    }
    let guessed = try expectSame(bytes)
    #expect(guessed.dialect?.encoding == "windows-1258")
    #expect(guessed.findings.map(\.code.id) == ["csv.encoding.guessed"])
    let declared = try expectSame(
      bytes, pattern: ResponseFilePattern(pattern: "*", encoding: "windows-1258"))
    #expect(declared.findings.isEmpty)
  }

  @Test func `CR LF, CR alone, tabs, padded rows and empty rows`() throws {
    let lines = TinySurvey.clean.replacingOccurrences(of: "\nthiếu", with: " thiếu")
    let expected = try importText(lines).table
    var known = InterviewIndex()
    for lineEnd in ["\r\n", "\r"] {
      known = InterviewIndex()
      let text = lines.replacingOccurrences(of: "\n", with: lineEnd)
      #expect(try importBytes(Array(text.utf8), known: &known).table == expected)
    }
    known = InterviewIndex()
    let tabs = lines.replacingOccurrences(of: "\"Chờ lâu, thiếu ghế\"", with: "Chờ lâu@ thiếu ghế")
      .replacingOccurrences(of: ",", with: "\t").replacingOccurrences(of: "@", with: ",")
    #expect(try importBytes(Array(tabs.utf8), known: &known).table == expected)
    known = InterviewIndex()
    let padded = lines.replacingOccurrences(of: "\nR-002", with: "\n,,,,,,,,,,,,\n\nR-002")
      .replacingOccurrences(of: "1,3,1,5", with: "1,3,1,5,,,")
    let imported = try importBytes(Array(padded.utf8), known: &known)
    #expect(imported.table == expected)
    #expect(imported.findings.map(\.code.id) == ["ingest.row.empty-rows"])
  }

  @Test
  func `columns in any order, headers by label or by the survey's map, extra columns kept out`()
    throws
  {
    let text = """
      sep=,
      Ghi chú,E1,A2,Nơi ngồi chờ có đủ chỗ ngồi,FB,Góp ý thêm,Điện thoại,QUYEN SO,duration,started,Ngày PV,xã,"Quận/Huyện ",Interview_ID
      x,3,5,4,1,Cán bộ nhiệt tình,0905000001,12.5,600,2021-10-05 08:30,2021-10-05,23557,PLK,R-001
      y,,9,2,0,"Chờ lâu,
      thiếu ghế",,1250.25,,,2021-10-06,23677,DDO,R-002
      z,5,1,3,1,,0905000003,7,-1,,,23700,HOA,R-003
      """
    let imported = try importText(
      text,
      mapping: ResponseMapping(columns: [
        ResponseMapping.Column(header: "Quận/Huyện", field: "district"),
        ResponseMapping.Column(header: "Ngày PV", field: "interview_date"),
      ]))
    #expect(imported.table == (try clean()))
    #expect(imported.findings.map(\.code.id) == ["ingest.header.unknown-columns"])
    #expect(imported.findings.first?.found?.vi == "“Ghi chú”")
  }

  @Test func `spreadsheet dates`() throws {
    // 44474 is 2021-10-05 in the 1900 date system of ECMA-376; 44474.3541666667 is 08:30 of that day.
    let text = TinySurvey.clean
      .replacingOccurrences(of: "2021-10-05,2021-10-05 08:30", with: "44474,44474.3541666667")
      .replacingOccurrences(of: "2021-10-06", with: "2021-10-06 00:00:00")
    _ = try expectSame(Array(text.utf8))
  }
}
