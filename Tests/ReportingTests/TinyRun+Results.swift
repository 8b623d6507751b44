import SurveyModel

extension TinyRun {
  /// Half-width of every whole-population interval below; t(0.975, 40) is near 2.02.
  private static func estimate(
    _ kind: MeasureKind, _ id: String, _ value: Double?, error: Double? = 0.6,
    domain: [DomainTerm] = [], respondents: Int = 1240, flag: EstimateFlag? = nil,
    isComplete: Bool = true
  ) -> Estimate {
    let half = error.map { $0 * 2.0 }
    return Estimate(
      kind: kind, id: id, domain: domain, value: value, standardError: error,
      lower: value.flatMap { value in half.map { value - $0 } },
      upper: value.flatMap { value in half.map { min(value + $0, 100) } },
      intervalMethod: .waldT, degreesOfFreedom: 40, designEffect: error == nil ? nil : 1.8125,
      designEffectWithoutReplacement: error == nil ? nil : 1.75,
      effectiveRespondents: error == nil ? nil : Double(respondents) / 1.8125,
      respondents: respondents, flag: flag, flagReason: flag.map(reason), isComplete: isComplete)
  }

  private static func reason(_ flag: EstimateFlag) -> FlagReason {
    switch flag {
    case .suppressed: .fewRespondents
    case .unreliable: .noStandardError
    case .noData: .noAnswers
    }
  }

  static let factorValues: [(id: String, value: Double)] = [
    ("access", 87.104), ("procedures", 90.9152), ("officials", 86.8651), ("results", 88.25),
    ("feedback", 86.0),
  ]

  static let estimates: EstimateTable = {
    var list = [estimate(.overall, "sipas", 87.82686)]
    list += factorValues.map { estimate(.factor, $0.id, $0.value) }
    // Around the value of their factor, so that its mean is that of its items.
    for (factor, figure) in zip(factors, factorValues) {
      for (number, item) in factor.items.enumerated() {
        let step = Double(number) - Double(factor.items.count - 1) / 2
        list.append(estimate(.item, item, figure.value + step * 0.5))
      }
    }
    for (number, district) in districts.enumerated() {
      let domain = [DomainTerm(variable: "district", code: district.0)]
      let isSmall = district.0 == "KPA"
      for (place, measure) in ([("sipas", 0.0)] + factorValues).enumerated() {
        let kind: MeasureKind = place == 0 ? .overall : .factor
        let value = 80.5 + Double(number) * 1.25 + Double(place) * 0.4
        list.append(
          estimate(
            kind, measure.0, value, error: district.0 == "AYP" ? nil : 1.5, domain: domain,
            respondents: isSmall ? 7 : 180,
            flag: isSmall ? .suppressed : district.0 == "AYP" ? .unreliable : nil,
            isComplete: district.0 != "CSE"))
      }
    }
    let women = [
      DomainTerm(variable: "district", code: "PLK"), DomainTerm(variable: "gender", code: "f"),
    ]
    list.append(
      estimate(.overall, "sipas", nil, error: nil, domain: women, respondents: 0, flag: .noData))
    return EstimateTable(
      estimates: list, variance: "taylor-calibration-residuals",
      singlePSUStrata: ["district=KPA"], singlePSURule: .adjust, strataCount: 17, psuCount: 60)
  }()

  // MARK: Targets

  static let plan = Plan(
    id: "gia-lai-1320-2021", title: LocalizedText(vi: "Kế hoạch nâng cao Chỉ số hài lòng"),
    sources: [
      SourceDocument(
        document: "1320/KH-UBND", date: "2021-09-14", issuer: "UBND tỉnh Gia Lai",
        status: "official")
    ],
    baselines: [
      Baseline(
        year: 2020, source: "628/QĐ-BNV",
        values: [
          BaselineValue(measure: "access", value: 84.78),
          BaselineValue(measure: "results", value: 90.40),
        ])
    ],
    figures: [
      EnteredFigure(
        id: "sipas-rank", unit: "rank",
        label: LocalizedText(vi: "Xếp hạng SIPAS", en: "SIPAS rank"),
        values: [(2021, 45, "Công bố của Bộ Nội vụ")])
    ],
    targets: targets.map { $0.target }, file: "samples/plan.xml")

