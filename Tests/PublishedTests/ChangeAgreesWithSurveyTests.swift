import Numerics
import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Changes computed by R: `change/SOURCE.md`.
@Suite struct ChangeAgreesWithSurveyTests {
  private static func expected(_ name: String) throws -> [ExpectedChange] {
    try PublishedFixture("change").decode([ExpectedChange].self, from: "\(name).json")
  }

  @Test(arguments: ["small", "province"])
  func testsOfDifferencesAgree(name: String) throws {
    let expected = try Self.expected(name)
    #expect(expected.count == 72)
    for row in expected {
      for side in [row.baseline, row.previous] {
        for (kind, numbers) in side.tests {
          let what = "\(row.options) \(row.index) \(row.method) \(kind)"
          // R's df of infinity is the normal distribution.
          let test = try #require(
            DifferenceTest(
              difference: side.delta, standardError: side.se,
              degreesOfFreedom: numbers[0] ?? .infinity))
          let interval = test.interval(level: 0.95)
          expectAgreement(interval.lower, numbers[1], "\(what) lower")
          expectAgreement(interval.upper, numbers[2], "\(what) upper")
          expectAgreement(test.probabilityOfNoChange, numbers[4], "\(what) p")
          expectAgreement(test.probability(ofNotRaisedBy: 0), numbers[5], "\(what) rise")
          expectAgreement(test.probability(ofNotRaisedBy: 2), numbers[7], "\(what) rise of 2")
        }
      }
    }
  }

  @Test(arguments: ["small", "province"])
  func changesOfIndependentSurveysAgree(name: String) throws {
    let expected = try Self.expected(name)
    let now = try ComparedSurvey(sipas: "sipas-\(name)", "data.csv")
    let earlier = try ComparedSurvey(sipas: "change", "\(name)_prev.csv")
    for (fpc, fpcName) in [(true, "fpc"), (false, "nofpc")] {
      for rule in [SinglePSURule.adjust, .average, .remove] {
        for (measure, method) in [(FactorMeasure.meanOfItems, "m1"), (.pooledAnswers, "m2")] {
          let questionnaire = SIPASFixture.questionnaire(.satisfiedShare, measure)
          let table = try compareSurveys(
            now: now.analysis(questionnaire, fpc: fpc, rule),
            earlier: earlier.analysis(questionnaire, fpc: fpc, rule), survey: "earlier",
            year: 2022, sharesClusters: false)
          #expect(table.changes.count == 28)
          let rows = expected.filter {
            $0.options == "\(fpcName)_\(rule.rawValue)" && $0.method == method
          }
          #expect(rows.count == 6)
          for row in rows {
            let found = try #require(
              table.changes.first { $0.id == (row.index == "overall" ? "sipas" : row.index) })
            let what = "\(row.options) \(row.index) \(method)"
            let welch = try #require(row.previous.tests["df_welch"])
            expectAgreement(found.now, row.current, what)
            expectAgreement(found.difference, row.previous.delta, what, tolerance: 1e-11)
            expectAgreement(found.standardError, row.previous.se, "\(what) SE")
            expectAgreement(found.independentStandardError, row.previous.se, "\(what) SE")
            expectAgreement(found.degreesOfFreedom, welch[0], "\(what) df")
            expectAgreement(found.lower, welch[1], "\(what) lower")
            expectAgreement(found.upper, welch[2], "\(what) upper")
            expectAgreement(found.pValueChanged, welch[4], "\(what) p")
            expectAgreement(found.pValueRaised, welch[5], "\(what) p of a rise")
          }
        }
      }
    }
  }

  struct Shared: Decodable {
    let y1: Double
    let y2: Double
    let diff: Double
    let se_common_psu: Double
    let se_if_independent: Double
    let df: Int
    let ci95_common: [Double]
    let target_plus2: [String: Double]
  }

  /// The mean of each person's share of satisfied answers, as an item with a code per share.
  private static func people(_ file: String, factor: String, items: Int) throws -> IndexAnalysis {
    let survey = try ComparedSurvey(mini: file)
    let columns = try (1...items).map { try survey.table.texts("\(factor)\($0)") }
    let shares = (0..<survey.table.count).map { row -> Double? in
      let valid = columns.map { $0[row] }.filter { "12345".contains($0) && !$0.isEmpty }
      guard !valid.isEmpty else { return nil }
      return 100 * Double(valid.filter { $0 >= "4" }.count) / Double(valid.count)
    }
    let scores = (0...60).map { 100 * Double($0) / 60 }
    let list = CodeList(
      answers: scores.indices.map { AnswerCode(code: "s\($0)", score: scores[$0]) })
    let questionnaire = Questionnaire(
      id: "people", version: "1", title: LocalizedText(vi: "people"),
      fields: [Field(id: "Q", kind: .coded(list), isItem: true)],
      factors: [Factor(id: "f", label: LocalizedText(vi: "f"), items: ["Q"])],
      index: IndexMethod(
        id: "i", item: .meanScore, factor: .meanOfItems, overall: .meanOfFactors))
    return try IndexAnalysis(
      answers: [.coded8(shares.map { $0.map { UInt8(1 + ($0 * 0.6).rounded()) } ?? 0 })],
      questionnaire: questionnaire, design: survey.design(fpc: false, .fail),
      weights: WeightSet(steps: [survey.weights()]))
  }

  @Test func changesWithSharedClustersAgree() throws {
    let expected = try PublishedFixture("change").decode([String: Shared].self, from: "mini.json")
    for (name, items) in [("A", 3), ("B", 4), ("C", 5), ("D", 4)] {
      let row = try #require(expected["idx\(name)"])
      let table = try compareSurveys(
        now: Self.people("mini_next.csv", factor: name, items: items),
        earlier: Self.people("mini_now.csv", factor: name, items: items), survey: "earlier",
        year: 2022, sharesClusters: true)
      #expect(table.commonPSUs == 18)
      let found = try #require(table.changes.first { $0.kind == .item })
      expectAgreement(found.before, row.y1, name)
      expectAgreement(found.now, row.y2, name)
      expectAgreement(found.standardError, row.se_common_psu, "\(name) SE")
      expectAgreement(found.independentStandardError, row.se_if_independent, "\(name) independent")
      #expect(found.degreesOfFreedom == Double(row.df))
      expectAgreement(found.lower, row.ci95_common[0], "\(name) lower")
      expectAgreement(found.upper, row.ci95_common[1], "\(name) upper")
      let test = try #require(
        DifferenceTest(
          difference: found.difference, standardError: found.standardError,
          degreesOfFreedom: found.degreesOfFreedom))
      expectAgreement(
        test.probability(ofNotRaisedBy: 2), row.target_plus2["p_one_sided_H0_diff_le_2"], name)
    }
  }

  @Test func aChangeWithSomeSharedClustersAgrees() throws {
    let expected = try PublishedFixture("change")
      .decode(ExpectedContributions.self, from: "contributions.json").partial
    let table = try compareSurveys(
      now: ComparedSurvey(sipas: "sipas-province", "data.csv").analysis(),
      earlier: ComparedSurvey(sipas: "change", "province_prev.csv").analysis(),
      survey: "earlier", year: 2022, sharesClusters: true)
    let found = try #require(table.changes.first { $0.id == "access" })
    #expect(table.commonPSUs == expected.common)
    expectAgreement(found.difference, expected.difference, "difference")
    expectAgreement(found.independentStandardError, expected.independent, "independent")
    expectAgreement(found.standardError, expected.se, "SE")
    #expect(found.degreesOfFreedom == Double(expected.df))
  }

  @Test func aChangeOfCalibratedSurveysWithSharedClustersAgrees() throws {
    let expected = try PublishedFixture("change")
      .decode(ExpectedContributions.self, from: "contributions.json").poststratified
    func analysis(_ file: String, _ totals: [Double]) throws -> IndexAnalysis {
      let survey = try ComparedSurvey(mini: file)
      let margin = MarginTotals(
        grouping: try survey.table.grouping(["sex"], levels: [["F"], ["M"]]), totals: totals)
      let base = try survey.weights()
      let weights = WeightSet(steps: [base, try poststratify(base, to: margin, place: 1)])
      return try survey.analysis(
        ComparedSurvey.questionnaire([("B", 4)], .pooledAnswers), fpc: false, weights: weights)
    }
    let table = try compareSurveys(
      now: analysis("mini_next.csv", [33000, 28500]),
      earlier: analysis("mini_now.csv", [31000, 29000]), survey: "earlier", year: 2022,
      sharesClusters: true)
    let found = try #require(table.changes.first { $0.id == "B" })
    let independent = expected[1].se * expected[1].se + expected[2].se * expected[2].se
    expectAgreement(found.now, expected[1].est, "now")
    expectAgreement(found.before, expected[2].est, "before")
    expectAgreement(found.independentStandardError, independent.squareRoot(), "independent")
    expectAgreement(found.standardError, expected[0].se, "SE")
  }
}
