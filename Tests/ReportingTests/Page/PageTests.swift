import Documents
import ReportReaders
import SurveyModel
import Testing
import XML

@testable import Reporting

struct PageTests {
  private static func page(_ language: Language) throws -> ParsedPage {
    try ParsedPage(
      htmlPage(of: RichDocument(language: language).document, template: .standard))
  }

  @Test(arguments: Language.allCases)
  func `the page of a small document is the one a person has looked at`(
    language: Language
  ) throws {
    let rich = RichDocument(language: language).document
    var small = rich
    small.sections = [rich.sections[0], rich.sections[3], rich.sections[4]]
    let page = try htmlPage(of: small, template: .standard)
    try expectGolden(page, "page.\(language.rawValue).html")
  }

  @Test(arguments: Language.allCases)
  func `the page has its language, one first heading, headings in order and its landmarks`(
    language: Language
  ) throws {
    let page = try Self.page(language)
    #expect(page.root[attribute: "lang"] == language.rawValue)
    let headings = page.all { ["h1", "h2", "h3", "h4"].contains($0.name) }.map(\.name)
    #expect(headings.count(where: { $0 == "h1" }) == 1 && headings.first == "h1")
    for (before, after) in zip(headings, headings.dropFirst()) {
      #expect((after.last?.wholeNumberValue ?? 0) <= (before.last?.wholeNumberValue ?? 0) + 1)
    }
    for landmark in ["header", "nav", "main", "footer"] {
      #expect(page.all(landmark).count == 1, "\(landmark)")
    }
    // Everything a person reads stands in a landmark; the skip link is the first of the page.
    let body = try #require(page.all("body").first)
    #expect(body.children.map(\.name) == ["a", "div"])
    #expect(body.children[0][attribute: "href"] == "#main")
    #expect(body.children[1].children.map(\.name) == ["header", "nav", "main", "footer"])
  }

  @Test func `ids are unique and every link and label leads to one`() throws {
    let page = try Self.page(.vi)
    let ids = page.all { $0[attribute: "id"] != nil }.compactMap { $0[attribute: "id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a") {
      let href = try #require(link[attribute: "href"])
      #expect(href.hasPrefix("#") && ids.contains(String(href.dropFirst())), "\(href)")
    }
    for element in page.all(where: { $0[attribute: "aria-labelledby"] != nil }) {
      for id in element[attribute: "aria-labelledby"]?.split(separator: " ") ?? [] {
        #expect(ids.contains(String(id)), "\(id)")
      }
    }
  }

  @Test func `ids that two parts want are told apart`() throws {
    var document = RichDocument(language: .vi).document
    document.sections[1].id = "attainment"
    document.sections[2].blocks.append(document.sections[0].blocks[2])
    document.sections[3].id = "x\" onclick=\"y"
    let page = try ParsedPage(htmlPage(of: document, template: .standard))
    let ids = page.all { $0[attribute: "id"] != nil }.compactMap { $0[attribute: "id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("attainment-2") && ids.contains("targets-2"))
    #expect(page.all { $0[attribute: "onclick"] != nil }.isEmpty)
  }

  @Test func `tables have captions, column heads and row heads`() throws {
    let page = try Self.page(.vi)
    let tables = page.all("table")
    #expect(tables.count == 7)
    for table in tables {
      #expect(table.child("caption")?.wholeText.isEmpty == false)
      let heads = table.child("thead")?.descendants("th") ?? []
      #expect(!heads.isEmpty && heads.allSatisfy { $0[attribute: "scope"] == "col" })
      let id = table[attribute: "id"]
      for row in table.children(named: "tbody").flatMap({ $0.children(named: "tr") }) {
        #expect(row.children.count == heads.count)
        let first = row.children[0]
        #expect(
          id == "files"
            ? first.name == "td" : first.name == "th" && first[attribute: "scope"] == "row")
      }
    }
    let leading = try #require(page.element(id: "targets"))
    // On a phone the rows become cards; their parts keep their roles and say what they are.
    #expect(leading[attribute: "role"] == "table")
    for cell in leading.descendants("td") {
      #expect(cell[attribute: "data-head"]?.isEmpty == false && cell[attribute: "role"] == "cell")
    }
    #expect(leading.child("caption")?[attribute: "class"] == "unseen")
  }

  @Test func `a standing has a mark and words beside its colour`() throws {
    let leading = try #require(Self.page(.vi).element(id: "targets"))
    for (name, mark, words) in [
      ("met", "✓", "Đạt, chưa chắc chắn"), ("not-met", "✗", "Không đạt, chắc chắn"),
      ("no-data", "–", "Chưa có dữ liệu"),
    ] {
      let cell = try #require(
        leading.descendants("td").first { $0[attribute: "class"] == name }, "\(name)")
      let sign = try #require(
        cell.descendants("span").first { $0[attribute: "aria-hidden"] == "true" })
      #expect(sign.text == mark)
      #expect(cell.wholeText.contains(words))
    }
  }

