import Foundation
import Numerics
import SurveyModel
import Testing
import XML

struct SafetyTests {
  private func codes(_ text: String) -> [String] {
    readXML(Array(text.utf8), file: "test.xml").findings.map(\.code.id)
  }

  @Test func `an entity bomb is refused at its DOCTYPE`() {
    var text = "<!DOCTYPE f [<!ENTITY a0 \"ha\">"
    for level in 1...20 {
      text += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    #expect(codes(text + "]><f>&a20;</f>") == ["xml.doctype.refused"])
  }

  @Test func `external entities and document types are refused`() throws {
    let secret = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID()).txt")
    try "bí mật".write(to: secret, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: secret) }
    let entity = "<!DOCTYPE f [<!ENTITY x SYSTEM \"file://\(secret.path)\">]><f>&x;</f>"
    #expect(codes(entity) == ["xml.doctype.refused"])
    #expect(
      codes("<!DOCTYPE f SYSTEM \"http://127.0.0.1:9/f.dtd\"><f/>") == ["xml.doctype.refused"])
    #expect(codes("<!doctype f><f/>") == ["xml.doctype.refused"])
    #expect(codes("<f>&x;</f>") == ["xml.entity.unknown"])
  }

  @Test func `a file of one gigabyte is refused by its size`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID()).xml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("<f a=\"".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 1 << 30)  // sparse: takes no room on the disk
    try handle.close()
    guard case .failure(let error) = readXMLFile(at: file.path) else {
      Issue.record("a file of 1 GiB was read")
      return
    }
    #expect(error.finding.code.id == "xml.file.too-large")
  }

  @Test func `folders, missing files and named pipes are refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, code) in [
      (folder.path, "xml.file.unreadable"), (folder.path + "/none.xml", "xml.file.missing"),
      (pipe, "xml.file.unreadable"),
    ] {
      guard case .failure(let error) = readXMLFile(at: path) else {
        Issue.record("\(path) was read")
        continue
      }
      #expect(error.finding.code.id == code)
    }
  }

  @Test func `depth, attributes and elements are limited`() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(codes(deep) == ["xml.limit.depth"])
    let long = "<a b=\"" + String(repeating: "x", count: 70_000) + "\"/>"
    #expect(codes(long) == ["xml.limit.attribute"])
    let many = "<a " + (0..<100).map { "b\($0)='1'" }.joined(separator: " ") + "/>"
    #expect(codes(many) == ["xml.limit.attribute"])
    let limits = XMLLimits(elements: 10)
    let wide = "<a>" + String(repeating: "<b/>", count: 10) + "</a>"
    let reading = readXML(Array(wide.utf8), file: "test.xml", limits: limits)
    #expect(reading.findings.map(\.code.id) == ["xml.limit.elements"])
  }

  @Test func `a schema location in a document is never loaded`() throws {
    let text = """
      <form xmlns="urn:test" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="urn:other file:///etc/hostname"><title>t</title>
        <question id="a"><text>x</text></question><end/></form>
      """
    let reading = readXML(Array(text.utf8), file: "test.xml", schema: try librarySchema())
    #expect(reading.findings.isEmpty)
  }

  @Test func `a schema loads only the imports it is given`() throws {
    #expect(throws: XMLSchemaError.self) {
      try XMLSchema(Array(libraryXSD.utf8), name: "library.xsd")
    }
    let included = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID()).xsd")
    try xmlXSD.write(to: included, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: included) }
    let text = libraryXSD.replacing("xml.xsd", with: included.path)
    #expect(throws: XMLSchemaError.self) { try XMLSchema(Array(text.utf8), name: "library.xsd") }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `bytes changed at random end in a value or in findings`(seed: UInt64) throws {
    let schema = try librarySchema()
    let valid = """
      <?xml version="1.0" encoding="UTF-8"?>
      <form xmlns="urn:test" xml:lang="vi"><title>Phiếu &amp; mẫu</title><note><![CDATA[x]]></note>
        <question id="a" kind="integer" places="2"><text>Hài lòng?</text></question>
        <question id="b"><figure>84.78</figure></question><!-- hết --><end/></form>
      """
    var generator = SplitMix64(seed: seed)
    let signs = Array("<>/=\"'&;!?[]- \n\u{0}xq".utf8) + [0xFF, 0xC3]
    for _ in 0..<50 {
      var bytes = Array(valid.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[position] = sign
        case 1: bytes.insert(sign, at: position)
        case 2: bytes.remove(at: position)
        default:
          let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
          bytes.insert(contentsOf: bytes[position..<end], at: position)
        }
      }
      let reading = readXML(bytes, file: "test.xml", schema: schema)
      #expect(reading.root != nil || !reading.findings.isEmpty)
      expectWords(reading.findings)
    }
  }
}
