import Foundation
import Storage
import Testing

/// Designs, data and margins that cannot be, end to end: a run ends in a finding that tells what,
/// where and what to do, or in numbers that say what they do not know; never in a crash.
@Suite struct HostileDesignTests {
  /// A survey that no number may come out of.
  struct Refused: Sendable, CustomTestStringConvertible {
    var survey: HostileSurvey
    var code: String
    var file = "survey.xml"
    /// What the finding must hold in Vietnamese and in English.
    var words: [String] = []

    var testDescription: String { survey.name }
  }

  private static let methods = ["taylor", "jkn", "jk1", "bootstrap"]

  private static func variance(_ method: String) -> String {
    #"method="\#(method)""# + (method == "bootstrap" ? #" replicates="20" seed="1""# : "")
  }

  /// A survey whose first person, or everybody, has another weight.
  private static func weighted(_ name: String, _ weight: String) -> HostileSurvey {
    HostileSurvey(name: name).with { person in
      if person.id == "S101" { person.weight = weight }
      return true
    }
  }

  private static let twoMargins =
    #"<margin variables="gender" totals="gender.csv"/>"#
    + #"<margin variables="district" totals="district.csv"/>"#

  private static func margins(
    _ name: String, _ step: String, gender: String = "m,500\nf,500\n"
  ) -> HostileSurvey {
    HostileSurvey(
      name: name, weighting: step,
      files: [
        "gender.csv": "gender,population\n" + gender,
        "district.csv": "district,population\nA,300\nB,300\nC,400\n",
      ])
  }

  private static let steps = [
    "rake": "<rake>\(twoMargins)</rake>",
    "calibrate": #"<calibrate method="linear">\#(twoMargins)</calibrate>"#,
  ]

  private static let refusedWeights = [
    ("zero", "0", "(0)"), ("negative", "-3", "(-3)"), ("huge", "1e300", "(1e+300)"),
  ].map { name, weight, shown in
    Refused(
      survey: weighted("\(name) weight", weight), code: "weight.row.not-positive",
      words: ["S101 \(shown)", "1e295"])
  }

