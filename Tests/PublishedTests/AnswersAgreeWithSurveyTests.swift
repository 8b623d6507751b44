import Estimation
import SurveyModel
import Testing
import Weighting

/// The shares of each answer against R's `svymean(~factor(answer))`:
/// `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
@Suite struct AnswersAgreeWithSurveyTests {
  struct Expected: Decodable {
    struct Item: Decodable {
      let n: Int
      let shares: [Double]
    }
    let design_weight: [String: Item]
    let rake_strict: [String: Item]
  }

  @Test(arguments: ["small", "province"])
  func `shares of the answers to every item`(name: String) throws {
    let fixture = try SIPASFixture("sipas-\(name)")
    let expected = try PublishedFixture("sipas-measures").decode(
      Expected.self, from: "\(name)_answers.json")
    let design = try fixture.design(fpc: false, .adjust)
    for (weights, items) in [
      (WeightSet(steps: [try fixture.baseWeights()]), expected.design_weight),
      (try fixture.raked(), expected.rake_strict),
    ] {
      let estimates = try estimateIndices(
        answers: fixture.answers, questionnaire: SIPASFixture.questionnaire(), design: design,
        weights: weights)
      let found = answerShares(
        of: fixture.answers, questionnaire: SIPASFixture.questionnaire(), weights: weights,
        estimates: estimates)
      #expect(found.map(\.id) == SIPASFixture.items)
      for distribution in found {
        let item = try #require(items[distribution.id])
        #expect(distribution.respondents == item.n, "\(distribution.id)")
        for (answer, share) in zip(distribution.answers, item.shares) {
          expectAgreement(answer.share, 100 * share, "\(distribution.id) = \(answer.code)")
        }
        // Another way to the same figure: the satisfied answers make up the estimate.
        let satisfied = distribution.answers.suffix(2).compactMap(\.share).reduce(0, +)
        let estimate = estimates.estimate(of: .item, id: distribution.id)
        expectAgreement(satisfied, estimate?.value, distribution.id, tolerance: 1e-12)
      }
    }
  }
}
