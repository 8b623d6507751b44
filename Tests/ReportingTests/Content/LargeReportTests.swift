import Documents
import SurveyModel
import Testing

@testable import Reporting

/// Seven hundred units by six indices: a province of communes.
struct LargeReportTests {
  static func run(units: Int) -> RunResult {
    var run = TinyRun.result()
    let codes = (1...units).map { "X\($0)" }
    let place = run.questionnaire.fields.firstIndex { $0.id == "commune" } ?? 0
    run.questionnaire.fields[place].kind = .coded(
      CodeList(
        answers: codes.map { AnswerCode(code: $0, label: LocalizedText(vi: "Xã số \($0)")) }))
    run.survey.domains = [["commune"]]
    let measures =
      [(MeasureKind.overall, "sipas")] + run.questionnaire.factors.map { (.factor, $0.id) }
    var estimates = run.estimates.estimates.filter(\.domain.isEmpty)
    for (number, code) in codes.enumerated() {
      for (column, measure) in measures.enumerated() {
        let value = 70.125 + Double((number * 7 + column * 13) % 250) / 10
        estimates.append(
          Estimate(
            kind: measure.0, id: measure.1,
            domain: [DomainTerm(variable: "commune", code: code)], value: value,
            standardError: 2.5, lower: value - 5, upper: value + 5, intervalMethod: .waldT,
            degreesOfFreedom: 12, designEffect: 1.5, effectiveRespondents: 40, respondents: 60))
      }
    }
    run.estimates.estimates = estimates
    run.rankings = measures.map { kind, id in
      let found = estimates.filter { $0.kind == kind && $0.id == id && !$0.domain.isEmpty }
        .sorted { ($0.value ?? 0) > ($1.value ?? 0) }
      return Ranking(
        kind: kind, id: id, variables: ["commune"], level: 0.95,
        units: found.enumerated().map { rank, estimate in
          RankedUnit(
            estimate: estimate, rank: rank + 1, bestRank: max(1, rank - 200),
            worstRank: min(units, rank + 200), groups: [1 + rank / 100],
            differenceFromWhole: (estimate.value ?? 0) - 87.8, standardErrorOfDifference: 2.5,
            adjustedPValue: 0.5)
        }, leftOut: [])
    }
    return run
  }

  @Test func `seven hundred units make a page of at most two megabytes`() throws {
    let document = reportDocument(Self.run(units: 700), template: .standard, language: .vi)
    #expect(document.allCells.count < 20_000, "\(document.allCells.count)")
    let page = try htmlPage(of: document, template: .standard)
    #expect(page.count <= 2_000_000, "\(page.count)")
  }

  @Test func `long tables are cut in print, pictures show both ends`() throws {
    let document = reportDocument(Self.run(units: 60), template: .standard, language: .en)
    let domains = try #require(document.table("domains-1"))
    #expect(domains.rows.count == 60 && domains.printedRows == 40)
    let ends = try #require(document.table("ranks-1-table"))
    #expect(ends.rows.map { $0[1].text } == (Array(1...10) + Array(51...60)).map { "\($0)" })
    #expect(document.table("ranks-1-all")?.rows.count == 60)
    // Of the sub-indices only the ends: the rest is in the files.
    #expect(document.table("ranks-2-table")?.rows.count == 20)
    #expect(document.table("ranks-2-all") == nil)
    #expect(document.plainText.contains("the 10 highest and the 10 lowest of 60 units"))
    // Few enough for every index to have its sampling errors.
    #expect(document.table("errors-domains-1")?.rows.count == 360)
    let many = reportDocument(Self.run(units: 151), template: .standard, language: .en)
    #expect(many.table("errors-domains-1")?.rows.count == 151)
  }
}
