import SurveyModel

@testable import Assessment

/// One target, one estimate: what a test changes stands in the call.
enum TinyPlan {
  static let index = IndexMethod(
    id: "sipas", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors, places: 2)

  static let place = SourceLocation(file: "plan.xml", line: 7, column: 3)

  static func target(
    _ rule: TargetRule, measure: MeasureReference = .factor("access"), year: Int? = 2021,
    domain: [DomainTerm] = []
  ) -> Target {
    Target(id: "8.1.1", measure: measure, year: year, domain: domain, rule: rule, place: place)
  }

  static func plan(
    _ target: Target, baseline: Double? = 84.78, baselineDomain: [DomainTerm] = [],
    figures: [EnteredFigure] = []
  ) -> Plan {
    let values =
      baseline.map {
        [BaselineValue(measure: target.measure?.name ?? "", domain: baselineDomain, value: $0)]
      } ?? []
    return Plan(
      id: "plan",
      baselines: [Baseline(year: 2020, source: "628/QĐ-BNV", values: values)], figures: figures,
      targets: [target])
  }

  static func estimate(
    _ value: Double?, error: Double? = 0.5, freedom: Int = 40, kind: MeasureKind = .factor,
    id: String = "access", domain: [DomainTerm] = [], flag: EstimateFlag? = nil
  ) -> Estimate {
    Estimate(
      kind: kind, id: id, domain: domain, value: value, standardError: error,
      lower: value.flatMap { value in error.map { value - 2 * $0 } },
      upper: value.flatMap { value in error.map { value + 2 * $0 } }, intervalMethod: .waldT,
      degreesOfFreedom: freedom, respondents: 500, flag: flag)
  }

  static func table(_ estimates: [Estimate]) -> EstimateTable {
    EstimateTable(
      estimates: estimates, variance: "taylor", singlePSUStrata: [], singlePSURule: .fail,
      strataCount: 2, psuCount: 42)
  }

  /// Judges one target on one estimate.
  static func judge(
    _ rule: TargetRule, estimate: Double, baseline: Double? = 84.78, error: Double? = 0.5,
    freedom: Int = 40, index: IndexMethod = index
  ) -> TargetResult? {
    assess(
      plan: plan(target(rule), baseline: baseline), surveyYear: 2021, index: index,
      estimates: table([self.estimate(estimate, error: error, freedom: freedom)])
    ).results.first
  }

  static let raisedByTwoPoints = TargetRule.increase(baselineYear: 2020, atLeast: 2, unit: .points)
  static let raisedByTwoPercent = TargetRule.increase(
    baselineYear: 2020, atLeast: 2, unit: .percent)
  static let raised = TargetRule.increase(baselineYear: 2020, atLeast: nil, unit: .points)
  static let held = TargetRule.hold(baselineYear: 2020)
}
