import SurveyModel
import Testing
import Weighting

@testable import Estimation

@Suite struct DesignEffectTests {
  /// A simple random sample of every fourth person.
  private func sample(weight: Double) -> TinySurvey {
    var survey = TinySurvey(seed: 81)
    survey.strata = [Int32](repeating: 0, count: survey.count)
    survey.clusters = (0..<Int32(survey.count)).map { $0 }
    survey.weights = [Double](repeating: weight, count: survey.count)
    survey.answers = survey.answers.map { column in
      guard case .coded8(let bytes) = column else { return column }
      return .coded8(bytes.map { (1...5).contains($0) ? $0 : 3 })
    }
    return survey
  }

  @Test func aSampleWithoutReplacementHasEffectOneAgainstItself() throws {
    // 240 of 960 people with the finite population correction 1 − 240/960.
    var survey = sample(weight: 4)
    survey.populationPSUs = 960
    for estimate in try survey.estimate().estimates {
      #expect(
        ((estimate.designEffectWithoutReplacement ?? 0) - 1).magnitude < 1e-11, "\(estimate.id)")
      #expect(((estimate.designEffect ?? 0) - 0.75).magnitude < 1e-11, "\(estimate.id)")
      // An effect below 1 makes no more respondents than there are.
      #expect(estimate.effectiveRespondents == 240)
    }
  }

  @Test func weightsThatDoNotCountPeopleHaveNoEffectWithoutReplacement() throws {
    for weight in [1, 0.01] {
      for estimate in try sample(weight: weight).estimate().estimates {
        #expect(estimate.designEffectWithoutReplacement == nil)
        #expect(((estimate.designEffect ?? 0) - 1).magnitude < 1e-11)
      }
    }
  }

  @Test func whatRoundingLeavesOfEqualAnswersIsNoSpread() {
    // Twelve people who all chose 3, as weighted sums gave it: the mean square less the squared mean
    // is 2e-15, not 0.
    let equal = ComparableSample(ItemSums(1, 2.9999999999999996, 9, 12))
    #expect(equal.designEffect(0) == nil)
    #expect(equal.designEffectWithoutReplacement(0) == nil)
    // One person in a hundred million who chose otherwise is a spread.
    let differing = ComparableSample(ItemSums(1, 3 + 1e-8, 9 + 7e-8, 12))
    #expect(differing.designEffect(1e-5) != nil)
    let index = ComparableSample(
      respondents: 12, interviews: 12, weight: 24, squares: 1e-34, width: 1)
    #expect(index.designEffect(0) == nil)
  }
}
