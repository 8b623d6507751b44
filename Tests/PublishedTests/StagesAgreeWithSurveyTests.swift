import Estimation
import SurveyModel
import Testing
import Weighting

/// Samples of several stages, each with its population, against R 4.2.2 with survey 4.1-1:
/// `Tests/Fixtures/published/variance/SOURCE.md`.
@Suite struct StagesAgreeWithSurveyTests {
  typealias Figures = [String: [Double?]]
  struct Expected: Decodable {
    struct Block: Decodable {
      var by: String?
      var level: String?
      var shares: Figures?
      var means: Figures?
      var vcov: [[Double]]?
      var totals: [String: [String: Double]]?
      var domains: [Block]?
    }
    struct Mean: Decodable {
      let mean: [Double]
    }
    let one: Block
    let two: Block
    let three: Block
    let domains: [Block]
    let partly: Block
    let calibrated: Block
    let single_village: [String: Figures]
    let single_commune: [String: Figures]
    let apiclus2: Mean
    let mu284: Mean
  }

  static let items = [("A", 3), ("B", 4), ("C", 5), ("D", 4), ("E", 4)].flatMap { id, count in
    (1...count).map { "\(id)\($0)" }
  }
  static let means = ["idxA", "idxB", "idxC", "idxD", "idxE"]

  let table: FixtureTable
  let expected: Expected

  init() throws {
    let fixture = PublishedFixture("variance")
    table = try fixture.table("stages.csv")
    expected = try fixture.decode(Expected.self, from: "stages.json")
  }

  /// The survey of some rows.
  private func analysis(
    stages: Int = 3, means: Bool = false, rows: [Int]? = nil, _ rule: SinglePSURule = .fail,
    withoutPopulation: String? = nil, calibratedTo totals: [String: [String: Double]] = [:],
    domains: [String] = []
  ) throws -> IndexAnalysis {
    let table = try rows.map { try self.table.rows($0) } ?? self.table
    let strata = try table.grouping(["stratum"])
    let provinces = try table.texts("prov")
    let communes = try table.numbers("Npsu")
    let design = try SampleDesign(
      strata: strata.levels.indices.map { level in
        let row = strata.levelOfRow.firstIndex(of: Int32(level)) ?? 0
        return Stratum(
          level: strata.levels[level],
          populationPSUs: provinces[row] == withoutPopulation ? nil : communes[row])
      },
      stratumOfRow: strata.levelOfRow, clusterOfRow: table.grouping(["psuid"]).levelOfRow,
      laterStages: [
        LaterStageSource(
          clusterOfRow: try table.grouping(["vid"]).levelOfRow,
          populationOfRow: try table.numbers("Nvil")),
        LaterStageSource(clusterOfRow: nil, populationOfRow: try table.numbers("Nhh")),
      ].prefix(stages - 1).map { $0 }, singlePSU: rule)
    var steps = [try designWeights(table.numbers("w"))]
    if !totals.isEmpty {
      let margins = try ["sex", "age", "prov"].map { variable in
        let levels = try #require(totals[variable]).sorted { $0.key < $1.key }
        return MarginTotals(
          grouping: try table.grouping([variable], levels: levels.map { [$0.key] }),
          totals: levels.map(\.value))
      }
      steps.append(
        try calibrate(
          steps[0], to: margins,
          CalibrateDefinition(method: .raking, margins: [], tolerance: 1e-13), place: 1))
    }
    let columns = means ? Self.means : Self.items
    let fields = try columns.map {
      try $0.hasPrefix("idx") ? table.numberItem($0) : table.scaleItem($0)
    }
    return try IndexAnalysis(
      answers: fields.map(\.answers), questionnaire: singleFactor(fields, isMean: means),
      design: design, weights: WeightSet(steps: steps),
      domainSets: domains.map { try table.grouping([$0]) })
  }

  private func expect(
    _ analysis: IndexAnalysis, _ figures: Figures?, domain: [DomainTerm] = [], _ what: String
  ) throws {
    let figures = try #require(figures)
    #expect(figures.count >= 5)
    for (id, published) in figures {
      let unit = id.hasPrefix("idx") ? 1.0 : 100
      let found = analysis.estimates.estimate(of: .item, id: id, domain: domain)
      expectAgreement(found?.value, published[0].map { $0 * unit }, "\(what) \(id)")
      expectAgreement(
        found?.standardError, published[1].map { $0 * unit }, "\(what) \(id) SE")
    }
  }

