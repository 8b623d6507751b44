import Foundation
import Testing

/// docs/importing.md, followed step by step on a copy of its synthetic survey.
///
/// Its blocks of commands show what the program prints: findings first, then the result. Times are
/// those of the page. A comment `<!-- edit FILE: OLD => NEW -->` is what the reader does by hand before
/// the block below it; after `<!-- in FILE -->` comes a block whose lines stand in the file by then.
@Suite struct ImportingPageTests {
  @Test func `the page shows what the program prints`() throws {
    let page = projectRoot + "/docs/importing.md"
    let scratch = try Scratch()
    let home = scratch.path + "/survey"
    try FileManager.default.copyItem(
      atPath: projectRoot + "/Tests/Fixtures/importing", toPath: home)
    let written = try String(contentsOfFile: page, encoding: .utf8)
    let followed = try follow(written, in: home)
    #expect(followed.commands >= 10)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try followed.text.write(toFile: page, atomically: true, encoding: .utf8)
    } else {
      #expect(written == followed.text, "run this test with RECORD_GOLDEN=1 and look at the change")
    }
    // Telephone numbers of the synthetic respondents, and what stands in an unknown column.
    for value in ["0900000", "gọi lại"] { #expect(!followed.text.contains(value)) }
  }

  /// The page with its outputs as they are now.
  private func follow(_ page: String, in home: String) throws -> (text: String, commands: Int) {
    var lines: [String] = []
    var commands = 0
    var isCommands = false
    var file: String?
    var shown: String?
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isCommands = false
        (shown, file) = (shown == nil ? file : nil, nil)
      } else if let shown {
        let text = try String(contentsOfFile: home + "/" + shown, encoding: .utf8)
        #expect(text.contains(line.trimmingCharacters(in: .whitespaces)), "\(shown): \(line)")
      } else if line.hasPrefix("$ sipas ") {
        isCommands = true
        commands += 1
        lines.append(line)
        lines += try output(of: line, in: home)
        continue
      } else if let edit = line.wholeMatch(of: /<!-- edit (.+?): (.+) => (.+) -->/) {
        try replace(String(edit.2), by: String(edit.3), inFile: home + "/" + edit.1)
      } else if let name = line.wholeMatch(of: /<!-- in (.+) -->/) {
        file = String(name.1)
      }
      if !isCommands { lines.append(line) }
    }
    return (lines.joined(separator: "\n"), commands)
  }

  private func output(of line: String, in home: String) throws -> [String] {
    var words: [String] = []
    for (number, part) in line.dropFirst("$ sipas ".count).split(
      separator: "\"", omittingEmptySubsequences: false
    ).enumerated() {
      // Every other part stands in quotation marks.
      words += number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    let ended = try Sipas.run(words, in: home, environment: ["USER": "canbo"])
    #expect([0, 65].contains(ended.code), "\(line): \(ended.errors)")
    let text = (ended.errors + ended.output).replacing(
      /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "2022-10-05T02:15:00Z")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.replacing(/[ ]+$/, with: "")
    }
    if lines.last == "" { lines.removeLast() }
    return lines.map { String($0) }
  }

  private func replace(_ old: String, by new: String, inFile path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old), "\(path): \(old)")
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
