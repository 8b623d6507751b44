import Foundation
import Ingestion
import SurveyModel
import Testing

/// The three interviews of the tiny survey, as the programs of field teams write workbooks, give the
/// table that the CSV gives.
struct WorkbookTests {
  private func clean() throws -> ResponseTable {
    let imported = try importText(TinySurvey.clean)
    try #require(imported.counts == ImportCounts(read: 3, accepted: 3))
    return imported.table
  }

  @Test(arguments: [
    "openpyxl-inline.xlsx", "openpyxl-rich.xlsx", "xlsxwriter.xlsx",
    "xlsxwriter-inline.xlsx", "xlsxwriter-1904.xlsx", "libreoffice.xlsx",
  ])
  func everyProgramGivesTheTableOfTheCSV(name: String) throws {
    let imported = try WorkbookFixture.read(name)
    #expect(imported.rejects.flatMap(\.findings) == [])
    #expect(imported.findings == [])
    #expect(imported.counts == ImportCounts(read: 3, accepted: 3))
    #expect(imported.table == (try clean()))
    #expect(imported.dialect?.encoding == "XLSX")
    #expect(imported.dialect?.delimiter == "sheet Phiếu")
  }

  @Test func theDeclaredDecimalSignIsNotHeldAgainstNumericCells() throws {
    let imported = try WorkbookFixture.read(
      "xlsxwriter.xlsx", pattern: ResponseFilePattern(pattern: "*", decimal: "comma"))
    #expect(imported.table.columns[5] == .numbers([12.5, 1250.25, 7]))
  }

  @Test(arguments: ["openpyxl-grouped.xlsx", "libreoffice-grouped.xlsx"])
  func aHeaderOfTwoLinesBelowATitleIsFoundOnTheSecondSheet(name: String) throws {
    let imported = try WorkbookFixture.read(name)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 3))
    let plain = try clean()
    #expect(imported.table.columns == plain.columns)
    #expect(imported.table.ids == plain.ids)
    let taken = try #require(imported.findings.first { $0.code.id == "sheet.name.taken" })
    #expect(taken.place?.description == "responses.xlsx:5:3")
    #expect(
      taken.message.vi
        == "đọc trang “Số liệu” trong 2 trang, lấy dòng 5 làm tiêu đề, ghép với tên cột ở các dòng trên"
    )
    let hidden = try #require(imported.findings.first { $0.code.id == "sheet.hidden.read" })
    #expect(hidden.found?.en == "1 hidden rows, 1 hidden columns K")
    let outside = try #require(imported.findings.first { $0.code.id == "sheet.cells.outside" })
    #expect(outside.message.en == "1 cell outside the columns with a header is kept out")
    #expect(imported.findings.count == 3)
  }

  @Test func resultsOfFormulasCountAndErrorsRejectTheirRow() throws {
    let imported = try WorkbookFixture.read("xlsxwriter-results.xlsx")
    #expect(imported.counts == ImportCounts(read: 3, accepted: 1, rejected: 2))
    #expect(imported.table.columns[8] == .coded8([2]))
    #expect(imported.table.columns[9] == .coded8([4]))
    #expect(imported.table.columns[10] == .coded8([5]))
    let findings = imported.rejects.flatMap(\.findings)
    #expect(
      findings.map { "\($0.place?.description ?? "") \($0.code.id) \($0.found?.en ?? "")" } == [
        "responses.xlsx:3:11 sheet.cell.error-value “#N/A”",
        "responses.xlsx:4:9 sheet.cell.error-value “#DIV/0!”",
      ])
    #expect(
      findings.first?.message.vi
        == "A1 “Nơi ngồi chờ có đủ chỗ ngồi”: ô chứa lỗi của bảng tính (ô K3, trang “Phiếu”)")
    #expect(
      imported.rejects.map(\.rawText).first
        == "R-002\tĐắk Đoa\t23677\t2021-10-06\t\t\t1250.25\t\t\"Chờ lâu,\nthiếu ghế\"\t0\t#N/A\t9\t"
    )
  }

  @Test func aFormulaWithoutItsResultRejectsItsRow() throws {
    let imported = try WorkbookFixture.read("openpyxl-formula.xlsx")
    #expect(imported.counts == ImportCounts(read: 3, accepted: 2, rejected: 1))
    #expect(
      imported.rejects.flatMap(\.findings).map(\.code.id)
        == ["sheet.cell.formula-without-value"])
  }

  @Test func anAnswerOutsideItsListIsFoundAtItsCell() throws {
    let rows =
      MadeWorkbook.header
      + MadeWorkbook.row(
        7, ["R-1", "PLK", "", "", "", "", "", "090", "x", "0", "4", "7", ""])
    let imported = try WorkbookFixture.read(MadeWorkbook(rows: rows).bytes)
    #expect(imported.counts == ImportCounts(read: 1, rejected: 1))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.place?.description == "responses.xlsx:7:12")
    #expect(finding.code.id == "ingest.value.not-in-code-list")
    #expect(finding.message.en?.hasSuffix("(cell L7, sheet “Phiếu”)") == true)
    #expect(imported.rejects.first?.line == 7)
    #expect(imported.rejects.first?.rawText == "R-1\tPLK\t\t\t\t\t\t***\tx\t0\t4\t7\t")
  }

  @Test func aRepeatedInterviewIsADuplicateAndAConflictIsToldWithBothRows() throws {
    func row(_ number: Int, _ answer: String) -> String {
      MadeWorkbook.row(
        number, ["R-1", "PLK", "", "", "", "", "", "", "", "0", "4", answer, ""])
    }
    let imported = try WorkbookFixture.read(
      MadeWorkbook(rows: MadeWorkbook.header + row(2, "5") + row(5, "5") + row(9, "1")).bytes)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 1, rejected: 1, duplicate: 1))
    let findings = imported.rejects.flatMap(\.findings)
    #expect(
      findings.map { "\($0.place?.description ?? "") \($0.code.id)" } == [
        "responses.xlsx:5:1 ingest.interview.duplicate",
        "responses.xlsx:9:1 ingest.interview.conflict",
      ])
    #expect(findings.last?.message.en?.contains("responses.xlsx:2") == true)
  }

  @Test func theSheetIsTheDeclaredOneOrTheOneMostLikeTheQuestionnaire() throws {
    let named = try WorkbookFixture.read(
      "openpyxl-grouped.xlsx", pattern: ResponseFilePattern(pattern: "*", sheet: "số  liệu"))
    #expect(named.counts.accepted == 3)
    let other = try WorkbookFixture.read(
      "openpyxl-grouped.xlsx", pattern: ResponseFilePattern(pattern: "*", sheet: "Hướng dẫn"))
    #expect(!other.isUsable)
    #expect(other.findings.contains { $0.code.id == "ingest.questionnaire.wrong" })
    let missing = try WorkbookFixture.read(
      "openpyxl-grouped.xlsx", pattern: ResponseFilePattern(pattern: "*", sheet: "Sheet3"))
    #expect(missing.findings.map(\.code.id) == ["sheet.name.missing"])
    #expect(missing.findings.first?.expected?.vi == "“Hướng dẫn”, “Số liệu”")
  }

  @Test func blocksAndWorkersDoNotMatter() throws {
    var rows = MadeWorkbook.header
    for number in 2...400 where number % 7 != 0 {
      rows += MadeWorkbook.row(
        number,
        [
          "R-\(number % 90)", number % 11 == 0 ? "XX" : "PLK", "", "", "", "", "2", "",
          number % 5 == 0 ? "Chờ\nlâu" : "\"ghế\"\t", "0", "\(number % 5 + 1)", "4", "",
        ])
    }
    let bytes = MadeWorkbook(rows: rows).bytes
    let whole = try WorkbookFixture.read(
      bytes, settings: ImportSettings(blockSize: 1 << 20, threads: 1))
    #expect(whole.counts.read == 342)
    #expect(whole.counts.rejected > 0 && whole.counts.duplicate > 0)
    for blockSize in [1, 100, 5000] {
      for threads in [1, 3] {
        let pieces = try WorkbookFixture.read(
          bytes, settings: ImportSettings(blockSize: blockSize, threads: threads))
        #expect(pieces.counts == whole.counts)
        #expect(pieces.table == whole.table)
        #expect(pieces.rejects == whole.rejects)
      }
    }
  }
}

