import Documents
import Foundation
import Pictures
import ReportReaders
import SurveyModel
import Testing
import WordDocuments

/// What stands in the document: every text of the report, in its order.
@Suite struct WordDocumentTests {
  private let parts: Parts
  private let body: Node

  init() throws {
    parts = try Parts(SampleReport.vietnamese)
    body = try parts.body
  }

  @Test func `equal documents are equal files`() throws {
    let first = try wordDocument(of: SampleReport.vietnamese, picture: SampleReport.picture)
    let second = try wordDocument(of: SampleReport.vietnamese, picture: SampleReport.picture)
    #expect(first == second)
    #expect(try wordDocument(of: SampleReport.english, picture: SampleReport.picture) != first)
  }

  @Test func `every text of the report stands in its order`() throws {
    let shown = body.all("p").map(\.shown)
    var position = 0
    for text in texts(of: SampleReport.vietnamese) {
      let found = shown[position...].firstIndex { $0.contains(text) }
      position = try #require(found, "\(text) after \(position) paragraphs")
    }
  }

  @Test func `the cells of a table are its texts, row by row`() throws {
    let table = try #require(
      body.all("tbl").first { $0.all("tblCaption").first?.value == "Chỉ tiêu và kết quả" })
    let rows = table.children.filter { $0.name == "tr" }
    let cells = rows[2].children.filter { $0.name == "tc" }
    #expect(
      cells.map { $0.all("p").map(\.shown).joined(separator: "|") } == [
        "Thủ tục hành chính", "83,05", "86,00", "82,40|80,13 – 84,67", "−3,60",
        "✗ Chưa đạt|chắc chắn", "Văn phòng Ủy ban nhân dân tỉnh", "31/12/2024",
      ])
    // Figures to the right, words to the left, in the middle what is neither.
    #expect(
      cells.compactMap { $0.all("jc").first?.value } == [
        "left", "right", "right", "right", "right", "center", "left", "center",
      ])
    let shades = rows.dropFirst().map { $0.children[6].all("shd").first?.attributes["fill"] }
    #expect(shades == ["E2EFDA", "FBE4D5", "EDEDED"])
  }

  @Test func `the first row of a table is a head on every page and rows stay whole`() throws {
    let tables = body.all("tbl").filter { $0.all("tblStyle").first?.value == "ReportTable" }
    #expect(tables.count == 4)
    for table in tables {
      let rows = table.children.filter { $0.name == "tr" }
      #expect(rows[0].child("trPr")?.child("tblHeader") != nil)
      #expect(rows.dropFirst().allSatisfy { $0.all("tblHeader").isEmpty })
      #expect(rows.allSatisfy { $0.child("trPr")?.child("cantSplit") != nil })
    }
  }

  @Test func `a table is cut after its printed rows and says so`() throws {
    let table = try #require(
      body.all("tbl").first { $0.all("tblCaption").first?.value == "Xếp hạng các xã, phường" })
    #expect(table.children.filter { $0.name == "tr" }.count == 31)
    let note = body.children[try #require(body.children.firstIndex { $0 === table }) + 1]
    #expect(note.shown.hasPrefix("Bảng in 30 trong 40 dòng"))
  }

  @Test func `captions are counted by Word, tables and figures each by themselves`() {
    let captions = body.all("p").filter { $0.all("pStyle").first?.value == "Caption" }
    #expect(
      captions.map(\.shown) == [
        "Hình 1. Mức hài lòng theo câu hỏi", "Bảng 1. Tỷ lệ trả lời theo câu hỏi",
        "Bảng 2. Xếp hạng các xã, phường", "Bảng 3. Chỉ số theo yếu tố và xã, phường",
      ])
    #expect(
      body.all("fldSimple").map { $0.attributes["instr"] ?? "" } == [
        " SEQ Hình \\* ARABIC ", " SEQ Bảng \\* ARABIC ", " SEQ Bảng \\* ARABIC ",
        " SEQ Bảng \\* ARABIC ",
      ])
  }

  @Test func `headings have levels and are numbered as the decree numbers them`() throws {
    let styles = try parts.part("word/styles.xml").all("style")
    let levels = styles.reduce(into: [String: String]()) { levels, style in
      guard let level = style.all("outlineLvl").first?.value else { return }
      levels[style.attributes["styleId"] ?? ""] = level
    }
    #expect(levels == ["Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"])
    let headings = body.all("p").compactMap { paragraph -> String? in
      guard let style = paragraph.all("pStyle").first?.value, levels[style] != nil else {
        return nil
      }
      return "\(style) \(paragraph.shown)"
    }
    #expect(
      headings == [
        "Heading1 Kết quả thực hiện chỉ tiêu", "Heading2 Những việc cần làm",
        "Heading1 Phân bố câu trả lời", "Heading2 Chi tiết từng câu", "Heading3 Câu hỏi thêm",
        "Heading1 Theo xã, phường", "Heading1 Cách làm",
      ])
    let formats = try parts.part("word/numbering.xml").all("lvl").map { level in
      [level.all("numFmt")[0].value, level.all("lvlText")[0].value]
    }
    #expect(formats == [["upperRoman", "%1."], ["decimal", "%2."], ["bullet", "-"]])
  }

  @Test func `a picture is described for those who cannot see it and fits the page`() throws {
    let properties = try #require(body.all("docPr").first)
    #expect(
      properties.attributes["descr"]
        == "Đa số hài lòng ở cả hai câu hỏi; câu 2 thấp hơn câu 1 bốn điểm.")
    #expect(properties.attributes["title"] == "Mức hài lòng theo câu hỏi")
    let extent = try #require(body.all("extent").first)
    // 640 px are 169 mm: scaled to the 165 mm between the margins.
    let width = try #require(Int(extent.attributes["cx"] ?? ""))
    let height = try #require(Int(extent.attributes["cy"] ?? ""))
    #expect(width == 9354 * 635)
    #expect(abs(Double(height) / Double(width) - 240.0 / 640) < 1e-6)
    #expect(parts.bytes["word/media/image1.png"] == SampleReport.png)
  }

  @Test func `without a picture its table stands alone`() throws {
    let bytes = try wordDocument(of: SampleReport.vietnamese) { _ in nil }
    let parts = try Parts(bytes)
    #expect(try parts.body.all("drawing").isEmpty)
    #expect(!parts.names.contains { $0.hasSuffix(".png") })
    #expect(try parts.body.all("p").contains { $0.shown.contains("Tỷ lệ trả lời theo câu hỏi") })
  }

  @Test(arguments: [
    (png: [UInt8]("<svg/>".utf8), width: 640.0, height: 240.0),
    (png: SampleReport.png, width: 0, height: 240),
    (png: SampleReport.png, width: 640, height: .nan),
    (png: SampleReport.png, width: .infinity, height: 240),
  ])
  func `a picture that is none is refused`(
    _ drawn: (png: [UInt8], width: Double, height: Double)
  ) {
    #expect(throws: WordDocumentError.picture(chart: "chart-answers")) {
      try wordDocument(of: SampleReport.vietnamese) { _ in drawn }
    }
  }

  /// For eyes and other programs: `WORD_SAMPLES=folder` keeps the documents of these tests.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["WORD_SAMPLES"] != nil))
  func `the samples are kept where they are wanted`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["WORD_SAMPLES"])
    for (name, document) in [
      ("sample-vi", SampleReport.vietnamese), ("sample-en", SampleReport.english),
      ("hostile", HostileReport.document),
    ] {
      let bytes = try wordDocument(of: document, picture: SampleReport.picture)
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name).docx"))
    }
  }

  // MARK: The texts of a document, as a reader meets them

  private func texts(of document: Document) -> [String] {
    document.sections.flatMap { [$0.title] + $0.blocks.flatMap(texts) } + document.imprint
  }

  private func texts(of block: Block) -> [String] {
    switch block {
    case .heading(let text, _): [text]
    case .paragraph(let paragraph): [paragraph.text]
    case .list(let items): items.map(\.text)
    case .facts(let facts): facts.flatMap { [$0.term] + $0.texts.map(\.text) }
    case .table(let table): texts(of: table)
    case .picture(let picture): [picture.chart.title] + texts(of: picture.table)
    case .more(let summary, let blocks): [summary] + blocks.flatMap(texts)
    }
  }

  private func texts(of table: DocumentTable) -> [String] {
    let heads = table.columns.flatMap { [$0.head, $0.subhead] }
    let rows = table.rows.prefix(table.printedRows ?? .max)
    let cells = rows.flatMap { $0.flatMap { ["\($0.mark) \($0.text)", $0.detail] } }
      .map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }
    let title = table.showsTitle ? [table.title] : []
    return (title + heads + cells + table.footnotes.map(\.text)).filter { !$0.isEmpty }
  }
}
