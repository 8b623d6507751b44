import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// `apistrat` or `apiclus1` with the checks of `Tests/Fixtures/published/survey-api/SOURCE.md`.
///
/// A numeric column is an item whose scale has one answer per value.
struct ClassicSurvey {
  let table: FixtureTable
  /// The weights that R made, by column.
  let weights: FixtureTable
  let base: WeightStep
  private let name: String
  private let checks: [String: PublishedValue]

  init(_ name: String) throws {
    let fixture = PublishedFixture("survey-api")
    self.name = name
    table = try fixture.table("\(name).csv")
    weights = try fixture.table("\(name)_weights.csv")
    base = try designWeights(table.numbers("pw"))
    let file = try fixture.decode(PublishedValue.self, from: "\(name).json")
    checks = Dictionary(
      uniqueKeysWithValues: file["checks"].list.map { ($0["id"].text ?? "", $0["value"]) })
  }

  var checkNames: Set<String> { Set(checks.keys) }

  func check(_ id: String) throws -> PublishedValue { try #require(checks[id]) }

  /// Strata by type of school for `apistrat`, districts as clusters for `apiclus1`.
  func design(fpc: Bool = true) throws -> SampleDesign {
    let population = try table.numbers("fpc")
    guard name == "apistrat" else {
      return try SampleDesign(
        strata: [
          Stratum(
            level: GroupLevel(terms: [], labels: []), populationPSUs: fpc ? population[0] : nil)
        ],
        stratumOfRow: [Int32](repeating: 0, count: table.count),
        clusterOfRow: table.grouping(["dnum"]).levelOfRow, singlePSU: .fail)
    }
    let types = try table.grouping(["stype"])
    return try SampleDesign(
      strata: types.levels.enumerated().map { index, level in
        let row = types.levelOfRow.firstIndex(of: Int32(index))
        return Stratum(level: level, populationPSUs: fpc ? row.map { population[$0] } : nil)
      },
      stratumOfRow: types.levelOfRow, clusterOfRow: nil, singlePSU: .fail)
  }

  /// Numeric columns, and `column=code` for the 0 or 1 of a category.
  func items(_ names: [String]) throws -> [FixtureItem] {
    try names.map { name in
      let parts = name.split(separator: "=").map(String.init)
      guard parts.count == 2 else { return try table.numberItem(name) }
      return try table.indicatorItem(parts[0], parts[1])
    }
  }

  func analysis(
    _ names: [String], fpc: Bool = true, steps: [WeightStep] = [], by variables: [[String]] = []
  ) throws -> IndexAnalysis {
    let items = try items(names)
    return try IndexAnalysis(
      answers: items.map(\.answers), questionnaire: singleFactor(items, isMean: true),
      design: design(fpc: fpc), weights: WeightSet(steps: [base] + steps),
      domainSets: variables.map { try table.grouping($0) })
  }

  /// Schools by category with their number in the state.
  func margin(_ variables: [String], _ totals: [([String], Double)]) throws -> MarginTotals {
    MarginTotals(
      grouping: try table.grouping(variables, levels: totals.map(\.0)), totals: totals.map(\.1))
  }

  func types() throws -> MarginTotals {
    try margin(["stype"], [(["E"], 4421), (["H"], 755), (["M"], 1018)])
  }

  func schoolWide() throws -> MarginTotals {
    try margin(["sch.wide"], [(["No"], 1072), (["Yes"], 5122)])
  }

  func improved() throws -> MarginTotals {
    try margin(["comp.imp"], [(["No"], 1712), (["Yes"], 4482)])
  }

  /// Type of school crossed with reaching the school-wide target.
  func typesBySchoolWide() throws -> MarginTotals {
    struct Expected: Decodable { let joint_margin: [APIDataTests.Expected.JointTotal] }
    let totals = try PublishedFixture("survey-api").decode(Expected.self, from: "expected.json")
    return try margin(
      ["stype", "sch.wide"],
      totals.joint_margin.map { ([$0.stype, $0.schwide], $0.total) })
  }

  func raked(_ margins: [MarginTotals], tolerance: Double) throws -> WeightStep {
    try rake(
      base, to: margins, tolerance: tolerance, maximumIterations: 500, variance: .sweeps, place: 1)
  }

  func calibrated(_ margins: [MarginTotals], _ method: CalibrationMethod) throws -> WeightStep {
    try calibrate(
      base, to: margins, CalibrateDefinition(method: method, margins: [], tolerance: 1e-13),
      place: 1)
  }

  /// The numbers of the joint covariances of some items with their estimates.
  func expectMeans(
    _ names: [String], _ analysis: IndexAnalysis, _ id: String, tolerance: Double = 1e-9,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let check = try check(id)
    let joint = analysis.joint(set: 0, domain: 0)
    let places = names.map { name in
      joint.estimates.firstIndex { $0.kind == .item && $0.id == name } ?? 0
    }
    expectCheck(
      places.map { FoundFigure(joint.estimates[$0]) }, check, "\(name) \(id)",
      tolerance: tolerance, sourceLocation: sourceLocation)
    expectCovariance(
      { joint.covariance(places[$0], places[$1]) }, check["vcov"].numbers,
      of: check["est"].numbers, "\(name) \(id)", sourceLocation: sourceLocation)
  }

  /// The numbers of a total.
  func expectTotal(
    _ item: String, _ analysis: IndexAnalysis, _ id: String, tolerance: Double = 1e-9,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let check = try check(id)
    let found = try analysis.total(ofItem: item)
    expectCheck(
      [found], check, "\(name) \(id)", tolerance: tolerance, sourceLocation: sourceLocation)
    expectAgreement(
      found.standardError.map { $0 * $0 }, check["vcov"].numbers.first, "\(id) variance",
      tolerance: 2 * tolerance, sourceLocation: sourceLocation)
  }

  /// The numbers of a table by domains.
  func expectDomains(
    _ item: String, _ analysis: IndexAnalysis, by variables: [String], _ id: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let check = try check(id)
    let found = check["groups"].list.map { group in
      analysis.estimates.estimate(
        of: .item, id: item,
        domain: variables.map { DomainTerm(variable: $0, code: group[$0].text ?? "") })
    }
    expectCheck(found.map(FoundFigure.init), check, id, sourceLocation: sourceLocation)
    #expect(
      found.map { Double($0?.degreesOfFreedom ?? -1) } == check["domain_df"].numbers,
      sourceLocation: sourceLocation)
  }

