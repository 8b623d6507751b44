import Archives
import Foundation
import Spreadsheets
import SurveyModel
import Testing

/// What a workbook says about itself, and which files are none.
struct WorkbookOpeningTests {
  @Test func sheetsStandInTheOrderOfTheirTabs() throws {
    let workbook = try Workbook(path: NumberFormatTests.path("openpyxl-grouped.xlsx"))
    #expect(workbook.sheets.map(\.name) == ["Hướng dẫn", "Số liệu"])
    #expect(workbook.sheets.map(\.isHidden) == [false, false])
    #expect(!workbook.uses1904)
    #expect(try Workbook(path: NumberFormatTests.path("xlsxwriter-1904.xlsx")).uses1904)
  }

  @Test func sharedTextsAreReadOnce() throws {
    let workbook = try Workbook(path: NumberFormatTests.path("xlsxwriter.xlsx"))
    let texts = (0..<workbook.sharedStrings.count).map { number in
      workbook.sharedStrings.withText(number) { String(decoding: $0, as: UTF8.self) }
    }
    #expect(Set(texts).count == texts.count)
    #expect(texts.contains("Chờ lâu,\nthiếu ghế"))
  }

  @Test func rowsComeInPiecesAsLargeAsAskedFor() throws {
    let workbook = try Workbook(path: NumberFormatTests.path("to-tung-2022.xlsx"))
    let reader = try workbook.reader(of: workbook.sheets[0])
    var rows = SheetRows()
    var numbers: [Int32] = []
    var pieces = 0
    while try reader.next(into: &rows, atLeast: 1000) {
      numbers += rows.rows.map(\.number)
      pieces += 1
    }
    #expect(numbers == Array(1...241))
    #expect(pieces > 1)
  }

  @Test func filesAreToldApartByTheirFirstBytes() {
    #expect(officeKind(of: [0x50, 0x4B, 3, 4, 20]) == .archive)
    #expect(officeKind(of: Array("interview_id,A1".utf8)) == nil)
    #expect(officeKind(of: []) == nil)
    let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    #expect(officeKind(of: container) == .oldDocument)
    #expect(
      officeKind(of: container + "Workbook".utf16.flatMap { [UInt8($0), 0] }) == .oldWorkbook)
  }

  @Test func limitsOfTheArchiveHold() {
    let path = NumberFormatTests.path("to-tung-2022.xlsx")
    #expect(throws: WorkbookFault.self) {
      try Workbook(path: path, limits: ArchiveLimits(entries: 3))
    }
    #expect(throws: WorkbookFault.self) {
      try Workbook(path: path, limits: ArchiveLimits(entrySize: 10_000))
    }
    #expect(throws: WorkbookFault.self) {
      try Workbook(path: path, limits: ArchiveLimits(ratio: 2, ratioFrom: 10_000))
    }
  }

  @Test func everyCodeHasBothLanguagesAndItsModulesName() {
    let codes = SpreadsheetCodes.all + ArchiveFindingCode.all
    #expect(Set(codes.map(\.id)).count == codes.count)
    for code in codes {
      #expect(code.id.hasPrefix("sheet.") || code.id.hasPrefix("archive."))
      #expect(code.meaning.vi?.isEmpty == false && code.meaning.en?.isEmpty == false)
    }
  }
}
