import Archives
import Foundation
import Spreadsheets
import Testing
import WorkbookWriting

@Suite struct ChartsAndPagesTests {
  private let range = CellRange(rows: 1...3, columns: 1...1)

  private var content: WorkbookContent {
    var sheet = SheetContent(
      name: "Tỷ lệ '1' & <2>",
      rows: [
        [.text("Tên"), .text("Kết quả"), .text("+"), .text("-")],
        [
          .text("A"), .number(0.1 + 0.2), .number(0.1),
          CellContent(.formula("=C2/2", result: 0.05)),
        ],
        [.text("_x0041_"), .number(84.780000000000015), .number(2), .empty],
        [.text("_x00ZZ_ __x0041_"), .empty, .empty, .empty],
        [CellContent(.link("=1+1", to: CellPlace(sheet: "Tỷ lệ '1' & <2>", row: 1, column: 1)))],
      ])
    sheet.charts = [
      SheetChart(
        kind: .lines, title: "Kết quả & sai số", description: "Mô tả",
        series: [
          ChartSeries(
            name: (0, 1), categories: CellRange(rows: 1...3, columns: 0...0), values: range,
            errors: (
              CellRange(rows: 1...3, columns: 2...2), CellRange(rows: 1...3, columns: 3...3)
            ), look: ChartLook(0, mark: .circle))
        ], row: 6, column: 0, width: 480, height: 288)
    ]
    sheet.merges = [CellRange(rows: 5...5, columns: 0...3)]
    sheet.rowHeights = [(5, 42)]
    sheet.filter = CellRange(rows: 0...3, columns: 0...3)
    sheet.page = PageSetup(
      isLandscape: true, repeatedRows: 0...0, printed: CellRange(rows: 0...3, columns: 0...3),
      footer: "2024 & 2025", pageWord: "Trang")
    return WorkbookContent(
      sheets: [sheet], properties: [("Ngôn ngữ", "vi")], language: "vi-VN", keepsEveryDigit: true)
  }

  private func part(_ name: String, of content: WorkbookContent) throws -> String {
    let path = NSTemporaryDirectory() + "/charts-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try writeWorkbook(content, to: path)
    let archive = try Archive(path: path)
    let entry = try #require(archive.entry(name))
    let stream = try archive.stream(entry)
    var bytes = [UInt8](repeating: 0, count: Int(entry.size))
    try bytes.withUnsafeMutableBytes { buffer in
      var count = 0
      while count < buffer.count {
        count += try stream.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `errors of a chart are those of its cells, results of formulas among them`() throws {
    let chart = try part("xl/charts/chart1.xml", of: content)
    let sheet = "'Tỷ lệ ''1'' &amp; &lt;2&gt;'"
    // ECMA-376-1:2016, 21.2.2.55 (errBars): the order of the elements is that of the schema.
    #expect(
      chart.contains(
        "<c:errBarType val=\"both\"/><c:errValType val=\"cust\"/>"
          + "<c:plus><c:numRef><c:f>\(sheet)!$C$2:$C$4</c:f>"
          + "<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/>"
          + "<c:pt idx=\"0\"><c:v>0.1</c:v></c:pt><c:pt idx=\"1\"><c:v>2.0</c:v></c:pt>"
          + "</c:numCache></c:numRef></c:plus><c:minus><c:numRef><c:f>\(sheet)!$D$2:$D$4</c:f>"))
    #expect(
      chart.contains("<c:pt idx=\"0\"><c:v>0.05</c:v></c:pt></c:numCache></c:numRef></c:minus>"))
    #expect(!chart.contains("fixedVal") && !chart.contains("900000001"))
    #expect(chart.contains("<c:lang val=\"vi-VN\"/>") && !chart.contains("en-US"))
  }

  @Test func `numbers keep their 17th digit in cells and charts`() throws {
    let sheet = try part("xl/worksheets/sheet1.xml", of: content)
    #expect(sheet.contains("<v>0.30000000000000004</v>"))
    #expect(sheet.contains("<v>84.78000000000002</v>"))
    #expect(
      try part("xl/charts/chart1.xml", of: content).contains("<c:v>0.30000000000000004</c:v>"))
    var fewer = content
    fewer.keepsEveryDigit = false
    #expect(try part("xl/worksheets/sheet1.xml", of: fewer).contains("<v>0.3</v>"))
  }

  @Test func `texts that look like numbers of characters are read as they are`() throws {
    // ECMA-376-1:2016, 22.9.2.19 (ST_Xstring): `_x005F_` stands for `_`.
    let strings = try part("xl/sharedStrings.xml", of: content)
    #expect(strings.contains("<t>_x005F_x0041_</t>"))
    #expect(strings.contains("<t>_x00ZZ_ __x005F_x0041_</t>"))
  }

  @Test func `links lead into the workbook, and pages are set up`() throws {
    let sheet = try part("xl/worksheets/sheet1.xml", of: content)
    #expect(
      sheet.contains(
        "<hyperlink ref=\"A5\" location=\"'Tỷ lệ ''1'' &amp; &lt;2&gt;'!$B$2\" display=\"=1+1\"/>"))
    #expect(!sheet.contains("<f>1+1</f>"))
    #expect(sheet.contains("<mergeCell ref=\"A6:D6\"/>") && sheet.contains("ht=\"42\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:D4\"/>"))
    #expect(sheet.contains("paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""))
    #expect(
      sheet.contains(
        "<oddFooter>&amp;L&amp;8 2024 &amp;&amp; 2025&amp;R&amp;8Trang &amp;P/&amp;N</oddFooter>"))
    let custom = try part("docProps/custom.xml", of: content)
    #expect(custom.contains("name=\"Ngôn ngữ\"><vt:lpwstr>vi</vt:lpwstr>"))
  }

  @Test func `titles of charts are never formulas`() throws {
    var hostile = content
    hostile.sheets[0].charts[0].title = "=cmd|' /C calc'!A0"
    hostile.sheets[0].charts[0].valueAxis.title = "=A1"
    let chart = try part("xl/charts/chart1.xml", of: hostile)
    #expect(chart.contains("<a:t> =cmd|' /C calc'!A0</a:t>") && chart.contains("<a:t> =A1</a:t>"))
    #expect(!chart.contains("<c:f>cmd") && !chart.contains("<c:f>A1"))
  }

  @Test func `marks that turn the direction of texts are shown as replaced`() throws {
    var hostile = content
    hostile.sheets[0].rows[2][0] = .text("x\u{202E}y\u{2066}\u{200F}")
    hostile.sheets[0].charts[0].description = "\u{202E}z"
    let strings = try part("xl/sharedStrings.xml", of: hostile)
    #expect(strings.contains("x\u{FFFD}y\u{FFFD}\u{FFFD}"))
    #expect(try part("xl/drawings/drawing1.xml", of: hostile).contains("\u{FFFD}z"))
  }

  @Test func `a long footer is cut to what the format holds`() throws {
    var long = content
    long.sheets[0].page?.footer = String(repeating: "ấ&", count: 300)
    #expect(try part("xl/worksheets/sheet1.xml", of: long).contains("…&amp;R"))
  }

  @Test func `columns have the letters of spreadsheets`() {
    #expect(
      [0, 25, 26, 51, 701, 702, 16_383].map(columnName) == [
        "A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD",
      ])
  }
}
