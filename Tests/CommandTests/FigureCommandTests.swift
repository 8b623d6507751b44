import Foundation
import Testing

/// Entered figures, judgements and the register, through the program as a person uses it.
@Suite struct FigureCommandTests {
  private static let tienGiang = projectRoot + "/samples/tien-giang-2020/plan.xml"

  private struct Register: Decodable {
    struct Row: Decodable {
      struct Year: Decodable {
        var year: Int
        var result: Double?
        var verdict: String?
      }
      struct Step: Decodable { var kind: String }
      var id, status: String
      var overdue: Bool?
      var role: String?
      var years: [Year]
      var next_step: Step?
    }
    struct Points: Decodable {
      struct Loss: Decodable { var target: String }
      var lost: Double
      var losses: [Loss]
    }
    var year: Int
    var day: String?
    var rows: [Row]
    var points: Points?

    func row(_ id: String) -> Row? { rows.first { $0.id == id } }
  }

  private func figures(_ arguments: [String], _ file: String, _ store: [String]) throws -> Ended {
    try Sipas.run(["figures"] + arguments + ["--survey", file, "--lang", "en"] + store)
  }

  private func register(_ file: String, _ arguments: [String]) throws -> Register {
    let ended = try Sipas.run(["register", file, "--format", "json"] + arguments)
    #expect(ended.code == 0, "\(ended.errors)")
    return try JSONDecoder().decode(Register.self, from: Data(ended.output.utf8))
  }

