import SurveyModel
import Testing

@testable import Estimation

@Suite struct ConfidenceIntervalTests {
  private func figure(
    _ value: Double, _ error: Double?, df: Int = 10, respondents: Int = 100, isShare: Bool = true
  ) -> MeasuredValue {
    MeasuredValue(
      value: value, standardError: error, degreesOfFreedom: df, respondents: respondents,
      isShare: isShare, range: 0...1)
  }

  private func interval(
    _ method: IntervalMethod, _ figure: MeasuredValue, level: Double = 0.95
  ) -> ConfidenceInterval {
    var rule = IntervalRule(method, level: level)
    return rule.interval(of: figure)
  }

  @Test func theExampleInTheDocumentationGivesTheNumbersItShows() {
    // R: e <- .7*.3/.05^2*(qt(.025,99)/qt(.025,10))^2; qbeta(.025,e*.7,e*.3+1); qbeta(.975,e*.7+1,e*.3)
    let found = interval(.beta, figure(0.7, 0.05))
    #expect(((found.lower ?? 0) - 0.575312853539).magnitude < 1e-12)
    #expect(((found.upper ?? 0) - 0.806219987004).magnitude < 1e-12)
    var rule = IntervalRule(.beta, level: 0.95)
    #expect(((rule.effectiveCount(of: figure(0.7, 0.05)) ?? 0) - 66.615162902714).magnitude < 1e-10)
  }

  @Test(arguments: [IntervalMethod.logit, .beta, .wilson])
  func thereIsNoneAtTheEndsOrWithoutAnError(_ method: IntervalMethod) {
    for nothing in [
      figure(0, 0), figure(1, 0), figure(0, 0.01), figure(1, 0.01), figure(0.5, 0),
      figure(0.5, nil), figure(0.5, 0.1, df: 0),
    ] {
      let found = interval(method, nothing)
      #expect(found.lower == nil && found.upper == nil)
      #expect(found.method == method)
    }
    #expect(interval(method, figure(0.5, 0.1, isShare: false)).method == .waldT)
  }

  @Test func oneRespondentHasNoEffectiveNumber() {
    #expect(interval(.beta, figure(0.5, 0.1, respondents: 1)).lower == nil)
    #expect(interval(.wilson, figure(0.5, 0.1, respondents: 1)).lower == nil)
    #expect(interval(.logit, figure(0.5, 0.1, respondents: 1)).lower != nil)
  }

  @Test(arguments: IntervalMethod.allCases)
  func noIntervalLeavesTheScaleOrMissesItsFigure(_ method: IntervalMethod) throws {
    for value in [1e-9, 1e-4, 0.01, 0.3, 0.5, 0.85, 0.999, 1 - 1e-9] {
      for error in [1e-11, 1e-6, 0.001, 0.05, 0.4, 2] {
        for (df, respondents) in [(1, 2), (2, 30), (16, 400), (1200, 1_000_000)] {
          let found = interval(method, figure(value, error, df: df, respondents: respondents))
          let lower = try #require(found.lower)
          let upper = try #require(found.upper)
          let what = "\(method) \(value) \(error) \(df): \(lower) \(upper)"
          #expect(lower >= 0 && upper <= 1, "\(what)")
          #expect(lower <= value + 1e-12 && upper >= value - 1e-12, "\(what)")
        }
      }
    }
  }

  @Test func manyEffectiveAnswersPassFromTheExactLimitsToWilsons() throws {
    // Either side of a billion satisfied among the effective answers the two differ by about 1/n.
    for error in [7e-6, 9e-6] {
      let exact = interval(.beta, figure(0.3, error, df: 100_000, respondents: 2_000_000_000))
      let score = interval(.wilson, figure(0.3, error, df: 100_000, respondents: 2_000_000_000))
      let difference = try #require(exact.lower) - #require(score.lower)
      #expect(difference.magnitude < 1e-9)
    }
  }

  @Test func fewSatisfiedAmongVeryManyEffectiveAnswersKeepTheExactLimits() throws {
    // Three billion effective answers, 80 of them satisfied. R 4.2.2, with p and s as below:
    // e <- p*(1-p)/s^2*(qt(.025,34)/qt(.025,41))^2; qbeta(.025,e*p,e*(1-p)+1);
    // qbeta(.975,e*p+1,e*(1-p))
    let share = 2.323140793000578e-08
    let found = interval(.beta, figure(share, 2.6204444900937827e-09, df: 41, respondents: 35))
    #expect((try #require(found.lower) / 1.8409367325356562e-08 - 1).magnitude < 1e-9)
    #expect((try #require(found.upper) / 2.8929784522757149e-08 - 1).magnitude < 1e-8)
  }

  @Test func studentQuantilesAgreeWithR() {
    // R 4.2.2: qt(.975, 5000), qt(.975, 1000), qt(.9995, 1000), qt(.975, 12).
    for (probability, df, expected) in [
      (0.975, 5000, 1.9604385517065075), (0.975, 1000, 1.9623390808264076),
      (0.9995, 1000, 3.3002826484239436), (0.975, 12, 2.1788128296672284),
    ] {
      let found = studentQuantile(probability, degreesOfFreedom: df)
      #expect((found / expected - 1).magnitude < 1e-13, "\(probability) \(df) \(found)")
    }
  }
}
