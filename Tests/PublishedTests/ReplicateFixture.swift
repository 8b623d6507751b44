import Estimation
import SurveyModel
import Testing
import Weighting

/// An invented SIPAS survey with the replicates of R's survey package.
struct ReplicateFixture {
  struct Expected: Decodable {
    struct Replicates: Decodable {
      let scale: Double
      let rscales: [Double]?
      let est: [String: Double]?
      let se: [String: Double]
      let se_mse: [String: Double]
    }
    let sets: [String: Replicates]
  }

  let survey: SIPASFixture
  let folder: PublishedFixture
  let expected: Expected
  let answers: [ColumnValues]

  private static let small = Result { try ReplicateFixture("sipas-small") }
  private static let province = Result { try ReplicateFixture("sipas-province") }

  /// The survey, read once for all tests.
  static func named(_ name: String) throws -> ReplicateFixture {
    try name == "sipas-small" ? small.get() : province.get()
  }

  private init(_ name: String) throws {
    survey = try SIPASFixture(name)
    folder = PublishedFixture(name)
    expected = try folder.decode(Expected.self, from: "replicates.json")
    let gaveFeedback = try survey.table.texts("FB")
    var answers: [ColumnValues] = []
    for item in SIPASFixture.items {
      let codes = try survey.table.texts(item)
      answers.append(
        .coded8(
          codes.indices.map { row in
            if item.hasPrefix("F"), gaveFeedback[row] != "1" { return CodeList.notAsked8 }
            return UInt8(SIPASFixture.scale.position(of: codes[row]) ?? 0)
          }))
    }
    self.answers = answers
  }

  /// A multipliers file as one column per respondent and replicate.
  func columns(ofMultipliers file: String) throws -> [[Double]] {
    let table = try folder.table(file)
    let keys = zip(try table.texts("district"), try table.texts("commune")).map { [$0, $1] }
    let rowOfKey = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    let districts = try survey.table.texts("district")
    let communes = try survey.table.texts("commune")
    let rows = try zip(districts, communes).map { try #require(rowOfKey[[$0, $1]]) }
    return try replicates(of: table).map { column in rows.map { column[$0] } }
  }

  /// The columns r1, r2 and so on.
  func replicates(of table: FixtureTable) throws -> [[Double]] {
    let count = table.columns.keys.filter { $0.hasPrefix("r") && Int($0.dropFirst()) != nil }.count
    return try (1...count).map { try table.numbers("r\($0)") }
  }

  func analysis(
    _ questionnaire: Questionnaire = SIPASFixture.questionnaire(), _ design: SampleDesign,
    weights: WeightSet? = nil, domains: [Grouping] = []
  ) throws -> IndexAnalysis {
    try IndexAnalysis(
      answers: answers, questionnaire: questionnaire, design: design,
      weights: weights ?? WeightSet(steps: [survey.baseWeights()]), domainSets: domains)
  }

  /// Expects all figures of a set: shares, means, factors and overall by both factor measures.
  func expectFigures(
    ofSet set: String, design: SampleDesign, weights: WeightSet? = nil,
    reweighting: Reweighting? = nil, centres: [ReplicateCentre] = ReplicateCentre.allCases,
    _ replicates: (ReplicateCentre) throws -> ReplicateDesign
  ) throws {
    let wanted = try #require(expected.sets[set])
    let weights = try weights ?? WeightSet(steps: [survey.baseWeights()])
    for centre in centres {
      let errors = centre == .mean ? wanted.se : wanted.se_mse
      let replicates = try replicates(centre)
      var found: [String: Estimate] = [:]
      for questionnaire in [
        SIPASFixture.questionnaire(), SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers),
        SIPASFixture.questionnaire(.meanScore),
      ] {
        let table = try ReplicateAnalysis(
          analysis(questionnaire, design, weights: weights), answers: answers, weights: weights,
          replicates: replicates, reweighting: reweighting
        ).estimates
        for estimate in table.estimates {
          if let key = key(of: estimate, questionnaire.index) { found[key] = estimate }
        }
      }
      #expect(errors.count == 56)
      for (key, error) in errors {
        let estimate = found[key]
        let unit = key.hasPrefix("mean_") ? 1.0 : 100
        expectAgreement(estimate?.standardError, error * unit, "\(set) \(centre) \(key) SE")
        if let value = wanted.est?[key] {
          expectAgreement(estimate?.value, value * unit, "\(set) \(key)")
        }
      }
    }
  }

  /// The name of a figure in the reference.
  private func key(of estimate: Estimate, _ index: IndexMethod) -> String? {
    if index.item == .meanScore { return estimate.kind == .item ? "mean_\(estimate.id)" : nil }
    let measure = index.factor == .pooledAnswers ? "m2" : "m1"
    return switch estimate.kind {
    case .item: "share_\(estimate.id)"
    case .factor: "\(estimate.id)_\(measure)"
    case .overall: "overall_\(measure)"
    }
  }
}
