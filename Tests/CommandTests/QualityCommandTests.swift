import Foundation
import Testing

/// `sipas quality` as a field supervisor runs it.
@Suite struct QualityCommandTests {
  /// The Gia Lai sample (synthetic) with forms given out, in a store of its own.
  private func survey(_ scratch: Scratch) throws -> String {
    let files = FileManager.default
    let folder = scratch.path + "/samples/gia-lai-2021"
    try files.createDirectory(
      atPath: scratch.path + "/samples", withIntermediateDirectories: true)
    try files.copyItem(atPath: projectRoot + "/samples/gia-lai-2021", toPath: folder)
    try files.copyItem(
      atPath: projectRoot + "/questionnaires", toPath: scratch.path + "/questionnaires")
    try "district,issued,returned\nPLK,10,5\n".write(
      toFile: folder + "/population/forms.csv", atomically: true, encoding: .utf8)
    let path = folder + "/survey.xml"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(
      of: "<plan href",
      with: """
        <quality><unit variable="district"/>
          <forms variable="district" issued="population/forms.csv"/></quality>
          <plan href
        """)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `Flags stand in the tables for staff, the public page has only counts`() throws {
    let scratch = try Scratch()
    let path = try survey(scratch)
    let run = try Sipas.run(["run", path, "--output", scratch.path + "/out"])
    #expect(run.code == 0, "\(run.errors)")
    let page = try String(contentsOfFile: scratch.path + "/out/report.html", encoding: .utf8)
    #expect(page.contains("Kiểm tra phiếu") && page.contains("[quality.duration.long]"))
    let quality = try Sipas.run(
      ["quality", "--survey", path, "--output", scratch.path + "/quality", "--lang", "en"])
    #expect(quality.code == 0, "\(quality.errors)")
    #expect(quality.output.contains("2,386 interviews checked"))
    #expect(quality.output.contains("[quality.forms.more-valid]"))
    let table = try String(
      contentsOfFile: scratch.path + "/quality/quality.csv", encoding: .utf8)
    let rows = table.split(separator: "\n").dropFirst()
    let interviews = rows.filter { $0.contains(",interview,") }.map { $0.split(separator: ",")[3] }
    #expect(!interviews.isEmpty)
    for id in interviews { #expect(!page.contains(id)) }
    // Interviewers of the sample are SYN001 and so on.
    #expect(!page.contains("SYN0"))
    let results = try String(
      contentsOfFile: scratch.path + "/out/results.json", encoding: .utf8)
    #expect(results.contains("\"flagged_interviews\"") && !results.contains("SYN0"))
  }

  @Test func `Every format is printed, and the same again`() throws {
    let scratch = try Scratch()
    let path = try survey(scratch)
    _ = try Sipas.run(["run", path])
    for format in ["text", "json", "csv"] {
      let once = try Sipas.run(["quality", "--survey", path, "--format", format])
      let again = try Sipas.run(["quality", "--survey", path, "--format", format])
      #expect(once.code == 0 && once.output == again.output && !once.output.isEmpty)
      // Personal values of the synthetic respondents.
      #expect(!once.output.contains("Synthetic ") && !once.output.contains("0900000"))
    }
  }

  @Test func `A store without interviews is said to have none`() throws {
    let scratch = try Scratch()
    let ended = try Sipas.run(["quality", "--survey", try survey(scratch)])
    #expect(ended.code == 65 && ended.errors.contains("[run.responses.none]"))
  }

  @Test func `Interviews flagged by a rule are excluded by its code, and are flagged no more`()
    throws
  {
    let scratch = try Scratch()
    let path = try survey(scratch)
    let store = ["--store", scratch.path + "/s.sqlite"]
    #expect(try Sipas.run(["run", path] + store).code == 0)
    func flagged(by rule: String) throws -> [String] {
      let csv = try Sipas.run(["quality", "--survey", path, "--format", "csv"] + store).output
      return csv.split(separator: "\n").filter {
        $0.contains(",interview,") && $0.contains(rule)
      }.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
    }
    let rule = "quality.duration.long"
    let expected = try flagged(by: rule)
    #expect(!expected.isEmpty)
    func exclude(_ code: String, _ more: [String] = []) throws -> Ended {
      try Sipas.run(
        ["exclude", "--survey", path, "--flag", code, "--reason", "quá dài", "--lang", "en"] + store
          + more)
    }
    let done = try exclude(rule)
    #expect(done.code == 0, "\(done.errors)")
    let listed = try Sipas.run(
      ["decisions", "--format", "json", "--interviews"] + store)
    #expect(listed.output.contains("\"rule\": \"\(rule)\""), "\(listed.output)")
    for id in expected { #expect(listed.output.contains(id)) }
    #expect(listed.output.contains("\"interviews\": \(expected.count)"), "\(listed.output)")
    // Those left out are not in the sample any more: what the rule flags now is others, or none.
    #expect(Set(try flagged(by: rule)).isDisjoint(with: expected))

    let unknown = try exclude("quality.duration.lang")
    #expect(unknown.code == 65 && unknown.errors.contains("[decision.rule.unknown]"))
    #expect(unknown.errors.contains("quality.duration.long"))
    let groups = try exclude("quality.forms.more-valid")
    #expect(groups.code == 65 && groups.errors.contains("[decision.rule.flags-none]"))
    #expect(try exclude(rule, ["--rule", "x"]).code == 64)
  }
}
