import Documents
import Pictures
import ReportReaders
import SurveyModel
import Testing
import XML

@testable import Reporting

struct HostilePageTests {
  /// Scalars that are no characters, which a literal cannot hold.
  private static let noCharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFDD0, 0x1FFFF].compactMap { Unicode.Scalar($0) }))

  private static let hostile =
    "<script>alert('x')</script>\"'&{{language}}{{{content}}}\u{0}\u{7}\r\u{7F}\u{85}\u{202E}\u{2066}"
    + "\u{2028}" + noCharacters + "]]>--><!--</style></main> onload=x"

  /// The document with the attack in place of every text and id.
  private static func hostileDocument() -> Document {
    var document = RichDocument(language: .vi).document
    document.title = hostile
    document.subtitle = hostile
    document.banners = [hostile]
    document.imprint = [hostile]
    document.letterhead.logo = Letterhead.Logo(bytes: [1], type: hostile, text: hostile)
    for position in document.sections.indices {
      document.sections[position].id = hostile
      document.sections[position].title = hostile
      document.sections[position].blocks = document.sections[position].blocks.map(attacked)
    }
    return document
  }

  private static func attacked(_ block: Block) -> Block {
    func paragraph(_ paragraph: Paragraph) -> Paragraph {
      Paragraph(paragraph.runs.map { .init(hostile, $0.style) }, role: paragraph.role)
    }
    func table(_ table: DocumentTable) -> DocumentTable {
      var table = table
      table.id = hostile
      table.title = hostile
      table.columns = table.columns.map {
        .init(hostile, subhead: hostile, alignment: $0.alignment, width: .nan)
      }
      table.rows = table.rows.map { row in
        row.map {
          Cell(
            hostile, detail: hostile, mark: hostile, isStrong: $0.isStrong, standing: $0.standing,
            footnote: hostile, trace: hostile)
        }
      }
      table.footnotes = [.init(letter: hostile, text: hostile)]
      return table
    }
    switch block {
    case .heading: return .heading(hostile, id: hostile)
    case .paragraph(let text): return .paragraph(paragraph(text))
    case .list(let items): return .list(items.map(paragraph))
    case .facts(let facts):
      return .facts(facts.map { Fact(term: hostile, texts: $0.texts.map(paragraph)) })
    case .table(let original): return .table(table(original))
    case .picture(var picture):
      picture.chart.id = hostile
      picture.chart.title = hostile
      picture.chart.description = hostile
      picture.table = table(picture.table)
      return .picture(picture)
    case .more(_, let blocks): return .more(summary: hostile, blocks.map(attacked))
    }
  }

  @Test func `hostile texts are inert in every place of the page`() throws {
    let plain = try ParsedPage(
      htmlPage(of: RichDocument(language: .vi).document, template: .standard))
    let page = try ParsedPage(htmlPage(of: Self.hostileDocument(), template: .standard))
    #expect(!page.text.contains("<script") && !page.text.contains("<!--"))
    #expect(page.text.contains("&lt;script&gt;"))
    #expect(page.text.contains("{{language}}{{{content}}}"))
    // No element and no attribute but those of our own.
    let names = Set(plain.all { _ in true }.map(\.name)).union(["img"])
    #expect(page.all { !names.contains($0.name) }.isEmpty)
    for element in page.all(where: { _ in true }) {
      for attribute in element.attributes { #expect(!attribute.name.hasPrefix("on")) }
    }
    let ids = page.all { $0[attribute: "id"] != nil }.compactMap { $0[attribute: "id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `no character that acts on a reader or that HTML forbids is left`() throws {
    let page = try htmlPage(of: Self.hostileDocument(), template: .standard)
    let text = String(decoding: page, as: UTF8.self)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 && value != 0x0A || (0x7F...0x9F).contains(value)
      let isOverride =
        [0x200E, 0x200F, 0x2028, 0x2029].contains(value)
        || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      let isNone = (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
      if isControl || isOverride || isNone {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
    #expect(text.contains("␀") && text.contains("␇") && text.contains("␡"))
  }

  @Test func `ordinary letters and signs are written as they are`() {
    let text = "Mức độ hài lòng ≥ 86,78\u{A0}% – “Đạt” … ệ e\u{302}\u{323} 😀 ｅ €\t\n\u{FEFF}ﬁ"
    #expect(HTMLWriter.escaped(text) == text)
    #expect(
      HTMLWriter.escaped("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
    #expect(HTMLWriter.escaped("\u{80}\u{9F}\u{A0}") == "\u{FFFD}\u{FFFD}\u{A0}")
    #expect(HTMLWriter.escaped("\u{202E}x\u{2026}") == "\u{FFFD}x\u{2026}")
    #expect(HTMLWriter.escaped(Self.noCharacters) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(HTMLWriter.escaped("\u{10FFFD}\u{EFFFD}") == "\u{10FFFD}\u{EFFFD}")
  }
}
