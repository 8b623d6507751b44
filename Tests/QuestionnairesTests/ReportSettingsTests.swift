import Foundation
import Questionnaires
import SurveyModel
import Testing

struct ReportSettingsTests {
  private static func report(_ inside: String) -> String {
    "<report xmlns=\"urn:sipas:report:1\" xml:lang=\"vi\">\n\(inside)\n</report>"
  }

  /// A folder of its own with these files, removed afterwards.
  private static func withFolder<Value>(
    _ files: [String: [UInt8]], _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
    }
    return try body(folder)
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]

  @Test func `a template has its letterhead, wording, emblem, page and style`() throws {
    let text = Self.report(
      """
      <superior>ỦY BAN NHÂN DÂN TỈNH GIA LAI</superior>
      <issuer>SỞ NỘI VỤ</issuer><issuer xml:lang="en">DEPARTMENT OF HOME AFFAIRS</issuer>
      <symbol>/BC-SNV</symbol><place>Gia Lai</place><kind>BÁO CÁO</kind>
      <abstract>Kết quả   đo lường
        sự hài lòng</abstract>
      <logo href="emblem.png"><label>Quốc huy</label></logo>
      <addressee>Ủy ban nhân dân tỉnh</addressee>
      <recipient>Như trên;</recipient><recipient xml:lang="en">As above;</recipient>
      <recipient>Lưu: VT, CCHC.</recipient>
      <authority>KT. GIÁM ĐỐC</authority><position>PHÓ GIÁM ĐỐC</position><signer>Họ và tên</signer>
      <text id="column.lead">Đơn vị đầu mối</text>
      <text id="column.lead" xml:lang="en">Focal point</text>
      """)
    let settings = try Self.withFolder([
      "report.xml": Array(text.utf8), "emblem.png": Self.png,
      "page.mustache": Array("\u{FEFF}{{title}}".utf8), "style.css": Array("p {}".utf8),
    ]) { folder in
      let loaded = readReportSettings(at: folder)
      #expect(loaded.findings == [])
      // The file and the folder are the same.
      #expect(readReportSettings(at: folder + "/report.xml").value == loaded.value)
      return try #require(loaded.value)
    }
    #expect(settings.superior == LocalizedText(vi: "ỦY BAN NHÂN DÂN TỈNH GIA LAI"))
    #expect(settings.issuer == LocalizedText(vi: "SỞ NỘI VỤ", en: "DEPARTMENT OF HOME AFFAIRS"))
    #expect(settings.abstract.vi == "Kết quả đo lường sự hài lòng")
    #expect(settings.addressees == [LocalizedText(vi: "Ủy ban nhân dân tỉnh")])
    #expect(
      settings.recipients
        == [LocalizedText(vi: "Như trên;", en: "As above;"), LocalizedText(vi: "Lưu: VT, CCHC.")])
    #expect(settings.position.vi == "PHÓ GIÁM ĐỐC" && settings.signer.vi == "Họ và tên")
    #expect(settings.logo?.type == "image/png" && settings.logo?.bytes == Self.png)
    #expect(settings.logo?.text == LocalizedText(vi: "Quốc huy"))
    #expect(settings.wording.map(\.id) == ["column.lead", "column.lead"])
    #expect(settings.wording.map(\.language) == [.vi, .en])
    #expect(settings.page?.text == "{{title}}" && settings.style?.text == "p {}")
  }

  @Test func `an empty template leaves everything as the program has it`() throws {
    let loaded = readReportSettings(Array(Self.report("").utf8), file: "report.xml")
    #expect(loaded.findings == [] && loaded.value == ReportSettings())
  }

  @Test func `a text twice in one language is found`() {
    expect(
      Self.report(
        """
        <issuer>A</issuer>1️⃣<issuer>B</issuer><issuer xml:lang="en">C</issuer>
        <recipient>Một</recipient><recipient>Hai</recipient>
        <text id="column.lead">A</text>
        <text id="2️⃣column.lead">B</text><text id="column.lead" xml:lang="en">C</text>
        """), ["1️⃣": "file.text.repeated", "2️⃣": "report.text.duplicate"]
    ) { readReportSettings($0, file: "test.xml").findings }
  }

  @Test func `what the vocabulary does not know is found with its place`() {
    expect(
      Self.report("1️⃣<isuer>A</isuer><text id=\"2️⃣Column Lead\">A</text>"),
      ["1️⃣": "xml.element.unknown", "2️⃣": "xml.value.form"]
    ) { readReportSettings($0, file: "test.xml").findings }
  }

  @Test func `a folder without a template is told as a missing file`() throws {
    try Self.withFolder([:]) { folder in
      let findings = readReportSettings(at: folder).findings
      #expect(findings.map(\.code.id) == ["xml.file.missing"])
      #expect(findings.first?.place?.file == folder + "/report.xml")
    }
  }

  @Test(
    arguments: [
      ("emblem.gif", Array("GIF89a".utf8), "report.logo.type"),
      ("emblem.svg", Array("<html/>".utf8), "report.logo.type"),
      ("emblem.png", Array(repeating: 0, count: (1 << 20) + 1), "report.file.too-large"),
      ("none.png", nil, "file.reference.missing"),
      ("https://example.org/a.png", nil, "file.reference.address"),
    ] as [(String, [UInt8]?, String)])
  func `an emblem that cannot be used is refused`(
    name: String, bytes: [UInt8]?, code: String
  ) throws {
    var files = ["report.xml": Array(Self.report("<logo href=\"\(name)\"/>").utf8)]
    if let bytes { files[name] = bytes }
    try Self.withFolder(files) { folder in
      let loaded = readReportSettings(at: folder)
      #expect(loaded.value == nil && loaded.findings.map(\.code.id) == [code])
      expectWords(loaded.findings)
    }
  }

  private static func emblem(_ inside: String) throws -> Loaded<ReportSettings> {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "viewBox=\"0 0 9 9\">\(inside)</svg>"
    return try withFolder([
      "report.xml": Array(report("<logo href=\"emblem.svg\"/>").utf8),
      "emblem.svg": Array(drawing.utf8),
    ]) { readReportSettings(at: $0) }
  }

  @Test func `an emblem in SVG that holds shapes alone is taken`() throws {
    let loaded = try Self.emblem(
      """
      <defs><linearGradient id="g"><stop offset="0" stop-color="#c00"/></linearGradient></defs>
      <path d="M0 0h9v9z" fill="url(#g)" transform="rotate(4)"/><use href="#g"/><text x="1">GL</text>
      """)
    #expect(loaded.findings == [] && loaded.value?.logo?.type == "image/svg+xml")
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "<path onload=\"x()\"/>", "<a href=\"#x\"><path/></a>",
      "<image href=\"https://example.org/x.png\"/>", "<use href=\"other.svg#x\"/>",
      "<use xlink:href=\"data:text/html,x\"/>", "<path fill=\"url(https://example.org/x#y)\"/>",
      "<path fill=\"URL( 'x.svg#y')\"/>", "<path fill=\"u\\72l(x)\"/>", "<style>p{}</style>",
      "<path style=\"fill:red\"/>", "<foreignObject/>", "<animate attributeName=\"d\"/>",
      "<set/>", "<path xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ])
  func `an emblem in SVG that holds more is refused`(inside: String) throws {
    let loaded = try Self.emblem(inside)
    #expect(loaded.value == nil)
    #expect(Set(loaded.findings.map(\.code.id)) == ["report.logo.unsafe"], "\(inside)")
    expectWords(loaded.findings)
  }

  @Test func `a page that is no text, is too large or is a folder is refused`() throws {
    for (bytes, code) in [
      ([0xFF, 0xFE, 0x41], "report.file.not-text"), (Array("a\0b".utf8), "report.file.not-text"),
      (Array(repeating: 0x20, count: (1 << 20) + 1), "report.file.too-large"),
    ] as [([UInt8], String)] {
      try Self.withFolder([
        "report.xml": Array(Self.report("").utf8), "page.mustache": bytes,
      ]) { folder in
        let loaded = readReportSettings(at: folder)
        #expect(loaded.value == nil && loaded.findings.map(\.code.id) == [code])
        #expect(loaded.findings.first?.place?.file == folder + "/page.mustache")
      }
    }
    try Self.withFolder(["report.xml": Array(Self.report("").utf8)]) { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/style.css", withIntermediateDirectories: true)
      #expect(
        readReportSettings(at: folder).findings.map(\.code.id) == ["report.file.unreadable"])
    }
  }
}
