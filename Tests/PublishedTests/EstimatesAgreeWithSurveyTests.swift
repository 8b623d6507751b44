import Estimation
import Foundation
import SurveyModel
import Testing
import Weighting

/// Against R 4.2.2 with survey 4.1-1: `Tests/Fixtures/published/sipas-*/SOURCE.md`.
@Suite struct EstimatesAgreeWithSurveyTests {
  /// How a row of `se_order` is reached.
  static let options: [(name: String, fpc: Bool, rules: [SinglePSURule])] = [
    ("fpc_adjust", true, [.adjust]), ("fpc_average", true, [.average]),
    ("fpc_remove", true, [.remove]), ("nofpc_adjust", false, [.adjust]),
    ("nofpc_average", false, [.average]), ("nofpc_remove", false, [.remove, .certainty]),
  ]

  @Test(arguments: ["sipas-small", "sipas-province"])
  func `every figure and standard error agrees, in the population and in every domain`(
    _ name: String
  ) throws {
    let fixture = try SIPASFixture(name)
    #expect(fixture.expected.se_order == Self.options.map(\.name))
    let blocks = [fixture.expected.whole] + fixture.expected.domains
    for (place, option) in Self.options.enumerated() {
      for rule in option.rules {
        let design = try fixture.design(fpc: option.fpc, rule)
        let shares = try fixture.estimate(
          SIPASFixture.questionnaire(), design, domains: SIPASFixture.domainVariables)
        let pooled = try fixture.estimate(
          SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design,
          domains: SIPASFixture.domainVariables)
        let means = try fixture.estimate(
          SIPASFixture.questionnaire(.meanScore), design, domains: SIPASFixture.domainVariables)
        for block in blocks {
          let what = "\(name) \(option.name) \(rule) \(block.by ?? "") \(block.level ?? "")"
          let terms = block.terms
          for (id, item) in block.items {
            expect(
              shares.estimate(of: .item, id: id, domain: terms), percent: item.share,
              item.se_share?[place], df: block.df, n: item.n, "\(what) \(id)")
            let mean = means.estimate(of: .item, id: id, domain: terms)
            expectAgreement(mean?.value, item.mean, "\(what) mean \(id)")
            expectAgreement(
              mean?.standardError, known(item.se_mean?[place], block.df), "\(what) mean \(id) SE")
          }
          for (id, _) in SIPASFixture.factors {
            expect(
              shares.estimate(of: .factor, id: id, domain: terms), block, "\(id)_m1", place, what)
            expect(
              pooled.estimate(of: .factor, id: id, domain: terms), block, "\(id)_m2", place, what)
          }
          expect(
            shares.estimate(of: .overall, id: "sipas", domain: terms), block, "overall_m1", place,
            what)
          expect(
            pooled.estimate(of: .overall, id: "sipas", domain: terms), block, "overall_m2", place,
            what)
        }
      }
    }
  }

