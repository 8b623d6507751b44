import SurveyModel
import Testing

@testable import Reporting

struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `the attainment table on a terminal is the one a person has looked at`(
    language: Language
  ) throws {
    let options = TextReportOptions(language: language, width: 120)
    let text = textReport(TinyRun.result(), options: options)
    try expectGolden(Array(text.utf8), "attainment.\(language.rawValue).txt")
  }

  @Test func `results json is unchanged`() throws {
    try expectGolden(jsonReport(TinyRun.result()), "results.json")
  }

  @Test func `the tables for other programs are unchanged`() throws {
    let run = TinyRun.result()
    try expectGolden(estimatesCSV(run, language: .vi), "estimates.csv")
    try expectGolden(targetsCSV(run, language: .vi), "targets.csv")
    try expectGolden(rejectsCSV(run.rejects, language: .vi), "rejects.csv")
    try expectGolden(changeCSV(run, language: .vi) ?? [], "change.csv")
    try expectGolden(rankingsCSV(run, language: .vi) ?? [], "rankings.csv")
    try expectGolden(contributionsCSV(run, language: .vi) ?? [], "contributions.csv")
    try expectGolden(covarianceCSV(run) ?? [], "covariance.csv")
    var weights = WeightsCSV(run)
    try expectGolden(weights.piece(0), "weights.csv")
  }

  @Test(arguments: Language.allCases)
  func `findings read as the house style shows`(language: Language) throws {
    let findings = [TinyRun.notInListFinding(line: 1148)] + TinyRun.findings
    let text = findingsReport(findings, language: language)
    try expectGolden(Array(text.utf8), "findings.\(language.rawValue).txt")
  }
}