  @Test func `a plan without a survey keeps figures and judgements beside it`() throws {
    let scratch = try Scratch()
    let plan = try scratch.write(
      String(contentsOfFile: Self.tienGiang, encoding: .utf8), "plan.xml")
    // Looking makes no store.
    let before = try register(plan, ["--year", "2020"])
    #expect(before.row("1.3.2")?.status == "missing")
    #expect(before.row("IV.2")?.next_step?.kind == "judge")
    #expect(try contents(of: scratch.path).keys.sorted() == ["plan.xml"])

    let entered = try figures(
      ["enter", "1.3.2", "0,75", "--year", "2020", "--source", "synthetic", "--by", "Lan"], plan,
      [])
    #expect(entered.code == 0, "\(entered.errors)")
    let judged = try figures(
      ["judge", "IV.2", "--year", "2020", "--not-met", "--reason", "chưa có báo cáo"], plan, [])
    #expect(judged.code == 0, "\(judged.errors)")
    let after = try register(plan, ["--year", "2020"])
    #expect(after.row("1.3.2")?.status == "not-met" && after.row("IV.2")?.status == "not-met")
    #expect(after.row("1.3.2")?.years.map(\.result) == [0, 0.75])
    // 0.75 of the point that 1.3.2 lost in 2019 is won back.
    #expect(after.points?.losses.last { $0.target == "1.3.2" } != nil)

    let again = ["enter", "1.3.2", "1", "--year", "2020", "--source", "synthetic"]
    let refused = try figures(again, plan, [])
    #expect(refused.code == 65 && refused.errors.contains("figures.value.already-entered"))
    #expect(try figures(again + ["--reason", "gõ sai"], plan, []).code == 0)
    #expect(try register(plan, ["--year", "2020"]).row("1.3.2")?.status == "met")
    let withdrawn = try figures(["withdraw", "2", "--reason", "nhầm"], plan, [])
    #expect(withdrawn.code == 0, "\(withdrawn.errors)")
    #expect(try register(plan, ["--year", "2020"]).row("1.3.2")?.status == "not-met")
    #expect(
      try figures(["withdraw", "2", "--reason", "nhầm"], plan, []).errors
        .contains("figures.number.not-held"))
    let history = try figures(["--history"], plan, [])
    #expect(history.output.contains("in place of 1") || history.output.contains("withdrawn"))
    #expect(history.output.contains("Lan") && history.output.contains("chưa có báo cáo"))
    #expect(
      try figures(["withdraw", "1", "--judgement", "--reason", "x"], plan, []).code == 0)
    #expect(try register(plan, ["--year", "2020"]).row("IV.2")?.status == "unjudged")
  }

  @Test func `a file of figures is recorded whole or not at all, and a dry run records nothing`()
    throws
  {
    let scratch = try Scratch()
    let store = ["--store", scratch.path + "/s.sqlite"]
    let wrong = try scratch.write(
      "mục tiêu,năm,giá trị,nguồn\n1.3.2,2020,0.5,synthetic\n1.6,2020,9,synthetic\n", "wrong.csv")
    let refused = try figures(["import", wrong], Self.tienGiang, store)
    #expect(refused.code == 65)
    #expect(refused.errors.contains("wrong.csv:3:10: error: the score of score-1.6 is above"))
    let right = try scratch.write(
      "mục tiêu;năm;giá trị;nguồn\n1.3.2;2020;0,5;synthetic\n1.6;2020;1,25;synthetic\n",
      "right.csv")
    let trial = try figures(["import", right, "--dry-run"], Self.tienGiang, store)
    #expect(trial.code == 0 && trial.output.contains("nothing was recorded"))
    #expect(try contents(of: scratch.path).keys.sorted() == ["right.csv", "wrong.csv"])
    #expect(try figures(["import", right], Self.tienGiang, store).code == 0)
    let listed = try figures(
      ["--format", "csv", "--year", "2020", "--agency", "so noi vu"], Self.tienGiang, store)
    #expect(listed.output.contains("score-1.3.2,2020,0.5,score,synthetic"))
    #expect(!listed.output.contains("score-1.6"))
    // The sheet can be filled in and imported as it was printed.
    let sheet = try scratch.write(listed.output, "sheet.csv")
    let filled = try figures(["import", sheet], Self.tienGiang, store)
    #expect(filled.code == 0, "\(filled.errors)")
    #expect(filled.errors.contains("figures.row.awaited"))
    let missing = try figures(["import", scratch.path + "/none.csv"], Self.tienGiang, store)
    #expect(missing.code == 66)
  }

  @Test func `entered baselines give verdicts, and nothing is awaited any more`() throws {
    let scratch = try Scratch()
    let file = sample("to-tung-2022")
    let store = ["--store", scratch.path + "/s.sqlite"]
    let first = try Sipas.run(["run", file] + store)
    #expect(first.errors.contains("assess.baseline.missing"))
    #expect(!first.errors.contains("plan.baseline.awaited"))
    let targets = ["8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5"]
    for target in targets {
      let entered = try figures(
        ["enter", target, "80", "--year", "2021", "--source", "synthetic", "--by", "Lan"], file,
        store)
      #expect(entered.code == 0, "\(entered.errors)")
    }
    let second = try Sipas.run(["run", file] + store)
    #expect(second.code == 0 && !second.errors.contains("baseline"), "\(second.errors)")
    let rows = try register(file, store)
    // The estimates of the synthetic sample: 82.15, 85.75, 85.46, 85.99 and 78.33.
    #expect(targets.map { rows.row($0)?.status } == ["met", "met", "met", "met", "not-met"])
    let withdrawn = try figures(
      ["withdraw", "1", "--reason", "thử", "--by", "Lan"], file, store)
    #expect(withdrawn.code == 0, "\(withdrawn.errors)")
    #expect(try Sipas.run(["run", file] + store).errors.contains("assess.baseline.missing"))
  }

  @Test func `an agency's work is found in any spelling, and overdue begins the day after`() throws
  {
    func work(_ name: String, _ more: [String] = []) throws -> Register {
      try register(Self.tienGiang, ["--year", "2020", "--agency", name] + more)
    }
    let rows = try work("Sở Nội vụ").rows
    #expect(rows.first?.role == "lead" && rows.count > 5)
    #expect(try work("sơ  NỘI vụ".decomposedStringWithCanonicalMapping).rows.isEmpty == false)
    #expect(try work("so noi vu").rows.map(\.id) == rows.map(\.id))
    let unknown = try Sipas.run(
      ["register", Self.tienGiang, "--agency", "Sở Nội vụ tỉnh", "--lang", "en"])
    #expect(unknown.code == 65 && unknown.errors.contains("“Sở Nội vụ”"), "\(unknown.errors)")
    // The plan's deadline of 1.3 is the fourth quarter of 2020.
    let onTheDay = try work("Sở Nội vụ", ["--day", "2020-12-31"])
    let dayAfter = try work("Sở Nội vụ", ["--day", "2021-01-01"])
    #expect(onTheDay.row("1.3")?.overdue == false && dayAfter.row("1.3")?.overdue == true)
    #expect(
      try work("Sở Nội vụ", ["--day", "2021-01-01", "--overdue"]).rows.allSatisfy {
        $0.overdue == true
      })
    let area = try Sipas.run(["register", Self.tienGiang, "--area", "khong-co", "--lang", "en"])
    #expect(area.code == 65 && area.errors.contains("register.area.unknown"))
  }

  @Test func `figures on record reach the results of a survey and win over the plan file`() throws {
    let scratch = try Scratch()
    let store = ["--store", scratch.path + "/s.sqlite"]
    let survey = sample("gia-lai-2021")
    let entered = try figures(
      [
        "enter", "procedures-announced", "99", "--year", "2021", "--source", "synthetic",
      ], survey, store)
    #expect(entered.code == 0, "\(entered.errors)")
    let output = scratch.path + "/out"
    let ran = try Sipas.run(["run", survey, "--output", output] + store)
    #expect(ran.code == 0, "\(ran.errors)")
    struct Results: Decodable {
      struct Target: Decodable {
        var id: String
        var estimate: Double?
      }
      var targets: [Target]
      var register: Register
    }
    let results = try JSONDecoder().decode(
      Results.self, from: Data(contentsOf: URL(fileURLWithPath: output + "/results.json")))
    #expect(results.targets.first { $0.id == "3.2.1" }?.estimate == 99)
    #expect(results.register.row("3.2.1")?.years.last?.result == 99)
    // What differs from day to day is not in results.
    #expect(results.register.day == nil && results.register.rows.allSatisfy { $0.overdue == nil })
    #expect(FileManager.default.fileExists(atPath: output + "/register.csv"))
    // The register from the store says what the run said.
    let stored = try register(survey, store)
    #expect(stored.rows.map(\.status) == results.register.rows.map(\.status))
    #expect(stored.row("8.1.1")?.years.map(\.year) == [2020, 2021])
    #expect(stored.row("8.1.1")?.years.last?.verdict != "no-data")
  }
}
