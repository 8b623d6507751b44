import Estimation
import SurveyModel
import Testing
import Weighting

@Suite struct AnswerSharesTests {
  private func shares(_ survey: TinySurvey, minimum: Int = 0) throws -> [AnswerDistribution] {
    let weights = WeightSet(steps: [try designWeights(survey.weights)])
    return answerShares(
      of: survey.answers, questionnaire: survey.questionnaire, weights: weights,
      estimates: try survey.estimate(
        settings: EstimationSettings(minimumRespondents: minimum)))
  }

  /// Answers 4 5 2 4 with weights 1 2 1 4, one "not applicable" and one not asked.
  private let tiny = TinySurvey(
    answers: [4, 5, 2, 4, 6, CodeList.notAsked8], strata: [0, 0, 0, 0, 0, 0],
    clusters: [0, 1, 2, 3, 4, 5], weights: [1, 2, 1, 4, 100, 100])

  @Test func `missing answers leave the denominator`() throws {
    let found = try shares(tiny)
    #expect(found.map(\.respondents) == [4])
    #expect(found[0].answers.map(\.code) == ["1", "2", "3", "4", "5"])
    #expect(found[0].answers.map(\.share) == [0, 12.5, 0, 62.5, 25])
  }

  @Test func `what the item keeps back is kept back here`() throws {
    let found = try shares(tiny, minimum: 5)
    #expect(found[0].flag == .suppressed && found[0].flagReason == .fewRespondents)
  }

  @Test func `nobody's answers have no shares`() throws {
    var empty = tiny
    empty.answers = [.coded8([0, 6, 0, 0, 255, 0])]
    let found = try shares(empty)
    #expect(found[0].respondents == 0 && found[0].flag == .noData)
    #expect(found[0].answers.allSatisfy { $0.share == nil })
  }

  @Test func `the order of the respondents changes no bit`() throws {
    let survey = TinySurvey(seed: 5, respondents: 2000)
    let order = survey.weights.indices.sorted {
      (survey.weights[$0] * 1e6).truncatingRemainder(dividingBy: 7)
        < (survey.weights[$1] * 1e6).truncatingRemainder(dividingBy: 7)
    }
    #expect(order != Array(order.indices))
    #expect(try shares(survey) == shares(survey.reordered(order)))
  }

  @Test(arguments: [1e-290, 1e290])
  func `the unit of the weights does not matter`(unit: Double) throws {
    var scaled = tiny
    scaled.weights = tiny.weights.map { $0 * unit }
    let shares = try shares(scaled)[0].answers.compactMap(\.share)
    for (found, expected) in zip(shares, [0, 12.5, 0, 62.5, 25]) {
      #expect((found - expected).magnitude <= 1e-12)
    }
  }
}
