import SurveyModel
import Testing
import Weighting

/// One of the invented surveys with its weights after every step: `Fixtures/published/weights`.
struct WeightingFixture {
  let base: WeightStep
  let margins: [MarginTotals]
  let weights: FixtureTable
  private let limits: FixtureTable
  private let responses: FixtureTable
  private let classes: FixtureTable

  /// `small` or `province`.
  init(_ name: String) throws {
    let survey = PublishedFixture("sipas-\(name)")
    let results = PublishedFixture("weights")
    let data = try survey.table("data.csv")
    let population = try survey.table("population.csv")
    let margin = try population.texts("margin")
    let level = try population.texts("level")
    let total = try population.numbers("total")
    base = try designWeights(data.numbers("design_weight"))
    margins = try ["district", "gender", "age_group", "ethnicity"].map { variable in
      let rows = margin.indices.filter { margin[$0] == variable }
      return MarginTotals(
        grouping: try data.grouping([variable], levels: rows.map { [level[$0]] }),
        totals: rows.map { total[$0] }, source: SourceLocation(file: "\(variable).csv"))
    }
    weights = try results.table("\(name).csv")
    limits = try results.table("\(name)_limits.csv")
    responses = try results.table("\(name)_nonresponse.csv")
    classes = try results.table("\(name)_classes.csv")
  }

  /// Bounds of a calibration or limits of a trimming.
  func limits(_ name: String) throws -> (lower: Double, upper: Double) {
    let row = try #require(limits.texts("name").firstIndex(of: name))
    return (try limits.numbers("lower")[row], try limits.numbers("upper")[row])
  }

  func calibrated(_ method: CalibrationMethod, bounds: String? = nil) throws -> WeightStep {
    let limits = try bounds.map(limits)
    return try calibrate(
      base, to: margins,
      CalibrateDefinition(
        method: method, margins: [], lower: limits?.lower, upper: limits?.upper,
        tolerance: 1e-13), place: 1)
  }

  func raked(tolerance: Double = 1e-13) throws -> WeightStep {
    try rake(base, to: margins, tolerance: tolerance, maximumIterations: 1000, place: 1)
  }

  func nonresponse(_ unknown: UnknownEligibility) throws -> NonresponseTotals {
    NonresponseTotals(
      classes: try responses.grouping(["class"], levels: classes.texts("class").map { [$0] }),
      sample: .byStatus(
        nonresponding: try classes.numbers("sum_w_nr"), ineligible: try classes.numbers("sum_w_in"),
        unknown: try classes.numbers("sum_w_uk")),
      unknown: unknown)
  }

  func nonresponseWeights(_ column: String) throws -> [Double] { try responses.numbers(column) }
  func nonresponseFactors(_ column: String) throws -> [Double] { try classes.numbers(column) }
}

/// Expects weights to agree with a published column.
func expectSameWeights(
  _ found: [Double], _ expected: [Double], _ what: String, tolerance: Double = 1e-9,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  var worst = 0.0
  for (found, expected) in zip(found, expected) {
    worst = max(worst, (found / expected - 1).magnitude)
  }
  #expect(worst <= tolerance, "\(what): \(worst)", sourceLocation: sourceLocation)
}
