import Foundation
import Testing

/// Back-checks of a synthetic sample as a field supervisor makes them.
@Suite struct BackCheckCommandTests {
  private static let survey = sample("to-tung-2022")
  private static let responses = projectRoot + "/samples/to-tung-2022/responses/responses.csv"

  private struct Result: Decodable {
    struct Rate: Decodable { var count, total: Int }
    struct Test: Decodable { var flagged: Bool }
    struct Group: Decodable {
      var codes: [String]?
      var facts: Test
    }
    struct Difference: Decodable {
      var interview, field, first, second, place: String
      var random: Bool
    }
    struct Uncompared: Decodable {
      var interview, reason: String
      var place: String?
    }
    var interviews, added, differing: Int
    var facts_same, opinions_same: Rate
    var groups: [Group]
    var differences: [Difference]
    var uncompared: [Uncompared]
  }

  /// The sample in a store of its own.
  private func store(_ scratch: Scratch) throws -> [String] {
    let options = ["--survey", Self.survey, "--store", scratch.path + "/s.sqlite"]
    #expect(try Sipas.run(["import", Self.responses] + options).code == 0)
    return options
  }

  private func draw(
    _ options: [String], _ path: String, _ more: [String] = ["--per-group", "3", "--seed", "7"]
  ) throws -> Ended {
    try Sipas.run(["backcheck", "draw"] + options + more + ["--output", path])
  }

  private func table(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// A sheet with the first answers of the sample in its blank columns.
  private func filled(_ path: String) throws -> [[String]] {
    let source = try table(Self.responses)
    var sheet = try table(path)
    let row = Dictionary(uniqueKeysWithValues: source.dropFirst().map { ($0[0], $0) })
    for line in sheet.indices.dropFirst() {
      for column in sheet[0].indices where sheet[line][column].isEmpty {
        let field = try #require(source[0].firstIndex(of: sheet[0][column]))
        sheet[line][column] = try #require(row[sheet[line][0]])[field]
      }
    }
    return sheet
  }

  @Test func `a sheet is the same for the same seed, blank, without personal values`() throws {
    let scratch = try Scratch()
    let options = try store(scratch)
    let paths = ["a", "b", "c"].map { scratch.path + "/\($0).csv" }
    #expect(try draw(options, paths[0]).code == 0)
    #expect(try draw(options, paths[1]).code == 0)
    #expect(try draw(options, paths[2], ["--per-group", "3", "--seed", "8"]).code == 0)
    let sheets = try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(sheets[0] == sheets[1])
    #expect(sheets[0] != sheets[2])
    let rows = try table(paths[0])
    // Two items of each of the five factors, the categories beside the stratum; 8 interviewers × 3.
    #expect(
      rows[0].joined(separator: " ")
        == "interview_id interviewer village interview_date field gender age_group ethnicity "
        + "respondent_kind FB A1 A2 P1 P2 O1 O2 R1 R2 F1 F2")
    #expect(rows.count == 25)
    #expect(rows.dropFirst().allSatisfy { $0.dropFirst(4).allSatisfy(\.isEmpty) })
    #expect(!sheets[0].contains("Synthetic") && !sheets[0].contains("09000"))
    let again = try draw(options, paths[0])
    #expect(again.code == 74)
    #expect(again.errors.contains("run.output.exists"))
  }

