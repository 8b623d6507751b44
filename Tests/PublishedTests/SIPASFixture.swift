import Estimation
import Foundation
import SurveyModel
import Testing
import Weighting

/// One of the invented SIPAS surveys with the results of R's survey package.
struct SIPASFixture {
  let table: FixtureTable
  let expected: Expected
  let more: MoreMeasures
  private let fixture: PublishedFixture
  let answers: [ColumnValues]

  static let factors: [(id: String, items: [String])] = [
    ("access", ["A1", "A2", "A3", "A4"]), ("procedure", ["P1", "P2", "P3", "P4"]),
    ("officials", ["O1", "O2", "O3", "O4", "O5", "O6"]), ("result", ["R1", "R2", "R3", "R4"]),
    ("feedback", ["F1", "F2", "F3", "F4"]),
  ]
  static let items = factors.flatMap(\.items)
  static let domainVariables = ["district", "agency_level", "field", "gender", "ethnicity"]
  /// The scale 1 to 5, 4 and 5 satisfied; 9 is missing.
  static let scale = CodeList(
    answers: (1...5).map {
      AnswerCode(code: "\($0)", isSatisfied: $0 >= 4, score: Double($0))
    },
    missing: [AnswerCode(code: "9", missing: .notApplicable)])

  init(_ name: String) throws {
    fixture = PublishedFixture(name)
    table = try fixture.table("data.csv")
    expected = try fixture.decode(Expected.self, from: "expected.json")
    more = try fixture.decode(MoreMeasures.self, from: "more.json")
    let gaveFeedback = try table.texts("FB")
    var answers: [ColumnValues] = []
    for item in Self.items {
      let codes = try table.texts(item)
      answers.append(
        .coded8(
          codes.indices.map { row in
            if item.hasPrefix("F"), gaveFeedback[row] != "1" { return CodeList.notAsked8 }
            return UInt8(Self.scale.position(of: codes[row]) ?? 0)
          }))
    }
    self.answers = answers
  }

  static func questionnaire(
    _ item: ItemMeasure = .satisfiedShare, _ factor: FactorMeasure = .meanOfItems,
    _ overall: OverallMeasure = .meanOfFactors,
    factorWeights: [Double?] = Array(repeating: nil, count: 5)
  ) -> Questionnaire {
    Questionnaire(
      id: "reference", version: "1", title: LocalizedText(vi: "Khảo sát mẫu"),
      fields: items.map { Field(id: $0, kind: .coded(scale), isItem: true) },
      factors: zip(factors, factorWeights).map {
        Factor(id: $0.id, label: LocalizedText(vi: $0.id), weight: $1, items: $0.items)
      },
      index: IndexMethod(id: "sipas", item: item, factor: factor, overall: overall))
  }

  func design(fpc: Bool, _ rule: SinglePSURule) throws -> SampleDesign {
    let districts = try table.grouping(["district"])
    let communes = try table.grouping(["commune"])
    let population = try table.numbers("fpc")
    let strata = districts.levels.indices.map { level in
      Stratum(
        level: districts.levels[level],
        populationPSUs: fpc
          ? districts.levelOfRow.firstIndex(of: Int32(level)).map { population[$0] } : nil)
    }
    return try SampleDesign(
      strata: strata, stratumOfRow: districts.levelOfRow, clusterOfRow: communes.levelOfRow,
      clusterNames: communes.levels.map(\.name), singlePSU: rule)
  }

  func baseWeights() throws -> WeightStep {
    try designWeights(table.numbers("design_weight"))
  }

  func margins() throws -> [MarginTotals] {
    let population = try fixture.table("population.csv")
    let margin = try population.texts("margin")
    let level = try population.texts("level")
    let total = try population.numbers("total")
    return try expected.margin_order.map { variable in
      let rows = margin.indices.filter { margin[$0] == variable }
      return MarginTotals(
        grouping: try table.grouping([variable], levels: rows.map { [level[$0]] }),
        totals: rows.map { total[$0] })
    }
  }

