import DelimitedText
import SurveyModel
import Testing

struct ReadTableTests {
  private func read(_ text: String) -> TableReading {
    readTable(bytes: Array(text.utf8), file: "codes.csv")
  }

  @Test func `cells carry their line and their column in characters`() throws {
    let table = try #require(read("mã,nhãn\n\"Đ,1\", Pleiku \n").table)
    #expect(table.header.map(\.text) == ["mã", "nhãn"])
    let row = try #require(table.rows.first)
    #expect(row.cells.map(\.text) == ["Đ,1", "Pleiku"])
    #expect(row.cells.map(\.line) == [2, 2])
    #expect(row.cells.map(\.column) == [1, 7])
    #expect(table.column("NHÃN") == 1)
  }

  @Test func `decomposed text comes out composed`() throws {
    let table = try #require(read("code\nPha\u{0309}i\n").table)
    #expect(table.rows.first?.cells.first.map { Array($0.text.utf8) } == Array("Phải".utf8))
  }

  @Test func `rows of another length are reported, each with its place`() throws {
    let reading = read("a,b\n1\n2,3\n4,5,6\n7,8,,\n")
    #expect(reading.table?.rows.map(\.line) == [3, 5])
    #expect(reading.findings.map(\.code.id) == ["csv.row.field-count", "csv.row.field-count"])
    #expect(reading.findings.map { $0.place?.line } == [2, 4])
  }

  @Test func `text after a closing quotation mark is reported where the cell begins`() {
    let reading = read("a,b\n1,\"x\"y\n")
    #expect(reading.findings.map(\.code.id) == ["csv.quote.misplaced"])
    #expect(reading.findings.first?.place == SourceLocation(file: "codes.csv", line: 2, column: 3))
  }

  @Test(arguments: [
    ("", "csv.file.empty"), ("\n\n", "csv.file.empty"), ("a,b\n\"1", "csv.quote.unterminated"),
    ("a,b\n1,\u{0}\n", "csv.file.binary"),
  ])
  func `what cannot be read is refused with one finding`(text: String, code: String) {
    let reading = read(text)
    #expect(reading.table == nil)
    #expect(reading.findings.map(\.code.id) == [code])
  }

  @Test func `a missing file is said to be missing, a folder unreadable`() {
    #expect(readTable(path: "/nonexistent/x.csv").findings.map(\.code.id) == ["csv.file.missing"])
    #expect(readTable(path: "/").findings.map(\.code.id) == ["csv.file.unreadable"])
  }

  @Test func `a file above the limit is refused`() throws {
    try withFile(Array("a\n12345678\n".utf8)) { path in
      #expect(readTable(path: path, limit: 5).findings.map(\.code.id) == ["csv.file.too-large"])
    }
  }

  @Test func `a million columns are refused without keeping them`() {
    let reading = readTable(bytes: [UInt8](repeating: 44, count: 1_000_000) + [10], file: "x.csv")
    #expect(reading.findings.map(\.code.id) == ["csv.header.too-many-columns"])
  }

  @Test func `every code has its own id, in this module's name, and both languages`() {
    let ids = DelimitedTextCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("csv.") })
    #expect(DelimitedTextCodes.all.allSatisfy { $0.meaning.vi != nil && $0.meaning.en != nil })
  }
}

struct WriteCSVTests {
  private func written(_ rows: [[CSVWriter.Cell]], guards: Bool = true) -> String {
    var writer = CSVWriter(guardsFormulas: guards)
    for row in rows { writer.append(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `cells that need quotation marks get them`() {
    #expect(
      written([[.text("a,b"), .text("c\"d"), .text("e\nf"), .text("g")]])
        == "\"a,b\",\"c\"\"d\",\"e\nf\",g\n")
  }

  @Test func `text that looks like a formula is made inert, numbers stay numbers`() {
    #expect(
      written([[.text("=1+1"), .text("@x"), .text("-2"), .number("-2.5"), .text("\tx"), .empty]])
        == "'=1+1,'@x,'-2,-2.5,\"'\tx\",\n")
    #expect(written([[.text("=1+1")]], guards: false) == "=1+1\n")
  }

  @Test func `what was written reads back the same`() throws {
    let texts = ["Đắk Đoa", "a,b", "c\"d\"", "dòng 1\ndòng 2", ";", "x y"]
    var writer = CSVWriter(guardsFormulas: false)
    writer.append(texts: texts.indices.map { "h\($0)" })
    writer.append(texts: texts)
    let table = try #require(readTable(bytes: writer.bytes, file: "x.csv").table)
    #expect(table.rows.map { $0.cells.map(\.text) } == [texts])
  }
}
