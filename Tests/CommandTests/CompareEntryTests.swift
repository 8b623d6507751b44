import Foundation
import Testing

/// The same synthetic forms keyed twice, compared through the program as a person uses it.
@Suite struct CompareEntryTests {
  private static let survey = sample("to-tung-2022")
  private static let header = [
    "interview_id", "village", "field", "gender", "age_group", "ethnicity", "respondent_kind",
    "interview_date", "interviewer", "respondent_name", "phone", "FB", "A1", "A2", "A3", "A4",
    "P1", "P2", "P3", "P4", "P5", "O1", "O2", "O3", "O4", "O5", "R1", "R2", "R3", "F1", "F2",
    "F3",
  ].joined(separator: ",")

  private struct Result: Decodable {
    struct File: Decodable {
      struct Unmatched: Decodable {
        var interview: String
        var rejected_in_other: Bool
      }
      var read, accepted, rejected, duplicate: Int
      var unmatched: [Unmatched]
    }
    struct Agreement: Decodable {
      var cells, differing, keystrokes: Int
    }
    struct Difference: Decodable {
      var interview, field: String
      var first, second: String?
      var hidden: Bool
      var first_place, second_place: String
    }
    struct Finding: Decodable { var code: String }
    var first, second: File
    var forms, identical_forms: Int
    var overall: Agreement
    var differences: [Difference]
    var findings: [Finding]
  }

  private func form(
    _ id: String, gender: String = "female", name: String = "Synthetic Một", a1: String = "1",
    a2: String = "4", p1: String = "4"
  ) -> String {
    "\(id),TT01,land,\(gender),30-44,bahnar,organisation,2022-10-01,SYN001,\(name),0900000000,0,"
      + "\(a1),\(a2),3,4,\(p1),4,3,3,2,3,3,2,4,4,4,3,4,,,"
  }

  private func files(_ scratch: Scratch) throws -> [String] {
    let first = [
      Self.header, form("D1"), form("D2", a1: "2"), form("D3"), form("D4", a2: "77"), form("D5"),
      form("D6"), form("D6"),
    ]
    let second = [
      Self.header, form("D6"), form("D2", name: "Synthetic Hai", a1: "5"),
      form("D1", gender: "Nữ"), form("D3", p1: ""), form("D4"), form("D7"),
    ]
    return [
      try scratch.write(first.joined(separator: "\n") + "\n", "first.csv"),
      try scratch.write(second.joined(separator: "\n") + "\n", "second.csv"),
    ]
  }

  private func compare(_ files: [String], _ options: [String] = []) throws -> Ended {
    try Sipas.run(["compare-entry"] + files + ["--survey", Self.survey] + options)
  }

