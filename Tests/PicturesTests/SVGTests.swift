import GoldenFiles
import SurveyModel
import Testing
import XML

@testable import Pictures

struct SVGTests {
  private func text(_ chart: Chart, width: Double = 640, standalone: Bool = false) -> String {
    svg(
      drawing(of: chart, width: width), id: chart.id, title: chart.title,
      description: chart.description, standalone: standalone)
  }

  private func elements(_ root: XMLElement) -> [XMLElement] {
    [root] + root.children.flatMap(elements)
  }

  @Test(arguments: [true, false]) func `hostile charts are well-formed XML`(standalone: Bool) {
    for chart in HostileCharts.charts(rows: 40, isNasty: true) {
      let reading = readXML(
        Array(text(chart, standalone: standalone).utf8), file: "picture.svg")
      #expect(reading.findings.isEmpty, "\(chart.id)")
    }
  }

  @Test func `any characters in title and description are escaped or replaced`() throws {
    let hostile = "a<b>&\"'\u{0}\u{8}\u{FFFE}\u{85}]]>\n–ế"
    let text = svg(
      Drawing(
        width: 10, height: 10,
        shapes: [.text(Lettering(hostile, at: Place(1, 1), colour: 0))]),
      id: "x", title: hostile, description: hostile)
    let root = try #require(readXML(Array(text.utf8), file: "picture.svg").root)
    let expected = "a<b>&\"'\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}]]> –ế"
    #expect(root.children.map(\.text) == [expected, expected, expected])
  }

  @Test func `every id begins with the one given, and every reference is met`() throws {
    for chart in SampleCharts.all(true) {
      let source = text(chart)
      let root = try #require(readXML(Array(source.utf8), file: "picture.svg").root)
      let ids = elements(root).compactMap { $0.attribute("id")?.value }
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0.hasPrefix(chart.id + "-") })
      let labels = try #require(root.attribute("aria-labelledby")?.value)
      #expect(labels.split(separator: " ").allSatisfy { ids.contains(String($0)) })
      #expect(root.attribute("role")?.value == "img")
      for element in elements(root) {
        guard let fill = element.attribute("fill")?.value, fill.hasPrefix("url(#") else { continue }
        #expect(ids.contains(String(fill.dropFirst(5).dropLast())))
      }
      #expect(elements(root).first { $0.name == "title" }?.text == chart.title)
      #expect(elements(root).first { $0.name == "desc" }?.text == chart.description)
    }
  }

  @Test func `ids are made safe and stay different`() {
    #expect(svgName("row-8") == "row-8")
    #expect(svgName("8") == "picture-8")
    #expect(svgName("") == "picture-")
    #expect(svgName("a b") != svgName("ab") && svgName("a b") != svgName("a\"b"))
    #expect(svgName("ế").unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func `numbers have two decimals at most`() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (1.255, "1.25"), (0.05, "0.05"),
      (-12.345, "-12.35"), (1e300, "1000000000"), (.nan, "0"), (-.infinity, "0"),
    ]
    for (value, expected) in cases { #expect(svgNumber(value) == expected) }
  }

  @Test func `a picture of its own has its namespace and fonts`() throws {
    let chart = SampleCharts.all(true)[0]
    #expect(text(chart).hasPrefix("<svg viewBox=\"0 0 640 "))
    #expect(text(chart).contains("font-family=\"inherit\""))
    let alone = text(chart, standalone: true)
    #expect(alone.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="))
    #expect(!alone.contains("inherit"))
  }

  @Test func `nothing in a picture runs or is loaded`() {
    for chart in SampleCharts.all(true) + HostileCharts.charts(rows: 13, isNasty: true) {
      let source = text(chart)
      for word in ["<script", "<style", "style=", "href", "<image", "<foreignObject", " on"] {
        // The words of texts are escaped; attributes are ours.
        #expect(!source.split(separator: ">").contains { $0.hasPrefix("<") && $0.contains(word) })
      }
    }
  }

  /// One picture with every kind of shape, and one with hatches.
  @Test(arguments: ["attainment", "answers"]) func `golden pictures`(id: String) throws {
    let chart = try #require(SampleCharts.all(true).first { $0.id == id })
    let bytes = Array(text(chart, width: 480, standalone: true).utf8)
    let difference = try compareWithGolden(bytes, "\(id).svg", beside: #filePath)
    #expect(difference == nil)
  }
}