  @Test func `footnotes lead there and back`() throws {
    let page = try Self.page(.vi)
    let cell = try #require(page.element(id: "targets")?.descendants("sup").first)
    let mark = try #require(cell.child("a"))
    #expect(mark.text == "a")
    let target = try #require(mark[attribute: "href"]).dropFirst()
    let note = try #require(page.element(id: String(target)))
    #expect(note.wholeText.contains("độ tin cậy thấp."))
    let back = try #require(note.child("a"))
    #expect(back[attribute: "href"] == "#\(mark[attribute: "id"] ?? "")")
    #expect(back[attribute: "aria-label"] == "Về chỗ có chú thích a trong bảng")
  }

  @Test func `a letter without a footnote is no link`() throws {
    var document = RichDocument(language: .en).document
    var table = RichDocument(language: .en).leading
    table.footnotes = []
    document.sections[0].blocks = [.table(table)]
    let page = try ParsedPage(htmlPage(of: document, template: .standard))
    let mark = try #require(page.element(id: "targets")?.descendants("sup").first)
    #expect(mark.text == "a" && mark.children.isEmpty)
  }

  @Test func `each picture has a name, a description and its figures as a table`() throws {
    let page = try Self.page(.en)
    let figures = page.all("figure")
    #expect(figures.count == 3)
    for figure in figures {
      let drawings = figure.descendants("svg")
      // One for a screen and for paper, one for a phone; the style shows one of them.
      #expect(drawings.count == 2)
      for drawing in drawings {
        #expect(drawing[attribute: "role"] == "img")
        #expect(drawing.child("title")?.text.isEmpty == false)
        #expect(drawing.child("desc")?.text == "Synthetic figures of the picture.")
      }
      #expect(figure.child("details")?.descendants("table").count == 1)
    }
    // Pictures that follow each other stand in one grid.
    #expect(page.all { $0[attribute: "class"] == "pictures" }.map { $0.children.count } == [2, 1])
  }