  /// Intervals of a share by three methods, in percent, from the methods of `svyciprop`.
  func expectIntervals(
    of share: FixtureItem, weights: WeightStep, _ checks: [(method: String, PublishedValue)],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let methods: [(String, IntervalMethod, Double)] = [
      // R's logit is the outcome of an iterated fit.
      ("mean", .waldT, 1e-9), ("logit", .logit, 1e-7), ("xlogit", .logit, 1e-9),
      ("beta", .beta, 1e-9),
    ]
    for (name, method, tolerance) in methods {
      let check = try #require(checks.first { $0.method == name }).1
      let found = try estimateIndices(
        answers: [share.answers], questionnaire: singleFactor([share], isMean: false),
        design: design(), weights: WeightSet(steps: [weights]),
        settings: EstimationSettings(interval: method)
      ).estimate(of: .item, id: share.field.id)
      // A share's interval stays within 0 and 100 %; R's does not.
      let ends = check["ci"].numbers.map { 100 * max(0, $0) }
      expectAgreement(
        found?.value, 100 * (try check["est"].number()), name, tolerance: tolerance,
        sourceLocation: sourceLocation)
      for (end, wanted) in [(found?.lower, ends[0]), (found?.upper, ends[1])] {
        expectAgreement(
          end, wanted, "\(name) interval", tolerance: tolerance, sourceLocation: sourceLocation)
      }
    }
  }
}

extension IndexAnalysis {
  /// Σ w y of an item in the whole population, with its error.
  func total(ofItem id: String) throws -> FoundFigure {
    let item = try #require(questionnaire.items.firstIndex { $0.id == id })
    let form = LinearForm(terms: [.init(set: 0, domain: 0, item: item, c: 1, d: 0)])
    return FoundFigure(
      value: sums[0].sums(ofItem: item, inDomain: 0)[1] * unit,
      standardError: covariance(of: [totals(of: form)])[0].squareRoot() * unit,
      degreesOfFreedom: joint(set: 0, domain: 0).degreesOfFreedom)
  }

  func item(_ id: String, _ domain: [DomainTerm] = []) -> Estimate? {
    estimates.estimate(of: .item, id: id, domain: domain)
  }
}

extension FixtureTable {
  /// 1 where a column holds a code, else 0; the item's id is `column=code`, and 1 is satisfied.
  func indicatorItem(_ column: String, _ code: String) throws -> FixtureItem {
    let list = CodeList(answers: [
      AnswerCode(code: "0", isSatisfied: false, score: 0),
      AnswerCode(code: "1", isSatisfied: true, score: 1),
    ])
    return FixtureItem(
      field: Field(id: "\(column)=\(code)", kind: .coded(list), isItem: true),
      answers: .coded8(
        try texts(column).map { UInt8(list.position(of: $0 == code ? "1" : "0") ?? 0) }))
  }
}
