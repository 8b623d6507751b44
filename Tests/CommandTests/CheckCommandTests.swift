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

  @Test func `check is silent on every shipped file`() throws {
    for file in try Self.shippedFiles() {
      let ended = try Sipas.run(["check", file])
      #expect(ended.code == 0 && ended.output.isEmpty && ended.errors.isEmpty, "\(ended.errors)")
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
    for file in files {
      let ended = try Sipas.run(["check", folder + "/" + file, "--lang", language])
      let missingFile = ended.errors.contains("missing")
      #expect(ended.code == 65 || (ended.code == 66 && missingFile), "\(file): \(ended.code)")
      #expect(ended.errors.contains(folder + "/" + file), "\(file) has no place")
      #expect(
        ended.errors.contains(language == "vi" ? "cách sửa" : "hint"), "\(file) has no remedy")
      report += "# \(file)\n\(ended.errors)\n"
    }
    try expectGolden(report, "check-malformed-\(language).txt")
  }
}
