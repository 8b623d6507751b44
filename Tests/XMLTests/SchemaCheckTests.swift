import SurveyModel
import Testing
import XML

struct SchemaCheckTests {
  private func expect(
    _ marked: String, _ expected: [Character: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    expectFindings(marked, expected, schema: try librarySchema(), sourceLocation: sourceLocation)
  }

  private func findings(_ text: String) throws -> [Finding] {
    readXML(Array(text.utf8), file: "test.xml", schema: try librarySchema()).findings
  }

  @Test func `a valid file has no findings`() throws {
    try expect(
      """
      <form xmlns="urn:test"><title>t</title><question id="a"><text>x</text></question><end/></form>
      """, [:])
  }

  @Test func `every unknown element is reported, not only the first`() throws {
    try expect(
      """
      <form xmlns="urn:test">
        <title>t</title>
        1️⃣<qestion id="a"><text>x</text></qestion>
        <question id="b">2️⃣<txt>x</txt><text>x</text></question>
        3️⃣<extra/>
        <end>4️⃣<more/></end>
      </form>
      """,
      [
        "1️⃣": "xml.element.unknown", "2️⃣": "xml.element.unknown", "3️⃣": "xml.element.unknown",
        "4️⃣": "xml.element.unknown",
      ])
  }

  @Test func `a misspelt element gets a suggestion`() throws {
    let found = try findings(
      "<form xmlns='urn:test'><title>t</title><qestion id='a'/><question id='b'><text>x</text>"
        + "</question><end/></form>")
    #expect(found.map(\.remedy.en) == ["did you mean <question>?"])
    #expect(found.first?.expected?.en == "<title>, <note>, <question>, <end>")
  }

  @Test func `elements in the wrong order are each reported once`() throws {
    try expect(
      """
      <form xmlns="urn:test">
        <question id="a"><text>x</text></question>
        1️⃣<title>t</title>
        <end/>
        2️⃣<question id="b"><text>x</text></question>
      </form>
      """, ["1️⃣": "xml.element.order", "2️⃣": "xml.element.order"])
  }

  @Test func `missing, repeated and exclusive elements are told apart`() throws {
    try expect(
      """
      1️⃣<form xmlns="urn:test">
        <title>t</title>
        2️⃣<title>u</title>
        3️⃣<question id="a"/>
        <question id="b"><text>x</text>4️⃣<figure>1</figure></question>
      </form>
      """,
      [
        "1️⃣": "xml.element.missing", "2️⃣": "xml.element.repeated", "3️⃣": "xml.element.missing",
        "4️⃣": "xml.element.repeated",
      ])
  }

  @Test func `a missing choice names all its members`() throws {
    let found = try findings(
      "<form xmlns='urn:test'><title>t</title><question id='a'/><end/></form>")
    #expect(found.map(\.message.en) == ["<question> lacks one of: <text>, <figure>"])
  }

  @Test func `attributes are reported at their names, values at the value`() throws {
    try expect(
      """
      <form xmlns="urn:test">
        <title>t</title>
        1️⃣<question kind="2️⃣number"><text>x</text></question>
        <question id="b" 3️⃣knd="integer" places="4️⃣9"><text>x</text></question>
        <question id="5️⃣" places="6️⃣hai"><figure>7️⃣84,78</figure></question>
        <end/>
      </form>
      """,
      [
        "1️⃣": "xml.attribute.missing", "2️⃣": "xml.value.not-allowed",
        "3️⃣": "xml.attribute.unknown", "4️⃣": "xml.value.range", "5️⃣": "xml.value.form",
        "6️⃣": "xml.value.form", "7️⃣": "xml.value.form",
      ])
  }

  @Test func `a misspelt required attribute is one fault with a suggestion`() throws {
    let found = try findings(
      "<form xmlns='urn:test'><title>t</title><question idd='a'><text>x</text></question><end/>"
        + "</form>")
    #expect(found.map(\.code.id) == ["xml.attribute.unknown"])
    #expect(found.first?.remedy.vi == "có phải là “id” không?")
  }

  @Test func `a decimal comma is named as the reason`() throws {
    let found = try findings(
      "<form xmlns='urn:test'><title>t</title><question id='a'><figure>84,78</figure></question>"
        + "<end/></form>")
    #expect(found.first?.remedy.en == "use a decimal point: 84.78")
  }

  @Test func `text where only elements may stand is reported at the text`() throws {
    try expect(
      """
      <form xmlns="urn:test"><title>t</title>
        1️⃣ghi chú
        <question id="a"><text>x</text></question><end/></form>
      """, ["1️⃣": "xml.text.not-allowed"])
  }

  @Test func `a wrong root or namespace is reported alone`() throws {
    try expect("1️⃣<forms xmlns='urn:test'><x/></forms>", ["1️⃣": "xml.root.unknown"])
    try expect("1️⃣<form><x/></form>", ["1️⃣": "xml.root.namespace"])
    try expect("1️⃣<form xmlns='urn:tset'><x/></form>", ["1️⃣": "xml.root.namespace"])
  }

  @Test func `an element of another namespace is reported`() throws {
    try expect(
      """
      <form xmlns="urn:test"><title>t</title>1️⃣<title xmlns="urn:other">t</title>
        <question id="a"><text>x</text></question><end/></form>
      """, ["1️⃣": "xml.element.namespace"])
  }

  @Test func `a thoroughly broken file ends with a word about more faults`() throws {
    let strangers = String(repeating: "<x/>", count: 1500)
    let found = try findings("<form xmlns='urn:test'><title>t</title>\(strangers)</form>")
    #expect(found.contains { $0.code.id == "xml.schema.more" })
    #expect(found.contains { $0.code.id == "xml.element.unknown" })
  }

  @Test func `codes are unique and explained in both languages`() {
    let ids = XMLFindingCode.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for code in XMLFindingCode.all {
      #expect(code.meaning.vi?.isEmpty == false && code.meaning.en?.isEmpty == false)
    }
  }
}
