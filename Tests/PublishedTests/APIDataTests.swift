import Estimation
import SurveyModel
import Testing
import Weighting

/// The api data of R's survey package: `Tests/Fixtures/published/survey-api/SOURCE.md`.
///
/// The score api00 of a school enters as an item whose scale has one answer per score that occurs.
@Suite struct APIDataTests {
  struct Expected: Decodable {
    struct Mean: Decodable {
      let est: Double
      let se: Double
      let df: Int
    }
    struct Weighted: Decodable {
      let est: Double
      let se: Double?
      let weights: [Double]
    }
    struct Group: Decodable {
      let awards: String?
      let stype: String
      let est: Double
      let se: Double
      let df: Int
    }
    struct JointTotal: Decodable {
      let stype: String
      let schwide: String
      let total: Double
      enum CodingKeys: String, CodingKey {
        case stype, total
        case schwide = "sch.wide"
      }
    }
    let strat_mean: Mean
    let strat_mean_nofpc: Mean
    let strat_deff_replace: Double
    let strat_by_awards_stype: [Group]
    let strat_xlogit_awards: [Double]
    let strat_poststratify: Weighted
    let strat_rake: Weighted
    let clus_mean: Mean
    let clus_mean_nofpc: Mean
    let clus_deff_replace: Double
    let clus_by_stype: [Group]
    let clus_poststratify: Weighted
    let clus_rake_joint: Weighted
    let joint_margin: [JointTotal]
    let single_margin: [String: Double]
    let clus_lonely: [String: Double]
    let clus_lonely_df: Int
  }

  let fixture = PublishedFixture("survey-api")
  let expected: Expected

  init() throws {
    expected = try fixture.decode(Expected.self, from: "expected.json")
  }

  private func estimate(
    _ table: FixtureTable, _ column: String, _ design: SampleDesign, _ weights: WeightSet? = nil,
    domains: [Grouping] = [], interval: IntervalMethod = .waldT
  ) throws -> EstimateTable {
    let codes = try table.texts(column)
    let isScore = codes.allSatisfy { Double($0) != nil }
    let list = CodeList(
      answers: Set(codes).sorted().map {
        AnswerCode(code: $0, isSatisfied: $0 == "Yes", score: Double($0))
      })
    let questionnaire = Questionnaire(
      id: "api", version: "1", title: LocalizedText(en: "api"),
      fields: [Field(id: column, kind: .coded(list), isItem: true)],
      factors: [Factor(id: "f", label: LocalizedText(en: "f"), items: [column])],
      index: IndexMethod(
        id: "i", item: isScore ? .meanScore : .satisfiedShare, factor: .meanOfItems,
        overall: .meanOfFactors))
    return try estimateIndices(
      answers: [.coded8(codes.map { UInt8(list.position(of: $0) ?? 0) })],
      questionnaire: questionnaire, design: design,
      weights: weights ?? WeightSet(steps: [designWeights(table.numbers("pw"))]),
      domainSets: domains, settings: EstimationSettings(interval: interval))
  }

  private func stratified(_ table: FixtureTable, fpc: Bool) throws -> SampleDesign {
    let types = try table.grouping(["stype"])
    let population = try table.numbers("fpc")
    return try SampleDesign(
      strata: types.levels.enumerated().map { index, level in
        Stratum(
          level: level,
          populationPSUs: fpc
            ? types.levelOfRow.firstIndex(of: Int32(index)).map { population[$0] } : nil)
      },
      stratumOfRow: types.levelOfRow, clusterOfRow: nil, singlePSU: .fail)
  }

  private func clustered(_ table: FixtureTable, fpc: Bool) throws -> SampleDesign {
    let districts = try table.grouping(["dnum"])
    return try SampleDesign(
      strata: [
        Stratum(
          level: GroupLevel(terms: [], labels: []),
          populationPSUs: fpc ? table.numbers("fpc")[0] : nil)
      ],
      stratumOfRow: [Int32](repeating: 0, count: table.count),
      clusterOfRow: districts.levelOfRow, singlePSU: .fail)
  }

  private func expectMean(_ table: EstimateTable, _ expected: Expected.Mean, _ what: String) {
    let found = table.estimate(of: .item, id: "api00")
    expectAgreement(found?.value, expected.est, what)
    expectAgreement(found?.standardError, expected.se, "\(what) SE")
    #expect(found?.degreesOfFreedom == expected.df, "\(what)")
  }

  private func margin(
    _ table: FixtureTable, _ variables: [String], _ totals: [([String], Double)]
  ) throws -> MarginTotals {
    MarginTotals(
      grouping: try table.grouping(variables, levels: totals.map(\.0)), totals: totals.map(\.1))
  }

