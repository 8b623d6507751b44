import SurveyModel
import Testing

@testable import Estimation

/// Against R 4.2.2 with survey 4.1-1 and base R: `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
@Suite struct IntervalsAgreeWithSurveyTests {
  struct Expected: Decodable {
    struct Ends: Decodable {
      let se: Double
      let n_beta: Int?
      let df_beta_valid: Int?
      let svyciprop_beta: [Double?]?
      let svyciprop_beta_valid: [Double?]?
      let svyciprop_logit: [Double?]?
      let wald_full_df: [Double?]?
      let logit_full_df: [Double?]?
      let deff_share_true: Double?
      let deff_mean_true: Double?
    }
    struct Item: Decodable {
      let share: Double
      let n: Int
      let fpc_adjust: Ends
      let nofpc_adjust: Ends
    }
    struct Block: Decodable {
      let by: String?
      let level: String?
      let df: Int
      let df_full: Int
      let items: [String: Item]

      var terms: [DomainTerm] {
        guard let by, let level else { return [] }
        return [DomainTerm(variable: by, code: level)]
      }
    }
    let whole: Block
    let domains: [Block]

    init(_ name: String) throws {
      self = try PublishedFixture("sipas-measures").decode(
        Expected.self, from: "\(name)_intervals.json")
    }
  }

  private func ends(
    _ method: IntervalMethod, _ item: Expected.Item, _ ends: Expected.Ends, n: Int, df: Int
  ) -> [Double?] {
    var rule = IntervalRule(method, level: 0.95)
    let interval = rule.interval(
      of: MeasuredValue(
        value: item.share, standardError: ends.se, degreesOfFreedom: df, respondents: n,
        isShare: true, range: 0...1))
    return [interval.lower, interval.upper]
  }

  private func expectEnds(
    _ found: [Double?], _ expected: [Double?]?, _ what: String, tolerance: Double = 1e-9
  ) {
    guard let expected else { return }
    for (found, expected) in zip(found, expected) {
      expectAgreement(found, expected.map { min(max($0, 0), 1) }, what, tolerance: tolerance)
    }
  }

  @Test(arguments: ["small", "province"])
  func everyIntervalIsThatOfSvyciprop(_ name: String) throws {
    let expected = try Expected(name)
    for block in [expected.whole] + expected.domains where block.df > 0 {
      for (id, item) in block.items {
        for ends in [item.fpc_adjust, item.nofpc_adjust] {
          let what = "\(name) \(block.by ?? "") \(block.level ?? "") \(id)"
          let (n, df) = (item.n, block.df)
          if let all = ends.n_beta {
            expectEnds(
              self.ends(.beta, item, ends, n: all, df: df), ends.svyciprop_beta, "\(what) beta")
          }
          if let valid = ends.df_beta_valid {
            expectEnds(
              self.ends(.beta, item, ends, n: n, df: valid), ends.svyciprop_beta_valid,
              "\(what) beta valid")
          }
          // R leaves its iterative interval out with one degree of freedom.
          if df > 1 {
            expectEnds(
              self.ends(.logit, item, ends, n: n, df: df), ends.svyciprop_logit, "\(what) logit",
              tolerance: 1e-6)
          }
          expectEnds(
            self.ends(.waldT, item, ends, n: n, df: block.df_full), ends.wald_full_df,
            "\(what) wald, full df")
          expectEnds(
            self.ends(.logit, item, ends, n: n, df: block.df_full), ends.logit_full_df,
            "\(what) logit, full df")
        }
      }
    }
  }

  @Test(arguments: ["small", "province"], [true, false])
  func publishedIntervalsAndDesignEffectsAgree(_ name: String, fpc: Bool) throws {
    let expected = try Expected(name)
    let fixture = try SIPASFixture("sipas-\(name)")
    let design = try fixture.design(fpc: fpc, .adjust)
    let domains = SIPASFixture.domainVariables
    let shares = try fixture.estimate(
      SIPASFixture.questionnaire(), design, domains: domains, interval: .beta)
    let means = try fixture.estimate(
      SIPASFixture.questionnaire(.meanScore), design, domains: domains, interval: .beta)
    var compared = 0
    for block in [expected.whole] + expected.domains where block.df > 0 {
      for (id, item) in block.items {
        let what = "\(name) \(fpc) \(block.by ?? "") \(block.level ?? "") \(id)"
        let ends = fpc ? item.fpc_adjust : item.nofpc_adjust
        let share = try #require(shares.estimate(of: .item, id: id, domain: block.terms))
        let mean = try #require(means.estimate(of: .item, id: id, domain: block.terms))
        #expect(share.intervalMethod == .beta && mean.intervalMethod == .waldT)
        // R drops the PSUs without a valid answer, and their degrees of freedom.
        if ends.df_beta_valid == share.degreesOfFreedom {
          compared += 1
          expectEnds(
            [share.lower.map { $0 / 100 }, share.upper.map { $0 / 100 }],
            ends.svyciprop_beta_valid, what)
        }
        if share.standardError ?? 0 > 0 {
          expectAgreement(
            share.designEffectWithoutReplacement, ends.deff_share_true, "\(what) deff")
        }
        if mean.standardError ?? 0 > 0 {
          expectAgreement(
            mean.designEffectWithoutReplacement, ends.deff_mean_true, "\(what) mean deff")
        }
        if let effect = share.designEffect {
          expectAgreement(
            share.effectiveRespondents, Double(item.n) / max(1, effect), "\(what) effective",
            tolerance: 1e-15)
        }
      }
    }
    #expect(compared >= 400)
  }

  @Test func teachingDataAgree() {
    // survey's apiclus1, proportion of schools with comp.imp "Yes": 15 districts, 183 schools;
    // confint(svyciprop(~I(comp.imp == "Yes"), dclus1, method = "beta")) and method = "mean".
    let p = 0.726775956284153
    // Half the "mean" interval over qt(0.975, 14).
    let error = (0.791822289766652 - 0.661729622801654) / 2 / 2.1447866879169273
    var rule = IntervalRule(.beta, level: 0.95)
    let figure = MeasuredValue(
      value: p, standardError: error, degreesOfFreedom: 14, respondents: 183, isShare: true,
      range: 0...1)
    let beta = rule.interval(of: figure)
    expectAgreement(beta.lower, 0.656077361553672, "lower")
    expectAgreement(beta.upper, 0.789956991476916, "upper")
    var logitRule = IntervalRule(.logit, level: 0.95)
    let logit = logitRule.interval(of: figure)
    expectAgreement(logit.lower, 0.657180963009735, "xlogit lower")
    expectAgreement(logit.upper, 0.786825521642994, "xlogit upper")
  }

  @Test func secondSurveyAgrees() {
    // svyciprop(~s_A1, method = "beta") of ../sipas-mini: 216 interviews, 12 degrees of freedom; the
    // standard error is half of method = "mean" over qt(0.975, 12).
    let error = (0.844482305636103 - 0.619786778699267) / 2 / 2.1788128296672284
    var rule = IntervalRule(.beta, level: 0.95)
    let beta = rule.interval(
      of: MeasuredValue(
        value: 0.732134542167685, standardError: error, degreesOfFreedom: 12, respondents: 216,
        isShare: true, range: 0...1))
    expectAgreement(beta.lower, 0.602541291939046, "lower")
    expectAgreement(beta.upper, 0.83797671578945, "upper")
  }
}
