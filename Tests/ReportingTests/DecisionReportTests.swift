import Documents
import SurveyModel
import Testing

@testable import Reporting

struct DecisionReportTests {
  private static func figure(_ kind: MeasureKind, _ id: String, _ value: Double) -> Estimate {
    Estimate(
      kind: kind, id: id, value: value, standardError: 0.5, intervalMethod: .waldT,
      degreesOfFreedom: 40, respondents: 900)
  }

  /// Three decisions of which two hold, and an erasure.
  static func run() -> RunResult {
    var run = TinyRun.result()
    let withdrawal = Withdrawal(at: "2021-12-01T01:00:00Z", by: "lan", reason: "nhầm <phiếu>")
    func decision(_ number: Int64, _ kind: DecisionKind, _ withdrawn: Withdrawal? = nil) -> Decision
    {
      Decision(
        number: number, survey: run.survey.id, kind: kind, at: "2021-12-01T00:00:00Z", by: "lan",
        reason: "ghi khống", interviewCount: 14, interviews: ["SECRET-1"], withdrawn: withdrawn)
    }
    run.decisions = [
      decision(1, .exclusion), decision(2, .exclusion, withdrawal), decision(3, .erasure),
    ]
    run.excluded = 14
    run.decisionEffects = DecisionEffects(steps: [
      DecisionStep(
        decisions: [], interviews: 1244,
        estimates: [
          figure(.overall, run.questionnaire.index.id, 86.5), figure(.factor, "access", 80),
        ]),
      DecisionStep(
        decisions: [1], interviews: 1230,
        estimates: [
          figure(.overall, run.questionnaire.index.id, 86.256), figure(.factor, "access", 81.25),
        ]),
    ])
    return run
  }

  @Test func `the page shows each step with its difference, and no interview`() throws {
    let page = String(
      decoding: try htmlReport(Self.run(), language: .vi), as: UTF8.self)
    #expect(page.contains("Sau quyết định 1: loại 14 phiếu khỏi mẫu"))
    let table = reportDocument(Self.run(), template: .standard, language: .vi)
      .table("decisions-table")
    let details = try #require(table).rows.joined().map(\.detail)
    #expect(details.contains("−0,24") && details.contains("+1,25"))
    #expect(page.contains("nhầm &lt;phiếu&gt;"))
    #expect(page.contains("14 phiếu đã nhận được loại khỏi mẫu theo quyết định"))
    #expect(!page.contains("SECRET"))
  }

  @Test func `the terminal shows the overall index step by step`() {
    let text = textReport(Self.run(), options: TextReportOptions(language: .en, width: 100))
    #expect(text.contains("After decision 1: 14 interviews left out"))
    #expect(text.contains("−0.24"))
    #expect(text.contains("2. 14 interviews left out: ghi khống (withdrawn: nhầm <phiếu>)"))
  }

  @Test func `the table for other programs rounds as published`() throws {
    let csv = String(
      decoding: try #require(decisionEffectsCSV(Self.run(), language: .vi)), as: UTF8.self)
    #expect(csv.contains("1,1,1230,overall,sipas,"))
    #expect(csv.contains(",86.26,-0.24,-0.24\n"))
    #expect(csv.contains(",81.25,1.25,1.25\n"))
  }

  @Test func `a run without decisions has no section and no table`() throws {
    let run = TinyRun.result()
    #expect(decisionEffectsCSV(run, language: .vi) == nil)
    let page = String(decoding: try htmlReport(run, language: .vi), as: UTF8.self)
    #expect(!page.contains("id=\"decisions\""))
  }

  @Test func `lists show neither interviews nor free text unless asked`() {
    var decision = Self.run().decisions[0]
    decision.kind = .correction
    decision.corrections = [
      Correction(
        number: 1, interview: "SECRET-1", field: "comment", old: .value("riêng tư"), new: .notAsked,
        isHidden: true)
    ]
    #expect(!decisionListing([decision], language: .vi).contains("SECRET"))
    let brief = String(
      decoding: decisionsJSON([decision], showsInterviews: false), as: UTF8.self)
    #expect(!brief.contains("SECRET"))
    let full = String(decoding: decisionsJSON([decision], showsInterviews: true), as: UTF8.self)
    #expect(full.contains("SECRET-1") && !full.contains("riêng tư"))
  }
}
