import Estimation
import SurveyModel
import Testing
import Weighting

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
}
