import Documents
import ReportReaders
import SurveyModel
import Testing
import WordDocuments

/// Tables that do not fit on the upright page.
@Suite struct WideTableTests {
  private func report(_ blocks: [Block]) -> Document {
    var document = SampleReport.english
    document.sections = [DocumentSection(id: "s", title: "Section", blocks: blocks)]
    return document
  }

  private func table(
    columns: Int, hasRowHeads: Bool = true, word: String = "70,25", rows: Int = 2
  ) -> DocumentTable {
    DocumentTable(
      id: "t\(columns)", title: "Columns \(columns)",
      columns: (0..<columns).map { .init("Head\($0)", alignment: $0 == 0 ? .start : .end) },
      rows: (0..<rows).map { row in (0..<columns).map { Cell("r\(row)c\($0)-\(word)") } },
      hasRowHeads: hasRowHeads, footnotes: [.init(letter: "a", text: "Note")])
  }

  private func tables(_ body: Node) -> [Node] {
    body.all("tbl").filter { $0.all("tblStyle").first?.value == "ReportTable" }
  }

  private func width(_ table: Node) -> Int {
    table.all("gridCol").compactMap { Int($0.attributes["w"] ?? "") }.reduce(0, +)
  }

  @Test func `the heading and the note of a wide table stand on its turned page`() throws {
    let body = try Parts(
      report([
        .paragraph(Paragraph("Before")), .heading("Wide", id: "h"),
        .paragraph(Paragraph("What it shows", role: .note)), .table(table(columns: 12)),
      ])
    ).body
    // The section that ends with a paragraph is the upright one: it must end before the heading.
    let ends = body.all("p").filter { !$0.all("sectPr").isEmpty }.map(\.shown)
    #expect(ends.first == "Before")
    let kept = body.all("p").filter { $0.shown == "What it shows" }
    #expect(kept.first?.all("keepNext").count == 1)
  }

  @Test func `the rows of a short table are kept on one page`() throws {
    func kept(_ rows: Int) throws -> [Bool] {
      let body = try Parts(report([.table(table(columns: 3, rows: rows))])).body
      return tables(body)[0].all("tr").dropFirst().map { !$0.all("keepNext").isEmpty }
    }
    #expect(try kept(3) == [true, true, false])
    #expect(try kept(9).allSatisfy { !$0 })
  }

  @Test(arguments: [1, 3, 6])
  func `a table that fits stands on the upright page and fills it`(_ columns: Int) throws {
    let body = try Parts(report([.table(table(columns: columns))])).body
    #expect(tables(body).map(width) == [9354])
    #expect(body.all("sectPr").count == 1)
    // Word reads the widths of the cells, other programs those of the grid.
    for table in tables(body) {
      let grid = table.all("gridCol").map { $0.attributes["w"] }
      for row in table.all("tr") { #expect(row.all("tcW").map { $0.attributes["w"] } == grid) }
    }
  }

  @Test func `a wider table goes on a wide page with its heading, caption and notes`() throws {
    let body = try Parts(
      report([
        .paragraph(Paragraph("Before")), .heading("Heading", id: "h"), .table(table(columns: 12)),
        .paragraph(Paragraph("After")),
      ])
    ).body
    #expect(tables(body).map(width) == [14286])
    // The last paragraph of each stretch of pages carries its setup.
    let ends = body.all("p").filter { !$0.all("sectPr").isEmpty }
    #expect(ends.map(\.shown) == ["Before", "a Note"])
    #expect(
      body.all("sectPr").map { $0.child("pgSz")?.attributes["orient"] } == [
        nil, "landscape", nil,
      ])
  }

  @Test func `a few words between wide tables stay with them`() throws {
    let body = try Parts(
      report([
        .table(table(columns: 12)), .paragraph(Paragraph("Between")), .table(table(columns: 11)),
      ])
    ).body
    #expect(body.all("sectPr").count == 3)
    let long = Paragraph(String(repeating: "Between ", count: 300))
    let parted = try Parts(
      report([.table(table(columns: 12)), .paragraph(long), .table(table(columns: 11))])
    ).body
    #expect(parted.all("sectPr").count == 5)
  }

  @Test func `a table too wide for any page is parted, each part with the first column`() throws {
    let wide = table(columns: 70)
    let body = try Parts(report([.table(wide)])).body
    let parts = tables(body)
    #expect(parts.count > 3)
    var heads: [String] = []
    for part in parts {
      #expect(width(part) == 14286)
      #expect(part.all("gridCol").count <= 24)
      let rows = part.all("tr").map { $0.all("tc").map(\.shown) }
      #expect(rows.map { $0[0] } == ["Head0", "r0c0-70,25", "r1c0-70,25"])
      heads += rows[0].dropFirst()
    }
    #expect(heads == (1..<70).map { "Head\($0)" })
    let captions = body.all("p").filter { $0.all("pStyle").first?.value == "Caption" }
    #expect(captions.first?.shown == "Table 1. Columns 70")
    #expect(captions.dropFirst().allSatisfy { $0.shown == "Table 1 (continued). Columns 70" })
    #expect(captions.count == parts.count)
    // Word joins tables that nothing parts.
    for (first, second) in zip(body.children, body.children.dropFirst()) {
      #expect(first.name != "tbl" || second.name == "p")
    }
  }

  @Test func `without heads of rows no column is repeated`() throws {
    let body = try Parts(report([.table(table(columns: 70, hasRowHeads: false))])).body
    let heads = tables(body).flatMap { $0.all("tr")[0].all("tc").map(\.shown) }
    #expect(heads == (0..<70).map { "Head\($0)" })
  }

  @Test func `words and figures longer than a page do not widen it`() throws {
    let long = String(repeating: "x", count: 5000)
    let body = try Parts(report([.table(table(columns: 6, word: long))])).body
    #expect(tables(body).allSatisfy { [9354, 14286].contains(width($0)) })
    // Rows that may need more than a page may break.
    #expect(tables(body)[0].all("cantSplit").count == 1)
  }

  @Test func `tables without columns or rows leave their notes`() throws {
    let empty = DocumentTable(
      id: "e", title: "Empty", columns: [], rows: [], footnotes: [.init(letter: "b", text: "Why")])
    let body = try Parts(report([.table(empty), .table(table(columns: 2, rows: 0))])).body
    #expect(tables(body).count == 1)
    #expect(body.all("p").contains { $0.shown == "b Why" })
  }

  @Test func `columns share the page as the table asks`() throws {
    var asked = table(columns: 3)
    asked.columns[0].width = 4
    let grid = tables(try Parts(report([.table(asked)])).body)[0].all("gridCol")
    let widths = grid.compactMap { Int($0.attributes["w"] ?? "") }
    #expect(widths == [6236, 1559, 1559])
  }
}
