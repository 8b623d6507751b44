import SurveyModel
import Testing

@testable import Reporting

struct HiddenFigureTests {
  private static func outputs(_ run: RunResult) throws -> [String] {
    let files = [
      jsonReport(run), changeCSV(run, language: .en), rankingsCSV(run, language: .en),
      contributionsCSV(run, language: .en), covarianceCSV(run),
      try htmlReport(run, language: .en),
      Array(reportDocument(run, template: .standard, language: .en).plainText.utf8),
      Array(textReport(run, options: TextReportOptions(language: .en, width: 300)).utf8),
    ]
    return files.compactMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func suppressedFiguresAreHiddenInChangeRanksAndContributions() throws {
    var run = TinyRun.result()
    // A unit that a ranking should have left out.
    run.rankings[0].units[6].estimate.flag = .suppressed
    run.rankings[0].units[6].estimate.flagReason = .fewRespondents
    run.rankings[0].units[6].estimate.value = 55.0625
    run.rankings[0].units[6].differenceFromWhole = -54.0625
    for output in try Self.outputs(run) {
      // The numbers of Krông Pa end in 0625 and stand nowhere else; 0.0580625 is the share of the
      // district that is hidden so that Krông Pa is not what is left.
      for hidden in [
        "0.0625", "1.0625", "2.0625", "3.0625", "4.0625", "5.0625", "6.0625",
        "7.0625", "0625", "61.06", "62.06", "57.06", "55.06", "54.06",
      ] {
        #expect(!output.contains(hidden), "\(hidden)")
      }
    }
  }

  @Test func aSingleHiddenPartTakesTheSmallestVisibleOneWithIt() {
    func part(_ id: String, share: Double, flag: EstimateFlag? = nil) -> DecompositionPart {
      DecompositionPart(
        place: .item(id), effect: .distance, share: share, contribution: share * -2, flag: flag)
    }
    func hidden(_ parts: [DecompositionPart]) -> [Bool] {
      Decomposition(
        kind: .factor, id: "access", subject: .distance(target: "1", threshold: 90), whole: -2,
        parts: parts
      ).hiddenParts
    }
    let parts = [part("a", share: 0.5), part("b", share: 0.2), part("c", share: 0.3)]
    #expect(hidden(parts) == [false, false, false])
    #expect(
      hidden([parts[0], part("s", share: 0.1, flag: .suppressed), parts[1], parts[2]])
        == [false, true, true, false])
    #expect(
      hidden([
        part("s", share: 0.1, flag: .suppressed), parts[0],
        part("t", share: 0.1, flag: .suppressed),
      ]) == [true, false, true])
    // Nothing is known of a part without answers, so it protects nobody.
    #expect(
      hidden([
        part("s", share: 0.1, flag: .suppressed), part("n", share: 0, flag: .noData), parts[0],
      ])
        == [true, true, true])
    #expect(hidden([part("u", share: 0.1, flag: .unreliable), parts[0]]) == [false, false])
  }

  @Test func covariancesOfAHiddenQuestionAndItsIndicesStayOut() throws {
    var run = TinyRun.result()
    let joint = try #require(run.joint)
    let item = try #require(joint.estimates.firstIndex { $0.id == "F1" })
    run.joint?.estimates[item].flag = .suppressed
    let hidden = HiddenFigures(run).hiddenRows(of: try #require(run.joint))
    #expect(Set(hidden.map { joint.estimates[$0].id }) == ["F1", "feedback", "sipas"])
    let json = try parsedJSON(jsonReport(run))
    let matrix = try #require((json["covariance"] as? [String: Any])?["matrix"] as? [[Any]])
    #expect(matrix[item].allSatisfy { !($0 is Double) })
  }

  @Test func aDecompositionOfAnIndexWithoutAResultIsNotShown() {
    var run = TinyRun.result()
    let target = run.targets.firstIndex { $0.target.id == "8.1.4" } ?? 0
    run.targets[target].estimate = nil
    #expect(HiddenFigures(run).decompositions.isEmpty)
    run.change?.changes[0].flag = .suppressed
    #expect(HiddenFigures(run).changeDecompositions.isEmpty)
    #expect(contributionsCSV(run, language: .vi) == nil)
  }
}
