import Documents
import Pictures
import SurveyModel
import Testing

@testable import Printing

@Suite struct LayoutTests {
  let sample: LayoutRecord
  let document = SampleDocument.document()

  init() throws { sample = try LayoutRecord.of(document) }

  @Test func `every cell of every table is printed once, with sign, footnote and detail`() {
    let tables = document.sections.flatMap(\.blocks).compactMap { block -> DocumentTable? in
      switch block {
      case .table(let table): table
      case .picture(let picture): picture.table
      default: nil
      }
    }
    let cells = sample.cells
    for (number, table) in tables.enumerated() {
      for (row, expected) in table.rows.enumerated() {
        for (column, cell) in expected.enumerated() {
          let place = Part.CellPlace(table: number + 1, row: row, column: column)
          #expect(cells[place] == cell.printed, "\(table.id) \(row) \(column)")
        }
      }
    }
    let printed = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    #expect(cells.keys.count { $0.row >= 0 } == printed)
  }

  @Test func `every heading, paragraph, point and fact is printed`() {
    let text = sample.text
    func expect(_ words: String) {
      #expect(text.contains(words.filter { $0 != " " }), "\(words)")
    }
    func expect(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(let heading, id: _): expect(heading)
        case .paragraph(let paragraph): expect(paragraph.text)
        case .list(let points): for point in points { expect(point.text) }
        case .facts(let facts):
          for fact in facts {
            expect(fact.term)
            for text in fact.texts { expect(text.text) }
          }
        case .table(let table):
          expect(table.title)
          for note in table.footnotes { expect(note.letter + note.text) }
        case .picture(let picture): expect(picture.chart.title)
        case .more(let summary, let blocks):
          expect(summary)
          expect(blocks)
        }
      }
    }
    for section in document.sections {
      expect(section.title)
      expect(section.blocks)
    }
    for words in document.banners + document.imprint + [document.title, document.subtitle] {
      expect(words)
    }
    let head = document.letterhead
    for words in [head.superior, head.issuer, head.symbol, head.kind, head.abstract, head.signer] {
      expect(words)
    }
  }

  @Test func `the frame of the decree is there, in its order`() {
    let text = sample.text
    let wanted = [
      "SỞNỘIVỤ", "Số:………/BC-SNV", "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "Độclập-Tựdo-Hạnhphúc",
      "GiaLai,ngày……tháng……năm……", "BÁOCÁO", "Kínhgửi:", "-ỦybannhândântỉnhGiaLai;", "-BộNộivụ.",
      "Nơinhận:", "-Lưu:VT,CCHC.", "KT.GIÁMĐỐC", "PHÓGIÁMĐỐC", "NguyễnVănMẫu",
    ]
    var rest = text[...]
    for words in wanted {
      guard let range = rest.firstRange(of: words) else {
        Issue.record("\(words) is missing or out of order")
        continue
      }
      rest = rest[range.upperBound...]
    }
  }

  @Test func `tables and figures are numbered in their order`() {
    let text = sample.text
    #expect(text.contains("Bảng1.Chỉsốsovớimụctiêunăm2026"))
    #expect(text.contains("Hình2.Kếtquảsovớimụctiêu,nhóm2"))
    #expect(text.contains("Bảng3.Sốliệucủanhóm2"))
    #expect(text.contains("Bảng4.Chỉsốhàilòngtheoxã,phường"))
  }

  @Test func `nothing leaves the margins`() {
    #expect(sample.linesBeyondMargins.isEmpty)
    #expect(sample.lines.count > 500)
  }

  @Test func `no two lines of text overlap`() {
    let all = sample.lines
    for page in sample.pages {
      let lines = all.filter { $0.page == page.number && !$0.text.isEmpty }
      for (index, one) in lines.enumerated() {
        for other in lines[(index + 1)...]
        where one.left < other.right - 0.2 && other.left < one.right - 0.2 {
          let overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
          #expect(overlap < 0.5, "\(one.text) and \(other.text)")
        }
      }
    }
  }

  @Test func `every page that shows rows of a table shows its head above them`() throws {
    let record = try LayoutRecord.of([.table(SampleDocument.communes(200, printedRows: nil))])
    #expect(record.pages.count > 5)
    let lines = record.lines
    for page in record.pages {
      let rows = lines.filter { $0.page == page.number }.compactMap(\.cell?.row)
      guard let first = rows.first else { continue }
      #expect(first == -1)
      #expect(Set(rows).contains { $0 >= 0 })
    }
  }

  @Test func `rows stand whole on one page`() throws {
    let record = try LayoutRecord.of([.table(SampleDocument.communes(200, printedRows: nil))])
    var pages: [Int: Set<Int>] = [:]
    for line in record.lines {
      if let row = line.cell?.row, row >= 0 { pages[row, default: []].insert(line.page) }
    }
    #expect(pages.count == 200)
    #expect(pages.values.allSatisfy { $0.count == 1 })
  }

  @Test func `a row higher than a page goes on, and loses nothing`() throws {
    let words = (1...3_000).map { "từ\($0)" }.joined(separator: " ")
    let table = DocumentTable(
      id: "t", title: "Bảng", columns: [.init("A"), .init("B")], rows: [[Cell("a"), Cell(words)]])
    let record = try LayoutRecord.of([.table(table)])
    #expect(Set(record.lines.filter { $0.cell?.row == 0 }.map(\.page)).count > 1)
    let place = Part.CellPlace(table: 1, row: 0, column: 1)
    #expect(record.cells[place] == words.filter { $0 != " " })
    #expect(record.linesBeyondMargins.isEmpty)
  }

  @Test func `a table that is cut says how many rows are left out and where they stand`() throws {
    let table = SampleDocument.communes(700, printedRows: 20)
    let record = try LayoutRecord.of([.table(table)])
    #expect(record.cells.keys.map(\.row).max() == 19)
    #expect(record.text.contains("Bảngin20trong700dòng"))
    let whole = try LayoutRecord.of([.table(SampleDocument.communes(30, printedRows: 30))])
    #expect(!whole.text.contains("Bảngin"))
  }

  @Test func `a wide table turns its page, and what follows stands upright again`() {
    let wide = sample.pages.filter { $0.format == .landscape }.map(\.number)
    let numbers = sample.lines.filter { $0.cell?.table == 5 }.map(\.page)
    #expect(Set(numbers) == Set(wide))
    #expect(sample.pages.last?.format == .portrait)
  }

  @Test(arguments: [1, 9, 40, 200])
  func `columns beyond what a page holds go on below, with the head of the row`(
    columns: Int
  ) throws {
    let table = SampleDocument.wide(columns, rows: 3)
    let record = try LayoutRecord.of([.table(table)])
    for (column, cell) in table.rows[2].enumerated() where column > 0 {
      let place = Part.CellPlace(table: 1, row: 2, column: column)
      #expect(record.cells[place] == cell.printed)
    }
    #expect(record.linesBeyondMargins.isEmpty)
  }

  @Test func `no heading is the last on its page, and none stands far from its text`() throws {
    let blocks = (0..<60).flatMap { index -> [Block] in
      [
        .heading("Mục \(index)", id: "h\(index)"),
        .paragraph(
          Paragraph(String(SampleDocument.longText.prefix(40 + index * 37 % 300)))),
      ]
    }
    let record = try LayoutRecord.of(blocks)
    #expect(record.pages.count > 3)
    for page in record.pages {
      guard case .element(let tag, number: _) = page.placed.last?.piece.structure else { continue }
      #expect(tag != .subheading && tag != .heading)
    }
  }

  @Test func `what leads to a table stands on its page, and a short table is not torn`() throws {
    let table = DocumentTable(
      id: "t", title: "Bảng", columns: [.init("A"), .init("B")],
      rows: (0..<4).map { [Cell("dòng \($0)"), Cell("1")] })
    for lines in 20..<50 {
      let filling = (0..<lines).map { Block.paragraph(Paragraph("Đoạn \($0)")) }
      let record = try LayoutRecord.of(
        filling + [
          .heading("Tiêu đề", id: "h"), .paragraph(Paragraph("Ghi chú", role: .note)),
          .table(table), .paragraph(Paragraph("Sau bảng")),
        ])
      let group = record.lines.filter {
        $0.cell != nil || $0.text.contains("Tiêu đề") || $0.text.contains("Ghi chú")
      }
      #expect(group.count >= 12)
      #expect(Set(group.map(\.page)).count == 1, "\(lines) paragraphs before")
    }
  }

  @Test func `no page begins or ends with a single line of a paragraph`() throws {
    let blocks = (0..<40).map { index in
      Block.paragraph(
        Paragraph(
          String((SampleDocument.longText + " " + SampleDocument.longText).prefix(200 + index * 11))
        )
      )
    }
    let record = try LayoutRecord.of(blocks)
    var counts: [Piece.Structure: [Int: Int]] = [:]
    for line in record.lines { counts[line.structure, default: [:]][line.page, default: 0] += 1 }
    let parted = counts.values.filter { $0.count > 1 }
    #expect(!parted.isEmpty)
    #expect(parted.allSatisfy { $0.values.allSatisfy { $0 > 1 } })
  }

  @Test func `the signature never stands alone on a page`() throws {
    for length in 20..<75 {
      let lines = (0..<length).map { Block.paragraph(Paragraph("Dòng \($0)")) }
      let record = try LayoutRecord.of(lines)
      #expect((record.pages.last?.placed.count ?? 0) > 1, "\(length) lines")
    }
  }

  @Test func `an empty document has a page with room to fill in`() throws {
    let record = try LayoutRecord.of([])
    #expect(record.pages.count == 1)
    #expect(record.text.contains("ngày……tháng……năm"))
  }

  @Test func `more pages than can be filed are refused`() throws {
    let maker = PieceMaker(Typesetter(), words: PrintedWords(language: .vi))
    let composer = PageComposer(LayoutRecord(), mostPages: 5)
    var flow = DocumentFlow(maker, composer, drawing: SampleDocument.drawing)
    let refusal = #expect(throws: PrintingError.self) {
      try flow.place(SampleDocument.document())
    }
    #expect(refusal == .tooManyPages(limit: 5))
  }
}
