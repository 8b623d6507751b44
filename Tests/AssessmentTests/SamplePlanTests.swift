import SurveyModel
import Testing

@testable import Assessment

struct SamplePlanTests {
  private static func row(
    _ rule: TargetRule, _ estimate: Estimate, sample: PresentSample,
    settings: SamplePlanSettings = SamplePlanSettings()
  ) -> SamplePlanRow? {
    planSample(
      plan: TinyPlan.plan(TinyPlan.target(rule)), surveyYear: 2021, index: TinyPlan.index,
      estimates: TinyPlan.table([estimate]), settings: settings
    ) { $0.isEmpty ? sample : nil }.first
  }

  private static func estimate(_ plan: JudgingFixture.SamplePlan) -> Estimate {
    var estimate = TinyPlan.estimate(84, error: plan.se, freedom: plan.clusters - plan.strata)
    estimate.respondents = plan.n
    estimate.designEffect = plan.deff
    return estimate
  }

  @Test func plansAgreeWithR() throws {
    let plans = try JudgingFixture.load().plans
    #expect(plans.count == 6)
    for (number, plan) in plans.enumerated() {
      let perCluster = Double(plan.n) / Double(plan.clusters)
      let row = try #require(
        Self.row(
          .increase(baselineYear: 2020, atLeast: plan.step, unit: .points), Self.estimate(plan),
          sample: PresentSample(
            clusters: plan.clusters, strata: plan.strata, weightingEffect: plan.kish),
          settings: SamplePlanSettings(
            significance: plan.alpha, power: plan.power,
            respondentsPerCluster: plan.b == perCluster ? nil : plan.b,
            comparesWithThisSurvey: plan.both)))
      #expect(row.clusters == plan.needed, "plan \(number)")
      #expect(row.respondents == plan.respondents, "plan \(number)")
      #expect(agree(row.likeness, plan.likeness), "plan \(number)")
      #expect(agree(row.respondentsPerCluster, plan.b), "plan \(number)")
    }
  }

  @Test func thePlannedSurveyDetectsTheStepAndOneClusterLessDoesNot() throws {
    let fixture = try #require(try JudgingFixture.load().plans.first)
    let sample = PresentSample(
      clusters: fixture.clusters, strata: fixture.strata, weightingEffect: fixture.kish)
    let row = try #require(
      Self.row(TinyPlan.raisedByTwoPoints, Self.estimate(fixture), sample: sample))
    let clusters = try #require(row.clusters)
    // The likeness reproduces the measured design effect, so more clusters only shrink the error.
    for (number, isEnough) in [(clusters, true), (clusters - 1, false)] {
      let error = fixture.se * (Double(fixture.clusters) / Double(number)).squareRoot()
      let change = try #require(
        smallestDetectableChange(
          standardError: error, degreesOfFreedom: Double(number - fixture.strata)))
      #expect((change <= 2) == isEnough)
    }
    #expect(
      row.presentlyDetectable
        == smallestDetectableChange(
          standardError: fixture.se, degreesOfFreedom: Double(fixture.clusters - fixture.strata)))
  }

  @Test func theStepIsThatOfTheTarget() throws {
    let fixture = try #require(try JudgingFixture.load().plans.first)
    let sample = PresentSample(clusters: 24, strata: 8, weightingEffect: 1.15)
    let estimate = Self.estimate(fixture)
    func step(_ rule: TargetRule, _ standard: Double? = nil) -> Double? {
      Self.row(
        rule, estimate, sample: sample, settings: SamplePlanSettings(defaultStep: standard))?.step
    }
    #expect(step(TinyPlan.raisedByTwoPoints) == 2)
    #expect(agree(step(TinyPlan.raisedByTwoPercent), 86.4756 - 84.78))
    #expect(step(TinyPlan.held) == 2)
    #expect(step(TinyPlan.held, 3) == 3)
    #expect(step(.minimum([2021: 80, 2022: 88.5])) == 4.5)
    #expect(step(.minimum([2021: 80, 2022: 83])) == 2)
    #expect(step(.rank(atMost: 5, of: 63)) == nil)
  }

  @Test func withoutAnErrorThereIsNoPlan() {
    let sample = PresentSample(clusters: 24, strata: 8, weightingEffect: 1.15)
    for (error, effect, flag) in [
      (nil, 1.5, nil), (0, 1.5, nil), (1, nil, nil), (1, 1.5, .suppressed),
    ] as [(Double?, Double?, EstimateFlag?)] {
      var estimate = TinyPlan.estimate(84, error: error, flag: flag)
      estimate.designEffect = effect
      #expect(Self.row(TinyPlan.held, estimate, sample: sample) == nil)
    }
  }

  @Test func oneRespondentPerClusterHasNoLikeness() throws {
    var estimate = TinyPlan.estimate(84, error: 1, freedom: 498)
    estimate.designEffect = 1.5
    let row = try #require(
      Self.row(
        TinyPlan.held, estimate,
        sample: PresentSample(clusters: 500, strata: 2, weightingEffect: 1.1)))
    #expect(row.likeness == 0)
    #expect(row.respondents == row.clusters)
  }
}
