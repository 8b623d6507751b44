import Foundation
import Testing

/// Compares bytes with a file in `Golden/`.
///
/// With `RECORD_GOLDEN=1` in the environment the file is written; without it a missing file fails,
/// and a difference prints the lines that differ as `-` (expected) and `+` (made).
func expectGolden(
  _ bytes: [UInt8], _ name: String, location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record(
      "no golden file \(name): look at the output, then run with RECORD_GOLDEN=1",
      sourceLocation: location)
    return
  }
  let expected = Array(data)
  guard expected != bytes else { return }
  Issue.record("\(name) differs:\n\(difference(expected, bytes))", sourceLocation: location)
}

private func difference(_ expected: [UInt8], _ made: [UInt8]) -> String {
  func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
  var output: [String] = []
  for change in lines(made).difference(from: lines(expected)) {
    switch change {
    case .remove(let offset, let line, _): output.append("- \(offset + 1): \(line)")
    case .insert(let offset, let line, _): output.append("+ \(offset + 1): \(line)")
    }
  }
  return output.prefix(60).joined(separator: "\n")
}
