import Foundation
import JSONText

extension FuzzedReader {
  /// JSON, however it is cut: the same events, and what is accepted means to Foundation what it
  /// means here.
  static let jsonText = FuzzedReader("json-text") { bytes in
    let whole = JSONEvents(of: bytes, pieceLength: max(1, bytes.count))
    let pieces = JSONEvents(of: bytes, pieceLength: 3)
    var found: [String] = []
    if whole.fault != pieces.fault { found.append("another fault in pieces") }
    if whole.fault == nil && whole.text != pieces.text { found.append("other events in pieces") }
    if whole.fault == nil && whole.places != pieces.places {
      found.append("other places in pieces")
    }
    guard whole.fault == nil, whole.values == 1, whole.numbersAreFinite else { return found }
    guard
      let original = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
    else { return found + ["accepted, and refused by JSONSerialization"] }
    guard
      let written = try? JSONSerialization.jsonObject(
        with: Data(whole.text), options: .fragmentsAllowed)
    else { return found + ["written so that JSONSerialization refuses it"] }
    if !(original as? NSObject ?? NSNull()).isEqual(written) {
      found.append("another value than JSONSerialization reads")
    }
    return found
  }
}

/// What a stream of JSON tells, written as JSON again.
private final class JSONEvents: JSONStreamHandler {
  private(set) var text: [UInt8] = []
  /// Line and column of each event.
  private(set) var places: [Int] = []
  private(set) var fault: JSONFault?
  /// Values of the outermost level.
  private(set) var values = 0
  /// No number is beyond what a `Double` holds, where parsers may differ.
  private(set) var numbersAreFinite = true
  private var depth = 0
  private var needsComma = false
  private var stream: JSONStream?

  init(of bytes: [UInt8], pieceLength: Int) {
    let stream = JSONStream(self)
    self.stream = stream
    defer { self.stream = nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceLength, alignment: 1)
    defer { buffer.deallocate() }
    do throws(JSONFault) {
      for start in stride(from: 0, to: bytes.count, by: pieceLength) {
        let piece = bytes[start..<min(bytes.count, start + pieceLength)]
        buffer.copyBytes(from: piece)
        try stream.feed(UnsafeRawBufferPointer(rebasing: buffer[..<piece.count]))
      }
      try stream.finish()
    } catch {
      fault = error
    }
    precondition(fault != nil || depth == 0, "what begins also ends")
  }

  private func separate() {
    if let stream { places += [stream.line, stream.column] }
    if depth == 0 { values += 1 }
    if needsComma { text.append(UInt8(ascii: depth == 0 ? "\n" : ",")) }
    needsComma = true
  }

  private func begin(_ mark: Unicode.Scalar) {
    separate()
    depth += 1
    needsComma = false
    text.append(UInt8(ascii: mark))
  }

  private func end(_ mark: Unicode.Scalar) {
    depth -= 1
    precondition(depth >= 0, "what ends has begun")
    needsComma = true
    text.append(UInt8(ascii: mark))
  }

  func beginObject() { begin("{") }
  func endObject() { end("}") }
  func beginArray() { begin("[") }
  func endArray() { end("]") }

  func key(_ name: UnsafeBufferPointer<UInt8>) {
    separate()
    appendJSONString(String(decoding: name, as: UTF8.self), to: &text)
    text.append(UInt8(ascii: ":"))
    needsComma = false
  }

  func scalar(_ kind: JSONScalar, _ value: UnsafeBufferPointer<UInt8>) {
    separate()
    let content = String(decoding: value, as: UTF8.self)
    guard kind != .string else { return appendJSONString(content, to: &text) }
    text += value
    if kind == .number {
      let number = Double(content) ?? .infinity
      let isTiny = number == 0 && content.contains { ("1"..."9").contains($0) }
      if !number.isFinite || isTiny { numbersAreFinite = false }
    }
  }
}
