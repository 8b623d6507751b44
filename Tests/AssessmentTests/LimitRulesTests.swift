import SurveyModel
import Testing

@testable import Assessment

/// Maxima, strict bounds, standard scores and requirements in words.
struct LimitRulesTests {
  /// R 4.2.2: `pt((estimate - 5) / se, df)`, the lower tail: an upper bound is met by low figures.
  @Test(arguments: [
    (3.0, 1.2, 40, Verdict.met, Confidence.uncertain, 0.051696760453300933),
    (4.0, 1.2, 40, .met, .uncertain, 0.20480268034724447),
    (4.4, 0.3, 12, .met, .certain, 0.034327507019043059),
    (6.5, 0.5, 40, .notMet, .certain, 0.99768493010792192),
  ])
  func `a maximum is judged by the lower tail`(
    estimate: Double, error: Double, freedom: Int, verdict: Verdict, confidence: Confidence,
    pValue: Double
  ) throws {
    let result = try #require(
      TinyPlan.judge(
        .maximum([2021: 5]), estimate: estimate, error: error, freedom: freedom))
    #expect(result.threshold == 5)
    #expect(!result.isStrict)
    #expect(result.verdict == verdict)
    #expect(result.confidence == confidence)
    #expect(abs(try #require(result.pValue) - pValue) < 1e-12)
    #expect(abs(try #require(result.probabilityMet) - (1 - pValue)) < 1e-12)
    #expect(result.difference == 5 - estimate)
    #expect(result.noDataReason == nil)
  }

  @Test func `a maximum is the mirror of a minimum`() throws {
    for tenths in 0...100 {
      let estimate = Double(tenths) / 10
      let low = try #require(TinyPlan.judge(.maximum([2021: 5]), estimate: estimate))
      let high = try #require(
        TinyPlan.judge(.minimum([2021: 95]), estimate: Double(1000 - tenths) / 10))
      #expect(low.verdict == high.verdict)
      #expect(low.confidence == high.confidence)
      #expect(low.pValue.map { abs($0 - (high.pValue ?? -1)) < 1e-12 } ?? (high.pValue == nil))
    }
  }

  /// "trên 95 %" and "dưới 0,5 %" are not met by 95 and 0.5.
  @Test(arguments: [(94.99, false, false), (95, true, false), (95.01, true, true)])
  func `a strict bound is not met by itself`(value: Double, isMet: Bool, strictlyMet: Bool) throws {
    let minimum = try #require(TinyPlan.judge(.minimum([2021: 95]), estimate: value))
    let above = try #require(
      TinyPlan.judge(.minimum([2021: 95], isStrict: true), estimate: value))
    #expect((minimum.verdict == .met) == isMet)
    #expect((above.verdict == .met) == strictlyMet)
    #expect(above.isStrict && !minimum.isStrict)
    let mirrored = withoutBinaryNoise(100 - value)
    let maximum = try #require(TinyPlan.judge(.maximum([2021: 5]), estimate: mirrored))
    let below = try #require(
      TinyPlan.judge(.maximum([2021: 5], isStrict: true), estimate: mirrored))
    #expect((maximum.verdict == .met) == isMet)
    #expect((below.verdict == .met) == strictlyMet)
  }

  @Test func `a maximum of zero is met by zero alone`() throws {
    let figure = { (value: Double) in
      EnteredFigure(
        id: "breaches", unit: "count", label: LocalizedText(vi: "Sai phạm"),
        values: [(2021, value, "Báo cáo")])
    }
    for (value, verdict) in [(0.0, Verdict.met), (1, .notMet)] {
      let result = try #require(
        assess(
          plan: TinyPlan.plan(
            TinyPlan.target(.maximum([2021: 0]), measure: .figure("breaches"), year: nil),
            baseline: nil, figures: [figure(value)]), surveyYear: 2021, index: TinyPlan.index,
          estimates: TinyPlan.table([])
        ).results.first)
      #expect(result.verdict == verdict)
      #expect(result.difference == -value)
    }
  }

  @Test func `downwards is forwards on the way to a maximum`() throws {
    let change = ChangeTable(
      survey: "earlier", year: 2020, sharesClusters: false, commonPSUs: 0,
      changes: [
        ChangeEstimate(
          kind: .factor, id: "access", now: 8, before: 12, difference: -4, standardError: 1,
          degreesOfFreedom: 60)
      ])
    func progress(_ value: Double) -> Progress? {
      assess(
        plan: TinyPlan.plan(TinyPlan.target(.maximum([2021: 5])), baseline: nil), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([TinyPlan.estimate(value)]), change: change
      ).results.first?.progress
    }
    #expect(progress(4) == .metOrExceeded)
    #expect(progress(8) == .improving)
    #expect(progress(11.5) == .littleOrNoChange)
    #expect(progress(16) == .gettingWorse)
  }

  /// Tiền Giang 180/KH-UBND, appendix, area 3: 12.4259 of 14 in 2019.
  @Test(
    arguments: [
      (13.5, Verdict.notMet), (14, .met), (nil, .noData),
    ] as [(Double?, Verdict)])
  func `a row of a score card is met at its standard score`(score: Double?, verdict: Verdict) throws
  {
    let card = ScoreCard(standard: 14, assessed: 12.4259, year: 2019)
    #expect(card.pointsLost == 1.5741)
    let figure = EnteredFigure(
      id: "score-3", unit: "score", label: LocalizedText(vi: "Lĩnh vực 3"),
      values: score.map { [(2021, $0, "Báo cáo")] } ?? [])
    let (results, findings) = assess(
      plan: TinyPlan.plan(
        TinyPlan.target(.score(card), measure: .figure("score-3"), year: nil), baseline: nil,
        figures: [figure]), surveyYear: 2021, index: TinyPlan.index, estimates: TinyPlan.table([]))
    let result = try #require(results.first)
    #expect(result.verdict == verdict)
    #expect(result.threshold == 14)
    #expect(result.baseline == 12.4259)
    #expect(result.baselineYear == 2019)
    if score == nil {
      #expect(result.noDataReason == .figureMissing(measure: "figure:score-3", year: 2021))
      #expect(findings.map { $0.code } == [AssessmentCodes.noFigure])
    }
  }

  @Test func `in the year of the card its own score is judged`() throws {
    let figure = EnteredFigure(id: "s", unit: "score", label: LocalizedText(vi: "s"))
    let result = try #require(
      assess(
        plan: TinyPlan.plan(
          TinyPlan.target(
            .score(ScoreCard(standard: 1, assessed: 0.5, year: 2019)), measure: .figure("s"),
            year: nil), baseline: nil, figures: [figure]), surveyYear: 2019, index: TinyPlan.index,
        estimates: TinyPlan.table([])
      ).results.first)
    #expect(result.verdict == .notMet)
    #expect(result.estimate == 0.5)
    #expect(result.baseline == nil)
  }

  @Test func `a requirement in words waits for a person`() throws {
    let target = Target(
      id: "6.2.1", measure: nil, year: nil,
      rule: .qualitative(LocalizedText(vi: "Thực hiện đúng quy định")), place: TinyPlan.place)
    let plan = Plan(id: "plan", targets: [target])
    let (results, findings) = assess(
      plan: plan, surveyYear: 2021, index: TinyPlan.index, estimates: TinyPlan.table([]))
    let result = try #require(results.first)
    #expect(result.verdict == .noData)
    #expect(result.noDataReason == .judgementMissing(year: 2021))
    #expect(result.threshold == nil && result.estimate == nil && result.difference == nil)
    #expect(findings.map { $0.code } == [AssessmentCodes.noJudgement])
    #expect(findings.first?.severity == .notice)
  }

  @Test func `a hundred waiting targets are one finding`() {
    let targets = (1...100).map { number in
      Target(
        id: "t\(number)", measure: .figure("f\(number)"), year: nil, rule: .minimum([2021: 80]),
        place: TinyPlan.place)
    }
    let plan = Plan(
      id: "plan",
      figures: (1...100).map {
        EnteredFigure(id: "f\($0)", unit: "percent", label: LocalizedText())
      },
      targets: targets)
    let (results, findings) = assess(
      plan: plan, surveyYear: 2021, index: TinyPlan.index, estimates: TinyPlan.table([]))
    #expect(results.count == 100)
    #expect(findings.map { $0.code } == [AssessmentCodes.noFigure])
    #expect(
      findings.first?.message.vi?.hasPrefix("100 mục tiêu chưa có số liệu năm 2021: t1, ") == true)
    #expect(findings.first?.remedy.en?.contains("sipas figures enter") == true)
  }

  @Test func `a missing baseline names what to enter`() throws {
    let result = try #require(
      assess(
        plan: TinyPlan.plan(TinyPlan.target(TinyPlan.raised), baseline: nil), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([TinyPlan.estimate(90)])
      ).results.first)
    #expect(result.verdict == .noData)
    #expect(result.noDataReason == .baselineMissing(measure: "access", year: 2020))
  }

  @Test func `the sample to detect the next step of a maximum counts downwards`() throws {
    var estimate = TinyPlan.estimate(8, error: 1)
    estimate.designEffect = 1.5
    func step(_ values: [Int: Double]) -> Double? {
      planSample(
        plan: TinyPlan.plan(TinyPlan.target(.maximum(values))), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([estimate])
      ) { _ in PresentSample(clusters: 24, strata: 8, weightingEffect: 1.15) }.first?.step
    }
    #expect(step([2021: 9, 2022: 5]) == 3)
    #expect(step([2021: 9, 2022: 8.5]) == 2)
  }
}
