import Numerics
import SurveyModel
import Testing
import Weighting

@testable import Estimation

@Suite struct ChangeTests {
  private static func analysis(
    _ survey: TinySurvey, _ rule: SinglePSURule = .fail, domains: [Grouping] = [],
    settings: EstimationSettings = EstimationSettings()
  ) throws -> IndexAnalysis {
    try IndexAnalysis(
      answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(rule),
      weights: WeightSet(steps: [designWeights(survey.weights)]), domainSets: domains,
      settings: settings)
  }

  private static func compare(
    _ now: IndexAnalysis, _ earlier: IndexAnalysis, shared: Bool = false
  ) throws -> ChangeTable {
    try compareSurveys(
      now: now, earlier: earlier, survey: "earlier", year: 2020, sharesClusters: shared)
  }

  /// The four PSUs of the documentation's example survey, a year later with other answers.
  private static func example(_ scores: [UInt8]) -> TinySurvey {
    TinySurvey(
      answers: scores, strata: [0, 0, 0, 0, 1, 1], clusters: [0, 0, 1, 1, 0, 1],
      weights: [10, 10, 20, 20, 15, 15], item: .meanScore)
  }

  @Test func theErrorOfASharedSampleIsThatOfThePairedDifferences() throws {
    let now = try Self.analysis(Self.example([2, 4, 3, 5, 1, 3]))
    let earlier = try Self.analysis(Self.example([1, 4, 3, 4, 2, 2]))
    let shared = try Self.compare(now, earlier, shared: true)
    #expect(shared.commonPSUs == 4)
    let change = try #require(shared.changes.first { $0.kind == .item })
    // Everybody answered, so the error is that of the mean of the differences 1 0 0 1 −1 1:
    // totals per PSU of w (d − 1/3) / 90, two PSUs in each of two strata.
    #expect((change.difference - 1.0 / 3).magnitude < 1e-12)
    let first = 10 * (1 - 1.0 / 3) / 90 + 10 * (0 - 1.0 / 3) / 90
    let second = 20 * (0 - 1.0 / 3) / 90 + 20 * (1 - 1.0 / 3) / 90
    let third = 15 * (-1 - 1.0 / 3) / 90
    let fourth = 15 * (1 - 1.0 / 3) / 90
    let variance = (first - second) * (first - second) + (third - fourth) * (third - fourth)
    let error = try #require(change.standardError)
    #expect((error - variance.squareRoot()).magnitude < 1e-12)
    #expect(change.degreesOfFreedom == 2)
    let independent = try Self.compare(now, earlier)
    #expect(independent.commonPSUs == 0)
    #expect(
      independent.changes.first?.standardError
        == independent.changes.first?.independentStandardError)
    #expect(change.independentStandardError == independent.changes.last?.standardError)
  }

  @Test func aSurveyAgainstItselfHasNoChangeAndNoError() throws {
    let analysis = try Self.analysis(TinySurvey(seed: 3))
    for shared in [true, false] {
      let table = try Self.compare(analysis, analysis, shared: shared)
      for change in table.changes {
        #expect(change.difference == 0)
        #expect((change.standardError == nil) == shared)
        #expect((change.pValueChanged == nil) == shared)
      }
    }
  }

  @Test(arguments: 0..<5)
  func exchangingTheSurveysTurnsTheSign(seed: UInt64) throws {
    let levels = (0..<240).map { Int32($0 % 3) - 1 }
    let domains = [TinySurvey.grouping("d", levels, count: 2)]
    let first = try Self.analysis(TinySurvey(seed: seed), domains: domains)
    let second = try Self.analysis(TinySurvey(seed: seed + 100), domains: domains)
    for shared in [false, true] {
      let there = try Self.compare(first, second, shared: shared)
      let back = try Self.compare(second, first, shared: shared)
      #expect(there.commonPSUs == back.commonPSUs)
      #expect(there.changes.count == 30)
      for (change, other) in zip(there.changes, back.changes) {
        #expect(change.difference == -other.difference)
        #expect(close(change.standardError, other.standardError))
        #expect(close(change.lower, other.upper.map { -$0 }))
        #expect(close(change.pValueRaised, other.pValueRaised.map { 1 - $0 }, 1e-9))
        #expect(close(change.degreesOfFreedom, other.degreesOfFreedom))
      }
    }
  }

  @Test func clustersAreMatchedByStratumAndCode() throws {
    let survey = TinySurvey(seed: 5)
    var moved = survey
    // The same cluster numbers in other strata are other clusters.
    moved.strata = survey.strata.map { $0 + 4 }
    let now = try Self.analysis(survey)
    let table = try Self.compare(now, Self.analysis(moved), shared: true)
    #expect(table.commonPSUs == 0)
    #expect(table.findings(at: nil).map(\.code) == [ChangeFindingCode.noCommonCluster])
    for change in table.changes {
      #expect(close(change.standardError, change.independentStandardError))
      // 20 clusters and 4 strata in each survey.
      #expect(change.degreesOfFreedom == Double(2 * now.design.psuCount - 8))
    }
  }

  @Test func surveysMeasuredDifferentlyAreRefused() throws {
    let now = try Self.analysis(TinySurvey(seed: 1))
    let other = try Self.analysis(TinySurvey(seed: 1, factor: .pooledAnswers))
    #expect(
      throws: ChangeError.methodsDiffer(
        element: "factor", now: "mean-of-items", earlier: "pooled-answers")
    ) { try Self.compare(now, other) }
    let scores = try Self.analysis(TinySurvey(seed: 1, item: .meanScore))
    #expect(throws: ChangeError.self) { try Self.compare(now, scores) }
    for error in [
      ChangeError.methodsDiffer(element: "item", now: "a", earlier: "b"), .nothingInCommon,
    ] {
      for finding in error.findings(at: nil) {
        #expect(finding.message.vi != nil && finding.message.en != nil)
        #expect(finding.remedy.vi != nil && finding.remedy.en != nil)
        #expect(finding.severity == .error)
      }
    }
  }

  @Test func aSuppressedFigureHidesItsChange() throws {
    let settings = EstimationSettings(minimumRespondents: 1000)
    let table = try Self.compare(
      Self.analysis(TinySurvey(seed: 1)),
      Self.analysis(TinySurvey(seed: 2), settings: settings))
    #expect(table.changes.allSatisfy { $0.flag == .suppressed })
    #expect(table.changes.allSatisfy { $0.flagReason == .fewRespondents })
    let parts = table.decompositions.flatMap(\.parts)
    #expect(!parts.isEmpty && parts.allSatisfy { $0.flag == .suppressed })
  }

  /// One cluster in all, single-PSU strata, nobody's answers, tiny and huge weights.
  @Test func hostileSurveysGiveNoNumberThatIsNone() throws {
    var one = TinySurvey(seed: 7)
    one.strata = one.strata.map { _ in 0 }
    one.clusters = one.clusters.map { _ in 0 }
    var single = TinySurvey(seed: 8)
    single.clusters = zip(single.strata, single.clusters).map { $0 == 2 ? 0 : $1 }
    var silent = TinySurvey(seed: 9)
    silent.answers[2] = .coded8([UInt8](repeating: CodeList.notAsked8, count: silent.count))
    var satisfied = TinySurvey(seed: 10)
    satisfied.answers = satisfied.answers.map { _ in
      .coded8([UInt8](repeating: 5, count: satisfied.count))
    }
    var tiny = TinySurvey(seed: 11)
    tiny.weights = tiny.weights.map { $0 * 1e-300 }
    let levels = (0..<240).map { Int32($0 % 5) - 1 }
    let domains = [TinySurvey.grouping("d", levels, count: 6)]
    let surveys = [TinySurvey(seed: 12), one, single, silent, satisfied, tiny]
    for rule in [SinglePSURule.adjust, .average, .certainty] {
      let analyses = try surveys.map { try Self.analysis($0, rule, domains: domains) }
      for (now, index) in zip(analyses, 0...) {
        for earlier in [analyses[0], analyses[(index + 1) % analyses.count]] {
          for shared in [false, true] {
            let table = try Self.compare(now, earlier, shared: shared)
            for change in table.changes {
              let numbers = [
                change.difference, change.standardError, change.lower, change.upper,
                change.pValueRaised, change.pValueChanged, change.smallestDetectable,
                change.degreesOfFreedom, change.independentStandardError,
              ]
              #expect(numbers.allSatisfy { $0?.isFinite ?? true })
              #expect((change.standardError ?? 1) > 0)
            }
            for part in table.decompositions.flatMap(\.parts) {
              #expect(part.contribution.isFinite && part.standardError?.isFinite ?? true)
            }
          }
        }
      }
    }
  }
}

/// True when two numbers agree to a relative tolerance, or both are absent.
func close(_ first: Double?, _ second: Double?, _ tolerance: Double = 1e-12) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return (first - second).magnitude
    <= tolerance * max(first.magnitude, second.magnitude) + 1e-300
}
