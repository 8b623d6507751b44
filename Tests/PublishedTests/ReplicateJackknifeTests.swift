import Estimation
import SurveyModel
import Testing
import Weighting

/// Jackknives of other surveys: `survey-api/replicates.md`, `sipas-mini/replicates.md`.
@Suite struct ReplicateJackknifeTests {
  struct Expected: Decodable {
    struct Domain: Decodable {
      let stype: String
      let est: Double
      let se: Double
      let se_mse: Double
    }
    let scale: Double
    let rscales: [Double]
    let est: Double
    let se: Double
    let se_mse: Double
    let by_stype: [Domain]
  }

  /// A questionnaire of one item whose answers are numbers.
  private func score(_ id: String, _ codes: [String], _ scores: [Double]) -> Questionnaire {
    let list = CodeList(
      answers: zip(codes, scores).map { AnswerCode(code: $0, score: $1) })
    return Questionnaire(
      id: "q", version: "1", title: LocalizedText(en: "q"),
      fields: [Field(id: id, kind: .coded(list), isItem: true)],
      factors: [Factor(id: "f", label: LocalizedText(en: "f"), items: [id])],
      index: IndexMethod(
        id: "i", item: .meanScore, factor: .meanOfItems, overall: .meanOfFactors))
  }

  private func column(_ values: [String], _ codes: [String]) -> ColumnValues {
    let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, UInt8($0 + 1)) })
    return .coded8(values.map { place[$0] ?? 0 })
  }

  @Test(arguments: ["clus_jk1", "clus_jk1_fpc", "strat_jkn_fpc"], ReplicateCentre.allCases)
  func schoolScoresAgree(_ name: String, _ centre: ReplicateCentre) throws {
    let fixture = PublishedFixture("survey-api")
    let all = try fixture.decode(Schools.self, from: "replicates.json")
    let isCluster = name.hasPrefix("clus")
    let expected =
      isCluster ? (name == "clus_jk1" ? all.clus_jk1 : all.clus_jk1_fpc) : all.strat_jkn_fpc
    let table = try fixture.table(isCluster ? "apiclus1.csv" : "apistrat.csv")
    let types = try table.grouping(["stype"])
    let population = try table.numbers("fpc")
    let codes = Set(try table.texts("api00")).sorted()
    let strata =
      isCluster
      ? [
        Stratum(
          level: GroupLevel(terms: [], labels: []),
          populationPSUs: name == "clus_jk1" ? nil : population[0])
      ]
      : types.levels.enumerated().map { index, level in
        Stratum(
          level: level,
          populationPSUs: types.levelOfRow.firstIndex(of: Int32(index)).map { population[$0] })
      }
    let design = try SampleDesign(
      strata: strata,
      stratumOfRow: isCluster ? [Int32](repeating: 0, count: table.count) : types.levelOfRow,
      clusterOfRow: isCluster ? table.grouping(["dnum"]).levelOfRow : nil, singlePSU: .fail)
    let questionnaire = score("api00", codes, codes.compactMap(Double.init))
    let answers = [column(try table.texts("api00"), codes)]
    let weights = WeightSet(steps: [try designWeights(table.numbers("pw"))])
    let replicates =
      try isCluster ? ReplicateDesign.jk1(design, centre: centre) : .jkn(design, centre: centre)
    if isCluster { expectAgreement(replicates.scale, expected.scale, "scale", tolerance: 1e-15) }
    let found = try ReplicateAnalysis(
      IndexAnalysis(
        answers: answers, questionnaire: questionnaire, design: design, weights: weights,
        domainSets: [types]), answers: answers, weights: weights, domainSets: [types],
      replicates: replicates
    ).estimates
    let whole = found.estimate(of: .item, id: "api00")
    expectAgreement(whole?.value, expected.est, name)
    expectAgreement(
      whole?.standardError, centre == .mean ? expected.se : expected.se_mse, "\(name) SE")
    for domain in expected.by_stype {
      let estimate = found.estimate(
        of: .item, id: "api00", domain: [DomainTerm(variable: "stype", code: domain.stype)])
      expectAgreement(estimate?.value, domain.est, "\(name) \(domain.stype)")
      expectAgreement(
        estimate?.standardError, centre == .mean ? domain.se : domain.se_mse,
        "\(name) \(domain.stype) SE")
    }
    #expect(expected.by_stype.count == 3)
  }

  struct Schools: Decodable {
    let clus_jk1: Expected
    let clus_jk1_fpc: Expected
    let strat_jkn_fpc: Expected
  }

  struct Mini: Decodable {
    struct Index: Decodable {
      let est: [String: Double]
      let se: [String: Double]
    }
    struct Ratio: Decodable {
      let est: Double
      let se: Double
    }
    let JKn_idxA: Index
    let JKn_ratio_A: Ratio
    let JKn_raked_idxA: Index
  }

  @Test func jackknifesOfTheMiniSurveyAgree() throws {
    let fixture = PublishedFixture("sipas-mini")
    let expected = try fixture.decode(Mini.self, from: "replicates.json")
    let table = try fixture.table("data.csv")
    let strata = try table.grouping(["stratum"])
    let design = try SampleDesign(
      strata: strata.levels.map { Stratum(level: $0) }, stratumOfRow: strata.levelOfRow,
      clusterOfRow: table.grouping(["psuid"]).levelOfRow, singlePSU: .fail)
    let replicates = try ReplicateDesign.jkn(design, centre: .mean)
    let base = try designWeights(table.numbers("w"))
    let items = ["A1", "A2", "A3"]
    let codes = try items.map(table.texts)

    // The person's share of satisfied answers is an item whose scale has one answer per share.
    var shares: [String] = []
    for row in 0..<table.count {
      let valid = codes.map { $0[row] }.filter { "12345".contains($0) && !$0.isEmpty }
      let satisfied = valid.filter { $0 == "4" || $0 == "5" }.count
      shares.append(valid.isEmpty ? "" : "\(satisfied)/\(valid.count)")
    }
    let levels = Set(shares).subtracting([""]).sorted()
    let person = score(
      "idxA", levels,
      levels.map { text in
        let parts = text.split(separator: "/").compactMap { Double($0) }
        return 100 * parts[0] / parts[1]
      })
    let raked = try rake(
      base, to: ["sex", "age", "prov"].map { try margin($0, table, fixture) }, tolerance: 1e-13,
      maximumIterations: 500, place: 1)
    for isRaked in [false, true] {
      let weights = WeightSet(steps: isRaked ? [base, raked] : [base])
      let answers = [column(shares, levels)]
      let margins = try ["sex", "age", "prov"].map { try margin($0, table, fixture) }
      let found = try ReplicateAnalysis(
        IndexAnalysis(
          answers: answers, questionnaire: person, design: design, weights: weights),
        answers: answers, weights: weights, replicates: replicates,
        reweighting: isRaked
          ? ReplicateReweightingTests.repeated(
            [.rake(margins, ReplicateReweightingTests.definition)], base.weights, design) : nil
      ).estimates.estimate(of: .item, id: "idxA")
      let wanted = isRaked ? expected.JKn_raked_idxA : expected.JKn_idxA
      expectAgreement(found?.value, wanted.est["idxA"], "idxA raked \(isRaked)")
      expectAgreement(found?.standardError, wanted.se["idxA"], "idxA raked \(isRaked) SE")
    }

    let pooled = Questionnaire(
      id: "mini", version: "1", title: LocalizedText(vi: "mini"),
      fields: items.map { Field(id: $0, kind: .coded(SIPASFixture.scale), isItem: true) },
      factors: [Factor(id: "A", label: LocalizedText(vi: "A"), items: items)],
      index: IndexMethod(
        id: "i", item: .satisfiedShare, factor: .pooledAnswers, overall: .meanOfFactors))
    let answers = codes.map { column in
      ColumnValues.coded8(column.map { UInt8(SIPASFixture.scale.position(of: $0) ?? 0) })
    }
    let weights = WeightSet(steps: [base])
    let ratio = try ReplicateAnalysis(
      IndexAnalysis(answers: answers, questionnaire: pooled, design: design, weights: weights),
      answers: answers, weights: weights, replicates: replicates
    ).estimates.estimate(of: .factor, id: "A")
    expectAgreement(ratio?.value, 100 * expected.JKn_ratio_A.est, "ratio A")
    expectAgreement(ratio?.standardError, 100 * expected.JKn_ratio_A.se, "ratio A SE")
  }

  private func margin(
    _ variable: String, _ table: FixtureTable, _ fixture: PublishedFixture
  ) throws -> MarginTotals {
    let targets = try fixture.decode(MiniSurveyTests.Expected.self, from: "expected.json").targets
    let totals = try #require(targets[variable]).sorted { $0.key < $1.key }
    return MarginTotals(
      grouping: try table.grouping([variable], levels: totals.map { [$0.key] }),
      totals: totals.map(\.value))
  }
}
