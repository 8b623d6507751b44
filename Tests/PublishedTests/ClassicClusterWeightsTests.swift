import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Weighting of the cluster sample of school districts, and its replicates:
/// `Tests/Fixtures/published/survey-api/SOURCE.md`.
@Suite struct ClassicClusterWeightsTests {
  let survey: ClassicSurvey
  /// What the population margins add up to.
  let schools = 6194.0

  init() throws { survey = try ClassicSurvey("apiclus1") }

  /// Raking that stops after some rounds, as R's does by a rule of its own.
  private func raked(_ margins: [MarginTotals], rounds: Int) throws -> WeightStep {
    var tolerance = 1.0
    var step = try survey.raked(margins, tolerance: tolerance)
    while step.iterations < rounds {
      tolerance *= 0.9
      step = try survey.raked(margins, tolerance: tolerance)
    }
    return step
  }

  @Test func poststratifiedFiguresAgree() throws {
    let step = try poststratify(survey.base, to: survey.types(), place: 1)
    expectSameWeights(step.weights, try survey.weights.numbers("poststrat"), "poststrat")
    let found = try survey.analysis(["api00", "enroll"], steps: [step])
    try survey.expectMeans(["api00"], found, "poststrat_mean")
    try survey.expectTotal("enroll", found, "poststrat_total")
  }

  @Test func rakedFiguresAgree() throws {
    let step = try raked([survey.types(), survey.schoolWide()], rounds: 4)
    expectSameWeights(step.weights, try survey.weights.numbers("rake"), "rake")
    let found = try survey.analysis(["api00", "enroll"], steps: [step])
    try survey.expectMeans(["api00"], found, "rake_mean")
    try survey.expectTotal("enroll", found, "rake_total")
  }

  @Test func rakingToAJointMarginAgrees() throws {
    let step = try raked([survey.typesBySchoolWide(), survey.improved()], rounds: 9)
    expectSameWeights(
      step.weights, try survey.weights.numbers("rake_partial_joint"), "partly joint")
    try survey.expectMeans(
      ["api00"], survey.analysis(["api00"], steps: [step]), "rake_partial_joint_mean")
  }

  @Test func calibratedFiguresAgree() throws {
    let types = ["stype=E", "stype=H", "stype=M", "api00"]
    let (byType, schoolWide) = (try survey.types(), try survey.schoolWide())
    let raking = try survey.calibrated([byType, schoolWide], .raking)
    // R's calibration stops at 1e-7 of the totals.
    expectSameWeights(
      raking.weights, try survey.weights.numbers("calibrate_raking"), "raking", tolerance: 1e-6)
    try survey.expectMeans(types, survey.analysis(types, steps: [raking]), "calibrate_raking_mean")

    let one = try survey.calibrated([byType], .linear)
    expectSameWeights(one.weights, try survey.weights.numbers("calibrate_stype"), "stype")
    let found = try survey.analysis(["api00", "enroll"], steps: [one])
    try survey.expectMeans(["api00"], found, "calibrate_stype_mean")
    try survey.expectTotal("enroll", found, "calibrate_stype_total")

    let two = try survey.calibrated([byType, schoolWide], .linear)
    expectSameWeights(
      two.weights, try survey.weights.numbers("calibrate_stype_schwide"), "stype and sch.wide")
    try survey.expectMeans(
      ["api00"], survey.analysis(["api00"], steps: [two]), "calibrate_stype_schwide_mean")
  }

  /// The weights that enter are R's, calibrated on a numeric column.
  @Test(arguments: [("trim_once", false), ("trim_strict", true)])
  func trimmedWeightsAgree(_ name: String, _ isStrict: Bool) throws {
    let entering = try designWeights(survey.weights.numbers("calibrate_stype_api99"))
    let step = try trim(
      entering, TrimDefinition(lower: 20, upper: 45, reference: .none, isStrict: isStrict),
      place: 1)
    expectSameWeights(step.weights, try survey.weights.numbers(name), name)
    let columns = ["api99", "api00", "stype=E", "stype=H", "stype=M"]
    let found = try survey.analysis(columns, steps: [step])
    let values = try survey.check("\(name)_mean")["est"].numbers
    #expect(values.count == columns.count)
    for (id, value) in zip(columns, values) {
      expectAgreement(found.item(id)?.value, value, "\(name) \(id)")
    }
  }

  private func replicates(
    _ item: String, _ steps: [WeightingInput]
  ) throws -> FoundFigure? {
    let design = try survey.design()
    let answers = try survey.items([item]).map(\.answers)
    let weights = try makeWeights(from: survey.base.weights, steps: steps)
    return try FoundFigure(
      ReplicateAnalysis(
        survey.analysis([item], steps: Array(weights.steps.dropFirst())), answers: answers,
        weights: weights, replicates: .jk1(design, centre: .mean),
        reweighting: steps.isEmpty
          ? nil : ReplicateReweightingTests.repeated(steps, survey.base.weights, design)
      ).estimates.estimate(of: .item, id: item))
  }

  private func expect(_ found: FoundFigure?, _ id: String) throws {
    let check = try survey.check(id)
    expectCheck([found], check, id)
    expectAgreement(
      found?.standardError.map { $0 * $0 }, try check["vcov"].number(), "\(id) variance")
  }

  /// Where the weights of every replicate meet the margins, a total is their sum times a mean.
  @Test func jackknifesAgree() throws {
    try expect(replicates("api00", []), "jk1_mean")
    try expect(
      replicates("enroll", [.poststratify(survey.types())])?.times(schools),
      "jk1_poststrat_total")
    // R repeats the rounds of the whole sample in every replicate.
    let round: [WeightingInput] = [
      .poststratify(try survey.types()), .poststratify(try survey.schoolWide()),
    ]
    let steps = (0..<4).flatMap { _ in round }
    try expect(replicates("api00", steps), "jk1_rake_mean")
    try expect(replicates("enroll", steps)?.times(schools), "jk1_rake_total")
  }
}
