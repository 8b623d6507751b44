import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Two years in the same communes: `synth.json` of `sipas-mini/SOURCE.md`.
@Suite struct MiniChangeTests {
  /// The mean over people of the percentage of their valid answers that are satisfied.
  private func analysis(_ survey: ComparedSurvey, _ factor: String, items: Int) throws
    -> IndexAnalysis
  {
    let columns = try (1...items).map { try survey.table.texts("\(factor)\($0)") }
    let people = (0..<survey.table.count).map { row -> String in
      let valid = columns.compactMap { Int($0[row]) }.filter { $0 <= 5 }
      return valid.isEmpty
        ? "" : "\(100 * Double(valid.filter { $0 >= 4 }.count) / Double(valid.count))"
    }
    let item = try FixtureTable((["idx\(factor)"] + people).joined(separator: "\n"))
      .numberItem("idx\(factor)")
    return try IndexAnalysis(
      answers: [item.answers], questionnaire: singleFactor([item], isMean: true),
      design: survey.design(fpc: false, .fail), weights: WeightSet(steps: [survey.weights()]))
  }

  @Test func changesAndTheirCorrelationAgree() throws {
    let expected = try PublishedFixture("sipas-mini").decode(
      PublishedValue.self, from: "synth.json")["change"]
    #expect(expected.names == ["idxA", "idxB", "idxC", "idxD"])
    for (factor, items) in [("A", 3), ("B", 4), ("C", 5), ("D", 4)] {
      let row = expected["idx\(factor)"]
      let now = try analysis(ComparedSurvey(mini: "mini_next.csv"), factor, items: items)
      let earlier = try analysis(ComparedSurvey(mini: "mini_now.csv"), factor, items: items)
      let changes = try compareSurveys(
        now: now, earlier: earlier, survey: "earlier", year: 2022, sharesClusters: true
      ).changes
      let found = try #require(changes.first { $0.kind == .item })
      let test = try #require(
        DifferenceTest(
          difference: found.difference, standardError: found.standardError,
          degreesOfFreedom: found.degreesOfFreedom))
      let alone = try #require(found.independentStandardError)
      let errors = try [now, earlier].map {
        try #require($0.item("idx\(factor)")?.standardError)
      }
      let correlation =
        (alone * alone - test.standardError * test.standardError) / (2 * errors[0] * errors[1])
      let target = row["target_plus2"]
      for (value, wanted, what) in [
        (found.before, row["y1"], "before"), (found.now, row["y2"], "now"),
        (found.difference, row["diff"], "difference"),
        (test.standardError, row["se_common_psu"], "SE"),
        (alone, row["se_if_independent"], "independent SE"),
        (correlation, row["corr"], "correlation"), (found.degreesOfFreedom, row["df"], "df"),
        ((test.difference - 2) / test.standardError, target["t"], "t"),
        (
          test.probability(ofNotRaisedBy: 2), target["p_one_sided_H0_diff_le_2"], "probability"
        ), (50 * test.difference, target["pct_of_targeted_change"], "share of the target"),
      ] {
        expectAgreement(value, try wanted.number(), "\(factor) \(what)")
      }
      let ends = row["ci95_common"].numbers
      expectAgreement(found.lower, ends[0], "\(factor) lower")
      expectAgreement(found.upper, ends[1], "\(factor) upper")
    }
  }
}
