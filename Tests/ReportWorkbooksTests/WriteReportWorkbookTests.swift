import Documents
import Foundation
import Pictures
import ReportReaders
import ReportWorkbooks
import SurveyModel
import Testing
import WorkbookWriting
import XML

private let written = Result { try WrittenWorkbook(ProvinceReport.document) }

/// The tables of the report in the order of their sheets.
private let tables = [
  ProvinceReport.attainmentTable, ProvinceReport.districtTable, ProvinceReport.yearTable,
  ProvinceReport.answerTable, ProvinceReport.contributionTable, ProvinceReport.hostileTable,
]

@Suite struct WriteReportWorkbookTests {
  private let workbook: WrittenWorkbook

  init() throws { workbook = try written.get() }

  /// A document with one table.
  private func document(
    _ table: DocumentTable, language: Language = .vi, chart: Chart? = nil
  ) -> Document {
    let block = chart.map { Block.picture(DocumentPicture(chart: $0, table: table)) }
    return Document(
      language: language, title: "Báo cáo", subtitle: "", banners: [], letterhead: Letterhead(),
      sections: [DocumentSection(id: "s", title: "s", blocks: [block ?? .table(table)])],
      imprint: [])
  }

  @Test func `every table has one sheet, also that of a picture and that of folded detail`() {
    #expect(
      workbook.sheets.map(\.name) == [
        "Mục lục", "1. Kết quả thực hiện mục tiêu…", "2. Chỉ số hài lòng chung của…",
        "3. Xu hướng 2019–2023", "4. Người dân trả lời thế nào",
        "5. Nhóm nào kéo lên, nhóm nào…", "6. Ghi chú của điều tra viên",
        "7. Quyền số",
      ])
    #expect(workbook.sheets.allSatisfy { $0.name.utf16.count <= 31 })
  }

  @Test func `every text and every number of a table stands in its cell, nothing rounded`() throws {
    for table in tables {
      let sheet = try workbook.sheet(table.title)
      let headRow = try #require(
        (2..<20).first {
          let text = sheet.texts[Place($0, 0)] ?? ""
          return text == table.columns[0].head || text.hasPrefix(table.columns[0].head + "\n")
        })
      var column = 0
      for (source, head) in table.columns.enumerated() {
        let cells = table.rows.map { $0[source] }
        #expect(sheet.texts[Place(headRow, column)]?.hasPrefix(head.head) == true)
        let hasDetail = cells.contains { !$0.detail.isEmpty }
        let hasFootnote = cells.contains { !$0.footnote.isEmpty }
        for (row, cell) in cells.enumerated() {
          let place = Place(headRow + 1 + row, column)
          if let number = cell.number {
            #expect(sheet.numbers[place] == number.value)
          } else {
            #expect(sheet.texts[place] ?? "" == cell.text)
            #expect(sheet.numbers[place] == nil)
          }
          let detail = Place(place.row, column + 1)
          if hasDetail { #expect(sheet.texts[detail] ?? "" == cell.detail) }
          if hasFootnote {
            let letter = Place(place.row, column + (hasDetail ? 2 : 1))
            #expect(sheet.texts[letter] ?? "" == cell.footnote)
          }
        }
        column += 1 + (hasDetail ? 1 : 0) + (hasFootnote ? 1 : 0)
      }
      for footnote in table.footnotes {
        #expect(sheet.texts.values.contains("(\(footnote.letter)) \(footnote.text)"))
      }
    }
  }

  @Test func `what follows from other columns is a formula that gives the number shown`() throws {
    let attainment = try workbook.sheet("Kết quả thực hiện mục tiêu năm 2024")
    // Title, way back, banner, note, head; the difference is the seventh column, behind the
    // interval and the footnote of the result.
    #expect(attainment.formulas[Place(5, 6)] == "D6-C6")
    #expect(attainment.formulas[Place(9, 6)] == "D10-C10")
    #expect(attainment.formulas[Place(10, 6)] == nil)
    #expect(attainment.numbers[Place(9, 6)] == -3.5)
    let districts = try workbook.sheet(ProvinceReport.districtTable.title)
    #expect(districts.formulas[Place(22, 3)] == "SUM(D6:D22)")
    #expect(districts.numbers[Place(22, 3)] == 4_160)
  }

  @Test func `a difference of rounded figures is computed from rounded figures, or not at all`()
    throws
  {
    func row(_ difference: Double) -> [Cell] {
      [
        Cell("84,79 %", number: .init(84.785_4, places: 2, unit: .percent)),
        Cell("80,5 %", number: .init(80.46, places: 1, unit: .percent)),
        Cell(
          "x",
          number: .init(
            difference, places: 2, unit: .points, formula: .difference(of: 0, less: 1))),
        Cell("x", number: .init(1, places: 0, formula: .difference(of: 0, less: 7))),
        Cell("x", number: .init(1, places: 0, formula: .sum(rows: 0...9))),
      ]
    }
    let table = DocumentTable(
      id: "t", title: "t", columns: (0..<5).map { .init("c\($0)") },
      rows: [row(84.785_4 - 80.46), row(84.79 - 80.46), row(84.79 - 80.5), row(5)],
      hasRowHeads: false)
    let sheet = try WrittenWorkbook(document(table)).sheet("t")
    #expect(sheet.formulas[Place(3, 2)] == "A4-B4")
    #expect(sheet.formulas[Place(4, 2)] == "ROUND(A5,2)-B5")
    #expect(sheet.formulas[Place(5, 2)] == "ROUND(A6,2)-ROUND(B6,1)")
    #expect(sheet.formulas.count == 3)
    #expect(sheet.numbers[Place(6, 2)] == 5)
  }

  @Test func `numbers show their unit, sign, places and mark by their format`() throws {
    let styles = try #require(workbook.parts["xl/styles.xml"])
    for format in [
      "0.00&quot; %&quot;", "0&quot; %&quot;", "0.0&quot; %&quot;", "#,##0",
      "&quot;▼ &quot;+0.00;&quot;▼ &quot;&quot;−&quot;0.00;&quot;▼ &quot;0.00",
      "+0.00;&quot;−&quot;0.00;0.00", "&quot;✓ &quot;@", "&quot;✗ &quot;@",
    ] { #expect(styles.contains("formatCode=\"\(format)\"")) }
  }

  @Test
  func `an error in the text of a number stands beside it, under a head that says what it is`()
    throws
  {
    func row(_ value: Double, _ detail: String) -> [Cell] {
      [
        Cell("84,78 ± 1,20", number: .init(value, places: 2, unit: .percent)),
        Cell("84,78", detail: detail, number: .init(value, places: 2)),
        Cell("1,00 ± 0,50", detail: "p < 0,01", number: .init(1, places: 2)),
      ]
    }
    let table = DocumentTable(
      id: "t", title: "t",
      columns: [.init("a"), .init("b", subhead: "95 %"), .init("c", subhead: "khoảng 95 %")],
      rows: [row(84.78, "83,00–86,00")], hasRowHeads: false)
    let sheet = try WrittenWorkbook(document(table)).sheet("t")
    #expect(
      (0..<6).map { sheet.texts[Place(2, $0)] } == [
        "a", "Sai số", "b", "Khoảng tin cậy\n95 %", "c", "khoảng 95 %",
      ])
    #expect(
      [1, 3, 5].map { sheet.texts[Place(3, $0)] } == [
        "± 1,20", "83,00–86,00", "± 0,50; p < 0,01",
      ])
    #expect(sheet.numbers[Place(3, 0)] == 84.78)
  }

  @Test func `main points are taken from lists and bold paragraphs, none twice`() throws {
    var report = document(ProvinceReport.yearTable)
    report.sections[0].blocks += [
      .paragraph(Paragraph([.init("Đạt 2/5 mục tiêu.", .strong)])),
      .paragraph(Paragraph("Không phải điểm chính.")),
      .list([Paragraph("Chung: đạt.", role: .lead), Paragraph("đạt.", role: .lead)]),
    ]
    let contents = try WrittenWorkbook(report).sheets[0]
    #expect(
      (2..<7).map { contents.texts[Place($0, 0)] ?? "" } == [
        "Điểm chính", "Đạt 2/5 mục tiêu.", "Chung: đạt.", "", "Trang tính",
      ])
  }

  @Test func `each figure says where it is from, beside the table and outside the print`() throws {
    let sheet = try workbook.sheet("Kết quả thực hiện mục tiêu năm 2024")
    #expect(sheet.texts[Place(4, 8)] == "Nguồn gốc số liệu")
    #expect(sheet.texts[Place(5, 8)] == "n = 600; sai số chuẩn tuyến tính hóa Taylor")
    #expect(
      sheet.texts[Place(5, 9)]
        == "Kết quả: /targets/0/estimate; Chênh lệch: /targets/0/differenceFromTarget")
    let book = try #require(workbook.parts["xl/workbook.xml"])
    #expect(book.contains("'1. Kết quả thực hiện mục tiêu…'!$A$1:$H$"))
  }

  @Test func `the sheet of contents leads to every sheet and says what comes first`() throws {
    let contents = workbook.sheets[0]
    let texts = Set(contents.texts.values)
    for text in [
      ProvinceReport.document.title, ProvinceReport.banner, "Tỉnh đạt 2/5 mục tiêu của năm 2024.",
      "Không so sánh trước và sau năm 2022.", "sipas 0.9; results.json sha256 0f3c12e9",
    ] { #expect(texts.contains(text)) }
    let links = contents.xml.all("hyperlink").compactMap { $0[attribute: "location"] }
    #expect(links == workbook.sheets.dropFirst().map { "'\($0.name)'!$A$1" })
    for sheet in workbook.sheets.dropFirst() {
      let back = sheet.xml.all("hyperlink").compactMap { $0[attribute: "location"] }
      #expect(back.first == "'Mục lục'!$A$1")
      #expect(sheet.texts.values.contains(ProvinceReport.banner))
    }
  }

  @Test func `sheets are frozen below the head, printed on A4 with it, and long ones filtered`()
    throws
  {
    let districts = try workbook.sheet(ProvinceReport.districtTable.title)
    // ECMA-376-1:2016, 18.3.1.66 (pane), 18.3.1.63 (pageSetup), 18.3.1.2 (autoFilter).
    let pane = try #require(districts.xml.all("pane").first)
    #expect(pane[attribute: "ySplit"] == "5" && pane[attribute: "xSplit"] == "1")
    let page = try #require(districts.xml.child("pageSetup"))
    #expect(page[attribute: "paperSize"] == "9" && page[attribute: "fitToHeight"] == "0")
    // With the columns of the chart's intervals, which must move with the rows.
    #expect(districts.xml.child("autoFilter")?[attribute: "ref"] == "A5:K23")
    let footer = districts.xml.all("oddFooter").first?.text
    #expect(
      footer
        == "&L&8Báo cáo mức độ hài lòng của người dân năm 2024 && kế hoạch năm 2025&R&8Trang &P/&N")
    #expect(try workbook.sheet("Chỉ số chung qua các năm").xml.child("autoFilter") == nil)
    let book = try #require(workbook.parts["xl/workbook.xml"])
    #expect(book.contains("'2. Chỉ số hài lòng chung của…'!$5:$5"))
  }

  @Test func `nothing in a hostile text is computed, followed or lost`() throws {
    let sheet = try workbook.sheet(ProvinceReport.hostileTable.title)
    #expect(sheet.formulas.isEmpty)
    #expect(!workbook.parts.values.contains { $0.contains("TargetMode=\"External\"") })
    #expect(!workbook.partNames.contains { $0.contains("externalLink") })
    for text in ProvinceReport.hostile { #expect(sheet.texts.values.contains(text)) }
  }

  @Test func `numbers that are none are written as their text`() throws {
    let table = DocumentTable(
      id: "t", title: "t", columns: [.init("a")],
      rows: [.nan, .infinity, -.infinity].map {
        [Cell("không tính", number: .init($0, places: 1))]
      },
      hasRowHeads: false)
    let sheet = try WrittenWorkbook(document(table)).sheet("t")
    #expect((3...5).allSatisfy { sheet.texts[Place($0, 0)] == "không tính" })
  }

  @Test func `a text longer than a cell is cut with a word about it`() throws {
    // Outside the basic plane each of these counts twice.
    let long = String(repeating: "🙂", count: 20_000)
    let table = DocumentTable(
      id: "t", title: "t", columns: [.init("a"), .init("b")],
      rows: [[Cell("x"), Cell(long)], [Cell("y"), Cell(String(repeating: "ấ", count: 32_767))]])
    let sheet = try WrittenWorkbook(document(table)).sheet("t")
    let cut = try #require(sheet.texts[Place(3, 1)])
    #expect(cut.utf16.count <= 32_767 && cut.utf16.count > 32_760 && cut.hasSuffix("🙂…"))
    #expect(sheet.texts[Place(4, 1)]?.count == 32_767)
    #expect(
      sheet.texts[Place(6, 0)]?.hasSuffix("đã được cắt ở: B4. Toàn văn có trong trang báo cáo.")
        == true)
  }

  @Test func `a table larger than a sheet is refused`() {
    let path = NSTemporaryDirectory() + "/large-\(UUID().uuidString).xlsx"
    let table = DocumentTable(
      id: "t", title: "t", columns: [.init("a")],
      rows: Array(repeating: [Cell("x")], count: 1_048_576))
    #expect(throws: WorkbookWritingError.self) {
      try writeWorkbook(of: document(table), to: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: WorkbookWritingError.notWritten(path: "/nowhere/at/all.xlsx")) {
      try writeWorkbook(of: ProvinceReport.document, to: "/nowhere/at/all.xlsx")
    }
  }

  @Test func `a report without tables, and a table without columns, are workbooks too`() throws {
    var empty = document(DocumentTable(id: "t", title: "", columns: [], rows: [[], []]))
    #expect(try WrittenWorkbook(empty).sheets.map(\.name) == ["Mục lục", "1. Bảng"])
    empty.sections = []
    #expect(try WrittenWorkbook(empty).sheets.map(\.name) == ["Mục lục"])
  }

  @Test func `eighty tables of one name have eighty sheets`() throws {
    var many = document(ProvinceReport.yearTable)
    many.language = .en
    many.sections[0].blocks = (0..<80).map {
      var table = ProvinceReport.yearTable
      table.id = "t\($0)"
      table.title = "Same title? Of all: the same"
      table.rows[0][0].text = "\($0)"
      return .table(table)
    }
    let names = try WrittenWorkbook(many).sheets.map(\.name)
    #expect(names.count == 81 && Set(names).count == 81)
    #expect(names[0] == "Contents" && names[80] == "80. Same title Of all the same")
  }

  @Test func `tables of one index are told apart by the ends of their titles`() throws {
    var report = document(ProvinceReport.yearTable)
    report.sections[0].blocks = ["theo giới tính", "theo nhóm tuổi"].map {
      var table = ProvinceReport.yearTable
      table.id = "t-" + $0
      table.title = "Chỉ số hài lòng về tiếp cận dịch vụ: \($0)"
      table.rows[0][0].text = $0
      return .table(table)
    }
    #expect(
      try WrittenWorkbook(report).sheets.dropFirst().map(\.name) == [
        "1. Chỉ số hài… – theo giới tính", "2. Chỉ số hài… – theo nhóm tuổi",
      ])
  }

  @Test func `the same report gives the same bytes`() throws {
    let paths = (0..<2).map { _ in NSTemporaryDirectory() + "/report-\(UUID().uuidString).xlsx" }
    defer { paths.forEach { unlink($0) } }
    for path in paths { try writeWorkbook(of: ProvinceReport.document, to: path) }
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0].count > 10_000)
    #expect(bytes[0] == bytes[1])
  }
}