  @Test func oneTwoAndThreeStagesAgree() throws {
    try expect(analysis(stages: 1, means: true), expected.one.means, "one")
    try expect(analysis(stages: 2, means: true), expected.two.means, "two")
    try expect(analysis(stages: 2), expected.two.shares, "two")
    try expect(analysis(), expected.three.shares, "three")
    let means = try analysis(means: true)
    try expect(means, expected.three.means, "three")
    let joint = means.joint(set: 0, domain: 0)
    let places = Self.means.prefix(4).map { id in
      joint.estimates.firstIndex { $0.kind == .item && $0.id == id } ?? -1
    }
    for (row, published) in try #require(expected.three.vcov).enumerated() {
      for (column, value) in published.enumerated() {
        expectAgreement(joint.covariance(places[row], places[column]), value, "vcov")
      }
    }
  }

  @Test func domainsOfThreeStagesAgree() throws {
    let found = try analysis(domains: ["prov", "sex", "age"])
    #expect(expected.domains.count == 8)
    for block in expected.domains {
      let (by, level) = try (#require(block.by), #require(block.level))
      try expect(
        found, block.shares, domain: [DomainTerm(variable: by, code: level)], "\(by) \(level)")
    }
  }

  @Test func stagesBelowAStratumWithoutPopulationCountForNothing() throws {
    try expect(analysis(withoutPopulation: "P3"), expected.partly.shares, "partly")
  }

  @Test func threeStagesAfterCalibrationAgree() throws {
    let totals = try #require(expected.calibrated.totals)
    let found = try analysis(calibratedTo: totals, domains: ["sex"])
    try expect(found, expected.calibrated.shares, "calibrated")
    for block in try #require(expected.calibrated.domains) {
      let (by, level) = try (#require(block.by), #require(block.level))
      try expect(
        found, block.shares, domain: [DomainTerm(variable: by, code: level)], "\(by) \(level)")
    }
  }

  @Test func singleUnitsOfAnyStageFollowTheRule() throws {
    let villages = try table.texts("vid")
    let communes = try table.texts("psuid")
    let oneVillage = villages.indices.filter { villages[$0] != "P1U1v2" }
    let oneCommune = communes.indices.filter { !["P3U2", "P3U3"].contains(communes[$0]) }
    for rule in [SinglePSURule.adjust, .average, .remove, .certainty] {
      try expect(
        analysis(rows: oneVillage, rule), expected.single_village[rule.rawValue],
        "one village, \(rule)")
      try expect(
        analysis(rows: oneCommune, rule), expected.single_commune[rule.rawValue],
        "one commune, \(rule)")
    }
  }

  @Test func publishedTwoStageSamplesAgree() throws {
    for (name, variable, strata, first, second, mean) in [
      ("apiclus2.csv", "api00", "fpc1", "dnum", "snum", expected.apiclus2.mean),
      ("mu284.csv", "y1", "n1", "id1", "id2", expected.mu284.mean),
    ] {
      let table = try PublishedFixture("variance").table(name)
      let population = try #require(try table.numbers(strata).first)
      let item = try table.numberItem(variable)
      let design = try SampleDesign(
        strata: [
          Stratum(level: GroupLevel(terms: [], labels: []), populationPSUs: population)
        ],
        stratumOfRow: [Int32](repeating: 0, count: table.count),
        clusterOfRow: table.grouping([first]).levelOfRow,
        laterStages: [
          LaterStageSource(
            clusterOfRow: try table.grouping([second]).levelOfRow,
            populationOfRow: try table.numbers(name == "mu284.csv" ? "n2" : "fpc2"))
        ], singlePSU: .remove)
      let found = try estimateIndices(
        answers: [item.answers], questionnaire: singleFactor([item], isMean: true),
        design: design, weights: WeightSet(steps: [designWeights(table.numbers("w"))])
      ).estimate(of: .item, id: variable)
      expectAgreement(found?.value, mean[0], name)
      expectAgreement(found?.standardError, mean[1], "\(name) SE")
    }
  }
}

/// A column of answers with the field it belongs to.
struct FixtureItem {
  var field: Field
  var answers: ColumnValues
}

/// All items in one factor.
func singleFactor(_ items: [FixtureItem], isMean: Bool) -> Questionnaire {
  Questionnaire(
    id: "one", version: "1", title: LocalizedText(vi: "one"), fields: items.map(\.field),
    factors: [Factor(id: "f", label: LocalizedText(vi: "f"), items: items.map(\.field.id))],
    index: IndexMethod(
      id: "i", item: isMean ? .meanScore : .satisfiedShare, factor: .meanOfItems,
      overall: .meanOfFactors))
}

extension FixtureTable {
  /// An item on the scale 1 to 5.
  func scaleItem(_ name: String) throws -> FixtureItem {
    FixtureItem(
      field: Field(id: name, kind: .coded(SIPASFixture.scale), isItem: true),
      answers: .coded8(
        try texts(name).map { UInt8(SIPASFixture.scale.position(of: $0) ?? 0) }))
  }

  /// A numeric variable as an item with a code for each of its values; blank is missing.
  func numberItem(_ name: String) throws -> FixtureItem {
    let values = try texts(name)
    let distinct = Set(values).subtracting([""]).sorted()
    let codes = try distinct.map {
      AnswerCode(code: $0, score: try #require(Double($0)))
    }
    let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0 + 1) })
    return FixtureItem(
      field: Field(id: name, kind: .coded(CodeList(answers: codes)), isItem: true),
      answers: .coded8(values.map { UInt8(place[$0] ?? 0) }))
  }

  /// Some of the rows.
  func rows(_ kept: [Int]) throws -> FixtureTable {
    let names = columns.keys.sorted()
    let lines = kept.map { row in names.map { columns[$0]?[row] ?? "" }.joined(separator: ",") }
    return try FixtureTable(([names.joined(separator: ",")] + lines).joined(separator: "\n"))
  }
}
