import JSONText
import Testing

/// Writes down what a stream tells.
private final class Told: JSONStreamHandler {
  var events: [String] = []
  func beginObject() { events.append("{") }
  func endObject() { events.append("}") }
  func beginArray() { events.append("[") }
  func endArray() { events.append("]") }
  func key(_ name: UnsafeBufferPointer<UInt8>) {
    events.append(String(decoding: name, as: UTF8.self) + ":")
  }
  func scalar(_ kind: JSONScalar, _ text: UnsafeBufferPointer<UInt8>) {
    events.append("\(kind) \(String(decoding: text, as: UTF8.self))")
  }
}

/// The events of a text fed in pieces of `size` bytes, or its fault.
private func read(_ bytes: [UInt8], pieces size: Int = .max) -> Result<[String], JSONFault> {
  let told = Told()
  let stream = JSONStream(told)
  do throws(JSONFault) {
    var start = 0
    while start < bytes.count {
      let end = start + min(size, bytes.count - start)
      var failure: JSONFault?
      bytes[start..<end].withUnsafeBytes { piece in
        do throws(JSONFault) { try stream.feed(piece) } catch { failure = error }
      }
      if let failure { throw failure }
      start = end
    }
    try stream.finish()
    return .success(told.events)
  } catch {
    return .failure(error)
  }
}

private func read(_ text: String) -> Result<[String], JSONFault> { read(Array(text.utf8)) }

// What must be accepted and refused follows RFC 8259; the cases are of the kinds of Nicolas
// Seriot's JSONTestSuite (y_… accepted, n_… refused).
@Suite struct JSONStreamTests {
  @Test(
    arguments: [
      "[]", "{}", " [1 , 2]\n", "[-0]", "[0]", "[1E+2]", "[0e1]", "[20e-1]", "[123.456e78]",
      "[-123]", "[null, 1, \"1\", {}]", #"["\u0060\u012a\u12AB"]"#, #"["\"\\\/\b\f\n\r\t"]"#,
      #"["\uD801\udc37"]"#, #"{"a":[],"":0}"#, "\"x\"", "42", "true", "null",
      "{\"a\":1}\n{\"a\":2}\n", "[\"\u{7F}\"]", "\u{FEFF}[1]", "",
    ])
  func `what RFC 8259 allows is read`(text: String) throws {
    _ = try read(text).get()
  }

  @Test(
    arguments: [
      "[1,]", "[,1]", "[1 2]", "[1", "{", "]", "}", "[}", "{]", #"{"a"}"#, #"{"a":}"#,
      #"{"a":1,}"#, #"{"a" 1}"#, "{a:1}", "{'a':1}", "[01]", "[+1]", "[-]", "[1.]", "[.5]",
      "[1e]", "[1e+]", "[0x1]", "[NaN]", "[Infinity]", "[tru]", "[truee]", "[nul]", "[True]",
      "[\"a]", #"["\x"]"#, #"["\u12"]"#, #"["\u12G4"]"#, #"["\uD800"]"#, #"["\uD800a"]"#,
      #"["\uD800\n"]"#, #"["\uDC00"]"#, #"["\uD800\uD800"]"#, "[\"a\nb\"]", "[\"\t\"]",
      "[1]x", "{}{}", "// a\n[]", "[1]/*a*/", "[\u{A0}1]", "\\", "[-2.]", "[2.e3]", "[1e1.2]",
      "[\"a\" \"b\"]", "[\"a\":1]", "{1:2}", "{\"a\":1:2}", "[--1]",
    ])
  func `what RFC 8259 forbids is refused`(text: String) {
    #expect(throws: JSONFault.self) { try read(text).get() }
  }

  @Test func `bytes that are no UTF-8 are refused in names and values`() {
    let cases: [[UInt8]] = [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22], [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0xFF, 0xFE],
    ]
    for bytes in cases { #expect(throws: JSONFault.self) { try read(bytes).get() } }
  }

  @Test func `events name every part, escapes replaced`() throws {
    let text =
      #"{"xã":"Đắk \"Lắk\"","n":-1.50e2,"t":true,"f":false,"z":null,"a":[{},"\ud83d\ude00"]}"#
    #expect(
      try read(text).get() == [
        "{", "xã:", "string Đắk \"Lắk\"", "n:", "number -1.50e2", "t:", "true true", "f:",
        "false false", "z:", "null null", "a:", "[", "{", "}", "string 😀", "]", "}",
      ])
  }

  @Test(arguments: 1...7) func `pieces of any size give the same events`(size: Int) {
    let text =
      #" {"xã":"Đắk\u1EAFLắk","n":-1.5e2,"t":[true,false,null],"s":"\ud83d\ude00"} "# + "\n7"
    #expect(read(Array(text.utf8), pieces: size) == read(text))
  }

  @Test func `a fault says its line and its column in characters`() {
    let text = "{\"a\":1}\n{\"xã\":\"Đắk\", \"b\" 2}\n"
    #expect(
      read(text) == .failure(JSONFault(reason: .unexpected, line: 2, column: 18)))
  }

  @Test func `a text cut off anywhere is refused`() {
    let whole = Array(#"{"a":"xã","b":[1,true,{"c":null}]}"#.utf8)
    for length in 1..<whole.count {
      #expect(throws: JSONFault.self) { try read(Array(whole[..<length])).get() }
    }
  }

  @Test func `depth, strings and numbers have limits`() {
    let deep = String(repeating: "[", count: 65)
    #expect(read(deep) == .failure(JSONFault(reason: .tooDeep, line: 1, column: 65)))
    #expect(
      throws: JSONFault(reason: .tooLong, line: 1, column: 403),
      performing: { try read("[" + String(repeating: "1", count: 500)).get() })
    let long = [UInt8(0x22)] + [UInt8](repeating: 0x61, count: 16 << 20 + 1)
    #expect(throws: JSONFault.self) { try read(long, pieces: 1 << 16).get() }
  }

  @Test func `a written string is read as it was`() throws {
    let text = "Đắk \"Lắk\" \\ \u{1}\n\t😀"
    var bytes: [UInt8] = []
    appendJSONString(text, to: &bytes)
    #expect(try read(bytes).get() == ["string \(text)"])
  }
}
