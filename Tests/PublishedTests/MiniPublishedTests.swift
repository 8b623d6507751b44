import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Samples that come with R's survey package, computed by a script of another hand: `published.json`
/// of `sipas-mini/SOURCE.md`.
@Suite struct MiniPublishedTests {
  let published: PublishedValue

  init() throws {
    published = try PublishedFixture("sipas-mini").decode(
      PublishedValue.self, from: "published.json")
  }

  private func expect(
    _ analysis: IndexAnalysis, mean: String = "api00", total: String = "enroll",
    _ expected: PublishedValue, _ what: String
  ) throws {
    expectCheck([figure(analysis, mean)], expected["mean_\(mean)"], "\(what) mean")
    try expectCheck([analysis.total(ofItem: total)], expected["total_\(total)"], "\(what) total")
  }

  @Test(arguments: ["apistrat", "apiclus1"])
  func schoolsAgree(_ name: String) throws {
    let found = try ClassicSurvey(name).analysis(["api00", "enroll"])
    try expect(found, published[name], name)
    expectAgreement(
      found.item("api00")?.designEffectWithoutReplacement,
      try published[name]["deff_api00"].number(), "\(name) deff")
  }

  @Test func rakedSchoolsAgree() throws {
    let survey = try ClassicSurvey("apiclus1")
    let step = try survey.raked([survey.types(), survey.schoolWide()], tolerance: 1e-13)
    let expected = published["apiclus1_rake"]
    try expect(survey.analysis(["api00", "enroll"], steps: [step]), expected, "raked")
    expectAgreement(step.diagnostics.minimum, try expected["w_min"].number(), "smallest")
    expectAgreement(step.diagnostics.maximum, try expected["w_max"].number(), "largest")
  }

  /// A sample of several stages without strata.
  private func analysis(
    _ table: FixtureTable, _ names: [String], clusters: [String], population: [String]
  ) throws -> IndexAnalysis {
    let items = try names.map(table.numberItem)
    let design = try SampleDesign(
      strata: [
        Stratum(
          level: GroupLevel(terms: [], labels: []),
          populationPSUs: table.numbers(population[0])[0])
      ],
      stratumOfRow: [Int32](repeating: 0, count: table.count),
      clusterOfRow: table.grouping([clusters[0]]).levelOfRow,
      laterStages: [
        LaterStageSource(
          clusterOfRow: try table.grouping([clusters[1]]).levelOfRow,
          populationOfRow: try table.numbers(population[1]))
      ], singlePSU: .remove)
    return try IndexAnalysis(
      answers: items.map(\.answers), questionnaire: singleFactor(items, isMean: true),
      design: design, weights: WeightSet(steps: [designWeights(table.numbers("w"))]))
  }

  @Test func twoStageSamplesAgree() throws {
    let schools = try analysis(
      PublishedFixture("survey-api").table("apiclus2.csv"), ["api00", "enroll"],
      clusters: ["dnum", "snum"], population: ["fpc1", "fpc2"])
    try expect(schools, published["apiclus2"], "apiclus2")
    let municipalities = try analysis(
      PublishedFixture("variance").table("mu284.csv"), ["y1"], clusters: ["id1", "id2"],
      population: ["n1", "n2"])
    try expectCheck(
      [municipalities.total(ofItem: "y1")], published["mu284"]["total_y1"], "mu284")
  }

  @Test func districtsAsStrataWithSingleSchoolsFollowTheRule() throws {
    let survey = try ClassicSurvey("apiclus1")
    let districts = try survey.table.grouping(["dnum"])
    let item = try survey.table.numberItem("api00")
    for rule in [SinglePSURule.remove, .certainty, .adjust, .average] {
      let found = try estimateIndices(
        answers: [item.answers], questionnaire: singleFactor([item], isMean: true),
        design: SampleDesign(
          strata: districts.levels.map { Stratum(level: $0) },
          stratumOfRow: districts.levelOfRow, clusterOfRow: nil, singlePSU: rule),
        weights: WeightSet(steps: [survey.base])
      ).estimate(of: .item, id: "api00")
      expectAgreement(
        found?.standardError, try published["apiclus1_lonely"][rule.rawValue].number(), "\(rule)")
    }
  }

  @Test func intervalsOfAShareAgree() throws {
    let survey = try ClassicSurvey("apiclus1")
    let methods = published["apiclus1_prop_comp.imp"]
    try survey.expectIntervals(
      of: survey.table.indicatorItem("comp.imp", "Yes"), weights: survey.base,
      methods.names.map { ($0, methods[$0]) })
  }

  /// The PSUs of a stratum are numbered from 1 in each.
  @Test func populationsOfStrataAgree() throws {
    let columns = ["stratid", "psuid", "weight", "Nh", "x"]
    let lines = try published["fpc"]["data"].list.map { row in
      try columns.map { "\(try row[$0].number())" }.joined(separator: ",")
    }
    let table = try FixtureTable(
      ([columns.joined(separator: ",")] + lines).joined(separator: "\n"))
    let item = try table.numberItem("x")
    let strata = try table.grouping(["stratid"])
    let populations = try table.numbers("Nh")
    let isAbove = try table.numbers("x").map { $0 > 4 }
    let above = DomainTerm(variable: "x", code: "above 4")
    for (name, fpc) in [("mean_nofpc", false), ("mean_fpc", true)] {
      let design = try SampleDesign(
        strata: strata.levels.enumerated().map { index, level in
          let row = strata.levelOfRow.firstIndex(of: Int32(index))
          return Stratum(level: level, populationPSUs: fpc ? row.map { populations[$0] } : nil)
        },
        stratumOfRow: strata.levelOfRow, clusterOfRow: table.grouping(["psuid"]).levelOfRow,
        singlePSU: .fail)
      let found = try IndexAnalysis(
        answers: [item.answers], questionnaire: singleFactor([item], isMean: true),
        design: design, weights: WeightSet(steps: [designWeights(table.numbers("weight"))]),
        domainSets: [
          Grouping(
            variables: ["x"], levels: [GroupLevel(terms: [above], labels: [])],
            levelOfRow: isAbove.map { $0 ? 0 : -1 })
        ])
      expectCheck([figure(found, "x")], published["fpc"][name], name)
      if !fpc { expectCheck([figure(found, "x", [above])], published["fpc"]["domain_x_gt4"], "x") }
    }
    #expect(table.count == 8)
  }
}
