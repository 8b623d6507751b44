import DelimitedText
import Foundation

/// A small generator with a fixed course (SplitMix64, Steele, Lea and Flood 2014), so that every
/// failure can be played again from its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Text made of the bytes that matter to a reader of delimited text.
func randomDelimitedText(seed: UInt64, length: Int = 120) -> [UInt8] {
  var generator = SeededGenerator(seed: seed)
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
