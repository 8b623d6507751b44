import SurveyModel
import Testing

@testable import Weighting

@Suite struct WeightingFindingsTests {
  private static let category = MarginCategory(
    variables: ["district", "gender"], name: "district=A, gender=f",
    mergeWith: "district=A, gender=m",
    source: SourceLocation(file: "population.csv"))

  private static let faults: [WeightingFault] = [
    .badWeights(rows: [3], values: [-1], count: 1), .noRespondents,
    .rowsWithoutLevel(variables: ["gender"], rows: [2], count: 1, source: nil),
    .missingPopulation(category, respondents: 4), .badTotal(category, total: -3),
    .emptyLevel(category, population: 1234.5),
    .totalsDiffer(
      first: ["gender"], firstTotal: 50.5, second: ["district"], secondTotal: 51, source: nil),
    .notConverged(convergence("rake")), .notConverged(convergence("calibrate")),
    .boundsTooNarrow(
      BoundsFailure(
        category: category, respondents: 3, population: 30, weightedTotal: 10, lower: 0.5,
        upper: 2.5, requiredUpper: 3, requiredLower: 0.25)),
    .notPositive(
      NotPositiveFailure(
        category: category, respondents: 3, affected: 2, smallestRatio: -0.5)),
    .limitsContradictSum(
      TrimFailure(limit: 1.5, isUpper: true, respondents: 4, sum: 10, mean: 2.5, outside: 3)),
    .limitsContradictSum(
      TrimFailure(limit: 3, isUpper: false, respondents: 4, sum: 10, mean: 2.5, outside: 3)),
    .missingClass(category, respondents: 4), .badSampled(category, total: -1),
    .classWithoutRespondents(category, sampled: 12.5),
    .sampledBelowResponding(category, sampled: 12.5, responding: 14),
    .outOfRange(step: "rake", smallest: 1e-300, largest: 1e300),
  ]

  private static func convergence(_ step: String) -> ConvergenceFailure {
    ConvergenceFailure(
      step: step, category: category, respondents: 3, population: 30.5, weightedTotal: 28,
      relativeError: 0.0819672, tolerance: 1e-9, iterations: 200, emptyCells: ["a × b"],
      emptyCellCount: 3)
  }

  @Test func everyFaultIsToldInBothLanguages() {
    let findings = WeightingError(Self.faults).findings { "GL-\($0)" }
    #expect(findings.count == Self.faults.count)
    for finding in findings {
      for text in [finding.message, finding.remedy]
        + [finding.found, finding.expected].compactMap(\.self)
      {
        #expect(text.vi?.isEmpty == false && text.en?.isEmpty == false)
      }
    }
    #expect(Set(findings.map(\.code.id)) == Set(WeightingFindingCode.all.map(\.id)))
  }

  @Test func numbersHaveACommaInVietnameseAndNoNeedlessDigits() {
    let shown = ShownNumber(1234.5)
    #expect(shown.vi == "1234,5" && shown.en == "1234.5")
    #expect(ShownNumber(64000).vi == "64000")
    #expect(ShownNumber(1 / 3).en == "0.333333")
    #expect(ShownNumber(.infinity).en == "inf")
  }

  @Test func aStepThatStopsNamesMarginCategoryRespondentsAndWhatToMerge() throws {
    let finding = try #require(
      WeightingError([.notConverged(Self.convergence("rake"))]).findings().first)
    #expect(
      finding.message.vi
        == "cân chỉnh không hội tụ sau 200 vòng; xa nhất là nhóm district=A, gender=f của biên "
        + "district × gender")
    #expect(
      finding.found?.en
        == "3 respondents, weighted total 28, relative error 0.0819672; combinations without "
        + "respondents: a × b and 2 more")
    #expect(
      finding.remedy.vi?.hasPrefix("gộp nhóm district=A, gender=f với district=A, gender=m") == true
    )
    #expect(finding.place?.file == "population.csv")
  }
}
