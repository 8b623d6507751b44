import Numerics
import SurveyModel
import Testing

@testable import Assessment

struct TargetProgressTests {
  @Test func holmAgreesWithR() throws {
    for example in try JudgingFixture.load().holm {
      for (found, expected) in zip(holmAdjusted(example.p), example.adjusted) {
        #expect(agree(found, expected, 1e-12))
      }
    }
    #expect(holmAdjusted([]).isEmpty)
    #expect(holmAdjusted(known: [nil, 0.5, nil, 0.02]) == [nil, 0.5, nil, 0.04])
  }

  @Test(arguments: 0..<50)
  func holmKeepsTheOrderAndNeverLowersAPValue(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pValues = (0..<20).map { _ in random.uniform() * random.uniform() }
    let adjusted = holmAdjusted(pValues)
    for (first, own) in zip(pValues, adjusted) {
      #expect(own >= first && own <= 1)
      for (second, other) in zip(pValues, adjusted) where first <= second { #expect(own <= other) }
    }
  }

  @Test func smallestDetectableChangesAgreeWithR() throws {
    for row in try JudgingFixture.load().detect {
      let found = smallestDetectableChange(
        standardError: row[0], degreesOfFreedom: row[1], significance: row[2], power: row[3])
      #expect(agree(found, row[4]), "\(row)")
    }
    #expect(smallestDetectableChange(standardError: 0, degreesOfFreedom: 10) == nil)
    #expect(smallestDetectableChange(standardError: nil, degreesOfFreedom: 10) == nil)
    #expect(smallestDetectableChange(standardError: 1, degreesOfFreedom: 0) == nil)
  }

  /// With 2 degrees of freedom the two-sided 5 % quantile is 0.95 / √0.04875 = 4.302653 (solving
  /// 1/2 + t / (2 √(2 + t²)) = 0.975).
  private static let quantile975 = 0.95 / 0.04875.squareRoot()

  @Test(arguments: [
    (86.78, 9.0, Progress.metOrExceeded),
    (84.78 + 0.5 * quantile975 * 1.001, 0.5, .improving),
    (84.78 + 0.3 * quantile975 * 0.999, 0.3, .littleOrNoChange),
    (84.78 - 0.5 * quantile975 * 1.001, 0.5, .gettingWorse),
    (84.78 - 0.5 * quantile975 * 0.999, 0.5, .littleOrNoChange),
    (84.78, 0.5, .littleOrNoChange),
  ])
  func progressFollowsSignificance(estimate: Double, error: Double, expected: Progress) throws {
    // 0.45 · 4.302653 = 1.94 points is short of the step of 2; 0.5 · 4.302653 is beyond it.
    let rule = TargetRule.increase(
      baselineYear: 2020, atLeast: estimate > 86.78 ? 4 : 2, unit: .points)
    let result = try #require(TinyPlan.judge(rule, estimate: estimate, error: error, freedom: 2))
    #expect(result.progress == expected)
  }

  @Test func theShareOfTheTargetedChangeIsThatOfTheStep() throws {
    let result = try #require(TinyPlan.judge(TinyPlan.raisedByTwoPoints, estimate: 85.78))
    #expect(agree(result.targetedChangeAchieved, 50, 1e-12))
    let held = try #require(TinyPlan.judge(TinyPlan.held, estimate: 85.78))
    #expect(held.targetedChangeAchieved == nil)
    #expect(held.progress == .metOrExceeded)
    let fallen = try #require(TinyPlan.judge(TinyPlan.held, estimate: 80))
    #expect(fallen.progress == .gettingWorse)
    let pValue = try #require(result.pValue)
    #expect(result.probabilityMet == 1 - pValue)
    // R: (qt(.95, 40) + qt(.8, 40)) * 0.5
    #expect(agree(result.smallestDetectableChange, 1.2672754045630534))
  }

  @Test(arguments: [
    (83.18, Progress.littleOrNoChange),  // 9 % of the way from 83 to 85
    (83.2, .improving),
    (83, .littleOrNoChange),
    (74.8, .littleOrNoChange),  // 9.9 % of 83 below it
    (74.6, .gettingWorse),
    (85, .metOrExceeded),
  ])
  func withoutAnErrorTenPercentCount(value: Double, expected: Progress) throws {
    let target = TinyPlan.target(
      .increase(baselineYear: 2020, atLeast: 2, unit: .points), measure: .figure("online"))
    let figure = EnteredFigure(
      id: "online", unit: "%", label: LocalizedText(vi: "Trực tuyến"),
      values: [(2020, 83, "Báo cáo"), (2021, value, "Báo cáo")])
    let result = try #require(
      assess(
        plan: TinyPlan.plan(target, baseline: nil, figures: [figure]), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([])
      ).results.first)
    #expect(result.progress == expected)
    #expect(result.smallestDetectableChange == nil)
    #expect(result.probabilityMet == nil)
  }