  private static let refusedDesigns =
    methods.map { method in
      Refused(
        survey: HostileSurvey(
          name: "one commune in a district, fail, \(method)", rule: "fail",
          variance: variance(method)
        ).withLoneCommune,
        code: "estimate.stratum.single-psu", words: ["district=B", "B1"])
    } + [
      Refused(
        survey: HostileSurvey(name: "more communes sampled than there are", population: true)
          .with { person in
            person.communes = person.district == "B" ? "2" : "9"
            return true
          },
        code: "run.design.invalid", words: ["district B", " 2 ", " 3"]),
      Refused(
        survey: HostileSurvey(
          name: "a replicate without weights",
          variance: #"method="replicate-weights" weights="r.csv" scale="0.5""#,
          files: [
            "r.csv": "interview_id,r1,r2\n"
              + HostileSurvey.sample.map { "\($0.id),1,0\n" }.joined()
          ]),
        code: "replicates.column.zero", file: "r.csv", words: ["“r2”"]),
      Refused(
        survey: HostileSurvey(
          name: "compared with itself",
          earlier: #"<earlier href="survey.xml" clusters="shared"/>"#),
        code: "survey.earlier.itself"),
    ]

  private static let refusedMargins =
    steps.sorted { $0.key < $1.key }.flatMap { name, step in
      [
        Refused(
          survey: margins("\(name): margins contradict", step, gender: "m,500\nf,600\n"),
          code: "weight.margin.totals-differ", file: "district.csv", words: ["1100", "1000"]),
        Refused(
          survey: margins("\(name): a category is missing", step, gender: "m,1000\n"),
          code: "weight.margin.missing-population", file: "gender.csv",
          words: ["gender=f", "36"]),
        Refused(
          survey: margins("\(name): nobody in a category", step, gender: "m,500\nf,400\nx,100\n"),
          code: "weight.margin.empty-level", file: "gender.csv", words: ["gender=x", "100"]),
      ]
    } + [
      Refused(
        survey: margins(
          "calibrate: bounds too narrow",
          #"<calibrate method="logit" lower="0.99" upper="1.01">\#(twoMargins)</calibrate>"#),
        code: "weight.calibrate.bounds-too-narrow", file: "district.csv",
        words: ["district=A", "upper"]),
      Refused(
        survey: margins("trim: below the mean", #"<trim upper="5" relative-to="none"/>"#),
        code: "weight.trim.limit-contradicts-sum", words: ["upper", " 14"]),
    ]

  @Test(arguments: refusedWeights + refusedDesigns + refusedMargins)
  func whatCannotBeIsToldInBothLanguagesAndLeavesNoResult(_ refused: Refused) throws {
    let scratch = try Scratch()
    let path = try refused.survey.write(to: scratch)
    let (output, store) = (scratch.path + "/out", scratch.path + "/s.sqlite")
    for (language, hint) in [("vi", "gợi ý: "), ("en", "hint: ")] {
      let ended = try Sipas.run([
        "run", path, "--store", store, "--output", output, "--lang", language,
      ])
      #expect(ended.code == 65)
      let lines = ended.errors.split(separator: "\n")
      let first = try #require(lines.firstIndex { $0.hasSuffix("[\(refused.code)]") })
      let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") }
      #expect(lines[first].hasPrefix("\(scratch.path)/\(refused.file)"), "\(lines[first])")
      #expect(rest.contains { $0.contains(hint) })
      let told = ([lines[first]] + rest).joined(separator: " ")
      for word in refused.words { #expect(told.contains(word), "\(told)") }
    }
    #expect(!FileManager.default.fileExists(atPath: output))
    if FileManager.default.fileExists(atPath: store) {
      #expect(try SurveyStore(path: store).estimates(survey: "hostile") == nil)
    }
  }

  private static let hardDesigns =
    methods.flatMap { method in
      [
        HostileSurvey(name: "one commune in all, \(method)", variance: variance(method))
          .with { $0.commune == "A1" }
      ]
        + ["adjust", "average", "certainty", "remove"].map { rule in
          HostileSurvey(
            name: "one commune in a district, \(rule), \(method)", rule: rule,
            variance: variance(method)
          ).withLoneCommune
        }
    } + [
      HostileSurvey(name: "one interview").with { $0.id == "S101" },
      HostileSurvey(name: "every commune sampled", population: true).with { person in
        person.communes = "3"
        return true
      },
      HostileSurvey(name: "two replicates", variance: #"method="bootstrap" replicates="2""#),
    ]

  private static let hardAnswers =
    ["wald-t", "logit", "beta", "wilson"].flatMap { interval in
      ["5", "1"].map { answer in
        HostileSurvey(name: "all answer \(answer), \(interval)", interval: interval).with {
          person in
          person.answers = person.answers.map { _ in answer }
          return true
        }
      }
    } + [
      unanswered("an item nobody answered", 0), unanswered("a factor nobody answered", 2),
      HostileSurvey(name: "a domain nobody is in", domains: ["gender", "district gender"]),
      weighted("a missing weight", ""),
    ]

  private static func unanswered(_ name: String, _ item: Int) -> HostileSurvey {
    HostileSurvey(name: name).with { person in
      person.answers[item] = ""
      return true
    }
  }

  @Test(arguments: hardDesigns + hardAnswers)
  func whatIsNotKnownIsAbsentAndFlagged(_ survey: HostileSurvey) throws {
    let scratch = try Scratch()
    let (results, _) = try run(survey, in: scratch)
    for estimate in results.estimates {
      let what = "\(estimate.id) \(estimate.domain)"
      if let value = estimate.estimate {
        #expect((0...100).contains(value), "\(what)")
        if estimate.se == nil { #expect(estimate.flag != nil, "\(what)") }
      } else {
        #expect(estimate.flag != nil, "\(what)")
      }
      if let error = estimate.se { #expect(error >= 0 && error < 1000, "\(what)") }
      if let ci = estimate.ci {
        #expect(ci.count == 2 && 0 <= ci[0] && ci[0] <= ci[1] && ci[1] <= 100, "\(what)")
      }
    }
    for (name, data) in try contents(of: scratch.path + "/out") where name.hasSuffix(".csv") {
      let cells = String(decoding: data, as: UTF8.self).split { ",\n\"".contains($0) }
      #expect(cells.allSatisfy { !["nan", "-nan", "inf", "-inf"].contains($0) }, "\(name)")
    }
  }

  @Test func nobodysAnswersAreToldAndNeverZero() throws {
    for (item, id, kind) in [(0, "A1", "item"), (2, "b", "factor")] {
      let (results, ended) = try run(Self.unanswered("", item), in: Scratch())
      let estimate = results.estimates.first {
        $0.measure == kind && $0.id == id && $0.domain == [:]
      }
      #expect(estimate?.flag == "no-data")
      #expect(estimate?.estimate == nil && estimate?.n == 0)
      #expect(ended.errors.contains("\(kind) \(id) has no valid answer at all"))
      #expect(ended.errors.contains("[run.estimate.no-answers]"))
    }
  }

  @Test func aDomainNobodyIsInHasNoNumber() throws {
    let (results, _) = try run(HostileSurvey(name: ""), in: Scratch())
    let nobody = results.estimates.filter { $0.domain == ["gender": "x"] }
    #expect(nobody.count == 6)
    #expect(nobody.allSatisfy { $0.flag == "no-data" && $0.estimate == nil && $0.n == 0 })
  }

  @Test func allSatisfiedIsAHundredWithoutVariation() throws {
    let survey = HostileSurvey(name: "").with { person in
      person.answers = ["5", "4", "5"]
      return true
    }
    let (results, _) = try run(survey, in: Scratch())
    let whole = results.estimates.filter { $0.domain == [:] }
    #expect(whole.count == 6)
    #expect(whole.allSatisfy { $0.estimate == 100 && $0.se == 0 && $0.flag == "unreliable" })
  }

  @Test func aMissingWeightLeavesThatInterviewOutWithItsPlace() throws {
    let scratch = try Scratch()
    let (results, ended) = try run(Self.weighted("", ""), in: scratch)
    #expect(
      results.responses == Results.Responses(read: 72, accepted: 71, rejected: 1, duplicate: 0))
    #expect(ended.errors.contains("\(scratch.path)/responses.csv:2:13: error: "))
    #expect(ended.errors.contains("[ingest.value.required]"))
  }

  /// The declared rule acts in linearised errors and the stratified jackknife only, and the
  /// message says so.
  @Test func theRuleForOneCommuneIsNamedOnlyWhereItActs() throws {
    for method in Self.methods {
      let survey = HostileSurvey(name: "", variance: Self.variance(method)).withLoneCommune
      let (_, ended) = try run(survey, in: Scratch())
      let acts = ["taylor", "jkn"].contains(method)
      #expect(ended.errors.contains("rule \"adjust\" was applied") == acts, "\(method)")
      #expect(ended.errors.contains("[run.design.single-psu]"))
    }
  }

  private func run(_ survey: HostileSurvey, in scratch: Scratch) throws -> (HostileResults, Ended) {
    let ended = try Sipas.run([
      "run", try survey.write(to: scratch), "--store", scratch.path + "/s.sqlite", "--output",
      scratch.path + "/out", "--format", "json", "--lang", "en",
    ])
    #expect(ended.code == 0, "\(ended.errors)")
    let text = try String(contentsOfFile: scratch.path + "/out/results.json", encoding: .utf8)
    return (try JSONDecoder().decode(HostileResults.self, from: Data(text.utf8)), ended)
  }
}

/// The figures of a results.json.
private struct HostileResults: Decodable {
  struct Figure: Decodable {
    var measure: String
    var id: String
    var domain: [String: String]
    var estimate: Double?
    var se: Double?
    var ci: [Double]?
    var n: Int
    var flag: String?
  }
  var responses: Results.Responses
  var estimates: [Figure]
}
