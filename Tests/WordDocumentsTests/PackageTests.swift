import ReportReaders
import Testing

/// The file as a package: every part known, every reference met, every id once.
@Suite struct PackageTests {
  private let parts: Parts

  init() throws { parts = try Parts(SampleReport.vietnamese) }

  @Test func `every part is well-formed and has its type`() throws {
    #expect(parts.names.first == "[Content_Types].xml")
    let types = try parts.part("[Content_Types].xml")
    let overrides = Set(types.all("Override").compactMap { $0.attributes["PartName"] })
    let endings = Set(types.all("Default").compactMap { $0.attributes["Extension"] })
    for name in parts.names {
      if name.hasSuffix(".png") {
        #expect(endings.contains("png"))
        continue
      }
      _ = try parts.part(name)
      let isPlumbing = name == "[Content_Types].xml" || name.hasSuffix(".rels")
      #expect(isPlumbing || overrides.contains("/" + name), "\(name)")
    }
    for part in overrides { #expect(parts.bytes[String(part.dropFirst())] != nil, "\(part)") }
  }

  @Test func `every relationship leads to a part and every reference to a relationship`() throws {
    for (file, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
      let links = try parts.part(file).children
      #expect(!links.isEmpty)
      #expect(Set(links.compactMap { $0.attributes["Id"] }).count == links.count)
      for link in links {
        #expect(link.attributes["TargetMode"] == nil)
        #expect(parts.bytes[folder + (link.attributes["Target"] ?? "")] != nil)
      }
    }
    let ids = Set(
      try parts.part("word/_rels/document.xml.rels").children.compactMap { $0.attributes["Id"] })
    let body = try parts.body
    for node in body.all("headerReference") { #expect(ids.contains(node.attributes["id"] ?? "")) }
    #expect(body.all("blip").count == 1)
    for node in body.all("blip") { #expect(ids.contains(node.attributes["embed"] ?? "")) }
  }

  @Test func `every style and list that is named exists, names and ids stand once`() throws {
    let styles = try parts.part("word/styles.xml").all("style")
    let ids = styles.compactMap { $0.attributes["styleId"] }
    let names = styles.compactMap { $0.child("name")?.value }
    #expect(Set(ids).count == ids.count)
    #expect(Set(names).count == styles.count)
    var named = try parts.body.all.filter { ["pStyle", "tblStyle"].contains($0.name) }
    named += styles.flatMap { $0.children.filter { ["basedOn", "next"].contains($0.name) } }
    named += try parts.part("word/numbering.xml").all("pStyle")
    for node in named { #expect(ids.contains(node.value ?? ""), "\(node.value ?? "")") }
    let lists = try parts.part("word/numbering.xml").all("num").map { $0.attributes["numId"] }
    for node in styles.flatMap({ $0.all("numId") }) { #expect(lists.contains(node.value)) }
    let pictures = try parts.body.all("docPr").compactMap { $0.attributes["id"] }
    #expect(Set(pictures).count == pictures.count)
  }

  @Test func `properties tell title and language, and no time`() throws {
    let core = try parts.part("docProps/core.xml")
    #expect(core.children.map(\.name) == ["title", "subject", "creator", "language"])
    #expect(core.child("title")?.text == "Khảo sát sự hài lòng của người dân tỉnh Mẫu năm 2024")
    #expect(core.child("language")?.text == "vi-VN")
    let english = try Parts(SampleReport.english)
    #expect(try english.part("docProps/core.xml").child("language")?.text == "en-GB")
    let language = try english.part("word/styles.xml").all("lang").first
    #expect(language?.attributes["val"] == "en-GB")
  }

  @Test func `a document opens in today's Word without a question`() throws {
    let settings = try parts.part("word/settings.xml")
    let mode = settings.all("compatSetting").first { $0.attributes["name"] == "compatibilityMode" }
    #expect(mode?.value == "15")
    #expect(settings.all("updateFields").isEmpty)
    #expect(settings.all("decimalSymbol").first?.value == ",")
  }

  /// Nghị định 30/2020/NĐ-CP, appendix I, part I, section I, number 4.
  @Test func `the one font is Times New Roman`() throws {
    let fonts = try parts.part("word/styles.xml").all("rFonts")
    #expect(fonts.count == 1)
    #expect(
      fonts.first?.attributes == [
        "ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "Times New Roman",
        "cs": "Times New Roman",
      ])
    let theme = try parts.part("word/theme/theme1.xml").all("latin")
    #expect(theme.map { $0.attributes["typeface"] } == ["Times New Roman", "Times New Roman"])
    #expect(try parts.body.all("rFonts").isEmpty)
  }
}
