import Foundation

/// Text in the old encodings, by the published letters.
enum VietnameseBytes {
  static let encodings = ["windows-1258", "TCVN3", "VNI-Windows"]

  /// `text` in one of ``encodings``; characters other than Vietnamese letters must be ASCII.
  static func encode(_ text: String, in encoding: String) throws -> [UInt8] {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Fixtures/published/vietnamese-encodings/letters.csv")
    let column = 2 + (encodings.firstIndex(of: encoding) ?? 0)
    var codes: [String: [UInt8]] = [:]
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      codes[String(cells[0])] = cells[column].split(separator: " ").compactMap {
        UInt8($0, radix: 16)
      }
    }
    return text.flatMap { codes[String($0)] ?? Array(String($0).utf8) }
  }
}
