import SurveyModel
import Testing

@testable import Assessment

struct NoDataTests {
  private static let pleiku = [
    DomainTerm(variable: "district", code: "PLK"), DomainTerm(variable: "gender", code: "f"),
  ]

  private static func assessed(
    _ target: Target, baseline: Double? = 84.78, baselineDomain: [DomainTerm] = [],
    estimates: [Estimate]
  ) throws -> (TargetResult, [FindingCode]) {
    let (results, findings) = assess(
      plan: TinyPlan.plan(target, baseline: baseline, baselineDomain: baselineDomain),
      surveyYear: 2021, index: TinyPlan.index, estimates: TinyPlan.table(estimates))
    for finding in findings {
      #expect(finding.place == TinyPlan.place)
      #expect(!finding.remedy.isEmpty)
    }
    return (try #require(results.first), findings.map { $0.code })
  }

  @Test func `a suppressed estimate gives no data and none of its figures`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.held), estimates: [TinyPlan.estimate(91, flag: .suppressed)])
    #expect(result.verdict == .noData)
    #expect(codes == [AssessmentCodes.suppressed])
    #expect(result.estimate == nil && result.published == nil && result.standardError == nil)
    #expect(result.lower == nil && result.upper == nil && result.difference == nil)
    #expect(result.pValue == nil && result.confidence == nil)
    #expect(result.threshold == 84.78)
  }

  @Test func everyReasonForHoldingAFigureBackIsSaid() throws {
    var messages: Set<LocalizedText> = []
    let reasons = [
      FlagReason.fewRespondents, .complementary, .effectiveNumber, .intervalWidth,
    ]
    for reason in reasons {
      var estimate = TinyPlan.estimate(91, flag: .suppressed)
      estimate.flagReason = reason
      let (_, findings) = assess(
        plan: TinyPlan.plan(TinyPlan.target(TinyPlan.held)), surveyYear: 2021,
        index: TinyPlan.index, estimates: TinyPlan.table([estimate]))
      let finding = try #require(findings.first)
      #expect(finding.code == AssessmentCodes.suppressed)
      #expect(finding.message.vi != nil && finding.message.en != nil)
      #expect(!finding.message.all.contains { $0.contains("91") })
      messages.insert(finding.message)
    }
    #expect(messages.count == reasons.count)
  }

  @Test func `a measure nobody answered gives no data`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.raisedByTwoPoints),
      estimates: [TinyPlan.estimate(nil, error: nil, flag: .noData)])
    #expect(result.verdict == .noData)
    #expect(result.alternative?.verdict == .noData)
    #expect(codes == [AssessmentCodes.noEstimate])
  }

  @Test func `a missing baseline is found and the estimate is still shown`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.held), baseline: nil, estimates: [TinyPlan.estimate(90)])
    #expect(result.verdict == .noData)
    #expect(result.published == 90)
    #expect(codes == [AssessmentCodes.noBaseline])
  }

  @Test func `a target on a domain uses that domain whatever the order of its terms`() throws {
    let target = TinyPlan.target(.minimum([2021: 80]), domain: Self.pleiku)
    let (result, codes) = try Self.assessed(
      target,
      estimates: [
        TinyPlan.estimate(79), TinyPlan.estimate(81, domain: Self.pleiku.reversed()),
      ])
    #expect(result.verdict == .met)
    #expect(result.published == 81)
    #expect(codes.isEmpty)
  }

  @Test func `a domain without estimates is no data and says what to add`() throws {
    let target = TinyPlan.target(.minimum([2021: 80]), domain: Self.pleiku)
    let (results, findings) = assess(
      plan: TinyPlan.plan(target), surveyYear: 2021, index: TinyPlan.index,
      estimates: TinyPlan.table([TinyPlan.estimate(90)]))
    #expect(results.first?.verdict == .noData)
    #expect(findings.first?.remedy.en?.contains("<domain variable=\"district gender\"/>") == true)
  }

  @Test func `a baseline of another domain is not used`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.held), baselineDomain: Self.pleiku,
      estimates: [TinyPlan.estimate(90)])
    #expect(result.baseline == nil)
    #expect(codes == [AssessmentCodes.noBaseline])
  }

  @Test func `a rank of an estimate is no data`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(.rank(atMost: 30, of: nil)), estimates: [TinyPlan.estimate(90)])
    #expect(result.verdict == .noData)
    #expect(codes == [AssessmentCodes.rankOfEstimate])
  }

  @Test func `a figure nobody entered is no data`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(.rank(atMost: 30, of: nil), measure: .figure("rank")), estimates: [])
    #expect(result.verdict == .noData)
    #expect(codes == [AssessmentCodes.noFigure])
  }

  @Test func `a target of another year is left out with a notice`() {
    let (results, findings) = assess(
      plan: TinyPlan.plan(TinyPlan.target(TinyPlan.held, year: 2022)), surveyYear: 2021,
      index: TinyPlan.index, estimates: TinyPlan.table([TinyPlan.estimate(90)]))
    #expect(results.isEmpty)
    #expect(findings.map { $0.code } == [AssessmentCodes.otherYear])
  }

  @Test func `an unreliable estimate is judged and said to be so`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.held), estimates: [TinyPlan.estimate(90, flag: .unreliable)])
    #expect(result.verdict == .met)
    #expect(codes == [AssessmentCodes.unreliable])
  }

  @Test func `a threshold above 100 percent is said to be out of reach`() throws {
    let (result, codes) = try Self.assessed(
      TinyPlan.target(TinyPlan.raisedByTwoPoints), baseline: 98.5,
      estimates: [TinyPlan.estimate(99)])
    #expect(result.verdict == .notMet)
    #expect(codes == [AssessmentCodes.outOfReach])
  }

  @Test func `every code is listed once and has both languages`() {
    let ids = AssessmentCodes.all.map { $0.id }
    #expect(Set(ids).count == ids.count)
    for code in AssessmentCodes.all {
      #expect(code.id.hasPrefix("assess."))
      #expect(code.meaning.vi?.isEmpty == false && code.meaning.en?.isEmpty == false)
    }
  }
}