  @Test func `where figures are from is told once below their table`() throws {
    let page = try Self.page(.en)
    let traces = page.all { $0[attribute: "class"]?.hasPrefix("trace") == true }
    #expect(traces.count == 3)
    #expect(traces[0].child("summary")?.text == "Where the figures are from: Targets and results")
    #expect(
      traces[0].descendants("li").map(\.wholeText).contains {
        $0.contains("1. Overall index") && $0.contains("1,198 respondents; Taylor errors")
      })
    // A long list of sources stays out of print.
    #expect(traces.map { $0[attribute: "class"] } == ["trace", "trace screen", "trace"])
  }

  @Test func `rows that paper leaves out stand on the page`() throws {
    let table = try #require(Self.page(.vi).element(id: "districts"))
    let bodies = table.children(named: "tbody")
    #expect(bodies.map { $0.children.count } == [40, 20])
    #expect(bodies.map { $0[attribute: "class"] } == [nil, "screen"])
  }

  @Test func `a short document has no table of contents`() throws {
    var document = RichDocument(language: .vi).document
    document.sections = Array(document.sections.prefix(3))
    let page = try ParsedPage(htmlPage(of: document, template: .standard))
    #expect(page.all("nav").isEmpty)
    let long = try Self.page(.vi)
    #expect(
      long.all("nav").first?.descendants("a").map(\.text)
        == RichDocument(language: .vi)
        .document.sections.map(\.title))
  }

  @Test func `the page asks the network for nothing and runs no script`() throws {
    let text = try Self.page(.vi).text
    for mark in ["http:", "https:", "src=", "@import", "<script", "<link", "javascript:", "onload"]
    {
      #expect(!text.contains(mark), "\(mark)")
    }
  }

  @Test func `a document without anything is a page all the same`() throws {
    let empty = Document(
      language: .en, title: "", subtitle: "", banners: [], letterhead: Letterhead(), sections: [],
      imprint: [])
    let page = try ParsedPage(htmlPage(of: empty, template: .standard))
    #expect(page.all("main").count == 1 && page.all("nav").isEmpty)
    var bare = empty
    bare.sections = [
      DocumentSection(
        id: "", title: "",
        blocks: [
          .list([]), .facts([]), .more(summary: "", []),
          .table(DocumentTable(id: "", title: "", columns: [], rows: [])),
        ])
    ]
    #expect(try ParsedPage(htmlPage(of: bare, template: .standard)).all("table").count == 1)
  }

  @Test func `seven tables of seven hundred units stay within two megabytes`() throws {
    let bytes = try htmlPage(of: RichDocument.large, template: .standard)
    #expect(bytes.count < 2_000_000, "\(bytes.count)")
    let page = try ParsedPage(bytes)
    #expect(page.all("tr").count == 7 * 701)
    // Sources of figures as far as there is room; then the reader is told where they stand.
    let traces = page.all { $0[attribute: "class"]?.hasPrefix("trace") == true }
    let elsewhere = Wording.standard(.vi)["page.trace-elsewhere"]
    let referring = page.all("p").count(where: { $0.text == elsewhere })
    #expect(traces.count + referring == 7 && !traces.isEmpty && referring > 0)
    // In a long table the first mark of a footnote leads to it, the others are letters.
    let table = try #require(page.element(id: "ranks-table-1"))
    #expect(table.descendants("sup").count == 100)
    #expect(table.descendants("a").count == 1)
  }

  @Test func `a broken page of a template is told`() {
    var settings = ReportSettings()
    settings.page = ReportSettings.TemplateFile(path: "page.mustache", text: "{{#open}}")
    let document = RichDocument(language: .vi).document
    #expect(throws: HTMLPageError.self) {
      try htmlPage(of: document, template: ReportTemplate(settings))
    }
  }

  @Test func `an office's page, style and logo are used`() throws {
    var settings = ReportSettings()
    settings.page = ReportSettings.TemplateFile(
      path: "page.mustache",
      text: "<b>{{title}}</b>{{{logo}}}<style>{{{style}}}</style>{{{content}}}")
    settings.style = ReportSettings.TemplateFile(path: "style.css", text: "b { color: #333 }")
    settings.logo = ReportSettings.Logo(
      bytes: [0x89, 0x50, 0x4E, 0x47], type: "image/png", text: LocalizedText(vi: "Quốc huy <1>"))
    let template = ReportTemplate(settings)
    var document = RichDocument(language: .vi).document
    document.letterhead = template.letterhead(.vi, abstract: "")
    let page = String(decoding: try htmlPage(of: document, template: template), as: UTF8.self)
    #expect(page.hasPrefix("<b>Đo lường sự hài lòng của người dân năm 2021</b><img class=\"logo\""))
    #expect(page.contains("alt=\"Quốc huy &lt;1&gt;\" src=\"data:image/png;base64,iVBORw==\""))
    #expect(page.contains("<style>b { color: #333 }</style>"))
  }
}