  private func expect(
    _ estimate: Estimate?, percent value: Double?, _ error: Double?, df: Int, n: Int?,
    _ what: String
  ) {
    expectAgreement(estimate?.value, value.map { 100 * $0 }, what)
    expectAgreement(
      estimate?.standardError, known(error, df).map { 100 * $0 }, "\(what) SE")
    #expect(estimate?.degreesOfFreedom == df, "\(what)")
    if let n { #expect(estimate?.respondents == n, "\(what)") }
  }

  private func expect(
    _ estimate: Estimate?, _ block: Expected.Block, _ index: String, _ place: Int, _ what: String
  ) {
    let expected = block.indices[index]
    #expect(expected != nil, "\(index)")
    expect(
      estimate, percent: expected?.est, expected?.se?[place], df: block.df, n: nil,
      "\(what) \(index)")
    let measure = index.prefix { $0 != "_" }
    if estimate?.value != nil {
      #expect(estimate?.isComplete == block.complete[String(measure)], "\(what) \(index)")
    }
  }

  /// R writes 0 where a domain without degrees of freedom tells nothing of its error.
  private func known(_ error: Double?, _ df: Int) -> Double? { df > 0 ? error : nil }

  @Test(arguments: ["sipas-small", "sipas-province"], [true, false])
  func `wald and logit intervals and design effects agree`(_ name: String, fpc: Bool) throws {
    let fixture = try SIPASFixture(name)
    let design = try fixture.design(fpc: fpc, .adjust)
    let domains = SIPASFixture.domainVariables
    let wald = try fixture.estimate(SIPASFixture.questionnaire(), design, domains: domains)
    let logit = try fixture.estimate(
      SIPASFixture.questionnaire(), design, domains: domains, interval: .logit)
    let pooled = try fixture.estimate(
      SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design, domains: domains,
      interval: .logit)
    let means = try fixture.estimate(
      SIPASFixture.questionnaire(.meanScore), design, domains: domains, interval: .logit)
    let place = fpc ? 0 : 1
    for block in [fixture.expected.whole] + fixture.expected.domains {
      let what = "\(name) \(fpc) \(block.by ?? "") \(block.level ?? "")"
      for (id, item) in block.items {
        let found = wald.estimate(of: .item, id: id, domain: block.terms)
        expectInterval(found, item.wald, place, "\(what) \(id) wald", cutAt: 0...1)
        expectInterval(
          logit.estimate(of: .item, id: id, domain: block.terms), item.logit, place,
          "\(what) \(id) logit", cutAt: 0...1)
        let mean = means.estimate(of: .item, id: id, domain: block.terms)
        #expect(mean?.intervalMethod == .waldT)
        expectInterval(
          mean, item.wald_mean, place, "\(what) \(id) mean", cutAt: 1...5, unit: 1)
        if block.df > 0, found?.flag == nil {
          expectAgreement(
            found?.designEffect, item.deff_share?[place] ?? nil, "\(what) \(id) deff")
          expectAgreement(
            mean?.designEffect, item.deff_mean?[place] ?? nil, "\(what) \(id) mean deff")
        }
      }
      for (id, _) in SIPASFixture.factors {
        let index = block.indices["\(id)_m1"]
        expectInterval(
          wald.estimate(of: .factor, id: id, domain: block.terms), index?.wald, place,
          "\(what) \(id) wald", cutAt: 0...1)
        expectInterval(
          pooled.estimate(of: .factor, id: id, domain: block.terms),
          block.indices["\(id)_m2"]?.logit, place, "\(what) \(id) pooled logit", cutAt: 0...1)
      }
      expectInterval(
        logit.estimate(of: .overall, id: "sipas", domain: block.terms),
        block.indices["overall_m1"]?.logit, place, "\(what) overall logit", cutAt: 0...1)
    }
    let deff = fixture.expected.deff_index[place]
    for (id, _) in SIPASFixture.factors {
      expectAgreement(
        wald.estimate(of: .factor, id: id)?.designEffect, deff["\(id)_m1"], "\(name) \(id) deff")
      expectAgreement(
        pooled.estimate(of: .factor, id: id)?.designEffect, deff["\(id)_m2"],
        "\(name) \(id) pooled deff")
    }
    expectAgreement(
      wald.estimate(of: .overall, id: "sipas")?.designEffect, deff["overall_m1"],
      "\(name) overall deff")
    expectAgreement(
      pooled.estimate(of: .overall, id: "sipas")?.designEffect, deff["overall_m2"],
      "\(name) overall pooled deff")
  }

  private func expectInterval(
    _ estimate: Estimate?, _ expected: [Double?]?, _ place: Int, _ what: String,
    cutAt range: ClosedRange<Double>, unit: Double = 100
  ) {
    let lower = expected?[2 * place].map { max($0, range.lowerBound) * unit }
    let upper = expected?[2 * place + 1].map { min($0, range.upperBound) * unit }
    expectAgreement(estimate?.lower, lower, "\(what) lower")
    expectAgreement(estimate?.upper, upper, "\(what) upper")
  }

  @Test func `unweighted shares are plain counts`() throws {
    let fixture = try SIPASFixture("sipas-small")
    let equal = WeightSet(steps: [
      try designWeights([Double](repeating: 1, count: fixture.table.count))
    ])
    let table = try fixture.estimate(
      SIPASFixture.questionnaire(), fixture.design(fpc: true, .adjust), equal)
    for (id, item) in fixture.expected.whole.items {
      expectAgreement(
        table.estimate(of: .item, id: id)?.value,
        100 * Double(item.satisfied) / Double(item.n), id, tolerance: 1e-14)
    }
  }

  @Test(arguments: ["sipas-small", "sipas-province"], ["fpc_adjust", "nofpc_average"])
  func `other measures of factors and the overall index agree`(
    _ name: String, _ option: String
  ) throws {
    let fixture = try SIPASFixture(name)
    let expected = try #require(fixture.more.measures[option])
    let design = try fixture.design(
      fpc: option == "fpc_adjust", option == "fpc_adjust" ? .adjust : .average)
    for (prefix, item, unit) in [
      ("n_", ItemMeasure.satisfiedShare, 100.0), ("s_", .meanScore, 1), ("r_", .meanScore100, 100),
    ] {
      for overall in OverallMeasure.allCases where overall != .fullySatisfied {
        for factor in [FactorMeasure.meanOfItems, .pooledAnswers] {
          let table = try fixture.estimate(
            SIPASFixture.questionnaire(
              item, factor, overall, factorWeights: [1, 2, 3, 2.5, 1.5]), design)
          let what = "\(name) \(option) \(item) \(factor) \(overall)"
          let key = prefix + (factor == .meanOfItems ? "access_m1" : "access_m2")
          expectFigure(
            table.estimate(of: .factor, id: "access"), try #require(expected[key]), unit, what)
          // The script's factors inside the overall index are means of items.
          if factor == .meanOfItems || overall == .meanOfItems || overall == .pooledAnswers {
            let key = prefix + overall.rawValue.replacingOccurrences(of: "-", with: "_")
            expectFigure(
              table.estimate(of: .overall, id: "sipas"), try #require(expected[key]), unit, what)
          }
        }
      }
    }
  }

  private func expectFigure(
    _ estimate: Estimate?, _ expected: [Double], _ unit: Double, _ what: String
  ) {
    expectAgreement(estimate?.value, expected[0] * unit, what)
    expectAgreement(estimate?.standardError, expected[1] * unit, "\(what) SE")
  }

  @Test func `a stratum with one commune is refused by name under the rule fail`() throws {
    let fixture = try SIPASFixture("sipas-province")
    let design = try fixture.design(fpc: true, .fail)
    let error = #expect(throws: EstimationError.self) {
      try fixture.estimate(SIPASFixture.questionnaire(), design)
    }
    guard case .singlePSU(let strata) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    // Đak Pơ has one sampled commune and 90 interviews in data.csv.
    #expect(strata.map(\.stratum) == ["district=Đak Pơ"])
    #expect(strata.map(\.respondents) == [90])
    #expect(error?.findings.first?.message.vi?.contains("1 tầng") == true)
    #expect(error?.findings.first?.found?.en?.contains("Đak Pơ") == true)
    let adjusted = try fixture.estimate(
      SIPASFixture.questionnaire(), fixture.design(fpc: true, .adjust))
    #expect(adjusted.table.singlePSUStrata == ["district=Đak Pơ"])
    #expect(adjusted.table.singlePSURule == .adjust)
    #expect(adjusted.table.variance == "taylor")
    #expect(adjusted.table.psuCount == 65)
    #expect(adjusted.table.strataCount == 17)
  }

  @Test func `a domain inside a stratum with one commune has no standard error`() throws {
    let fixture = try SIPASFixture("sipas-province")
    let table = try fixture.estimate(
      SIPASFixture.questionnaire(), fixture.design(fpc: true, .adjust), domains: ["district"])
    let estimate = try #require(
      table.estimate(
        of: .item, id: "A1", domain: [DomainTerm(variable: "district", code: "Đak Pơ")]))
    #expect(estimate.value != nil)
    #expect(estimate.standardError == nil)
    #expect(estimate.lower == nil && estimate.upper == nil)
    #expect(estimate.degreesOfFreedom == 0)
    #expect(estimate.flag == .unreliable)
  }
}

extension Expected.Block {
  /// The domain's terms; empty for the whole survey.
  var terms: [DomainTerm] {
    guard let by, let level else { return [] }
    return [DomainTerm(variable: by, code: level)]
  }
}
