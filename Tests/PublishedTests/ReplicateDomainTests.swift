import Estimation
import SurveyModel
import Testing

/// Domains and joint covariances: `Tests/Fixtures/published/sipas-province/replicates.md`.
@Suite struct ReplicateDomainTests {
  struct Expected: Decodable {
    struct Domain: Decodable {
      let by: String
      let level: String
      let est: [Double?]
      let se: [Double?]
      let se_mse: [Double?]
    }
    struct Replicates: Decodable {
      let vcov: [[Double]]
      let domains: [Domain]
      let gender_overall_vcov: [[Double]]
    }
    let figures: [String]
    let sets: [String: Replicates]
  }

  private func replicates(
    _ method: String, _ fixture: ReplicateFixture, _ design: SampleDesign, _ centre: ReplicateCentre
  ) throws -> ReplicateDesign {
    if method == "jkn_fpc_adjust" { return try .jkn(design, centre: centre) }
    let columns = try fixture.columns(ofMultipliers: "replicates_bootstrap_multipliers.csv")
    return try .supplied(
      columns, replicateScales: nil,
      SuppliedReplicates(
        weights: "", scale: 1 / Double(columns.count - 1), areMultipliers: true,
        degreesOfFreedom: 8), centre: centre)
  }

  private func isKnown(_ estimate: Estimate, _ method: String) -> Bool {
    method == "bootstrap" || estimate.degreesOfFreedom > 0
  }

  @Test(arguments: ["sipas-small", "sipas-province"], ["jkn_fpc_adjust", "bootstrap"])
  func domainsAgree(_ name: String, _ method: String) throws {
    let fixture = try ReplicateFixture.named(name)
    let expected = try fixture.folder.decode(Expected.self, from: "replicates_domains.json")
    let wanted = try #require(expected.sets[method])
    let design = try fixture.survey.design(fpc: true, .adjust)
    let sets = try ["district", "gender", "ethnicity"].map {
      try fixture.survey.table.grouping([$0])
    }
    // A pass per replicate over the larger survey is dear without optimisation.
    let isLarge = name == "sipas-province" && method == "bootstrap"
    for centre in isLarge ? [ReplicateCentre.mean] : ReplicateCentre.allCases {
      for measure in isLarge ? [FactorMeasure.meanOfItems] : [.meanOfItems, .pooledAnswers] {
        let weights = WeightSet(steps: [try fixture.survey.baseWeights()])
        let analysis = try ReplicateAnalysis(
          fixture.analysis(
            SIPASFixture.questionnaire(.satisfiedShare, measure), design, domains: sets),
          answers: fixture.answers, weights: weights, domainSets: sets,
          replicates: replicates(method, fixture, design, centre))
        let found = FoundEstimates(analysis.estimates)
        var compared = 0
        for domain in wanted.domains {
          let terms = [DomainTerm(variable: domain.by, code: domain.level)]
          for (place, figure) in expected.figures.enumerated() {
            guard let (kind, id) = self.figure(figure, measure) else { continue }
            let estimate = try #require(found.estimate(of: kind, id: id, domain: terms))
            let error = (centre == .mean ? domain.se : domain.se_mse)[place]
            let known = isKnown(estimate, method) ? error : nil
            let what = "\(name) \(method) \(centre) \(domain.level) \(figure)"
            expectAgreement(estimate.value, domain.est[place].map { $0 * 100 }, what)
            if known == nil || known == 0 {
              #expect((estimate.standardError ?? 0) == 0, "\(what) SE")
            } else {
              expectAgreement(estimate.standardError, known.map { $0 * 100 }, "\(what) SE")
              compared += 1
            }
          }
        }
        #expect(compared > 50)
      }
    }
  }

  @Test(arguments: ["sipas-small", "sipas-province"], ["jkn_fpc_adjust", "bootstrap"])
  func jointCovariancesAgree(_ name: String, _ method: String) throws {
    let fixture = try ReplicateFixture.named(name)
    let expected = try fixture.folder.decode(Expected.self, from: "replicates_domains.json")
    let wanted = try #require(expected.sets[method])
    let design = try fixture.survey.design(fpc: true, .adjust)
    let sets = [try fixture.survey.table.grouping(["gender"])]
    let analysis = try ReplicateAnalysis(
      fixture.analysis(SIPASFixture.questionnaire(), design, domains: sets),
      answers: fixture.answers,
      weights: WeightSet(steps: [fixture.survey.baseWeights()]), domainSets: sets,
      replicates: replicates(method, fixture, design, .mean))
    let joint = analysis.joint(set: 0, domain: 0)
    var compared = 0
    for (row, first) in expected.figures.enumerated() {
      for (column, second) in expected.figures.enumerated() {
        guard let left = place(first, joint), let right = place(second, joint) else { continue }
        expectAgreement(
          joint.covariance(left, right), 1e4 * wanted.vcov[row][column], "\(first) × \(second)")
        compared += 1
      }
    }
    #expect(compared == 64)
    let byGender = try #require(analysis.joint(of: .overall, id: "sipas", set: 1))
    #expect(byGender.estimates.map(\.domain.count) == [1, 1, 0])
    for row in 0..<3 {
      for column in 0..<3 {
        expectAgreement(
          byGender.covariance(row, column), 1e4 * wanted.gender_overall_vcov[row][column],
          "gender \(row) × \(column)")
      }
    }
  }

  private func place(_ figure: String, _ joint: JointEstimates) -> Int? {
    guard let (kind, id) = self.figure(figure, .meanOfItems) else { return nil }
    return joint.estimates.firstIndex { $0.kind == kind && $0.id == id }
  }

  /// A figure of the reference, when the questionnaire with this factor measure has it.
  private func figure(_ name: String, _ measure: FactorMeasure) -> (MeasureKind, String)? {
    guard name.contains("_") else { return (.item, name) }
    guard name.hasSuffix(measure == .meanOfItems ? "_m1" : "_m2") else { return nil }
    let id = String(name.dropLast(3))
    return id == "overall" ? (.overall, "sipas") : (.factor, id)
  }
}
