import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// The second invented survey with all its published numbers: `sipas-mini/SOURCE.md`.
///
/// `idxA` to `idxE` are the percentages of a person's valid answers that are satisfied.
struct MiniFixture {
  let table: FixtureTable
  let published: PublishedValue

  static let indices = ["idxA", "idxB", "idxC", "idxD", "idxE"]

  init() throws {
    table = try PublishedFixture("variance").table("stages.csv")
    published = try PublishedFixture("sipas-mini").decode(
      PublishedValue.self, from: "synth.json")["synth"]
  }

  private init(_ table: FixtureTable, _ published: PublishedValue) {
    self.table = table
    self.published = published
  }

  /// The survey of some rows.
  func rows(_ kept: [Int]) throws -> MiniFixture { MiniFixture(try table.rows(kept), published) }

  func base() throws -> WeightStep { try designWeights(table.numbers("w")) }

  func design(stages: Int = 0, _ rule: SinglePSURule = .fail) throws -> SampleDesign {
    let strata = try table.grouping(["stratum"])
    let communes = try table.numbers("Npsu")
    let later = [
      LaterStageSource(
        clusterOfRow: try table.grouping(["vid"]).levelOfRow,
        populationOfRow: try table.numbers("Nvil")),
      LaterStageSource(clusterOfRow: nil, populationOfRow: try table.numbers("Nhh")),
    ]
    return try SampleDesign(
      strata: strata.levels.indices.map { level in
        let row = strata.levelOfRow.firstIndex(of: Int32(level))
        return Stratum(
          level: strata.levels[level],
          populationPSUs: stages > 0 ? row.map { communes[$0] } : nil)
      },
      stratumOfRow: strata.levelOfRow, clusterOfRow: table.grouping(["psuid"]).levelOfRow,
      laterStages: Array(later.prefix(max(0, stages - 1))), singlePSU: rule)
  }

  func analysis(
    _ names: [String] = indices, stages: Int = 0, _ rule: SinglePSURule = .fail,
    steps: [WeightStep] = [], domains: [Grouping] = []
  ) throws -> IndexAnalysis {
    let items = try names.map(table.numberItem)
    return try IndexAnalysis(
      answers: items.map(\.answers), questionnaire: singleFactor(items, isMean: true),
      design: design(stages: stages, rule), weights: WeightSet(steps: [base()] + steps),
      domainSets: domains)
  }

  /// The population margins by sex, age and province.
  func margins(_ variables: [String] = ["sex", "age", "prov"]) throws -> [MarginTotals] {
    try variables.map { variable in
      let totals = published["targets"][variable]
      let names = totals.names
      return MarginTotals(
        grouping: try table.grouping([variable], levels: names.map { [$0] }),
        totals: try names.map { try totals[$0].number() })
    }
  }
}

/// The estimate of an item in the form of a check.
func figure(_ analysis: IndexAnalysis, _ id: String, _ domain: [DomainTerm] = []) -> FoundFigure? {
  FoundFigure(analysis.item(id, domain))
}
