import Estimation
import Foundation
import SurveyModel
import Testing
import Weighting

/// One of the surveys that `change/SOURCE.md` compares, ready to be analysed.
struct ComparedSurvey {
  let table: FixtureTable
  private let strata: String
  private let clusters: String
  private let weight: String

  /// An invented SIPAS survey.
  init(sipas folder: String, _ file: String) throws {
    table = try PublishedFixture(folder).table(file)
    (strata, clusters, weight) = ("district", "commune", "design_weight")
  }

  /// A year of the survey in the same communes.
  init(mini file: String) throws {
    table = try PublishedFixture("change").table(file)
    (strata, clusters, weight) = ("stratum", "psuid", "w")
  }

  func answers(_ item: String) throws -> ColumnValues {
    let codes = try table.texts(item)
    let feedback = table.columns["FB"]
    return .coded8(
      codes.indices.map { row in
        if item.hasPrefix("F"), let feedback, feedback[row] != "1" { return CodeList.notAsked8 }
        return UInt8(SIPASFixture.scale.position(of: codes[row]) ?? 0)
      })
  }

  func design(fpc: Bool, _ rule: SinglePSURule) throws -> SampleDesign {
    let strata = try table.grouping([self.strata])
    let clusters = try table.grouping([self.clusters])
    let population = fpc ? try table.numbers("fpc") : []
    return try SampleDesign(
      strata: strata.levels.indices.map { level in
        Stratum(
          level: strata.levels[level],
          populationPSUs: fpc
            ? strata.levelOfRow.firstIndex(of: Int32(level)).map { population[$0] } : nil)
      },
      stratumOfRow: strata.levelOfRow, clusterOfRow: clusters.levelOfRow,
      clusterNames: clusters.levels.map { $0.labels[0].text(in: .vi) },
      clusterCodes: clusters.levels.map { $0.terms[0].code }, singlePSU: rule)
  }

  func weights() throws -> WeightStep { try designWeights(table.numbers(weight)) }

  func analysis(
    _ questionnaire: Questionnaire = SIPASFixture.questionnaire(), fpc: Bool = true,
    _ rule: SinglePSURule = .adjust, weights: WeightSet? = nil, domains: [Grouping] = []
  ) throws -> IndexAnalysis {
    try IndexAnalysis(
      answers: questionnaire.items.map { try answers($0.id) }, questionnaire: questionnaire,
      design: design(fpc: fpc, rule), weights: weights ?? WeightSet(steps: [self.weights()]),
      domainSets: domains)
  }

  /// A questionnaire of the mini survey's factors.
  static func questionnaire(
    _ factors: [(id: String, count: Int)], _ measure: FactorMeasure
  ) -> Questionnaire {
    let factors = factors.map { factor in
      Factor(
        id: factor.id, label: LocalizedText(vi: factor.id),
        items: (1...factor.count).map { "\(factor.id)\($0)" })
    }
    return Questionnaire(
      id: "mini", version: "1", title: LocalizedText(vi: "mini"),
      fields: factors.flatMap(\.items).map {
        Field(id: $0, kind: .coded(SIPASFixture.scale), isItem: true)
      },
      factors: factors,
      index: IndexMethod(
        id: "i", item: .satisfiedShare, factor: measure, overall: .meanOfFactors))
  }
}

/// `small.json` and `province.json`; `tests` hold df, interval, t and p of no change, p of no rise,
/// t and p of "raised by at most 2".
struct ExpectedChange: Decodable {
  struct Side: Decodable {
    let delta: Double
    let se: Double
    let tests: [String: [Double?]]
  }
  let options: String
  let index: String
  let method: String
  let current: Double
  let baseline: Side
  let previous: Side
}

/// `contributions.json`.
struct ExpectedContributions: Decodable {
  struct Part: Decodable {
    let part: String
    let est: Double
    let se: Double
  }
  struct Case: Decodable {
    let kind: String
    let weights: String
    let figure: String
    let by: String
    let only: String?
    let parts: [Part]
  }
  struct Partial: Decodable {
    let common: Int
    let difference: Double
    let independent: Double
    let se: Double
    let df: Int
  }
  let cases: [Case]
  let partial: Partial
  /// The change, and both figures, with shared clusters after post-stratification.
  let poststratified: [Part]
}
