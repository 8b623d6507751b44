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
}
