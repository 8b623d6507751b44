import Documents
import Pictures
import SurveyModel
import Testing

@testable import Printing

@Suite struct HostileTextTests {
  static let texts = [
    "", " ", "\0", "a\0b", "\u{1}\u{2}\u{1F}\u{7F}\u{9F}", "một\nhai\r\nba\u{2028}bốn\u{2029}năm",
    "\u{202E}đảo\u{202C} \u{2067}ngược\u{2069} \u{200F}x", "\u{301}\u{323}", "e\u{302}\u{301}",
    String(repeating: "\u{301}", count: 5_000), String(repeating: "w", count: 12_000),
    String(repeating: "Ộ ", count: 3_000), "\u{FFFE}\u{FFFF}\u{10FFFF}\u{E0001}",
    "العربية ١٢٣ עברית", "漢字 日本語", "👩‍👩‍👧‍👦🏳️‍🌈", "<b>&amp;</b> \\ ( ) % 'name' \"", "\u{378}",
  ]

  @Test(arguments: texts.indices)
  func `any text can stand anywhere`(index: Int) throws {
    let text = Self.texts[index]
    let table = DocumentTable(
      id: text, title: text, columns: [.init(text, subhead: text), .init(text, alignment: .end)],
      rows: [[Cell(text, detail: text, mark: text, footnote: text), Cell(text)]],
      footnotes: [.init(letter: text, text: text)])
    let paragraph = Paragraph([.init(text, .strong), .init(text, .emphasis)])
    let document = Document(
      language: .vi, title: text, subtitle: text, banners: [text],
      letterhead: Letterhead(
        superior: text, issuer: text, symbol: text, place: text, kind: text, abstract: text,
        addressees: [text, text], recipients: [text], authority: text, position: text, signer: text),
      sections: [
        DocumentSection(
          id: text, title: text,
          blocks: [
            .heading(text, id: text), .paragraph(paragraph), .list([paragraph]),
            .facts([Fact(term: text, texts: [paragraph])]), .table(table),
            .more(summary: text, [.paragraph(paragraph)]),
          ])
      ], imprint: [text])
    let record = try LayoutRecord.of(document)
    #expect(record.linesBeyondMargins.isEmpty)
    let letters = Drawing(
      width: 100, height: 20,
      shapes: [.text(Lettering(text, at: Place(0, 10), colour: 0, hasRim: true))])
    let bytes = try pdf(of: document) { _ in letters }
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try !png(of: letters, scale: 1).isEmpty)
  }

  @Test func `a word of a hundred thousand letters fills pages and loses none`() throws {
    let word = String(repeating: "ệw", count: 50_000)
    let table = DocumentTable(
      id: "t", title: "Bảng", columns: [.init("A"), .init("B")], rows: [[Cell(word), Cell("b")]])
    let record = try LayoutRecord.of([.paragraph(Paragraph(word)), .table(table)])
    #expect(record.linesBeyondMargins.isEmpty)
    #expect(record.cells[Part.CellPlace(table: 1, row: 0, column: 0)] == word)
    #expect(record.text.contains(word))
  }

  @Test func `rows that are too short or too long do no harm`() throws {
    let table = DocumentTable(
      id: "t", title: "Bảng", columns: [.init("A"), .init("B")],
      rows: [[], [Cell("1")], [Cell("1"), Cell("2"), Cell("3")]])
    let record = try LayoutRecord.of([.table(table)])
    #expect(record.cells[Part.CellPlace(table: 1, row: 2, column: 1)] == "2")
    let none = DocumentTable(id: "t", title: "Không cột", columns: [], rows: [[], []])
    #expect(try LayoutRecord.of([.table(none)]).pages.count == 1)
  }

  @Test func `long addressees and many recipients go on to the next page`() throws {
    let names = (1...200).map { "Ủy ban nhân dân xã số \($0)" }
    let document = Document(
      language: .vi, title: "Thử", subtitle: "", banners: [],
      letterhead: Letterhead(addressees: names, recipients: names), sections: [], imprint: [])
    let record = try LayoutRecord.of(document)
    let text = record.text
    for name in names { #expect(text.ranges(of: name.filter { $0 != " " }).count >= 2) }
    #expect(record.linesBeyondMargins.isEmpty)
  }

  @Test func `what turns the direction of text is left out, what is written stays`() {
    #expect(printable("a\u{202E}b\u{2066}c") == "abc")
    #expect(printable("một\nhai\thai\u{0}") == "một hai hai")
    #expect(printable(Typesetter.vietnameseLetters) == Typesetter.vietnameseLetters)
    let long = StyledText(String(repeating: "chữ ", count: 5_000)).printableStretches()
    #expect(long.count > 1)
    #expect(long.map(\.text).joined() == String(repeating: "chữ ", count: 5_000))
  }
}