  @Test func `differences have both places and values, and no row is dropped silently`() throws {
    let scratch = try Scratch()
    let files = try files(scratch)
    let ended = try compare(files, ["--format", "json"])
    #expect(ended.code == 0, "\(ended.errors)")
    let result = try JSONDecoder().decode(Result.self, from: Data(ended.output.utf8))
    // D1 (a label for a code), D2, D3 and D6 are in both; D4 is rejected in the first file.
    #expect(result.forms == 4)
    #expect(result.identical_forms == 2)
    #expect(result.first.read == 7 && result.first.accepted == 5)
    #expect(result.first.rejected == 1 && result.first.duplicate == 1)
    #expect(result.first.unmatched.map(\.interview) == ["D5"])
    #expect(result.second.unmatched.map(\.interview) == ["D4", "D7"])
    #expect(result.second.unmatched.map(\.rejected_in_other) == [true, false])
    #expect(
      result.differences.map {
        "\($0.interview) \($0.field) \($0.first ?? "*")/\($0.second ?? "*")"
      }
        == ["D2 respondent_name */*", "D2 A1 2/5", "D3 P1 4/"])
    #expect(result.differences.map(\.hidden) == [true, false, false])
    // Columns from 1 in the rows `form` writes: characters before cells 10, 13 and 17, plus one.
    #expect(
      result.differences.map { $0.first_place.replacing(scratch.path + "/", with: "") } == [
        "first.csv:3:65", "first.csv:3:92", "first.csv:4:100",
      ])
    #expect(
      result.differences.map { $0.second_place.replacing(scratch.path + "/", with: "") } == [
        "second.csv:3:65", "second.csv:3:92", "second.csv:5:100",
      ])
    #expect(result.overall.differing == 3)
    #expect(result.findings.contains { $0.code == "ingest.value.not-in-code-list" })
    #expect(result.findings.contains { $0.code == "ingest.interview.duplicate" })
    #expect(
      !FileManager.default.fileExists(atPath: projectRoot + "/samples/to-tung-2022/sipas.sqlite"))
  }

  @Test(arguments: ["vi", "en"])
  func `neither text nor files show personal values`(language: String) throws {
    let scratch = try Scratch()
    let files = try files(scratch)
    let (list, log) = (scratch.path + "/diff.csv", scratch.path + "/log.csv")
    let ended = try compare(
      files, ["--lang", language, "--output", list, "--corrections", log])
    #expect(ended.code == 0)
    let written = try [list, log].map { try String(contentsOfFile: $0, encoding: .utf8) }
    for text in [ended.output, ended.errors] + written {
      for value in ["Synthetic", "Hai,", "0900000"] { #expect(!text.contains(value)) }
    }
    #expect(ended.output.contains(language == "vi" ? "Lần 1" : "First"))
    let rows = written[1].split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[0].hasPrefix("interview_id,field,old,new,reason,"))
    #expect(rows[1].hasPrefix("D2,A1,2,,,2,5,"))
    #expect(rows[2].hasPrefix("D3,P1,4,,,4,,"))
    #expect(ended.errors.contains("compare.entry.not-in-log"))
  }

  @Test func `a log is refused until it is filled in, and then corrects`() throws {
    let scratch = try Scratch()
    let files = try files(scratch)
    let log = scratch.path + "/log.csv"
    _ = try compare(files, ["--corrections", log])
    let store = ["--survey", Self.survey, "--store", scratch.path + "/s.sqlite"]
    #expect(try Sipas.run(["import", files[0]] + store).code == 0)
    let unfilled = try Sipas.run(["correct", "--log", log] + store)
    #expect(unfilled.code == 65)
    #expect(unfilled.errors.contains("ingest.decisions.cell-blank"))
    let filled = try String(contentsOfFile: log, encoding: .utf8)
      .replacing("D2,A1,2,,,", with: "D2,A1,2,5,phiếu giấy ghi 5,")
      .split(separator: "\n").filter { !$0.hasPrefix("D3") }.joined(separator: "\n")
    let path = try scratch.write(filled + "\n", "filled.csv")
    let corrected = try Sipas.run(["correct", "--log", path] + store)
    #expect(corrected.code == 0, "\(corrected.errors)")
  }

  @Test func `files that cannot be compared are refused with the reason`() throws {
    let scratch = try Scratch()
    let files = try files(scratch)
    let other = try scratch.write(Self.header + "\n" + form("X1") + "\n", "other.csv")
    let nothing = try compare([files[0], other])
    #expect(nothing.code == 65)
    #expect(nothing.errors.contains("compare.entry.no-common-form"))
    let noID = try scratch.write(
      "village,A1,A2\nTT01,4,4\n", "noid.csv")
    #expect(try compare([files[0], noID]).code == 65)
    let same = try compare([files[1], files[1]])
    #expect(same.code == 0)
    #expect(same.errors.contains("compare.entry.same-bytes"))
    #expect(try compare([files[0], scratch.path + "/none.csv"]).code == 66)
    #expect(try compare(files, ["--output", files[1]]).code == 64)
    // An id keyed twice with another name: the conflict is told, the names are not.
    let twice = try scratch.write(
      [Self.header, form("D1", name: "Synthetic Ba"), form("D1", name: "Synthetic Tư")]
        .joined(separator: "\n") + "\n", "twice.csv")
    let conflict = try compare([files[0], twice], ["--lang", "en"])
    #expect(conflict.errors.contains("ingest.interview.conflict"))
    #expect(!conflict.errors.contains("Synthetic"))
  }
}