/// Workbooks typed in the fonts that Unicode replaced.
struct FontTextWorkbookTests {
  /// The letters .VnTime draws over, from its code table (TCVN 5712:1993, VN3).
  private static let vnTime: [Character: Character] = [
    "ă": "¨", "â": "©", "ê": "ª", "ô": "«", "ơ": "¬", "ư": "­", "đ": "®", "à": "µ", "ả": "¶",
    "ã": "·", "á": "¸", "ạ": "¹", "ế": "Õ", "ề": "Ò", "ộ": "é", "ấ": "Ê", "ì": "×", "ú": "ó",
    "ò": "ß", "ồ": "å", "ờ": "ê", "ợ": "î", "ị": "Þ", "ĩ": "Ü", "ừ": "õ", "ệ": "Ö", "ó": "ã",
    "ủ": "ñ", "ậ": "Ë", "ọ": "ä",
  ]

  @Test func textOfTheOldFontIsReadAsTheWordsItShows() throws {
    func typed(_ text: String) -> String { String(text.map { Self.vnTime[$0] ?? $0 }) }
    let comments = ["Cán bộ tận tâm và hòa nhã", "Thái độ thân mật, kết quả đúng hạn là tốt"]
    let answers = ["hài lòng", "không hài lòng", "rất hài lòng", "bình thường"]
    var rows = MadeWorkbook.header
    for number in 0..<40 {
      rows += MadeWorkbook.row(
        number + 2,
        [
          "R-\(number)", "PLK", "", "", "", "", "2", "", comments[number % 2], "0",
          answers[number % 3], "4", "",
        ].map(typed))
    }
    let imported = try WorkbookFixture.read(MadeWorkbook(rows: rows).bytes)
    #expect(imported.counts == ImportCounts(read: 40, accepted: 40))
    #expect(imported.dialect?.encoding == "XLSX, TCVN3-in-UTF-8")
    #expect(imported.findings.map(\.code.id) == ["csv.encoding.recognised"])
    guard case .texts(let column) = imported.table.columns[7] else {
      Issue.record("the comments are text")
      return
    }
    #expect(column.text(at: 0) == comments[0])
    #expect(imported.table.columns[9] == .coded8((0..<40).map { [4, 2, 5][$0 % 3] }))
  }
}