  private static func target(
    _ id: String, _ measure: MeasureReference, _ rule: TargetRule, due: String = "Trong năm 2021"
  ) -> Target {
    Target(
      id: id, measure: measure, year: 2021, rule: rule, section: "II.2",
      lead: ["Văn phòng UBND tỉnh"], cooperating: ["Bưu điện tỉnh"],
      implementing: ["Các sở, ban, ngành tỉnh", "UBND các huyện, thị xã, thành phố"], due: due,
      tasks: [
        TargetTask(
          agency: "Văn phòng UBND tỉnh", text: "Thường xuyên kiểm tra bằng nhiều hình thức phù hợp."
        )
      ])
  }

  /// A judged factor; everything but the verdict follows from the figures.
  private static func judged(
    _ id: String, _ factor: String, _ rule: TargetRule, baseline: Double, threshold: Double,
    estimate: Double, verdict: Verdict, confidence: Confidence, pValue: Double,
    alternative: AlternativeReading? = nil
  ) -> TargetResult {
    TargetResult(
      target: target(id, .factor(factor), rule), baseline: baseline, baselineYear: 2020,
      baselineSource: "628/QĐ-BNV", baselineStatus: "official", threshold: threshold,
      estimate: estimate, published: roundedHalfUp(estimate, places: 2), standardError: 0.6,
      lower: estimate - 1.2, upper: estimate + 1.2, degreesOfFreedom: 40, respondents: 1240,
      difference: estimate - threshold, verdict: verdict, confidence: confidence, pValue: pValue,
      probabilityMet: 1 - pValue, adjustedPValue: min(1, pValue * 5),
      targetedChangeAchieved: threshold == baseline
        ? nil : 100 * (estimate - baseline) / (threshold - baseline),
      progress: verdict == .met ? .metOrExceeded : estimate < baseline ? .gettingWorse : .improving,
      smallestDetectableChange: 1.52, alternative: alternative)
  }

  private static let raised = TargetRule.increase(baselineYear: 2020, atLeast: 2, unit: .points)

  static let targets: [TargetResult] = [
    judged(
      "8.1.1", "access", raised, baseline: 84.78, threshold: 86.78, estimate: 87.104,
      verdict: .met, confidence: .uncertain, pValue: 0.296,
      alternative: AlternativeReading(unit: .percent, threshold: 86.4756, verdict: .met)),
    // 90.9152 is published as 90.92: rounding decides.
    judged(
      "8.1.2", "procedures", .hold(baselineYear: 2020), baseline: 90.92, threshold: 90.92,
      estimate: 90.9152, verdict: .met, confidence: .uncertain, pValue: 0.503),
    judged(
      "8.1.3", "officials", raised, baseline: 84.87, threshold: 86.87, estimate: 86.8649,
      verdict: .notMet, confidence: .uncertain, pValue: 0.503,
      alternative: AlternativeReading(unit: .percent, threshold: 86.5674, verdict: .met)),
    judged(
      "8.1.4", "results", .hold(baselineYear: 2020), baseline: 90.40, threshold: 90.40,
      estimate: 88.25, verdict: .notMet, confidence: .certain, pValue: 0.9995),
    judged(
      "8.1.5", "feedback", raised, baseline: 81.12, threshold: 83.12, estimate: 86.0,
      verdict: .met, confidence: .certain, pValue: 0.00001,
      alternative: AlternativeReading(unit: .percent, threshold: 82.7424, verdict: .met)),
    TargetResult(
      target: target("R", .figure("sipas-rank"), .rank(atMost: 30, of: 63)), threshold: 30,
      estimate: 45, published: 45, difference: -15, verdict: .notMet),
    TargetResult(
      target: target("D", .factor("access"), .minimum([2022: 85])), respondents: 7,
      verdict: .noData),
  ]
}
