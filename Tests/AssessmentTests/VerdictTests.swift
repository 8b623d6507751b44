import SurveyModel
import Testing

@testable import Assessment

struct VerdictTests {
  @Test(arguments: [
    (86.774999, Verdict.notMet),  // published 86.77
    (86.775, .met),  // published 86.78: half up
    (86.78, .met),
    (86.7849, .met),
  ])
  func `a published 86,78 meets a threshold of 86,78`(estimate: Double, verdict: Verdict) throws {
    let result = try #require(TinyPlan.judge(TinyPlan.raisedByTwoPoints, estimate: estimate))
    #expect(result.threshold == 86.78)
    #expect(result.verdict == verdict)
    #expect(result.published == roundedHalfUp(estimate, places: 2))
  }

  @Test func `where rounding decides the verdict stands and is uncertain`() throws {
    let result = try #require(
      TinyPlan.judge(TinyPlan.raisedByTwoPoints, estimate: 86.776, error: 1e-9))
    #expect(result.verdict == .met)
    #expect(result.confidence == .uncertain)
    #expect(try #require(result.difference) < 0)
    // 86.784 lies above 86.7835, but is published as 86.78, below it.
    let other = try #require(
      TinyPlan.judge(TinyPlan.held, estimate: 86.784, baseline: 86.7835, error: 1e-9))
    #expect(other.verdict == .notMet)
    #expect(other.confidence == .uncertain)
  }

  @Test(arguments: [(84.78, Verdict.notMet), (84.784, .notMet), (84.785, .met), (84.79, .met)])
  func `a rise without a figure needs a published figure above the baseline`(
    estimate: Double, verdict: Verdict
  ) throws {
    let result = try #require(TinyPlan.judge(TinyPlan.raised, estimate: estimate))
    #expect(result.verdict == verdict)
    #expect(result.isStrict)
    #expect(result.threshold == 84.78)
    #expect(result.alternative == nil)
  }

  @Test(arguments: [(84.774, Verdict.notMet), (84.775, .met), (84.78, .met), (90, .met)])
  func `holding is at or above the baseline`(estimate: Double, verdict: Verdict) throws {
    let result = try #require(TinyPlan.judge(TinyPlan.held, estimate: estimate))
    #expect(result.verdict == verdict)
    #expect(!result.isStrict)
  }

  @Test func `the other reading of two percent has its own threshold and verdict`() throws {
    let points = try #require(TinyPlan.judge(TinyPlan.raisedByTwoPoints, estimate: 86.5))
    #expect(points.verdict == .notMet)
    #expect(
      points.alternative == AlternativeReading(unit: .percent, threshold: 86.4756, verdict: .met))
    let percent = try #require(TinyPlan.judge(TinyPlan.raisedByTwoPercent, estimate: 86.5))
    #expect(percent.threshold == 86.4756)
    #expect(percent.verdict == .met)
    #expect(
      percent.alternative == AlternativeReading(unit: .points, threshold: 86.78, verdict: .notMet))
  }

  /// Bình Thuận 3612/KH-UBND, appendix row 8: 82/84/86/88/90 for 2021 to 2025.
  @Test func `a minimum uses the value of the survey's year`() throws {
    let rule = TargetRule.minimum([2021: 82, 2022: 84, 2023: 86, 2024: 88, 2025: 90])
    let plan = TinyPlan.plan(TinyPlan.target(rule, year: nil), baseline: nil)
    let estimates = TinyPlan.table([TinyPlan.estimate(86)])
    for (year, verdict) in [(2022, Verdict.met), (2023, .met), (2024, .notMet)] {
      let (results, findings) = assess(
        plan: plan, surveyYear: year, index: TinyPlan.index, estimates: estimates)
      #expect(results.first?.verdict == verdict)
      #expect(findings.isEmpty)
    }
    let (results, findings) = assess(
      plan: plan, surveyYear: 2026, index: TinyPlan.index, estimates: estimates)
    let result = try #require(results.first)
    #expect(result.verdict == .noData)
    #expect(result.threshold == nil)
    #expect(findings.map { $0.code } == [AssessmentCodes.noValueForYear])
    #expect(findings.first?.place == TinyPlan.place)
  }

  @Test(arguments: [(29.0, Verdict.met), (30, .met), (31, .notMet)])
  func `a rank is met at or better than the place`(rank: Double, verdict: Verdict) throws {
    let target = TinyPlan.target(
      .rank(atMost: 30, of: 63), measure: .figure("sipas-rank"))
    let figure = EnteredFigure(
      id: "sipas-rank", unit: "rank", label: LocalizedText(vi: "Xếp hạng"),
      values: [(2021, rank, "Công bố")])
    let (results, findings) = assess(
      plan: TinyPlan.plan(target, baseline: nil, figures: [figure]), surveyYear: 2021,
      index: TinyPlan.index, estimates: TinyPlan.table([]))
    let result = try #require(results.first)
    #expect(result.verdict == verdict)
    #expect(result.difference == 30 - rank)
    #expect(result.confidence == nil)
    #expect(result.pValue == nil)
    #expect(findings.isEmpty)
  }

  @Test func `an entered figure is compared as entered, with its own past as baseline`() throws {
    let target = TinyPlan.target(TinyPlan.held, measure: .figure("online"))
    let figure = EnteredFigure(
      id: "online", unit: "%", label: LocalizedText(vi: "Hồ sơ trực tuyến"),
      values: [(2020, 31.255, "Báo cáo"), (2021, 31.254, "Báo cáo")])
    let result = try #require(
      assess(
        plan: TinyPlan.plan(target, baseline: nil, figures: [figure]), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([])
      ).results.first)
    // Rounded to two places both would read 31.25 or 31.26; entered figures are not rounded.
    #expect(result.verdict == .notMet)
    #expect(result.published == 31.254)
    #expect(result.baselineStatus == "entered")
  }
}
