import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

/// Where weights are the same within sampling units answers are counted, elsewhere weights are
/// added: both must come to the same.
@Suite struct CountedSumsTests {
  /// A survey whose weights are the same within clusters.
  private func survey(
    seed: UInt64, respondents: Int, item: ItemMeasure = .satisfiedShare,
    overall: OverallMeasure = .meanOfFactors
  ) -> TinySurvey {
    var survey = TinySurvey(
      seed: seed, respondents: respondents, item: item, overall: overall)
    survey.weights = zip(survey.strata, survey.clusters).map { 1 / (3 + Double($0 + 2 * $1)) }
    return survey
  }

  /// The same with one weight off by a hair, so that cells no longer have one weight.
  private func disturbed(_ survey: TinySurvey) -> TinySurvey {
    var survey = survey
    survey.weights[survey.count / 2] *= 1 + 1e-13
    return survey
  }

  /// A set that cuts through the clusters, one that follows from it, and one that follows from the
  /// strata.
  private func domains(_ survey: TinySurvey) -> [Grouping] {
    guard case .coded8(let bytes) = survey.answers[0] else { return [] }
    let levels = bytes.map { Int32($0 % 5) - 1 }
    return [
      TinySurvey.grouping("fine", levels, count: 4),
      TinySurvey.grouping("coarse", levels.map { $0 < 0 ? -1 : $0 / 2 }, count: 2),
      TinySurvey.grouping("stratum", survey.strata, count: 4),
    ]
  }

  private func expectTheSame(_ first: EstimateTable, _ second: EstimateTable) {
    #expect(first.estimates.count == second.estimates.count)
    for (first, second) in zip(first.estimates, second.estimates) {
      #expect(agree(first, second, 1e-10))
      let effects = (first.designEffect ?? -1, second.designEffect ?? -1)
      #expect((effects.0 / effects.1 - 1).magnitude < 1e-9)
    }
  }

  @Test(
    arguments: ItemMeasure.allCases, [OverallMeasure.meanOfFactors, .pooledAnswers, .meanOfItems])
  func countingAndAddingWeightsAgree(_ item: ItemMeasure, _ overall: OverallMeasure) throws {
    let counted = survey(seed: 81, respondents: 4000, item: item, overall: overall)
    expectTheSame(
      try counted.estimate(domains: domains(counted)),
      try disturbed(counted).estimate(domains: domains(counted)))
  }

  @Test func countingAndAddingWeightsAgreeAfterRaking() throws {
    func raked(_ survey: TinySurvey) throws -> WeightSet {
      let base = try designWeights(survey.weights)
      let margins = [
        MarginTotals(
          grouping: TinySurvey.grouping("a", survey.strata, count: 4),
          totals: [100, 200, 150, 250]),
        MarginTotals(
          grouping: TinySurvey.grouping("b", survey.answers[1].levels(below: 3), count: 3),
          totals: [300, 250, 150]),
      ]
      return WeightSet(steps: [
        base, try rake(base, to: margins, tolerance: 1e-13, maximumIterations: 500, place: 1),
      ])
    }
    let counted = survey(seed: 82, respondents: 4000)
    let weighted = disturbed(counted)
    expectTheSame(
      try counted.estimate(weights: raked(counted), domains: domains(counted)),
      try weighted.estimate(weights: raked(weighted), domains: domains(counted)))
  }

  /// Several stretches of respondents, and cells with more respondents than a byte can count.
  @Test func theOrderOfManyRespondentsChangesNoBit() throws {
    let survey = survey(seed: 83, respondents: 66_000)
    let moved = survey.reordered(survey.weights.indices.reversed())
    let first = try survey.estimate(domains: domains(survey))
    #expect(try first == moved.estimate(domains: domains(moved)))
    expectTheSame(first, try disturbed(survey).estimate(domains: domains(survey)))
  }

  /// Weights by pattern of answers are made from those of the finer set.
  @Test func aSetIsTheSameBesideAFinerOne() throws {
    let survey = survey(seed: 85, respondents: 900)
    let sets = domains(survey)
    let alone = try survey.estimate(domains: [sets[1]]).estimates
    let beside = try survey.estimate(domains: sets).estimates
    #expect(alone.count == 30)
    for (first, second) in zip(alone, beside[0..<10] + beside[50..<70]) {
      #expect(first.domain == second.domain && first.id == second.id)
      #expect(agree(first, second, 1e-12))
      #expect(((first.designEffect ?? -1) / (second.designEffect ?? -1) - 1).magnitude < 1e-11)
    }
  }

  /// A scale of forty answers needs more counters than one vector has.
  @Test func aLongScaleIsCounted() throws {
    let scale = CodeList(
      answers: (1...40).map { AnswerCode(code: "\($0)", isSatisfied: $0 > 20, score: Double($0)) })
    var random = SplitMix64(seed: 84)
    let answers = (0..<900).map { _ in UInt8(random.uniform(below: 41)) }
    var survey = TinySurvey(
      answers: answers, strata: answers.map { _ in 0 },
      clusters: answers.indices.map { Int32($0 % 7) },
      weights: answers.indices.map { 1 + Double($0 % 7) }, item: .meanScore)
    let questionnaire = survey.questionnaire
    survey.questionnaire = Questionnaire(
      id: "long", version: "1", title: questionnaire.title,
      fields: [Field(id: "Q1", kind: .coded(scale), isItem: true)],
      factors: questionnaire.factors, index: questionnaire.index)
    var (sum, weight) = (0.0, 0.0)
    for (row, answer) in answers.enumerated() where answer > 0 {
      sum += survey.weights[row] * Double(answer)
      weight += survey.weights[row]
    }
    let table = try survey.estimate()
    let found = try #require(table.estimate(of: .item, id: "Q1"))
    #expect(((found.value ?? 0) / (sum / weight) - 1).magnitude < 1e-14)
    #expect(found.respondents == answers.filter { $0 > 0 }.count)
    expectTheSame(table, try disturbed(survey).estimate())
  }
}

extension ColumnValues {
  /// Levels made from the answers, for margins that cut through clusters.
  fileprivate func levels(below count: Int32) -> [Int32] {
    guard case .coded8(let bytes) = self else { return [] }
    return bytes.map { Int32($0) % count }
  }
}