  func poststrata() throws -> MarginTotals {
    let population = try fixture.table("poststrata.csv")
    let district = try population.texts("district")
    let gender = try population.texts("gender")
    return MarginTotals(
      grouping: try table.grouping(
        ["district", "gender"], levels: district.indices.map { [district[$0], gender[$0]] }),
      totals: try population.numbers("total"))
  }

  func raked() throws -> WeightSet {
    let base = try baseWeights()
    return WeightSet(steps: [
      base, try rake(base, to: margins(), tolerance: 1e-13, maximumIterations: 1000, place: 1),
    ])
  }

  func poststratified() throws -> WeightSet {
    let base = try baseWeights()
    return WeightSet(steps: [base, try poststratify(base, to: poststrata(), place: 1)])
  }

  func estimate(
    _ questionnaire: Questionnaire = questionnaire(), _ design: SampleDesign,
    _ weights: WeightSet? = nil, domains: [String] = [], interval: IntervalMethod = .waldT
  ) throws -> FoundEstimates {
    FoundEstimates(
      try estimateIndices(
        answers: answers, questionnaire: questionnaire, design: design,
        weights: weights ?? WeightSet(steps: [baseWeights()]),
        domainSets: domains.map { try table.grouping([$0]) },
        settings: EstimationSettings(interval: interval)))
  }
}

/// An estimate table that finds its estimates fast.
struct FoundEstimates {
  struct Key: Hashable {
    let kind: MeasureKind
    let id: String
    let domain: [DomainTerm]
  }

  let table: EstimateTable
  private let places: [Key: Int]

  init(_ table: EstimateTable) {
    self.table = table
    places = Dictionary(
      uniqueKeysWithValues: table.estimates.enumerated().map {
        (Key(kind: $1.kind, id: $1.id, domain: $1.domain), $0)
      })
  }

  func estimate(of kind: MeasureKind, id: String, domain: [DomainTerm] = []) -> Estimate? {
    places[Key(kind: kind, id: id, domain: domain)].map { table.estimates[$0] }
  }
}

/// `expected.json`; arrays of standard errors are in the order of `se_order`, with
/// finite population correction first, intervals `[lower, upper]` likewise.
struct Expected: Decodable {
  struct Item: Decodable {
    let n: Int
    let satisfied: Int
    let share: Double?
    let mean: Double?
    let se_share: [Double?]?
    let se_mean: [Double?]?
    let wald: [Double?]?
    let logit: [Double?]?
    let wald_mean: [Double?]?
    let deff_share: [Double?]?
    let deff_mean: [Double?]?
  }
  struct Index: Decodable {
    let est: Double?
    let se: [Double?]?
    let wald: [Double?]?
    let logit: [Double?]?
  }
  struct Block: Decodable {
    let by: String?
    let level: String?
    let n: Int
    let df: Int
    let kish_n: Double
    let items: [String: Item]
    let indices: [String: Index]
    let complete: [String: Bool]
  }
  struct Weighted: Decodable {
    struct Item: Decodable {
      let share: Double
      let mean: Double
      let se_share: [Double?]
    }
    let sum: Double
    let min: Double
    let max: Double
    let kish_n: Double
    let deff_kish: Double
    let items: [String: Item]
    let indices: [String: Index]
  }
  let se_order: [String]
  let whole: Block
  let deff_index: [[String: Double]]
  let domains: [Block]
  let margin_order: [String]
  let poststratify: Weighted
  let rake: Weighted
}

/// `more.json`: measures are `[estimate, standard error]`.
struct MoreMeasures: Decodable {
  struct Domain: Decodable {
    struct Figures: Decodable {
      let A1: [Double?]
      let access_m1: [Double?]
      let access_m2: [Double?]
      let overall_m1: [Double?]
    }
    let by: String
    let level: String
    let fpc_adjust: Figures
    let nofpc_average: Figures
  }
  let measures: [String: [String: [Double]]]
  let weighted_domains: [String: [Domain]]
  let deff_rake_O1: Double
}
