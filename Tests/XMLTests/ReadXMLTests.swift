import SurveyModel
import Testing
import XML

struct ReadXMLTests {
  private func root(_ text: String) throws -> XMLElement {
    try #require(readXML(Array(text.utf8), file: "test.xml").root)
  }

  @Test func `elements, attributes and text stand where the file has them`() throws {
    let (text, places) = places(
      in: """
        <?xml version="1.0"?>
        <!-- Phiếu hỏi -->
        1️⃣<form 2️⃣id="3️⃣a"
          ghi-chú='x' 4️⃣kind = "5️⃣b">
          Hải 6️⃣<q/>
        </form>
        """)
    let form = try root(text)
    #expect(form.place == places["1️⃣"])
    #expect(form.attribute("id")?.place == places["2️⃣"])
    #expect(form.attribute("id")?.valuePlace == places["3️⃣"])
    #expect(form.attribute("kind")?.place == places["4️⃣"])
    #expect(form.attribute("kind")?.valuePlace == places["5️⃣"])
    #expect(form.children.first?.place == places["6️⃣"])
    #expect(form.text == "Hải")
    #expect(form.textPlace == Place(file: "test.xml", line: 5, column: 3))
  }

  @Test func `a place inside a value counts references as one character`() throws {
    let (text, places) = places(in: "<q when=\"tuổi &lt; 30 &amp; 1️⃣x\"/>")
    let attribute = try #require(root(text).attribute("when"))
    #expect(attribute.value == "tuổi < 30 & x")
    #expect(attribute.place(ofScalar: 12) == places["1️⃣"])
  }

  @Test func `the language of the nearest element around counts`() throws {
    let form = try root("<f xml:lang='vi'><a/><b xml:lang='en'><c/></b></f>")
    #expect(form.children.map(\.language) == ["vi", "en"])
    #expect(form.children[1].children[0].language == "en")
  }

  @Test func `CDATA is text and comments are nothing`() throws {
    #expect(try root("<f>a<!-- b --><![CDATA[<c>]]>&#x1EBF;</f>").text == "a<c>ế")
  }

  @Test(arguments: [true, false]) func `UTF-16 is read in both byte orders`(bigEndian: Bool) throws
  {
    var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in "<?xml version='1.0' encoding='UTF-16'?><f nhãn='Huế'/>".utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += bigEndian ? pair : pair.reversed()
    }
    let form = try #require(readXML(bytes, file: "test.xml").root)
    #expect(form.attribute("nhãn")?.value == "Huế")
  }

  @Test func `a byte order mark takes no column`() throws {
    let reading = readXML([0xEF, 0xBB, 0xBF] + Array("<f/>".utf8), file: "test.xml")
    #expect(reading.root?.place == Place(file: "test.xml", line: 1, column: 1))
  }

  @Test func `lines above 65535 keep their number`() throws {
    let form = try root("<f>" + String(repeating: "\n", count: 70_000) + "<q/></f>")
    #expect(form.children.first?.place.line == 70_001)
  }
}
