import Estimation
import SurveyModel
import Testing

/// The share of fully satisfied people, Wilson's intervals and those of indices, against R:
/// `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
@Suite struct PeopleAgreeWithSurveyTests {
  struct Expected: Decodable {
    struct Figure: Decodable {
      let est: Double?
      let se: Double?
      let n: Int?
    }
    struct Effects: Decodable {
      let replace: Double
      let `true`: Double
    }
    struct Wilson: Decodable {
      let effective: Double
      let wilson: [Double]
    }
    struct IndexBeta: Decodable {
      let n: Int
      let beta: [Double]
    }
    struct Domain: Decodable {
      let by: String
      let level: String
      let fpc_adjust: [String: Figure]
      let nofpc_adjust: [String: Figure]
    }
    let whole: [String: [String: Figure]]
    let deff: [String: [String: Effects]]
    let domains: [Domain]
    let intervals: [String: [String: Wilson]]
    let index_beta: [String: [String: IndexBeta]]

    init(_ name: String) throws {
      self = try PublishedFixture("sipas-measures").decode(
        Expected.self, from: "\(name)_people.json")
    }
  }

  private func expect(
    _ found: FoundEstimates, _ block: [String: Expected.Figure], _ terms: [DomainTerm],
    overall: String, _ what: String
  ) {
    for (id, figure) in block where id != "overall" && id != "mean_of_factors" {
      let estimate = found.estimate(of: .factor, id: id, domain: terms)
      expectAgreement(estimate?.value, figure.est.map { 100 * $0 }, "\(what) \(id)")
      expectAgreement(estimate?.standardError, figure.se.map { 100 * $0 }, "\(what) \(id) SE")
      #expect(estimate?.respondents == figure.n, "\(what) \(id)")
    }
    let estimate = found.estimate(of: .overall, id: "sipas", domain: terms)
    let figure = block[overall]
    expectAgreement(estimate?.value, figure?.est.map { 100 * $0 }, "\(what) \(overall)")
    expectAgreement(estimate?.standardError, figure?.se.map { 100 * $0 }, "\(what) \(overall) SE")
  }

  @Test(arguments: ["small", "province"], [true, false])
  func fullySatisfiedPeopleAgree(_ name: String, fpc: Bool) throws {
    let expected = try Expected(name)
    let fixture = try SIPASFixture("sipas-\(name)")
    let design = try fixture.design(fpc: fpc, .adjust)
    let key = fpc ? "fpc_adjust" : "nofpc_adjust"
    for (overall, block) in [
      (OverallMeasure.fullySatisfied, "overall"), (.meanOfFactors, "mean_of_factors"),
    ] {
      // What is satisfied is marked in the scale, so the items' own measure changes nothing.
      for item in [ItemMeasure.satisfiedShare, .meanScore100] {
        let found = try fixture.estimate(
          SIPASFixture.questionnaire(item, .fullySatisfied, overall), design,
          domains: ["agency_level", "field", "gender"], interval: .logit)
        expect(
          found, try #require(expected.whole[key]), [], overall: block, "\(name) \(item)")
        for domain in expected.domains {
          expect(
            found, fpc ? domain.fpc_adjust : domain.nofpc_adjust,
            [DomainTerm(variable: domain.by, code: domain.level)], overall: block,
            "\(name) \(item) \(domain.level)")
        }
        #expect(found.estimate(of: .factor, id: "access")?.intervalMethod == .logit)
        #expect(found.estimate(of: .overall, id: "sipas")?.intervalMethod == .logit)
        for (id, effects) in try #require(expected.deff[key]) where id != "overall" {
          let estimate = found.estimate(of: .factor, id: id)
          expectAgreement(estimate?.designEffect, effects.replace, "\(name) \(id) deff")
          expectAgreement(
            estimate?.designEffectWithoutReplacement, effects.true, "\(name) \(id) deff true")
        }
      }
    }
  }

  @Test(arguments: ["small", "province"], [true, false])
  func wilsonAndIndexIntervalsAgree(_ name: String, fpc: Bool) throws {
    let expected = try Expected(name)
    let fixture = try SIPASFixture("sipas-\(name)")
    let design = try fixture.design(fpc: fpc, .adjust)
    let key = fpc ? "fpc_adjust" : "nofpc_adjust"
    let wilson = try fixture.estimate(
      SIPASFixture.questionnaire(), design, interval: .wilson)
    for (id, item) in try #require(expected.intervals[key]) {
      let estimate = wilson.estimate(of: .item, id: id)
      expectAgreement(estimate?.lower, 100 * item.wilson[0], "\(name) \(id) lower")
      expectAgreement(estimate?.upper, 100 * item.wilson[1], "\(name) \(id) upper")
    }
    let beta = try fixture.estimate(SIPASFixture.questionnaire(), design, interval: .beta)
    for (id, index) in try #require(expected.index_beta[key]) {
      let estimate = beta.estimate(of: .factor, id: id)
      #expect(estimate?.respondents == index.n)
      expectAgreement(estimate?.lower, 100 * index.beta[0], "\(name) \(id) lower")
      expectAgreement(estimate?.upper, 100 * index.beta[1], "\(name) \(id) upper")
    }
  }
}
