import Numerics

import DelimitedText
import Foundation

/// Text made of the bytes that matter to a reader of delimited text.
func randomDelimitedText(seed: UInt64, length: Int = 120) -> [UInt8] {
  var generator = SplitMix64(seed: seed)
  let pieces = [
    ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "a", "12", "é", ",\"x\",", "\"a\nb\"", "",
  ]
  var text: [UInt8] = []
  while text.count < length {
    text += Array((pieces.randomElement(using: &generator) ?? "a").utf8)
  }
  return text
}

/// All records of a text as the reference reader sees them: line and contents.
func records(of text: [UInt8], delimiter: Character = ",") -> [(line: Int, fields: [String])] {
  text.withUnsafeBufferPointer { bytes in
    var cursor = RecordCursor(bytes, delimiter: delimiter.asciiValue ?? 44)
    var found: [(line: Int, fields: [String])] = []
    while cursor.next() {
      found.append((cursor.recordLine, cursor.fields.map { cursor.text(of: $0) }))
    }
    return found
  }
}

/// Runs `body` with a file that holds `bytes`, and removes it.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("sipas-test-\(UUID().uuidString).csv").path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}