  private static func change(_ before: Double, error: Double, year: Int = 2020) -> ChangeTable {
    ChangeTable(
      survey: "earlier", year: year, sharesClusters: false, commonPSUs: 0,
      changes: [
        ChangeEstimate(
          kind: .factor, id: "access", now: 86, before: before, difference: 86 - before,
          standardError: error, degreesOfFreedom: 60.5)
      ])
  }

  @Test func anEarlierSurveyOfTheBaselinesYearBringsItsError() throws {
    func judged(_ change: ChangeTable?, _ rule: TargetRule, baseline: Double?) -> TargetResult? {
      assess(
        plan: TinyPlan.plan(TinyPlan.target(rule), baseline: baseline), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([TinyPlan.estimate(86, error: 0.5)]),
        change: change
      ).results.first
    }
    let rule = TinyPlan.raisedByTwoPoints
    #expect(judged(nil, rule, baseline: 84.78)?.progress == .improving)
    #expect(
      judged(Self.change(84.78, error: 0.9), rule, baseline: 84.78)?.progress == .littleOrNoChange)
    #expect(
      judged(Self.change(84.78, error: 0.9, year: 2019), rule, baseline: 84.78)?.progress
        == .improving)
    let minimum = TargetRule.minimum([2021: 88])
    #expect(judged(nil, minimum, baseline: nil)?.progress == nil)
    #expect(judged(Self.change(84, error: 0.5), minimum, baseline: nil)?.progress == .improving)
    #expect(
      judged(Self.change(84, error: 5), minimum, baseline: nil)?.progress == .littleOrNoChange)
  }

  @Test func targetsOfOneFamilyAreJudgedTogether() throws {
    let terms = [DomainTerm(variable: "district", code: "PLK")]
    let targets = [
      TinyPlan.target(TinyPlan.held), TinyPlan.target(TinyPlan.held, measure: .factor("results")),
      TinyPlan.target(TinyPlan.held, domain: terms),
      TinyPlan.target(TinyPlan.held, measure: .figure("none")),
    ]
    let plan = Plan(
      id: "plan",
      baselines: [
        Baseline(
          year: 2020, source: "628/QĐ-BNV",
          values: [
            BaselineValue(measure: "access", value: 84),
            BaselineValue(measure: "results", value: 84),
            BaselineValue(measure: "access", domain: terms, value: 84),
          ])
      ], targets: targets)
    let (results, _) = assess(
      plan: plan, surveyYear: 2021, index: TinyPlan.index,
      estimates: TinyPlan.table([
        TinyPlan.estimate(85), TinyPlan.estimate(84.5, id: "results"),
        TinyPlan.estimate(85, domain: terms),
      ]))
    let first = try #require(results[0].pValue)
    let second = try #require(results[1].pValue)
    #expect(results[0].adjustedPValue == 2 * first)
    #expect(results[1].adjustedPValue == second)
    #expect(results[2].adjustedPValue == nil)
    #expect(results[3].adjustedPValue == nil)
  }
}
