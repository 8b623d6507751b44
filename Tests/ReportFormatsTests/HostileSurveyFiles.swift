import Foundation

/// The survey of every step with an attack in place of every text that its files may choose.
///
/// Codes and ids have rules of their own and stay.
enum HostileSurveyFiles {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "+1+1",
    "@SUM(1)", "-2+3", "\t=1+1", "\r=2+2", "một\r\nhai\tba",
    "\u{202E}đảo\u{202C} \u{2066}x\u{2069}\u{200F}", "]]>", "{{{content}}}", "{{language}}",
    #"{ DDEAUTO c:\\windows\\calc.exe }"#, String(repeating: "w", count: 10_000),
    "\u{85}\u{2028}\u{2029}x", "\u{9B}31m", "%s%n%1$s", "</w:t></w:r><w:fldSimple/>", "_x003D_1+1",
    "=HYPERLINK(\"https://example.org\")", "javascript:alert(1)", "&lt;b&gt;&#60;",
  ]

  static let responses = "=cmd|'<script>.csv"

  /// Writes the survey into a folder.
  ///
  /// - Parameters:
  ///   - folder: A folder that is not there yet.
  ///   - start: Which of the attacks stands at the first place.
  /// - Returns: The path of the survey file.
  /// - Throws: When a file cannot be read or written.
  static func write(to folder: String, from start: Int) throws -> String {
    let source = ReportFolder.root + "/Tests/Fixtures/surveys/every-step"
    try FileManager.default.copyItem(atPath: source, toPath: folder)
    var next = start
    func attack() -> String {
      defer { next += 1 }
      return texts[next % texts.count]
    }
    func change(_ name: String, _ body: (String) -> String) throws {
      let path = "\(folder)/\(name)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data(body(text).utf8).write(to: URL(filePath: path))
    }
    for name in ["survey.xml", "plan.xml", "questionnaire.xml", "earlier/survey.xml"] {
      try change(name) { text in
        text.replacing(/<(label|title|note|lead|qualitative|due)((?: [^>]*)?)>[^<]*<\/\1>/) {
          "<\($0.1)\($0.2)>\(escaped(attack()))</\($0.1)>"
        }
        .replacing(/(document|source)="[^"]*"/) { "\($0.1)=\"\(escaped(attack()))\"" }
      }
    }
    try change("survey.xml") { text in
      text.replacing(
        "<file href=\"responses.csv\"/>", with: "<file href=\"\(escaped(responses))\"/>")
    }
    // A table may hold what XML cannot.
    try change("lists/communes.csv") { text in
      text.split(separator: "\n").enumerated().map { number, line in
        var cells = line.split(separator: ",").map(String.init)
        if number > 0 {
          cells[1] = "\"" + (attack() + "\u{1}\u{1B}[31m").replacing("\"", with: "\"\"") + "\""
        }
        return cells.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }
    // Two rows that are left out, with formulas where codes belong.
    try change("responses.csv") { text in
      let row = text.split(separator: "\n")[1].split(separator: ",").map(String.init)
      let attacks = ["=1+1,=HYPERLINK(1)", "@S,-2+3\u{1B}[31m"]
      return text
        + attacks.map { ($0 + "," + row.dropFirst(2).joined(separator: ",")) + "\n" }.joined()
    }
    try FileManager.default.moveItem(
      atPath: "\(folder)/responses.csv", toPath: "\(folder)/\(responses)")
    return "\(folder)/survey.xml"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&", "<", ">", "\"", "\r", "\n", "\t": "&#\(scalar.value);"
      default: String(Character(scalar))
      }
    }.joined()
  }
}
