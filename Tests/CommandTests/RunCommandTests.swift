import Foundation
import Testing

/// The counts and verdicts of a results.json that tests speak of.
struct Results: Decodable {
  struct Responses: Decodable, Equatable {
    var read: Int
    var accepted: Int
    var rejected: Int
    var duplicate: Int
  }
  struct Target: Decodable {
    var id: String
    var verdict: String
    var baseline: Double?
    var threshold: Double?
    var estimate: Double?
  }
  var responses: Responses
  var targets: [Target]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(Results.self, from: Data(text.utf8))
  }
}

@Suite struct RunCommandTests {
  @Test func `the demo prints the attainment table of Gia Lai 2021`() throws {
    let scratch = try Scratch()
    for language in ["vi", "en"] {
      let ended = try Sipas.run(["demo", "--lang", language, "--output", scratch.path + "/out"])
      #expect(ended.code == 0)
      try expectGolden(ended.output, "demo-\(language).txt")
    }
    let written = try contents(of: scratch.path + "/out").keys
    #expect(
      written.sorted() == [
        "contributions.csv", "covariance.csv", "estimates.csv", "rankings.csv", "register.csv",
        "rejects.csv", "report.docx", "report.html", "report.pdf", "report.xlsx", "results.json",
        "targets.csv", "weights.csv",
      ])
  }

  /// Baselines and thresholds: 1320/KH-UBND of 14/09/2021, section II.2.
  @Test func `Gia Lai's five targets stand against the published baselines of 2020`() throws {
    let scratch = try Scratch()
    let ended = try Sipas.run([
      "run", sample("gia-lai-2021"), "--store", scratch.path + "/s.sqlite", "--format", "json",
    ])
    let results = try Results(ended.output)
    let targets = results.targets.filter { $0.id.hasPrefix("8.1.") }
    #expect(targets.map(\.id) == ["8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5"])
    #expect(targets.map(\.baseline) == [84.78, 90.92, 84.87, 90.40, 81.12])
    #expect(targets.allSatisfy { $0.verdict != "no-data" })
    // The 116 other targets of the plan wait for entered figures and judgements.
    #expect(results.targets.count == 121)
    #expect(results.targets.count { $0.verdict == "no-data" } == 116)
    let thresholds = targets.map { ($0.threshold ?? 0) }
    for (threshold, published) in zip(thresholds, [86.78, 90.92, 86.87, 90.40, 83.12]) {
      #expect(abs(threshold - published) < 1e-9)
    }
    let counts = results.responses
    #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate)
    #expect(counts.rejected > 10 && counts.duplicate >= 3)
  }

  @Test(arguments: samples)
  func `a sample run twice, from another folder, gives the same bytes but for the time`(
    name: String
  ) throws {
    let scratch = try Scratch()
    var outputs: [[String: Data]] = []
    for _ in 0..<2 {
      let ended = try Sipas.run(
        [
          "run", sample(name), "--store", scratch.path + "/s.sqlite", "--output",
          scratch.path + "/o",
        ],
        in: scratch.path)
      #expect(ended.code == 0, "\(ended.errors)")
      var files = try contents(of: scratch.path + "/o")
      for (file, data) in files {
        let text = String(decoding: data, as: UTF8.self)
          .replacing(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, with: "TIME")
        // The time stands compressed in the others; their writers test that equal documents give
        // equal bytes.
        let isText = ["csv", "json", "html"].contains { file.hasSuffix(".\($0)") }
        files[file] = isText ? Data(text.utf8) : Data()
      }
      outputs.append(files)
    }
    #expect(outputs[0] == outputs[1])
    // Contributions are parts of a distance, so they need a target that the survey judges.
    let isJudged = ["gia-lai-2021", "binh-thuan-2021-2025"].contains(name)
    #expect((outputs[0]["contributions.csv"] != nil) == isJudged)
    #expect(outputs[0].count == (isJudged ? 13 : 12))
  }

  @Test func `a missed target is a result, and an exit code only when asked for`() throws {
    let scratch = try Scratch()
    let arguments = ["run", sample("gia-lai-2021"), "--store", scratch.path + "/s.sqlite"]
    let ended = try Sipas.run(arguments + ["--format", "json"])
    #expect(ended.code == 0)
    #expect(try Results(ended.output).targets.contains { $0.verdict == "not-met" })
    #expect(try Sipas.run(arguments + ["--fail-on-missed"]).code == 3)
    #expect(try Sipas.run(arguments + ["--strict"]).code == 65)
  }

  @Test func `what cannot go on ends with the exit codes of sysexits`() throws {
    let scratch = try Scratch()
    #expect(try Sipas.run(["run"]).code == 64)
    #expect(try Sipas.run(["run", scratch.path + "/missing.xml"]).code == 66)
    let broken = try scratch.write("<survey", "broken.xml")
    #expect(try Sipas.run(["run", broken]).code == 65)
    let notAStore = try scratch.write("not a database, not at all, really not", "s.sqlite")
    let ended = try Sipas.run(["run", sample("to-tung-2022"), "--store", notAStore])
    #expect(ended.code == 74)
    #expect(try String(contentsOfFile: notAStore, encoding: .utf8).hasPrefix("not a database"))
    let nowhere = try Sipas.run([
      "run", sample("to-tung-2022"), "--store", scratch.path + "/t.sqlite", "--output",
      "/proc/no-such-folder",
    ])
    #expect(nowhere.code == 74)
  }

  @Test func `personal data are in no byte of the store, the reports or the messages`() throws {
    let scratch = try Scratch()
    let ended = try Sipas.run([
      "run", sample("gia-lai-2021"), "--store", scratch.path + "/s.sqlite", "--output",
      scratch.path + "/o",
    ])
    // Simulated phone numbers and names begin so (the sample's own files hold them in clear).
    let phone = "0900"
    let name = "Synthetic "
    let clear = try contents(of: projectRoot + "/samples/gia-lai-2021/responses").values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    let phones = clear.matches(of: /0900\d{6}/).map { String($0.output) }
    #expect(phones.count > 2000 && clear.contains(name))
    var places = try contents(of: scratch.path + "/o")
    places["store"] = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/s.sqlite"))
    places["messages"] = Data((ended.output + ended.errors).utf8)
    for (place, data) in places {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(/(?:^|[^\d.])0900\d{6}(?!\d)/), "\(phone)… in \(place)")
      #expect(!text.contains(/Synthetic \d/), "a name in \(place)")
    }
  }

  /// R 4.2.2, survey 4.1-1: svydesign(ids = ~1, strata = ~council, fpc = ~N, weights = ~w) on the
  /// rows below, 100 * (A1 == 2): svymean 68.33333333333334, SE 5.62861319951084.
  @Test(arguments: ["council", "ward"])
  func `people drawn one by one from integer or text strata agree with R`(stratum: String) throws {
    let scratch = try Scratch()
    _ = try scratch.write(
      """
      <questionnaire xmlns="urn:sipas:questionnaire:1" id="q" version="1"><title>t</title>
      <scale id="s"><answer code="1"/><answer code="2" satisfied="true"/></scale>
      <variable id="interview_id" kind="text"/><variable id="council" kind="integer"/>
      <variable id="ward" kind="text"/>
      <factor id="f"><label>f</label><item id="A1" scale="s"><label>a</label></item></factor>
      <index id="i"><item measure="satisfied-share"/><factor measure="mean-of-items"/>
      <overall measure="mean-of-factors"/></index></questionnaire>
      """, "q.xml")
    // Satisfied in council 1: 11 of 20; in 2 and 3: 15 of 20.
    let satisfied = [1: 11, 2: 15, 3: 15]
    var rows = "interview_id,council,ward,A1\n"
    var population = "\(stratum),population\n"
    for council in 1...3 {
      for person in 0..<20 {
        let answer = person < satisfied[council, default: 0] ? 2 : 1
        rows += "i\(council)-\(person),\(council),Ward \(council),\(answer)\n"
      }
      population += "\(stratum == "ward" ? "Ward " : "")\(council),\(council * 100)\n"
    }
    _ = try scratch.write(rows, "rows.csv")
    _ = try scratch.write(population, "population.csv")
    let survey = try scratch.write(
      """
      <survey xmlns="urn:sipas:survey:1" id="s" year="2021"><title>t</title>
      <questionnaire href="q.xml"/><responses><file href="rows.csv"/></responses>
      <design><stratum variable="\(stratum)"/>
      <cluster variable="interview_id" population="population.csv"/><weight equal="true"/></design>
      </survey>
      """, "survey.xml")
    let ended = try Sipas.run(["run", survey, "--format", "json"])
    struct Whole: Decodable {
      struct Estimate: Decodable {
        var measure: String
        var estimate: Double
        var se: Double
        var df: Int
      }
      var estimates: [Estimate]
    }
    let whole = try JSONDecoder().decode(Whole.self, from: Data(ended.output.utf8))
    let overall = try #require(whole.estimates.first { $0.measure == "overall" })
    #expect(abs(overall.estimate / 68.33333333333334 - 1) < 1e-12)
    #expect(abs(overall.se / 5.62861319951084 - 1) < 1e-12)
    #expect(overall.df == 57)
  }
}
