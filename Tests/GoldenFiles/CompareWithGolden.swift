import Foundation

/// Compares bytes with a file in the folder `Golden` beside a test's source file.
///
/// With `RECORD_GOLDEN=1` in the environment the file is written instead.
///
/// - Parameters:
///   - bytes: What was made.
///   - name: The name of the golden file.
///   - testFile: `#filePath` of a source file of the tests.
/// - Returns: `nil` where they are equal; else what to tell: that the file is missing, or the lines
///   that differ, as `-` (expected) and `+` (made).
/// - Throws: When the file cannot be written.
package func compareWithGolden(
  _ bytes: [UInt8], _ name: String, beside testFile: String
) throws -> String? {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return nil
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    return "no golden file \(name): look at the output, then run with RECORD_GOLDEN=1"
  }
  let expected = Array(data)
  return expected == bytes ? nil : "\(name) differs:\n\(difference(expected, bytes))"
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
