import DelimitedText
import Foundation

/// The published letters and paragraphs; see their `SOURCE.md`.
enum VietnameseFixture {
  struct Letter: Sendable {
    var text: String
    var codes: [TextEncoding: [UInt8]]
  }

  static let legacy: [TextEncoding] = [.windows1258, .tcvn3, .vni]

  static func file(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Fixtures/published/vietnamese-encodings")
    return try Array(Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func letters() throws -> [Letter] { try published.get() }

  private static let published = Result<[Letter], any Error> {
    let table = String(decoding: try file("letters.csv"), as: UTF8.self)
    return table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      var codes: [TextEncoding: [UInt8]] = [:]
      for (encoding, cell) in zip(legacy, cells[2...]) where !cell.isEmpty {
        codes[encoding] = cell.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      }
      return Letter(text: String(cells[0]), codes: codes)
    }
  }

  /// `text` in a legacy encoding, by the published letters; other characters must be ASCII.
  static func encode(_ text: String, in encoding: TextEncoding) throws -> [UInt8] {
    let codes = Dictionary(
      uniqueKeysWithValues: try letters().map { ($0.text, $0.codes[encoding] ?? []) })
    return text.flatMap { codes[String($0)] ?? Array(String($0).utf8) }
  }

  static func paragraph(in encoding: TextEncoding) throws -> [UInt8] {
    try file("paragraph.\(encoding.rawValue.lowercased()).txt")
  }
}
