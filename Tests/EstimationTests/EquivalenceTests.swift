import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

/// Ways to the same number, and changes that change none.
@Suite struct EquivalenceTests {
  private func shuffled(_ count: Int, seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed)
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, random.uniform(below: index + 1))
    }
    return order
  }

  private func sex(_ survey: TinySurvey) -> Grouping {
    TinySurvey.grouping(
      "sex", (0..<survey.count).map { Int32(survey.weights[$0] < 0.9 ? 0 : 1) }, count: 2)
  }

  @Test(
    arguments: [ItemMeasure.satisfiedShare, .meanScore, .meanScore100], [false, true])
  func theOrderOfRespondentsChangesNoBit(_ item: ItemMeasure, weightsAreEqual: Bool) throws {
    var survey = TinySurvey(seed: 60, respondents: 600, item: item)
    if weightsAreEqual {
      survey.weights = survey.clusters.map { 1 / (3 + Double($0)) }
    }
    let moved = survey.reordered(shuffled(survey.count, seed: 61))
    let first = try survey.estimate(domains: [sex(survey)])
    let second = try moved.estimate(domains: [sex(moved)])
    #expect(first == second)
    #expect(first.estimates.count == 30)
  }

  @Test func theOrderOfRespondentsChangesNoBitAfterCalibration() throws {
    let survey = TinySurvey(seed: 62, respondents: 500)
    let order = shuffled(survey.count, seed: 63)
    let moved = survey.reordered(order)
    func weights(_ survey: TinySurvey) throws -> WeightSet {
      let base = try designWeights(survey.weights)
      let margin = MarginTotals(grouping: sex(survey), totals: [200, 400])
      let post = try poststratify(base, to: margin, place: 1)
      return WeightSet(steps: [base, post])
    }
    let first = try survey.estimate(weights: weights(survey), domains: [sex(survey)])
    let second = try moved.estimate(weights: weights(moved), domains: [sex(moved)])
    #expect(first == second)
  }

  @Test func anEmptyDomainChangesNothing() throws {
    let survey = TinySurvey(seed: 64)
    let whole = try survey.estimate()
    let empty = TinySurvey.grouping("empty", survey.weights.map { _ in -1 }, count: 2)
    let beside = try survey.estimate(domains: [empty])
    #expect(Array(beside.estimates.prefix(whole.estimates.count)) == whole.estimates)
    #expect(beside.estimates.dropFirst(whole.estimates.count).allSatisfy { $0.flag == .noData })
  }

  @Test func pooledWithOneItemIsTheItem() throws {
    let survey = TinySurvey(seed: 65, factor: .pooledAnswers, overall: .pooledAnswers)
    let table = try survey.estimate()
    #expect(
      agree(table.estimate(of: .factor, id: "b"), table.estimate(of: .item, id: "B1"), 0))
  }

  /// Every respondent a PSU, one stratum, equal weights: the variance is that of simple random
  /// sampling, n/(n − 1) · S²/n over valid answers against all, so without missing answers it is 1.
  @Test func theDesignEffectOfASimpleRandomSampleIsOne() throws {
    var random = SplitMix64(seed: 66)
    let answers = (0..<300).map { _ in UInt8(1 + random.uniform(below: 5)) }
    let survey = TinySurvey(
      answers: answers, strata: answers.map { _ in 0 }, clusters: (0..<300).map { Int32($0) },
      weights: answers.map { _ in 2.5 })
    for kind in [MeasureKind.item, .factor, .overall] {
      let id = kind == .item ? "Q1" : kind == .factor ? "f" : "sipas"
      let found = try survey.estimate().estimate(of: kind, id: id)
      #expect(((found?.designEffect ?? 0) - 1).magnitude < 1e-12)
    }
  }

  @Test func jointCovariancesHoldTheVariances() throws {
    let survey = TinySurvey(seed: 67)
    let analysis = try IndexAnalysis(
      answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(),
      weights: WeightSet(steps: [designWeights(survey.weights)]), domainSets: [sex(survey)])
    let all = analysis.allJoint()
    #expect(all.count == 3)
    for (place, joint) in all.enumerated() {
      #expect(joint == analysis.joint(set: place == 0 ? 0 : 1, domain: max(0, place - 1)))
      for (index, estimate) in joint.estimates.enumerated() {
        let error = joint.covariance(index, index).squareRoot()
        #expect((error - (estimate.standardError ?? -1)).magnitude < 1e-12 * error)
      }
    }
    let ranked = try #require(analysis.joint(of: .factor, id: "a", set: 1))
    #expect(ranked.estimates.map(\.domain.count) == [1, 1, 0])
    for (index, estimate) in ranked.estimates.enumerated() {
      let error = ranked.covariance(index, index).squareRoot()
      #expect((error - (estimate.standardError ?? -1)).magnitude < 1e-12 * error)
    }
    #expect(analysis.joint(of: .item, id: "no such item", set: 1) == nil)
  }

  /// The mean of two items is half the sum of their covariances.
  @Test func aFactorsVarianceFollowsFromItsItems() throws {
    let survey = TinySurvey(seed: 68)
    let analysis = try IndexAnalysis(
      answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(),
      weights: WeightSet(steps: [designWeights(survey.weights)]))
    let joint = analysis.joint(set: 0, domain: 0)
    let places = ["A1", "A2"].compactMap { id in joint.estimates.firstIndex { $0.id == id } }
    let factor = try #require(joint.estimates.firstIndex { $0.kind == .factor && $0.id == "a" })
    var sum = 0.0
    for first in places { for second in places { sum += joint.covariance(first, second) / 4 } }
    #expect((sum - joint.covariance(factor, factor)).magnitude < 1e-12 * sum)
  }
}
