import Estimation
import SurveyModel
import Testing

@Suite struct TallyAnswersTests {
  private let survey = TinySurvey(
    answers: [5, 4, 1, 0, 6, CodeList.notAsked8, 2], strata: [0, 0, 0, 0, 0, 0, 0],
    clusters: [0, 1, 2, 3, 4, 5, 6], weights: [1, 2, 3.5, 4, 5, 6, 7])

  private func tally(isCounted: (Int) -> Bool = { _ in true }) throws -> ItemTally {
    let item = try #require(survey.questionnaire.items.first)
    return tallyAnswers(
      survey.answers[0], to: item, weights: [1, 2, 3.5, 4, 5, 6, 7], isCounted: isCounted)
  }

  @Test func `every interview is counted once, by its answer or the lack of one`() throws {
    let tally = try tally()
    #expect(tally.answers.map(\.count) == [1, 1, 0, 1, 1])
    #expect(tally.answers.map(\.weight) == [3.5, 7, 0, 2, 1])
    #expect(tally.missing == 2)
    #expect(tally.notAsked == 1)
  }

  @Test func `the weights of the satisfied over those of the valid answers are the item's share`()
    throws
  {
    let tally = try tally()
    let estimate = try #require(try survey.estimate().estimate(of: .item, id: "Q1"))
    let share = 100 * tally.satisfiedWeight / tally.validWeight
    #expect(((estimate.value ?? 0) - share).magnitude < 1e-12)
    #expect(estimate.respondents == tally.valid)
    #expect(tally.satisfied == 2)
  }

  @Test func `only the domain is counted`() throws {
    let tally = try tally { $0 < 2 }
    #expect(tally.answers.map(\.count) == [0, 0, 0, 1, 1])
    #expect(tally.missing == 0)
  }
}
