import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// The cluster sample of school districts: `Tests/Fixtures/published/survey-api/SOURCE.md`.
@Suite struct ClassicClusterTests {
  let survey: ClassicSurvey

  init() throws { survey = try ClassicSurvey("apiclus1") }

  @Test func meansAndTheirCovariancesAgree() throws {
    try survey.expectMeans(["api00"], survey.analysis(["api00"]), "mean_api00")
    try survey.expectMeans(["api00"], survey.analysis(["api00"], fpc: false), "mean_api00_nofpc")
    let types = ["stype=E", "stype=H", "stype=M"]
    try survey.expectMeans(types, survey.analysis(types), "mean_stype")
  }

  @Test func designEffectsAgree() throws {
    let found = try survey.analysis(["api00"])
    try survey.expectMeans(["api00"], found, "mean_api00_deff")
    try survey.expectMeans(["api00"], found, "mean_api00_deff_replace")
    expectAgreement(
      found.item("api00")?.designEffectWithoutReplacement,
      try survey.check("mean_api00_deff")["deff"].number(), "without replacement")
    expectAgreement(
      found.item("api00")?.designEffect,
      try survey.check("mean_api00_deff_replace")["deff"].number(), "with replacement")
  }

  /// A simple random sample has the variance W² S²/n (1 − n/W), W² times that of its mean.
  @Test func totalsAndTheirDesignEffectAgree() throws {
    let found = try survey.analysis(["enroll"])
    try survey.expectTotal("enroll", found, "total_enroll")
    try survey.expectTotal("enroll", found, "total_enroll_deff")
    let mean = try #require(found.item("enroll"))
    let error = try #require(mean.standardError)
    let effect = try #require(mean.designEffectWithoutReplacement)
    let people = survey.base.diagnostics.sum
    let total = try #require(found.total(ofItem: "enroll").standardError)
    expectAgreement(
      total * total * effect / (people * people * error * error),
      try survey.check("total_enroll_deff")["deff"].number(), "total")
  }

  @Test func domainsAgree() throws {
    let found = try survey.analysis(["api00"], by: [["stype"], ["stype", "sch.wide"]])
    try survey.expectDomains("api00", found, by: ["stype"], "by_stype")
    try survey.expectDomains("api00", found, by: ["stype", "sch.wide"], "by_stype_schwide")
  }

  /// R makes the weights of this design from the population of districts.
  @Test func intervalsOfASmallShareAgree() throws {
    let methods = try survey.check("ciprop_ell0").list
    #expect(methods.count == 6)
    let population = try survey.table.numbers("fpc")[0]
    try survey.expectIntervals(
      of: survey.table.indicatorItem("ell", "0"),
      weights: designWeights([Double](repeating: population / 15, count: survey.table.count)),
      methods.map { ($0["method"].text ?? "", $0) })
  }

  /// A ratio of two columns is the mean of y/x with the weights w x.
  @Test func ratiosAgree() throws {
    let enrolled = try survey.table.numbers("enroll")
    let ratios = zip(try survey.table.numbers("api.stu"), enrolled).map { "\($0 / $1)" }
    let table = try FixtureTable((["ratio"] + ratios).joined(separator: "\n"))
    let item = try table.numberItem("ratio")
    let found = try estimateIndices(
      answers: [item.answers], questionnaire: singleFactor([item], isMean: true),
      design: survey.design(),
      weights: WeightSet(steps: [
        designWeights(zip(survey.base.weights, enrolled).map { $0 * $1 })
      ]))
    expectCheck(
      [FoundFigure(found.estimate(of: .item, id: "ratio"))], try survey.check("ratio"), "ratio")
  }
}
