import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static func shippedFiles() throws -> [String] {
    let questionnaires = try FileManager.default
      .contentsOfDirectory(atPath: projectRoot + "/questionnaires")
      .filter { $0.hasSuffix(".xml") }.sorted().map { "questionnaires/" + $0 }
    return questionnaires
      + samples.flatMap { ["samples/\($0)/survey.xml", "samples/\($0)/plan.xml"] }
  }

  /// Plans say where figures are awaited and where the document does not add up.
  @Test func `check finds nothing worse than notices of plans in every shipped file`() throws {
    for file in try Self.shippedFiles() {
      let ended = try Sipas.run(["check", file, "--lang", "en"])
      #expect(ended.code == 0 && ended.output.isEmpty, "\(ended.errors)")
      let findings = ended.errors.split(separator: "\n").filter { !$0.hasPrefix("  ") }
      for finding in findings {
        #expect(finding.contains("/plan.xml:") && finding.contains(": notice: "), "\(finding)")
      }
    }
  }

  @Test func `check tells a missing file from a file that names a missing one`() throws {
    #expect(try Sipas.run(["check", "no-such-file.xml"]).code == 66)
    for file in ["survey-missing-questionnaire.xml", "survey-no-files.xml"] {
      #expect(try Sipas.run(["check", "Tests/Fixtures/malformed/" + file]).code == 65, "\(file)")
    }
  }

  @Test(arguments: ["vi", "en"])
  func `check names every fault of every broken file with place and remedy`(
    language: String
  ) throws {
    let folder = "Tests/Fixtures/malformed"
    let files = try FileManager.default.contentsOfDirectory(atPath: projectRoot + "/" + folder)
      .filter { $0.hasSuffix(".xml") }.sorted()
    #expect(files.count >= 25)
    var report = ""
    // A few files at a time: a code met more than twenty times is counted, not printed.
    for start in stride(from: 0, to: files.count, by: 10) {
      let some = files[start..<min(start + 10, files.count)].map { folder + "/" + $0 }
      let ended = try Sipas.run(["check"] + some + ["--lang", language])
      #expect(ended.code == 65)
      // The fault of a survey may stand in a file that it names.
      for file in some where !file.contains("/survey-") {
        #expect(ended.errors.contains(file + ":"), "\(file) has no place")
      }
      report += ended.errors
    }
    let lines = report.split(separator: "\n")
    let remedy = language == "vi" ? "  gợi ý: " : "  hint: "
    let findings = lines.filter { $0.hasPrefix(folder) && $0.hasSuffix("]") }.count
    #expect(lines.filter { $0.hasPrefix(remedy) }.count == findings)
    #expect(findings > files.count)
    try expectGolden(report, "check-malformed-\(language).txt")
  }
}