  @Test func `the stratified sample of schools agrees`() throws {
    let table = try fixture.table("apistrat.csv")
    let design = try stratified(table, fpc: true)
    let found = try estimate(
      table, "api00", design, domains: [try table.grouping(["awards", "stype"])])
    expectMean(found, expected.strat_mean, "fpc")
    expectMean(
      try estimate(table, "api00", stratified(table, fpc: false)), expected.strat_mean_nofpc,
      "no fpc")
    expectAgreement(
      found.estimate(of: .item, id: "api00")?.designEffect, expected.strat_deff_replace, "deff")
    for group in expected.strat_by_awards_stype {
      let domain = [
        DomainTerm(variable: "awards", code: group.awards ?? ""),
        DomainTerm(variable: "stype", code: group.stype),
      ]
      let estimate = found.estimate(of: .item, id: "api00", domain: domain)
      expectAgreement(estimate?.value, group.est, "\(domain)")
      expectAgreement(estimate?.standardError, group.se, "\(domain) SE")
      #expect(estimate?.degreesOfFreedom == group.df)
    }
    let share = try estimate(table, "awards", design, interval: .logit)
      .estimate(of: .item, id: "awards")
    expectAgreement(share?.lower, 100 * expected.strat_xlogit_awards[0], "logit lower")
    expectAgreement(share?.upper, 100 * expected.strat_xlogit_awards[1], "logit upper")
  }

  @Test func `weights of the stratified sample agree`() throws {
    let table = try fixture.table("apistrat.csv")
    let design = try stratified(table, fpc: true)
    let base = try designWeights(table.numbers("pw"))
    let schwide = try margin(table, ["sch.wide"], [(["No"], 1072), (["Yes"], 5122)])
    let improved = try margin(table, ["comp.imp"], [(["No"], 1712), (["Yes"], 4482)])
    for (step, expected) in [
      (try poststratify(base, to: schwide, place: 1), expected.strat_poststratify),
      (
        try rake(
          base, to: [schwide, improved], tolerance: 1e-13, maximumIterations: 500, place: 1),
        expected.strat_rake
      ),
    ] {
      for (found, expected) in zip(step.weights, expected.weights) {
        expectAgreement(found, expected, step.name, tolerance: 1e-10)
      }
      let found = try estimate(table, "api00", design, WeightSet(steps: [base, step]))
        .estimate(of: .item, id: "api00")
      expectAgreement(found?.value, expected.est, step.name)
      expectAgreement(found?.standardError, expected.se, "\(step.name) SE")
    }
  }

  @Test func `the cluster sample of school districts agrees`() throws {
    let table = try fixture.table("apiclus1.csv")
    let found = try estimate(
      table, "api00", clustered(table, fpc: true), domains: [try table.grouping(["stype"])])
    expectMean(found, expected.clus_mean, "fpc")
    expectMean(
      try estimate(table, "api00", clustered(table, fpc: false)), expected.clus_mean_nofpc,
      "no fpc")
    expectAgreement(
      found.estimate(of: .item, id: "api00")?.designEffect, expected.clus_deff_replace, "deff")
    for group in expected.clus_by_stype {
      let domain = [DomainTerm(variable: "stype", code: group.stype)]
      let estimate = found.estimate(of: .item, id: "api00", domain: domain)
      expectAgreement(estimate?.value, group.est, "\(domain)")
      expectAgreement(estimate?.standardError, group.se, "\(domain) SE")
      #expect(estimate?.degreesOfFreedom == group.df)
    }
  }

  @Test func `weights of the cluster sample agree, joint margins too`() throws {
    let table = try fixture.table("apiclus1.csv")
    let base = try designWeights(table.numbers("pw"))
    let types = try margin(
      table, ["stype"], [(["E"], 4421), (["H"], 755), (["M"], 1018)])
    let once = try poststratify(base, to: types, place: 1)
    let joint = try margin(
      table, ["stype", "sch.wide"],
      expected.joint_margin.map { ([$0.stype, $0.schwide], $0.total) })
    let improved = try margin(
      table, ["comp.imp"], expected.single_margin.sorted { $0.key < $1.key }.map { ([$0], $1) })
    let raked = try rake(
      base, to: [joint, improved], tolerance: 1e-13, maximumIterations: 500, place: 1)
    for (step, expected) in [(once, expected.clus_poststratify), (raked, expected.clus_rake_joint)]
    {
      for (found, expected) in zip(step.weights, expected.weights) {
        expectAgreement(found, expected, step.name, tolerance: 1e-10)
      }
      let found = try estimate(
        table, "api00", clustered(table, fpc: true), WeightSet(steps: [base, step])
      ).estimate(of: .item, id: "api00")
      expectAgreement(found?.value, expected.est, step.name)
      if let error = expected.se {
        expectAgreement(found?.standardError, error, "\(step.name) SE")
      }
    }
  }

  @Test func `school districts as strata with single schools agree under every rule`() throws {
    let table = try fixture.table("apiclus1.csv")
    let districts = try table.grouping(["dnum"])
    for (name, error) in expected.clus_lonely {
      let design = try SampleDesign(
        strata: districts.levels.map { Stratum(level: $0) }, stratumOfRow: districts.levelOfRow,
        clusterOfRow: nil, singlePSU: #require(SinglePSURule(rawValue: name)))
      let found = try estimate(table, "api00", design).estimate(of: .item, id: "api00")
      expectAgreement(found?.standardError, error, name)
      #expect(found?.degreesOfFreedom == expected.clus_lonely_df)
    }
    #expect(expected.clus_lonely.count == 4)
  }
}
