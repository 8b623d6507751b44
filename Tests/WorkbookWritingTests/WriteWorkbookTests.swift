import Archives
import Foundation
import Spreadsheets
import SurveyModel
import Testing
import WorkbookWriting

private let september30 = CivilDate(day: 18_900)  // 2021-09-30
private let september1 = CivilDate(day: 18_871)

@Suite struct WriteWorkbookTests {
  private func sheet(_ change: (inout SheetContent) -> Void = { _ in }) -> WorkbookContent {
    var sheet = SheetContent(
      name: "Phiếu",
      rows: [
        [.text("Mã phiếu"), .text("Ngày"), .text("Điểm")],
        [
          .text("=A1"), .date(september30),
          .number(4.5, look: .plain.with { $0.isBold = true }),
        ],
      ], columns: [ColumnWidth(columns: 0...2, width: 18)], frozenRows: 1)
    change(&sheet)
    return WorkbookContent(sheets: [sheet])
  }

  /// The cells of the first sheet as the product's own reader shows them.
  private func read(_ content: WorkbookContent) throws -> [[String]] {
    let path = NSTemporaryDirectory() + "/written-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try writeWorkbook(content, to: path)
    let workbook = try Workbook(path: path)
    let reader = try workbook.reader(of: workbook.sheets[0])
    var rows = SheetRows()
    guard try reader.next(into: &rows, atLeast: 1 << 20) else { return [] }
    return rows.rows.map { row in
      rows.cells(of: row).map { cell in
        if cell.kind == .shared {
          var text = ""
          workbook.sharedStrings.withText(Int(cell.start)) {
            text = String(decoding: $0, as: UTF8.self)
          }
          return text
        }
        return String(
          decoding: rows.bytes[Int(cell.start)..<Int(cell.start + cell.count)], as: UTF8.self)
      }
    }
  }

  @Test func `texts, numbers and dates are read back as they were written`() throws {
    #expect(
      try read(sheet()) == [["Mã phiếu", "Ngày", "Điểm"], ["=A1", "2021-09-30", "4.5"]])
  }

  @Test func `large sheets go through a file and read the same`() throws {
    let rows = (0..<1_100).map { row in
      (0..<1_000).map { CellContent(row == 1_099 && $0 < 2 ? .text("é\u{1}\0") : .empty) }
    }
    #expect(try read(sheet { $0.rows = rows }).last == ["é\u{1}\u{FFFD}", "é\u{1}\u{FFFD}"])
  }

  @Test func `validations, names, hidden sheets and protection stand in the parts`() throws {
    var content = sheet {
      let range = CellRange(rows: 1...100, columns: 0...0)
      $0.validations = [
        CellValidation(range: range, rule: .list(["1", "2"])),
        CellValidation(
          range: range, rule: .listFrom("=units"),
          fault: .init(title: "Sai mã", text: "Chọn một mã trong danh sách")),
        CellValidation(range: range, rule: .integer(from: 0, to: nil), onFault: .warning),
        CellValidation(
          range: range,
          rule: .date(from: september1, to: nil)),
      ]
      $0.protection = SheetProtection()
      $0.conditionalLooks = [
        ConditionalLook(
          range: range, formula: "=$B2=\"Có\"",
          look: .plain.with { $0.fillColour = 0xBFBFBF })
      ]
    }
    content.sheets.append(
      SheetContent(name: "Lists", rows: [[.text("PLK")]], isHidden: true))
    content.names = [("units", "=Lists!$A$1:$A$1")]
    let path = NSTemporaryDirectory() + "/parts-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try writeWorkbook(content, to: path)
    let archive = try Archive(path: path)
    let sheet = try part("xl/worksheets/sheet1.xml", of: archive)
    // ECMA-376-1:2016, 18.3.1.32 (dataValidation) and 18.3.1.85 (sheetProtection).
    #expect(sheet.contains("<formula1>\"1,2\"</formula1>"))
    #expect(sheet.contains("<formula1>units</formula1>"))
    #expect(sheet.contains("error=\"Chọn một mã trong danh sách\""))
    #expect(sheet.contains("type=\"whole\" operator=\"greaterThanOrEqual\" errorStyle=\"warning\""))
    // 2021-09-01 is day 44440 of Excel's calendar.
    #expect(sheet.contains("<formula1>44440</formula1>"))
    // 18.3.1.18 (conditionalFormatting).
    #expect(sheet.contains("<conditionalFormatting sqref=\"A2:A101\"><cfRule type=\"expression\""))
    #expect(sheet.contains("<formula>$B2=\"Có\"</formula>"))
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    let book = try part("xl/workbook.xml", of: archive)
    #expect(book.contains("name=\"Lists\" sheetId=\"2\" state=\"hidden\""))
    #expect(book.contains("<definedName name=\"units\">Lists!$A$1:$A$1</definedName>"))
  }

  private func part(_ name: String, of archive: Archive) throws -> String {
    let entry = try #require(archive.entry(name))
    let stream = try archive.stream(entry)
    let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      while true {
        let read = try stream.read(
          into: UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        if read == 0 { break }
        count += read
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `the same content gives the same bytes`() throws {
    let content = sheet {
      $0.notes = [CellNote(row: 0, column: 0, text: "ghi chú")]
      $0.protection = SheetProtection()
    }
    let bytes = try workbookBytes(content)
    #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
    #expect(try workbookBytes(content) == bytes)
  }

  @Test func `what Excel does not take is refused`() {
    #expect(throws: WorkbookWritingError.sheetName("a/b")) {
      try workbookBytes(WorkbookContent(sheets: [SheetContent(name: "a/b")]))
    }
    #expect(throws: WorkbookWritingError.sheetName("")) {
      try workbookBytes(WorkbookContent(sheets: [SheetContent(name: "")]))
    }
    #expect(throws: WorkbookWritingError.self) {
      try workbookBytes(sheet { $0.rows = [[.text(String(repeating: "a", count: 32_768))]] })
    }
    let range = CellRange(rows: 1...9, columns: 2...2)
    for rule in [
      CellValidation.Rule.list([]), .list(["a,b"]), .list([""]),
      .list((0..<200).map { "code\($0)" }),
    ] {
      #expect(throws: WorkbookWritingError.self) {
        try workbookBytes(sheet { $0.validations = [CellValidation(range: range, rule: rule)] })
      }
    }
    #expect(throws: WorkbookWritingError.self) {
      try workbookBytes(
        sheet {
          $0.validations = [
            CellValidation(
              range: range, rule: .integer(from: 1, to: 5),
              fault: .init(title: String(repeating: "x", count: 33), text: "lỗi"))
          ]
        })
    }
    #expect(throws: WorkbookWritingError.notWritten(path: "/nowhere/at/all.xlsx")) {
      try writeWorkbook(sheet(), to: "/nowhere/at/all.xlsx")
    }
  }
}
