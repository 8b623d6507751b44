import Testing

@testable import XML

/// Streamed XML tells the same as XML read whole, whatever the pieces.
struct XMLStreamTests {
  /// Writes down what it is told.
  private final class Recorder: XMLStreamHandler {
    var lines: [String] = []

    func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
      let values = (0..<attributes.count).map { index in
        "\(attributes.name(index)?.text ?? "")=\(String(decoding: attributes.value(index), as: UTF8.self))"
      }
      lines.append("<\(name.text)\(values.map { " \($0)" }.joined())>")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      let text = String(decoding: bytes, as: UTF8.self)
      if let last = lines.last, !last.hasPrefix("<") {
        lines[lines.count - 1] = last + text
      } else {
        lines.append(text)
      }
    }

    func end(_ name: XMLStreamName) { lines.append("</\(name.text)>") }
  }

  private static func told(_ bytes: [UInt8], pieces: Int) throws -> [String] {
    let recorder = Recorder()
    let stream = XMLStream(recorder)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try bytes[start..<min(start + pieces, bytes.count)].withUnsafeBytes {
        try stream.feed($0)
      }
    }
    try stream.finish()
    return recorder.lines
  }

  private static let text = """
    <?xml version="1.0"?>
    <x:row xmlns:x="urn:x" r="1" x:s="a&amp;b"><!-- no --><x:c t='s'>H&#xF2;a &lt; <![CDATA[<b>]]></x:c><e/></x:row>
    """
  private static let expected = [
    "<row r=1 s=a&b>", "<c t=s>", "Hòa < <b>", "</c>", "<e>", "</e>", "</row>",
  ]

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func piecesOfAnySizeTellTheSame(pieces: Int) throws {
    #expect(try Self.told(Array(Self.text.utf8), pieces: pieces) == Self.expected)
    let utf16: [UInt8] = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try Self.told([0xFE, 0xFF] + utf16, pieces: max(pieces, 4)) == Self.expected)
  }

  @Test func documentTypesStopTheReading() {
    let text = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
    #expect(throws: XMLStreamFault.doctype) { try Self.told(Array(text.utf8), pieces: 8) }
  }

  /// libxml2 stops at some bytes it cannot convert, passes over others, and says so to nobody.
  @Test(arguments: ["SHIFT_JIS", "UTF08", "ISO-8859-1", "windows-1258"])
  func encodingsOtherThanUnicodeAreAFault(encoding: String) {
    let text = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a><b>c</b></a>"
    for pieces in [1, 7, 1000] {
      #expect(throws: XMLStreamFault.syntax(message: "encoding \(encoding)", line: 1)) {
        try Self.told(Array(text.utf8), pieces: pieces)
      }
    }
  }

  @Test(arguments: [1, 4, 7, 1000])
  func bytesThatTheDeclaredEncodingDoesNotHaveAreAFault(pieces: Int) {
    let start = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\n<b>".utf8)
    let bytes = start + [0xA0, 0xFF, 0x81] + Array("</b>\n<b>c</b></a>".utf8)
    #expect(throws: XMLStreamFault.self) { try Self.told(bytes, pieces: pieces) }
  }

  @Test(arguments: [
    "", "<a>", "<a></b>", "<a>&b;</a>", "<a b=1/>", "<a/><a/>", "text", "<a>\u{1}</a>",
  ])
  func whatIsNoXMLIsAFault(text: String) {
    #expect(throws: XMLStreamFault.self) { try Self.told(Array(text.utf8), pieces: 5) }
  }

  @Test func namesAreComparedWhole() throws {
    final class Names: XMLStreamHandler {
      var found: [Bool] = []
      func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
        found += [name == "row", name == "rows", name == "ro", name.isSingle(0x72)]
        found.append(attributes.text("r") == "1" && attributes.text("ro") == nil)
      }
      func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
      func end(_ name: XMLStreamName) {}
    }
    let names = Names()
    let stream = XMLStream(names)
    try Array("<row r=\"1\"/>".utf8).withUnsafeBytes { try stream.feed($0) }
    try stream.finish()
    #expect(names.found == [true, false, false, false, true])
  }
}
