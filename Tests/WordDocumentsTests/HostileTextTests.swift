import Documents
import ReportReaders
import SurveyModel
import Testing
import WordDocuments

/// Texts that try to be something else.
enum HostileReport {
  static let texts = [
    "</w:t></w:r></w:p><w:p><w:r><w:instrText>DDEAUTO</w:instrText>",
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\" }",
    "HYPERLINK \"https://example.org/\"",
    "=cmd|'/c calc'!A0", "+1+1", "@SUM(A1)", "-2", "&amp;&#x41;&lt;", "]]>", "<![CDATA[x]]>",
    "  hai khoảng trắng  ", "dòng một\ndòng hai\r\ndòng ba\tsau tab",
    "\u{202E}đảo chiều\u{202C} và \u{2066}cách ly\u{2069}",
    "Z\u{0335}\u{0300}\u{0301}\u{0302}\u{0303}a\u{0323}\u{0302}", "👩‍👩‍👧‍👦🇻🇳", "\u{10FFFF}",
    "%1. %s %n", "\\* MERGEFORMAT", "{{title}}", "${jndi:ldap://x}",
  ]
  static let illegal = "trước\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}\u{FFFE}\u{FFFF}sau"

  static let long = String(repeating: "dài ", count: 100_000)

  static let parts = Result { try Parts(document) }

  static let document: Document = {
    let all = texts + [illegal]
    return Document(
      language: .vi, title: texts[0], subtitle: texts[1], banners: [texts[2]],
      letterhead: Letterhead(
        superior: texts[0], issuer: texts[1], symbol: texts[3], place: texts[2], kind: illegal,
        abstract: texts[7], addressees: texts, recipients: texts, authority: texts[8],
        position: texts[9], signer: texts[12]),
      sections: [
        DocumentSection(
          id: "a", title: texts[0],
          blocks: [
            .heading(texts[1], id: "b"), .list((all + [long]).map { Paragraph($0) }),
            .facts(all.map { Fact(term: $0, texts: [Paragraph($0, role: .note)]) }),
            .table(
              DocumentTable(
                id: "t", title: texts[1],
                columns: [.init(texts[0], width: .nan), .init(illegal, width: -1)],
                rows: all.map { [Cell($0, detail: $0, mark: $0, footnote: $0), Cell($0)] },
                footnotes: [.init(letter: texts[0], text: texts[1])], printedRows: -3)),
            .table(
              DocumentTable(
                id: "u", title: illegal,
                columns: [.init(texts[0], width: .infinity), .init(illegal, width: 1e300)],
                rows: all.map { [Cell($0, detail: $0, mark: $0, footnote: $0), Cell($0)] }
                  + [
                    [
                      Cell("", detail: "", mark: "", footnote: ""),
                      Cell(String(long.prefix(8_000))),
                    ]
                  ])),
          ])
      ], imprint: texts)
  }()
}

@Suite struct HostileTextTests {
  private let body: Node

  init() throws { body = try HostileReport.parts.get().body }

  @Test func `texts are shown as they are, but for what turns their direction`() {
    let shown = Set(body.all("p").map(\.shown))
    for text in HostileReport.texts {
      let lines = text.replacing("\r\n", with: "\n")
        .replacing(/[\u{202A}-\u{202E}\u{2066}-\u{2069}]/, with: "\u{FFFD}")
      #expect(shown.contains(lines), "\(text)")
    }
  }

  @Test func `characters that XML cannot hold are shown as replaced`() {
    let replaced = "trước" + String(repeating: "\u{FFFD}", count: 8) + "sau"
    #expect(body.all("p").contains { $0.shown == replaced })
  }

  @Test func `nothing becomes a field, a link or an object`() {
    let names = Set(body.all.map(\.name))
    let expected: Set<String> = [
      "body", "p", "pPr", "pStyle", "ind", "jc", "r", "rPr", "t", "br", "tab", "b", "bCs", "sz",
      "szCs", "vertAlign", "tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook",
      "tblCaption", "tblGrid", "gridCol", "tr", "trPr", "tblHeader", "cantSplit", "tc", "tcPr",
      "tcW", "shd", "vAlign", "fldSimple", "sectPr", "headerReference", "type", "pgSz", "pgMar",
      "cols", "titlePg", "i", "iCs",
    ]
    #expect(names.subtracting(expected).isEmpty)
    #expect(
      body.all("fldSimple").allSatisfy { $0.attributes["instr"] == " SEQ Bảng \\* ARABIC " })
    #expect(body.all("t").allSatisfy { $0.attributes["space"] == "preserve" })
  }
}
