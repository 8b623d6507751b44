import Testing
import XML

struct XMLWriterTests {
  @Test func `a document is indented, escaped and declares its encoding`() {
    let bytes = XMLWriter.document { xml in
      xml.element("survey", [("id", "tp-2024"), ("note", "a\"<b>&")]) {
        xml.comment("nhập -- lại")
        xml.element("title", text: "Khảo sát & đánh giá")
        xml.element("empty")
      }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <survey id="tp-2024" note="a&quot;&lt;b&gt;&amp;">
          <!--nhập - - lại-->
          <title>Khảo sát &amp; đánh giá</title>
          <empty/>
        </survey>

        """)
  }

  @Test func `an element with text and elements is written as it is, those around it indented`() {
    let bytes = XMLWriter.document { xml in
      xml.element("a") {
        xml.element("label") {
          xml.text("Huyện")
          xml.element("text", text: "District")
          xml.element("br")
        }
        xml.element("b") { xml.element("c", text: "d") }
      }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a>
          <label>Huyện<text>District</text><br/></label>
          <b>
            <c>d</c>
          </b>
        </a>

        """)
  }

  @Test func `what XML cannot hold becomes a replacement character and the rest reads back`() {
    let controls = (0...0x20).compactMap { Unicode.Scalar($0 as UInt32) }
    let hostile = String(String.UnicodeScalarView(controls)) + "\u{FFFE}]]>"
    let bytes = XMLWriter.document { xml in
      xml.element("a", [("b", hostile)], text: hostile)
    }
    let read = readXML(bytes, file: "written.xml")
    #expect(read.findings.isEmpty)
    let text = read.root?.attributes.first?.value ?? ""
    #expect(text.unicodeScalars.count { $0 == "\u{FFFD}" } == 30)
    #expect(text.contains("\n") && text.contains("\t") && text.hasSuffix("]]>"))
  }
}
