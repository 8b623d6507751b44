import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

/// A second invented survey, computed by another script: `sipas-mini/SOURCE.md`.
@Suite struct MiniSurveyTests {
  struct Expected: Decodable {
    struct Ratio: Decodable {
      let est: Double
      let se: Double
    }
    struct Rake: Decodable {
      let w_min: Double
      let w_max: Double
      let w_sumsq: Double
      let total: Double
      let w_head: [Double]
    }
    struct Kish: Decodable {
      let deff: Double
      let neff: Double
    }
    let degf: Int
    let pooled_ratio: [String: Ratio]
    let targets: [String: [String: Double]]
    let kish: Kish
    let rake: Rake
    let poststrat_w_head: [Double]
  }

  let table: FixtureTable
  let expected: Expected

  init() throws {
    let fixture = PublishedFixture("sipas-mini")
    table = try fixture.table("data.csv")
    expected = try fixture.decode(Expected.self, from: "expected.json")
  }

  private func margin(_ variable: String) throws -> MarginTotals {
    let totals = try #require(expected.targets[variable]).sorted { $0.key < $1.key }
    return MarginTotals(
      grouping: try table.grouping([variable], levels: totals.map { [$0.key] }),
      totals: totals.map(\.value))
  }

  @Test func `pooled factors agree`() throws {
    let factors = [("A", 3), ("B", 4), ("C", 5), ("D", 4), ("E", 4)].map { id, count in
      Factor(id: id, label: LocalizedText(vi: id), items: (1...count).map { "\(id)\($0)" })
    }
    let items = factors.flatMap(\.items)
    let questionnaire = Questionnaire(
      id: "mini", version: "1", title: LocalizedText(vi: "mini"),
      fields: items.map { Field(id: $0, kind: .coded(SIPASFixture.scale), isItem: true) },
      factors: factors,
      index: IndexMethod(
        id: "i", item: .satisfiedShare, factor: .pooledAnswers, overall: .meanOfFactors))
    let strata = try table.grouping(["stratum"])
    let found = try estimateIndices(
      answers: items.map { item in
        .coded8(
          try table.texts(item).map { UInt8(SIPASFixture.scale.position(of: $0) ?? 0) })
      },
      questionnaire: questionnaire,
      design: SampleDesign(
        strata: strata.levels.map { Stratum(level: $0) }, stratumOfRow: strata.levelOfRow,
        clusterOfRow: table.grouping(["psuid"]).levelOfRow, singlePSU: .fail),
      weights: WeightSet(steps: [designWeights(table.numbers("w"))]))
    for (id, ratio) in expected.pooled_ratio {
      let factor = found.estimate(of: .factor, id: id)
      expectAgreement(factor?.value, 100 * ratio.est, id)
      expectAgreement(factor?.standardError, 100 * ratio.se, "\(id) SE")
      #expect(factor?.degreesOfFreedom == expected.degf)
    }
    #expect(expected.pooled_ratio.count == 5)
  }

  @Test func `weights agree`() throws {
    let base = try designWeights(table.numbers("w"))
    let poststratified = try poststratify(base, to: margin("prov"), place: 1)
    for (found, expected) in zip(poststratified.weights, expected.poststrat_w_head) {
      expectAgreement(found, expected, "post-stratified")
    }
    let raked = try rake(
      base, to: ["sex", "age", "prov"].map(margin), tolerance: 1e-13, maximumIterations: 500,
      place: 1)
    for (found, expected) in zip(raked.weights, expected.rake.w_head) {
      expectAgreement(found, expected, "raked")
    }
    expectAgreement(raked.diagnostics.minimum, expected.rake.w_min, "min")
    expectAgreement(raked.diagnostics.maximum, expected.rake.w_max, "max")
    expectAgreement(raked.diagnostics.sum, expected.rake.total, "sum")
    expectAgreement(
      raked.weights.map { $0 * $0 }.compensatedSum(), expected.rake.w_sumsq, "squares")
    expectAgreement(raked.diagnostics.kishDesignEffect, expected.kish.deff, "Kish")
    expectAgreement(raked.diagnostics.effectiveCount, expected.kish.neff, "effective n")
  }
}
