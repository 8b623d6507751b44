import Estimation
import SurveyModel
import Testing
import Weighting

/// Against R 4.2.2 with survey 4.1-1: `Tests/Fixtures/published/sipas-*/SOURCE.md`.
@Suite struct WeightsAgreeWithSurveyTests {
  @Test(arguments: ["sipas-small", "sipas-province"])
  func `post-stratified weights agree with postStratify`(_ name: String) throws {
    let fixture = try SIPASFixture(name)
    let weights = try fixture.poststratified()
    #expect(weights.final.name == "poststratify_1")
    #expect(weights.final.maximumRelativeError < 1e-14)
    try expectWeights(weights, column: "poststrat", fixture, fixture.expected.poststratify)
  }

  @Test(arguments: ["sipas-small", "sipas-province"])
  func `raked weights agree with rake`(_ name: String) throws {
    let fixture = try SIPASFixture(name)
    let weights = try fixture.raked()
    #expect(weights.final.name == "rake_1")
    #expect(weights.final.iterations > 1)
    #expect(weights.final.maximumRelativeError <= 1e-13)
    try expectWeights(weights, column: "rake_strict", fixture, fixture.expected.rake)
  }

  private func expectWeights(
    _ weights: WeightSet, column: String, _ fixture: SIPASFixture, _ expected: Expected.Weighted
  ) throws {
    let published = try fixture.table.numbers(column)
    for row in published.indices {
      expectAgreement(
        weights.final.weights[row], published[row], "\(column) row \(row)", tolerance: 1e-10)
    }
    let diagnostics = weights.final.diagnostics
    expectAgreement(diagnostics.sum, expected.sum, "sum")
    expectAgreement(diagnostics.minimum, expected.min, "min")
    expectAgreement(diagnostics.maximum, expected.max, "max")
    expectAgreement(diagnostics.effectiveCount, expected.kish_n, "effective n")
    expectAgreement(diagnostics.kishDesignEffect, expected.deff_kish, "Kish deff")
  }

  @Test func `effective n of the design weights agrees`() throws {
    let fixture = try SIPASFixture("sipas-small")
    expectAgreement(
      try fixture.baseWeights().diagnostics.effectiveCount, fixture.expected.whole.kish_n, "kish")
  }

  @Test(arguments: ["sipas-small", "sipas-province"], [true, false])
  func `estimates after weighting and their residual standard errors agree`(
    _ name: String, raking: Bool
  ) throws {
    let fixture = try SIPASFixture(name)
    let weights = try raking ? fixture.raked() : fixture.poststratified()
    let expected = raking ? fixture.expected.rake : fixture.expected.poststratify
    for (place, option) in EstimatesAgreeWithSurveyTests.options.enumerated() {
      let design = try fixture.design(fpc: option.fpc, option.rules[0])
      let shares = try fixture.estimate(SIPASFixture.questionnaire(), design, weights)
      let pooled = try fixture.estimate(
        SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design, weights)
      let means = try fixture.estimate(SIPASFixture.questionnaire(.meanScore), design, weights)
      #expect(shares.table.variance == "taylor-calibration-residuals")
      let what = "\(name) \(raking ? "rake" : "poststratify") \(option.name)"
      for (id, item) in expected.items {
        let share = shares.estimate(of: .item, id: id)
        expectAgreement(share?.value, 100 * item.share, "\(what) \(id)")
        expectAgreement(
          share?.standardError, item.se_share[place].map { 100 * $0 }, "\(what) \(id) SE")
        expectAgreement(
          means.estimate(of: .item, id: id)?.value, item.mean, "\(what) \(id) mean")
      }
      for (id, index) in expected.indices {
        let table = id.hasSuffix("_m1") ? shares : pooled
        let measure = String(id.dropLast(3))
        let estimate =
          measure == "overall"
          ? table.estimate(of: .overall, id: "sipas") : table.estimate(of: .factor, id: measure)
        expectAgreement(estimate?.value, index.est.map { 100 * $0 }, "\(what) \(id)")
        expectAgreement(
          estimate?.standardError, index.se?[place].map { 100 * $0 }, "\(what) \(id) SE")
      }
    }
  }

  @Test(arguments: ["sipas-small", "sipas-province"], [true, false])
  func `domains of weighted surveys agree`(_ name: String, raking: Bool) throws {
    let fixture = try SIPASFixture(name)
    let weights = try raking ? fixture.raked() : fixture.poststratified()
    let domains = try #require(fixture.more.weighted_domains[raking ? "rake" : "poststratify"])
    let options: [(fpc: Bool, SinglePSURule, (MoreMeasures.Domain) -> MoreMeasures.Domain.Figures)]
    options = [
      (true, .adjust, \.fpc_adjust), (false, .average, \.nofpc_average),
    ]
    for (fpc, rule, figures) in options {
      let design = try fixture.design(fpc: fpc, rule)
      let sets = ["field", "district", "gender", "agency_level"]
      let shares = try fixture.estimate(
        SIPASFixture.questionnaire(), design, weights, domains: sets)
      let pooled = try fixture.estimate(
        SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design, weights,
        domains: sets)
      for domain in domains {
        let terms = [DomainTerm(variable: domain.by, code: domain.level)]
        let expected = figures(domain)
        for (estimate, pair, figure) in [
          (shares.estimate(of: .item, id: "A1", domain: terms), expected.A1, "A1"),
          (shares.estimate(of: .factor, id: "access", domain: terms), expected.access_m1, "m1"),
          (pooled.estimate(of: .factor, id: "access", domain: terms), expected.access_m2, "m2"),
          (
            shares.estimate(of: .overall, id: "sipas", domain: terms), expected.overall_m1,
            "overall"
          ),
        ] {
          let what = "\(name) \(raking) \(rule) \(domain.by)=\(domain.level) \(figure)"
          expectAgreement(estimate?.value, pair[0].map { 100 * $0 }, what)
          // Without degrees of freedom in the domain no error is given, whatever R prints.
          if estimate?.degreesOfFreedom == 0 {
            #expect(estimate?.standardError == nil)
          } else {
            expectAgreement(
              estimate?.standardError, pair[1].map { 100 * $0 }, "\(what) SE", tolerance: 2e-9)
          }
        }
      }
    }
  }

  @Test func `the design effect of an item after raking agrees`() throws {
    let fixture = try SIPASFixture("sipas-small")
    let table = try fixture.estimate(
      SIPASFixture.questionnaire(), fixture.design(fpc: true, .adjust), fixture.raked())
    let estimate = try #require(table.estimate(of: .item, id: "O1"))
    expectAgreement(estimate.designEffect, fixture.more.deff_rake_O1, "deff")
  }
}
