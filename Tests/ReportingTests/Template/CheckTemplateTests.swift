import SurveyModel
import Testing
import XML

@testable import Reporting

struct CheckTemplateTests {
  private static let idPlace = Place(file: "report.xml", line: 3, column: 13)
  private static let textPlace = Place(file: "report.xml", line: 3, column: 30)

  private static func findings(rewording id: String, _ text: String) -> [Finding] {
    var settings = ReportSettings()
    settings.wording = [
      ReportSettings.Rewording(
        id: id, language: .vi, text: text, idPlace: idPlace, textPlace: textPlace)
    ]
    return checkTemplate(settings)
  }

  private static func findings(page: String = "", style: String? = nil) -> [String] {
    var settings = ReportSettings()
    if style == nil {
      settings.page = ReportSettings.TemplateFile(path: "page.mustache", text: page)
    }
    settings.style = style.map { ReportSettings.TemplateFile(path: "style.css", text: $0) }
    let findings = checkTemplate(settings)
    for finding in findings {
      for text in [finding.message, finding.remedy] {
        #expect(text.vi?.isEmpty == false && text.en?.isEmpty == false)
      }
    }
    return findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" }
  }

  @Test func `what the program carries has nothing to find`() {
    var settings = ReportSettings()
    settings.page = ReportSettings.TemplateFile(
      path: "page.mustache", text: String(decoding: CarriedTemplate.page, as: UTF8.self))
    settings.style = ReportSettings.TemplateFile(
      path: "style.css", text: String(decoding: CarriedTemplate.style, as: UTF8.self))
    #expect(checkTemplate(settings) == [])
    #expect(checkTemplate(ReportSettings()) == [])
  }

  @Test func `a text nobody shows is found, with the one that was meant`() {
    let findings = Self.findings(rewording: "colum.lead", "x")
    #expect(findings.map(\.code.id) == ["report.text.unknown"])
    #expect(findings.first?.place == Self.idPlace)
    #expect(findings.first?.remedy.en == "did you mean “column.lead”?")
  }

  @Test func `a place without a value stops, a place left out is a warning`() {
    let unknown = Self.findings(rewording: "title.attainment", "Kết quả {year} của {tinh}")
    #expect(unknown.map(\.code.id) == ["report.text.place-unknown"])
    #expect(unknown.first?.place == Self.textPlace && unknown.first?.severity == .error)
    #expect(unknown.first?.expected?.en == "{year}")
    let missing = Self.findings(rewording: "title.attainment", "Kết quả")
    #expect(missing.map(\.code.id) == ["report.text.place-missing"])
    #expect(missing.first?.severity == .warning)
    #expect(Self.findings(rewording: "column.lead", "{x}").first?.expected?.en == "no places")
    #expect(Self.findings(rewording: "title.attainment", "Năm {year}") == [])
  }

  @Test func `a page is told what it names wrongly, lacks or takes in raw`() {
    #expect(Self.findings(page: "{{title}}{{{content}}}") == [])
    #expect(
      Self.findings(page: "{{title}}\n  {{titel}}{{{content}}}") == ["2:3 report.page.name-unknown"]
    )
    #expect(Self.findings(page: "{{{content}}}") == ["1:1 report.page.incomplete"])
    #expect(Self.findings(page: "{{{title}}}{{{content}}}") == ["1:1 report.page.raw"])
    #expect(Self.findings(page: "{{title}}{{&subtitle}}{{{content}}}") == ["1:10 report.page.raw"])
    #expect(Self.findings(page: "{{#title}}") == ["1:1 report.page.malformed"])
    #expect(
      Self.findings(page: "{{title}}{{{content}}}{{> part}}") == ["1:23 report.page.name-unknown"])
  }

  @Test(
    arguments: [
      "<script>x</script>", "<SCRIPT src='x'>", "<img src=\"x.png\">",
      "<a href=\"https://example.org\">", "<link rel=x>", "<p onclick=x>", "<a href=javascript:x>",
    ])
  func `a page that runs something or asks for something is refused`(markup: String) {
    let found = Self.findings(page: "{{title}}{{{content}}}\n\(markup)")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasPrefix("2:") && $0.hasSuffix("report.template.outside") })
  }

  @Test(arguments: ["p {}\n@import 'x.css';", "p {}\na{background:URL(x)}", "p {}\n</style><b>"])
  func `a style that asks for something or ends itself is refused`(style: String) {
    let found = Self.findings(style: style)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("2:") && $0.hasSuffix("report.template.outside") })
  }

  @Test func `the files to start from are whole, and nothing in them holds before it is uncovered`()
    throws
  {
    let files = templateFiles()
    #expect(files.map(\.name) == ["report.xml", "page.mustache", "style.css"])
    let reading = readXML(files[0].bytes, file: "report.xml")
    #expect(reading.findings == [] && reading.root?.children == [])
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    for entry in WordingCatalogue.standard.entries {
      #expect(text.contains("<text id=\"\(entry.id)\">"), "\(entry.id)")
      #expect(text.contains("<text id=\"\(entry.id)\" xml:lang=\"en\">"), "\(entry.id)")
    }
  }

  /// Every line of the file to start from, taken out of its comment: what an office may do at once.
  private static var uncovered: [UInt8] {
    let text = String(decoding: templateFiles()[0].bytes, as: UTF8.self)
    return Array(
      text.replacing(/<!-- (<[a-z]+.*>) -->/) { String($0.1) }
        .replacing(/<logo.*<\/logo>/, with: "").utf8)
  }

  @Test func `uncovered, the file gives back the wording of the program`() throws {
    let root = try #require(readXML(Self.uncovered, file: "report.xml").root)
    let texts = root.children(named: "text")
    #expect(texts.count == 2 * WordingCatalogue.standard.entries.count)
    for element in texts {
      let entry = try #require(WordingCatalogue.standard[element[attribute: "id"] ?? ""])
      #expect(element.text == entry.text.text(in: element.language == "en" ? .en : .vi))
    }
  }
}

/// Swift Testing has a `SourceLocation` of its own.
private typealias Place = SurveyModel.SourceLocation