  @Test func `names that cannot be asked again or group are all refused`() throws {
    let scratch = try Scratch()
    let options = try store(scratch)
    let path = scratch.path + "/a.csv"
    let size = ["--count", "20", "--seed", "1"]
    let fields = try draw(options, path, size + ["--fields", "A1", "phone", "village", "nothing"])
    #expect(fields.code == 65)
    #expect(fields.errors.components(separatedBy: "backcheck.field.unusable").count == 4)
    #expect(try draw(options, path, size + ["--by", "phone"]).code == 65)
    #expect(try draw(options, path, ["--seed", "1"]).code == 64)
    #expect(try draw(options, path, ["--seed", "1", "--share", "nan"]).code == 64)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `what differs, is missing or unknown is told with its place`() throws {
    let scratch = try Scratch()
    let options = try store(scratch)
    let drawn = scratch.path + "/drawn.csv"
    _ = try draw(options, drawn)
    var sheet = try filled(drawn)
    let gender = try #require(sheet[0].firstIndex(of: "gender"))
    let ids = sheet.map { $0[0] }
    // Interviewer 1: all three with another gender. Then one blank, one rejected, one left out.
    for line in 1...3 { sheet[line][gender] = sheet[line][gender] == "male" ? "female" : "male" }
    for column in 4..<sheet[0].count { sheet[4][column] = "" }
    sheet[5][gender] = "zzz"
    sheet[7][0] = "UNKNOWN-1"
    let excluded = sheet[8][0]
    sheet.remove(at: 6)
    #expect(
      try Sipas.run(["exclude"] + options + ["--interview", excluded, "--reason", "thử"]).code == 0)
    let path = try scratch.write(text(sheet), "back.csv")
    let list = scratch.path + "/list.csv"
    let ended = try Sipas.run(
      ["backcheck", "compare", path] + options
        + ["--drawn", drawn, "--format", "json", "--output", list])
    #expect(ended.code == 0, "\(ended.errors)")
    let result = try JSONDecoder().decode(Result.self, from: Data(ended.output.utf8))
    // 24 drawn; blank, rejected, left out, another id, excluded.
    #expect(result.interviews == 19 && result.added == 0)
    #expect(result.differing == 3)
    #expect(result.facts_same.count == result.facts_same.total - 3)
    #expect(result.facts_same.total == 19 * 6)
    #expect(result.opinions_same.count == result.opinions_same.total)
    #expect(result.differences.map(\.interview) == Array(ids[1...3]))
    #expect(result.differences.allSatisfy { $0.field == "gender" && $0.random })
    #expect(result.differences[0].place.hasPrefix(path + ":2:"))
    let flagged = result.groups.filter { $0.facts.flagged }.map { $0.codes }
    #expect(flagged == [["SYN001"]])
    let reasons = result.uncompared.map { "\($0.interview) \($0.reason)" }
    #expect(
      reasons == [
        "\(ids[4]) not-asked-again", "UNKNOWN-1 unknown", "\(excluded) excluded",
        "\(ids[5]) rejected", "\(ids[6]) not-returned", "\(ids[7]) not-returned",
      ])
    #expect(ended.errors.contains("back.csv:7: "))
    #expect(!ended.errors.contains("backcheck.draw.not-recorded"))
    let rows = try table(list)
    #expect(rows.count == 1 + 3 + 6)
    for language in ["vi", "en"] {
      let shown = try Sipas.run(
        ["backcheck", "compare", path] + options + ["--drawn", path, "--lang", language])
      // Every column of the sheet itself is filled in: nothing is left to compare.
      #expect(shown.code == 65)
      #expect(shown.errors.contains("backcheck.field.none"))
      let text = try Sipas.run(["backcheck", "compare", path] + options + ["--lang", language])
      #expect(text.code == 0)
      #expect(text.output.contains(language == "vi" ? "Thông tin thực tế" : "Facts"))
      #expect(text.output.contains("SYN001"))
    }
  }

  @Test func `flagged interviews are added and count in no rate`() throws {
    let scratch = try Scratch()
    let options = try store(scratch)
    let drawn = scratch.path + "/drawn.csv"
    #expect(
      try draw(options, drawn, ["--per-group", "3", "--seed", "7", "--include-flagged"]).code == 0)
    var sheet = try filled(drawn)
    let part = try #require(sheet[0].firstIndex(of: "backcheck_part"))
    let added = sheet.indices.filter { sheet[$0][part] == "2" }
    #expect(!added.isEmpty)
    let gender = try #require(sheet[0].firstIndex(of: "gender"))
    for line in added { sheet[line][gender] = sheet[line][gender] == "male" ? "female" : "male" }
    let path = try scratch.write(text(sheet), "back.csv")
    let ended = try Sipas.run(
      ["backcheck", "compare", path] + options + ["--format", "json"])
    let result = try JSONDecoder().decode(Result.self, from: Data(ended.output.utf8))
    #expect(result.interviews == 24 && result.added == added.count)
    #expect(result.facts_same.count == result.facts_same.total)
    #expect(result.differing == added.count)
    #expect(result.differences.allSatisfy { !$0.random })
  }

  @Test func `any bytes end in findings`() throws {
    let scratch = try Scratch()
    let options = try store(scratch)
    for (number, content) in ["", "\u{0}\u{1}", "a,b\n1,2\n", "interview_id\nX\n"].enumerated() {
      let path = try scratch.write(content, "bad\(number).csv")
      let ended = try Sipas.run(["backcheck", "compare", path] + options)
      #expect(ended.code == 65, "\(number): \(ended.output)")
      #expect(!ended.errors.isEmpty)
    }
    let missing = try Sipas.run(["backcheck", "compare", scratch.path + "/none.csv"] + options)
    #expect(missing.code == 66)
  }
}
