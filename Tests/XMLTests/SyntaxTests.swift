import SurveyModel
import Testing
import XML

struct SyntaxTests {
  @Test func `a tag left open is reported where it was opened`() {
    expectFindings(
      """
      <form>
        <q>
          1️⃣<label>Nơi ngồi chờ
        </q>
      </form>
      """, ["1️⃣": "xml.syntax.unclosed-element"])
  }

  @Test func `a file cut off names the innermost tag left open`() {
    expectFindings("<form><q>1️⃣<label>Nơi", ["1️⃣": "xml.syntax.unclosed-element"])
  }

  @Test func `an end tag with the wrong name is reported once, with the right name`() {
    expectFindings("<f><label>a1️⃣</lable></f>", ["1️⃣": "xml.syntax.end-tag"])
    expectFindings("<f><q><a/>1️⃣</item></f>", ["1️⃣": "xml.syntax.end-tag"])
    let reading = readXML(Array("<f>\n<label>a</lable></f>".utf8), file: "test.xml")
    #expect(reading.findings.first?.expected?.en == "</label>")
    #expect(reading.findings.first?.message.en?.contains("line 2") == true)
  }

  @Test func `a stray end tag does not blame the tags around it`() {
    expectFindings("<f><q>1️⃣</b></q></f>", ["1️⃣": "xml.syntax.end-tag"])
  }

  @Test func `several faults are found in one reading`() {
    expectFindings(
      """
      <f id="1" 1️⃣id="2">
        <t>A 2️⃣& B 3️⃣&nbsp;</t>
        <q id=4️⃣s><a when="x 5️⃣< 3"/></q>
        <b code="6️⃣1><c/></b>
      </f>
      """,
      [
        "1️⃣": "xml.syntax.duplicate-attribute", "2️⃣": "xml.syntax.ampersand",
        "3️⃣": "xml.entity.unknown", "4️⃣": "xml.syntax.attribute", "5️⃣": "xml.syntax.less-than",
        "6️⃣": "xml.syntax.attribute",
      ])
  }

  @Test func `an attribute without value or space is reported at its name`() {
    expectFindings(
      "<f 1️⃣required a='1'2️⃣b='2'/>",
      ["1️⃣": "xml.syntax.attribute", "2️⃣": "xml.syntax.tag"])
  }

  @Test func `content outside the root is reported`() {
    expectFindings("<f/>\n1️⃣<g/>", ["1️⃣": "xml.syntax.outside-root"])
    expectFindings("<f/>\n1️⃣chữ", ["1️⃣": "xml.syntax.outside-root"])
    expectFindings("1️⃣ <!-- không có gì -->", ["1️⃣": "xml.syntax.no-root"])
    expectFindings("1️⃣A1,A2\n4,5\n", ["1️⃣": "xml.file.not-xml"])
  }

  @Test func `comments, CDATA and declarations left open are reported where they open`() {
    for opening in ["<!-- ", "<![CDATA[ ", "<?x "] {
      expectFindings("<f>1️⃣\(opening)</f>", ["1️⃣": "xml.syntax.unclosed-markup"])
    }
    expectFindings("\n1️⃣<?xml version='1.0'?><f/>", ["1️⃣": "xml.syntax.declaration"])
    expectFindings("1️⃣<?xml version=1.0?><f/>", ["1️⃣": "xml.syntax.declaration"])
    expectFindings("<f>a1️⃣]]>b</f>", ["1️⃣": "xml.syntax.section-end"])
  }

  @Test func `control characters and undeclared prefixes are reported`() {
    expectFindings("<f>a1️⃣\u{1}</f>", ["1️⃣": "xml.syntax.control-character"])
    let reading = readXML(Array("<x:f/>".utf8), file: "test.xml")
    #expect(reading.findings.map(\.code.id) == ["xml.namespace.prefix"])
  }

  @Test func `a byte that is not UTF-8 is reported at its line and column`() {
    let bytes = Array("<f>\n Hu".utf8) + [0xEA] + Array(" </f>".utf8)
    let reading = readXML(bytes, file: "test.xml")
    #expect(reading.findings.map(\.code.id) == ["xml.encoding.invalid"])
    #expect(reading.findings.first?.place?.description == "test.xml:2:4")
  }

  @Test func `another declared encoding is refused by name`() {
    let text = "<?xml version='1.0' encoding='windows-1258'?><f/>"
    let reading = readXML(Array(text.utf8), file: "test.xml")
    #expect(reading.findings.map(\.code.id) == ["xml.encoding.unsupported"])
    #expect(reading.findings.first?.message.vi?.contains("windows-1258") == true)
  }

  @Test(
    arguments: [
      [], [0x20, 0x0A], [0x3C], [0x3C, 0x3F], [0x3C, 0x21], [0x3C, 0x2F], [0xFF, 0xFE],
      [0xFE, 0xFF],
      [0xFF, 0xFE, 0x00, 0xD8], [0x3C, 0x00], [0x50, 0x4B, 0x03, 0x04, 0x00], [0xEF, 0xBB, 0xBF],
      [0x3C, 0x61], [0x3C, 0x61, 0x20], [0x3C, 0x61, 0x20, 0x62], [0x3C, 0x61, 0x20, 0x62, 0x3D],
      [0x3C, 0x61, 0x20, 0x62, 0x3D, 0x22], [0x26], [0x3C, 0x61, 0x3E, 0x26],
      [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]]) func `a fragment of a file ends in a finding`(bytes: [UInt8])
  {
    let reading = readXML(bytes, file: "test.xml")
    #expect(reading.root == nil)
    #expect(!reading.findings.isEmpty)
    expectWords(reading.findings)
  }
}
