import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// The stratified sample of schools: `Tests/Fixtures/published/survey-api/SOURCE.md`.
@Suite struct ClassicStratifiedTests {
  let survey: ClassicSurvey
  let types = ["stype=E", "stype=H", "stype=M"]

  init() throws { survey = try ClassicSurvey("apistrat") }

  @Test func meansAndTheirCovariancesAgree() throws {
    try survey.expectMeans(["api00"], survey.analysis(["api00"]), "mean_api00")
    try survey.expectMeans(["api00"], survey.analysis(["api00"], fpc: false), "mean_api00_nofpc")
    let scores = ["api00", "api99"]
    try survey.expectMeans(scores, survey.analysis(scores), "mean_api00_api99")
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

  @Test func aContrastOfTwoMeansAgrees() throws {
    let found = try survey.analysis(["api00", "api99"])
    let check = try survey.check("contrast_diff")
    let joint = found.joint(set: 0, domain: 0)
    let figures = try ["api00", "api99"].map { id in
      try #require(found.measures.all.firstIndex { $0.kind == .item && $0.id == id })
    }
    let forms = try figures.map { try #require(found.form(ofFigure: $0, set: 0, domain: 0)) }
    let variance = found.covariance(of: [found.totals(of: forms[0] + -1 * forms[1])])[0]
    let values = try ["api00", "api99"].map { try #require(found.item($0)?.value) }
    expectCheck(
      [
        FoundFigure(
          value: values[0] - values[1], standardError: variance.squareRoot(),
          degreesOfFreedom: joint.degreesOfFreedom)
      ], check, "contrast")
    expectAgreement(variance, try check["vcov"].number(), "variance")
  }

  @Test func totalsAgree() throws {
    try survey.expectTotal("enroll", survey.analysis(["enroll"]), "total_enroll")
  }

  @Test func domainsAgree() throws {
    let found = try survey.analysis(
      ["api00", "api.stu"], by: [["stype"], ["comp.imp"], ["awards", "stype"]])
    try survey.expectDomains("api00", found, by: ["stype"], "by_stype")
    try survey.expectDomains("api00", found, by: ["comp.imp"], "by_comp_imp")
    try survey.expectDomains("api00", found, by: ["awards", "stype"], "by_awards_stype")
    let improved = found.item("api.stu", [DomainTerm(variable: "comp.imp", code: "Yes")])
    let check = try survey.check("subset_comp_imp_yes")
    expectCheck([FoundFigure(improved)], check, "subset")
    expectAgreement(
      improved?.standardError.map { $0 * $0 }, try check["vcov"].number(), "subset variance")
  }

  @Test func intervalsOfAShareAgree() throws {
    let methods = try survey.check("ciprop_awards").list
    #expect(methods.count == 6)
    try survey.expectIntervals(
      of: survey.table.indicatorItem("awards", "Yes"), weights: survey.base,
      methods.map { ($0["method"].text ?? "", $0) })
  }

  @Test func weightsAndFiguresAfterThemAgree() throws {
    let (schoolWide, improved) = (try survey.schoolWide(), try survey.improved())
    let poststratified = try poststratify(survey.base, to: schoolWide, place: 1)
    let raked = try survey.raked([schoolWide, improved], tolerance: 1e-13)
    let calibrated = try survey.calibrated([schoolWide, improved], .raking)
    for (step, name, tolerance) in [
      // R's calibration stops at 1e-7 of the totals.
      (poststratified, "poststrat", 1e-9), (raked, "rake", 1e-9),
      (calibrated, "calibrate_raking", 1e-6),
    ] {
      expectSameWeights(
        step.weights, try survey.weights.numbers(name), name, tolerance: tolerance)
      let found = try survey.analysis(["api00", "enroll"], steps: [step])
      try survey.expectMeans(["api00"], found, "\(name)_mean")
      if name == "calibrate_raking" { continue }
      try survey.expectTotal("enroll", found, "\(name)_total")
    }
    expectSameWeights(survey.base.weights, try survey.weights.numbers("base"), "base")
  }

  /// A ratio of two columns is the mean of y/x with the weights w x.
  @Test func ratiosAgreeLinearisedAndByReplicates() throws {
    let students = try survey.table.numbers("api.stu")
    let enrolled = try survey.table.numbers("enroll")
    let ratios = zip(students, enrolled).map { "\($0 / $1)" }
    let table = try FixtureTable((["ratio"] + ratios).joined(separator: "\n"))
    let item = try table.numberItem("ratio")
    let weights = WeightSet(steps: [
      try designWeights(zip(survey.base.weights, enrolled).map { $0 * $1 })
    ])
    let design = try survey.design()
    let analysis = try IndexAnalysis(
      answers: [item.answers], questionnaire: singleFactor([item], isMean: true), design: design,
      weights: weights)
    expectCheck(
      [FoundFigure(analysis.item("ratio"))], try survey.check("ratio_api_stu_enroll"), "ratio")
    let replicates = try ReplicateAnalysis(
      analysis, answers: [item.answers], weights: weights,
      replicates: .jkn(design, centre: .mean))
    expectCheck(
      [FoundFigure(replicates.estimates.estimate(of: .item, id: "ratio"))],
      try survey.check("jkn_ratio"), "ratio by replicates")
  }

  @Test func theJackknifeAgrees() throws {
    let items = try survey.items(["api00"])
    let analysis = try survey.analysis(["api00"])
    let found = try ReplicateAnalysis(
      analysis, answers: items.map(\.answers), weights: WeightSet(steps: [survey.base]),
      replicates: .jkn(analysis.design, centre: .mean))
    let check = try survey.check("jkn_mean")
    let estimate = found.estimates.estimate(of: .item, id: "api00")
    expectCheck([FoundFigure(estimate)], check, "jackknife")
    expectAgreement(
      estimate?.standardError.map { $0 * $0 }, try check["vcov"].number(), "variance")
  }
}
