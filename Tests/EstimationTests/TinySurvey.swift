import Estimation
import Numerics
import SurveyModel
import Weighting

/// Small surveys made by hand or from a seed.
struct TinySurvey {
  var answers: [ColumnValues]
  var questionnaire: Questionnaire
  var strata: [Int32]
  var clusters: [Int32]
  var weights: [Double]
  var populationPSUs: Double?

  /// The scale 1 to 5, 4 and 5 satisfied; position 6 is "not applicable".
  static let scale = CodeList(
    answers: (1...5).map { AnswerCode(code: "\($0)", isSatisfied: $0 >= 4, score: Double($0)) },
    missing: [AnswerCode(code: "9", missing: .notApplicable)])

  static func questionnaire(
    _ factors: [String: [String]], order: [String], item: ItemMeasure = .satisfiedShare,
    factor: FactorMeasure = .meanOfItems, overall: OverallMeasure = .meanOfFactors,
    weights: [Double] = [], overallItems: [String: String] = [:]
  ) -> Questionnaire {
    Questionnaire(
      id: "tiny", version: "1", title: LocalizedText(vi: "Nhỏ"),
      fields: order.flatMap { factors[$0] ?? [] }.map {
        Field(id: $0, kind: .coded(scale), isItem: true)
      },
      factors: order.enumerated().map { index, id in
        Factor(
          id: id, label: LocalizedText(vi: id),
          weight: index < weights.count ? weights[index] : nil, items: factors[id] ?? [],
          overallItem: overallItems[id])
      },
      index: IndexMethod(id: "sipas", item: item, factor: factor, overall: overall))
  }

  /// A survey of one item in one factor.
  init(
    answers: [UInt8], strata: [Int32], clusters: [Int32], weights: [Double],
    item: ItemMeasure = .satisfiedShare
  ) {
    self.answers = [.coded8(answers)]
    questionnaire = Self.questionnaire(["f": ["Q1"]], order: ["f"], item: item)
    self.strata = strata
    self.clusters = clusters
    self.weights = weights
  }

  /// A survey of three factors and six items with missing answers, from a seed.
  init(
    seed: UInt64, respondents: Int = 240, item: ItemMeasure = .satisfiedShare,
    factor: FactorMeasure = .meanOfItems, overall: OverallMeasure = .meanOfFactors
  ) {
    var random = SplitMix64(seed: seed)
    questionnaire = Self.questionnaire(
      ["a": ["A1", "A2"], "b": ["B1"], "c": ["C1", "C2", "C3"]], order: ["a", "b", "c"],
      item: item, factor: factor, overall: overall, weights: [1, 2, 3],
      overallItems: ["a": "A2", "b": "B1", "c": "C3"])
    answers = (0..<6).map { _ in
      .coded8(
        (0..<respondents).map { _ in
          let code = random.category(weights: [3, 6, 10, 20, 40, 30, 4, 6])
          return code == 7 ? CodeList.notAsked8 : UInt8(code)
        })
    }
    strata = (0..<respondents).map { Int32($0 % 4) }
    clusters = (0..<respondents).map { _ in Int32(random.uniform(below: 5)) }
    weights = (0..<respondents).map { _ in 0.5 + random.uniform() }
  }

  var count: Int { weights.count }

  func design(_ rule: SinglePSURule = .fail) throws -> SampleDesign {
    let highest = strata.max() ?? -1
    return try SampleDesign(
      strata: (0..<highest + 1).map {
        Stratum(
          level: GroupLevel(
            terms: [DomainTerm(variable: "stratum", code: "\($0)")], labels: [LocalizedText()]),
          populationPSUs: populationPSUs)
      },
      stratumOfRow: strata, clusterOfRow: clusters, singlePSU: rule)
  }

  func estimate(
    _ rule: SinglePSURule = .fail, weights: WeightSet? = nil, domains: [Grouping] = [],
    settings: EstimationSettings = EstimationSettings()
  ) throws -> EstimateTable {
    try estimateIndices(
      answers: answers, questionnaire: questionnaire, design: design(rule),
      weights: weights ?? WeightSet(steps: [designWeights(self.weights)]), domainSets: domains,
      settings: settings)
  }

  /// The same respondents in another order.
  func reordered(_ order: [Int]) -> TinySurvey {
    var moved = self
    moved.answers = answers.map { column in
      guard case .coded8(let bytes) = column else { return column }
      return .coded8(order.map { bytes[$0] })
    }
    moved.strata = order.map { strata[$0] }
    moved.clusters = order.map { clusters[$0] }
    moved.weights = order.map { weights[$0] }
    return moved
  }

  static func grouping(_ variable: String, _ levels: [Int32], count: Int) -> Grouping {
    Grouping(
      variables: [variable],
      levels: (0..<count).map {
        GroupLevel(
          terms: [DomainTerm(variable: variable, code: "\($0)")], labels: [LocalizedText()])
      },
      levelOfRow: levels)
  }
}

/// True when two estimates agree to a relative tolerance in value and standard error.
func agree(_ first: Estimate?, _ second: Estimate?, _ tolerance: Double = 1e-12) -> Bool {
  guard let first, let second, first.respondents == second.respondents else { return false }
  func close(_ first: Double?, _ second: Double?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return (first - second).magnitude
      <= tolerance * max(first.magnitude, second.magnitude) + 1e-300
  }
  return close(first.value, second.value) && close(first.standardError, second.standardError)
}
