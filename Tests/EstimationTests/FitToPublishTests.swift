import SurveyModel
import Testing

@testable import Estimation

/// The boundaries of Vital and Health Statistics 2 (175), 2017, and of the survey's own minimum.
@Suite struct FitToPublishTests {
  private func figure(
    _ value: Double = 0.5, error: Double? = 0.02, df: Int = 20, respondents: Int = 400,
    effective: Double? = 200, width: Double? = 0.1, isShare: Bool = true
  ) -> FitToPublish.Figure {
    FitToPublish.Figure(
      measured: MeasuredValue(
        value: value, standardError: error, degreesOfFreedom: df, respondents: respondents,
        isShare: isShare, range: 0...1),
      effectiveRespondents: effective, width: width)
  }

  private func reason(_ figure: FitToPublish.Figure, minimum: Int = 0) -> FlagReason? {
    FitToPublish(minimumRespondents: minimum).judge(figure)?.reason
  }

  @Test func everyBoundary() {
    #expect(reason(figure()) == nil)
    #expect(reason(figure(respondents: 0)) == .noAnswers)
    #expect(reason(figure(respondents: 29), minimum: 30) == .fewRespondents)
    #expect(reason(figure(respondents: 30), minimum: 30) == nil)
    #expect(reason(figure(effective: 29.999)) == .effectiveNumber)
    #expect(reason(figure(effective: 30)) == nil)
    #expect(reason(figure(width: 0.3001)) == .intervalWidth)
    #expect(reason(figure(width: 0.3)) == nil)
    // 130 % of 0.05 is 0.065, but a width of 5 points is enough whatever the share.
    #expect(reason(figure(0.05, width: 0.0651)) == .relativeWidth)
    #expect(reason(figure(0.05, width: 0.0649)) == nil)
    #expect(reason(figure(0.03, width: 0.05)) == nil)
    #expect(reason(figure(0.03, width: 0.0501)) == .relativeWidth)
    #expect(reason(figure(error: nil, effective: nil, width: nil)) == .noStandardError)
    #expect(reason(figure(error: 0, width: nil)) == .noVariation)
    #expect(reason(figure(1, error: 0, effective: nil, width: nil)) == .noVariation)
    #expect(reason(figure(0, error: 0, effective: nil, width: nil)) == .noVariation)
    #expect(reason(figure(df: 7)) == .degreesOfFreedom)
    #expect(reason(figure(df: 8)) == nil)
    // A narrow interval still needs its degrees of freedom.
    #expect(reason(figure(df: 7, width: 0.01)) == .degreesOfFreedom)
  }

  @Test func theStrongerRuleComesFirst() {
    let rule = FitToPublish(minimumRespondents: 10)
    let few = figure(error: nil, df: 0, respondents: 9, effective: nil, width: nil)
    #expect(rule.judge(few)?.flag == .suppressed)
    #expect(rule.judge(few)?.reason == .fewRespondents)
    #expect(rule.judge(figure(respondents: 0))?.flag == .noData)
    #expect(reason(figure(df: 3, effective: 12, width: 0.5)) == .effectiveNumber)
    #expect(reason(figure(df: 3, width: 0.5)) == .intervalWidth)
  }

  @Test func everybodySatisfiedIsShownWithItsFlagWhenThereAreEnough() {
    let rule = FitToPublish(minimumRespondents: 0)
    let all = figure(1, error: 0, respondents: 200, effective: nil, width: nil)
    #expect(rule.judge(all)?.flag == .unreliable)
    let twenty = figure(1, error: 0, respondents: 29, effective: nil, width: nil)
    #expect(rule.judge(twenty)?.reason == .effectiveNumber)
  }

  @Test func meansOfScoresHaveNoRulesOfShares() {
    #expect(reason(figure(effective: 3, width: 0.9, isShare: false)) == nil)
    #expect(reason(figure(df: 7, effective: 3, isShare: false)) == .degreesOfFreedom)
    #expect(reason(figure(respondents: 4, isShare: false), minimum: 5) == .fewRespondents)
    #expect(reason(figure(error: nil, isShare: false)) == .noStandardError)
    #expect(reason(figure(error: 0, isShare: false)) == .noVariation)
  }

  @Test func theWidthIsThatOfTheBetaInterval() {
    // p = 0.85, 12 degrees of freedom, 100 answers: by R's qt and qbeta the interval is 0.298731 wide
    // at SE 0.063 and 0.303696 at 0.064.
    for (error, expected) in [(0.063, nil), (0.064, FlagReason.intervalWidth)] {
      var rule = FitToPublish(minimumRespondents: 0)
      let judged = rule.judge(
        MeasuredValue(
          value: 0.85, standardError: error, degreesOfFreedom: 12, respondents: 100,
          isShare: true, range: 0...1), effectiveRespondents: 40)
      #expect(judged?.reason == expected)
    }
  }

  @Test func aLargeSampleNeedsNoLimits() {
    // 0.5 of a million people: the shortcut's bound and the interval are both below 5 points.
    var rule = FitToPublish(minimumRespondents: 0)
    let judged = rule.judge(
      MeasuredValue(
        value: 0.01, standardError: 0.0001, degreesOfFreedom: 500, respondents: 1_000_000,
        isShare: true, range: 0...1), effectiveRespondents: 990_000)
    #expect(judged == nil)
  }
}
