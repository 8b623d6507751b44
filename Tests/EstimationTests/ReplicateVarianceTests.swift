import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

@Suite struct ReplicateVarianceTests {
  private func analyse(
    _ survey: TinySurvey, _ rule: SinglePSURule = .adjust, domains: [Grouping] = [],
    reweighting: Reweighting? = nil, minimum: Int = 0,
    _ replicates: (SampleDesign) throws -> ReplicateDesign
  ) throws -> ReplicateAnalysis {
    // Made by hand: weights no step would return are tried too.
    let diagnostics = WeightDiagnostics(
      count: survey.count, sum: 0, minimum: 0, maximum: 0, kishDesignEffect: 1, effectiveCount: 0)
    let weights = WeightSet(steps: [
      WeightStep(
        name: "design", kind: .design, weights: survey.weights, diagnostics: diagnostics)
    ])
    let design = try survey.design(rule)
    return try ReplicateAnalysis(
      IndexAnalysis(
        answers: survey.answers, questionnaire: survey.questionnaire, design: design,
        weights: weights, domainSets: domains,
        settings: EstimationSettings(minimumRespondents: minimum)),
      answers: survey.answers, weights: weights, domainSets: domains,
      replicates: replicates(design), reweighting: reweighting)
  }

  /// Two domain sets of which one has an empty level, one a level of few people.
  private func domains(_ survey: TinySurvey) -> [Grouping] {
    [
      TinySurvey.grouping("a", (0..<survey.count).map { Int32($0 * 7 % 11 % 3) }, count: 4),
      TinySurvey.grouping("b", (0..<survey.count).map { $0 % 37 == 0 ? 0 : -1 }, count: 1),
    ]
  }

  /// A mean over PSUs of the same number of people of equal weight is linear in their totals.
  @Test(arguments: ReplicateCentre.allCases)
  func jackknifeOfALinearStatisticIsTaylor(_ centre: ReplicateCentre) throws {
    var random = SplitMix64(seed: 5)
    var survey = TinySurvey(
      answers: (0..<120).map { _ in UInt8(1 + random.uniform(below: 5)) },
      strata: (0..<120).map { Int32($0 / 40) }, clusters: (0..<120).map { Int32($0 % 8) },
      weights: [Double](repeating: 2.5, count: 120), item: .meanScore)
    survey.populationPSUs = 20
    let analysis = try analyse(survey) { try .jkn($0, centre: centre) }
    for (found, taylor) in zip(analysis.estimates.estimates, analysis.analysis.estimates.estimates)
    {
      #expect(agree(found, taylor, 1e-12))
      #expect(found.lower != nil && found.degreesOfFreedom == taylor.degreesOfFreedom)
    }
    #expect(analysis.estimates.variance == "jkn")
    #expect(analysis.estimates.replicateCount == 24)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func replicatesAreNearTaylor(_ seed: UInt64) throws {
    let survey = TinySurvey(seed: seed, respondents: 480)
    let jackknife = try analyse(survey) { try .jkn($0, centre: .mean) }
    let bootstrap = try analyse(survey) {
      try .bootstrap($0, replicates: 400, seed: seed, centre: .mean)
    }
    let taylor = jackknife.analysis.estimates.estimates
    for (place, linear) in taylor.enumerated() {
      let error = try #require(linear.standardError)
      let first = try #require(jackknife.estimates.estimates[place].standardError)
      let second = try #require(bootstrap.estimates.estimates[place].standardError)
      #expect((first / error - 1).magnitude < 0.05, "\(linear.id)")
      // The noise of 400 draws is about 5 % of a standard error.
      #expect((second / error - 1).magnitude < 0.2, "\(linear.id)")
    }
  }

  /// The sums of cells and the pass over respondents give the same errors.
  @Test(arguments: ["jkn", "jk1", "bootstrap"], ReplicateCentre.allCases)
  func cellsAndRespondentsAgree(_ method: String, _ centre: ReplicateCentre) throws {
    var survey = TinySurvey(seed: 11, overall: .weighted)
    // One stratum of a single PSU.
    survey.clusters = survey.clusters.enumerated().map { survey.strata[$0] == 3 ? 0 : $1 }
    let sets = domains(survey)
    func design(_ sample: SampleDesign) throws -> ReplicateDesign {
      switch method {
      case "jkn": try .jkn(sample, centre: centre)
      case "jk1": .jk1(sample, centre: centre)
      default: try .bootstrap(sample, replicates: 21, seed: 4, centre: centre)
      }
    }
    let cells = try analyse(survey, domains: sets) { try design($0) }
    let repeated = try analyse(
      survey, domains: sets, reweighting: { $0 }
    ) { try design($0) }
    for (left, right) in zip(cells.estimates.estimates, repeated.estimates.estimates) {
      #expect(agree(left, right, 1e-11), "\(left.id) \(left.domain)")
      #expect(left.flag == right.flag && left.degreesOfFreedom == right.degreesOfFreedom)
    }
    let joint = cells.joint(set: 1, domain: 1)
    for (left, right) in zip(joint.covariance, repeated.joint(set: 1, domain: 1).covariance) {
      #expect((left - right).magnitude <= 1e-11 * max(left.magnitude, 1))
    }
    for (place, estimate) in joint.estimates.enumerated() {
      let error = try #require(estimate.standardError)
      #expect((joint.covariance(place, place).squareRoot() / error - 1).magnitude < 1e-12)
    }
    let levels = try #require(cells.joint(of: .item, id: "C1", set: 1))
    let other = try #require(repeated.joint(of: .item, id: "C1", set: 1))
    for (left, right) in zip(levels.covariance, other.covariance) {
      #expect(
        (left.isNaN && right.isNaN) || (left - right).magnitude <= 1e-11 * max(left.magnitude, 1))
    }
  }

  @Test func theOrderOfRespondentsIsOfNoConsequence() throws {
    let survey = TinySurvey(seed: 21)
    var order = Array(0..<survey.count)
    var random = SplitMix64(seed: 8)
    order.shuffle(using: &random)
    for replicates in [
      { (design: SampleDesign) throws in try ReplicateDesign.jkn(design, centre: .mean) },
      { try ReplicateDesign.bootstrap($0, replicates: 30, seed: 4, centre: .mean) },
    ] {
      let found = try analyse(survey) { try replicates($0) }.estimates.estimates
      let moved = try analyse(survey.reordered(order)) { try replicates($0) }.estimates.estimates
      for (left, right) in zip(found, moved) { #expect(agree(left, right, 1e-11)) }
    }
  }

  /// An item answered in one PSU only has no value when that PSU is left out.
  @Test func aFigureThatAReplicateLacksHasNoError() throws {
    var survey = TinySurvey(seed: 2, factor: .pooledAnswers)
    guard case .coded8(var bytes) = survey.answers[1] else { return }
    for row in bytes.indices where !(survey.strata[row] == 1 && survey.clusters[row] == 2) {
      bytes[row] = 6
    }
    survey.answers[1] = .coded8(bytes)
    let analysis = try analyse(survey) { try .jkn($0, centre: .mean) }
    let item = try #require(analysis.estimates.estimate(of: .item, id: "A2"))
    #expect(item.value != nil && item.standardError == nil && item.lower == nil)
    #expect(item.flag != nil)
    // The pooled factor is still there.
    #expect(analysis.estimates.estimate(of: .factor, id: "a")?.standardError != nil)
    #expect(analysis.joint(set: 0, domain: 0).covariance.contains { $0.isNaN })

    survey.questionnaire.index.factor = .meanOfItems
    let means = try analyse(survey) { try .jkn($0, centre: .mean) }.estimates
    #expect(means.estimate(of: .factor, id: "a")?.standardError == nil)
    #expect(means.estimate(of: .factor, id: "b")?.standardError != nil)
  }

  @Test func everybodySatisfiedHasErrorZero() throws {
    var survey = TinySurvey(seed: 3)
    survey.answers = survey.answers.map { _ in
      .coded8([UInt8](repeating: 5, count: survey.count))
    }
    for method in 0..<3 {
      let found = try analyse(survey, domains: domains(survey)) { design in
        switch method {
        case 0: try .jkn(design, centre: .mean)
        case 1: .jk1(design, centre: .estimate)
        default: try .bootstrap(design, replicates: 20, seed: 1, centre: .mean)
        }
      }.estimates
      for estimate in found.estimates where estimate.domain.isEmpty {
        #expect(estimate.value == 100 && estimate.standardError == 0)
        #expect(estimate.flag == .unreliable)
      }
    }
  }

  @Test(arguments: SinglePSURule.allCases)
  func hostileDesignsGiveNoNaN(_ rule: SinglePSURule) throws {
    var tiny = TinySurvey(seed: 6)
    tiny.weights = tiny.weights.enumerated().map { $0 % 3 == 0 ? 1e-300 : $0 % 3 == 1 ? 1e300 : $1 }
    var oneCluster = TinySurvey(seed: 7)
    oneCluster.strata = oneCluster.strata.map { _ in 0 }
    oneCluster.clusters = oneCluster.strata
    var single = TinySurvey(seed: 8)
    single.clusters = single.clusters.enumerated().map { single.strata[$0] == 2 ? 1 : $1 }
    var census = TinySurvey(seed: 9)
    census.populationPSUs = 5
    for survey in [tiny, oneCluster, single, census] {
      for method in 0..<3 {
        let analysis: ReplicateAnalysis
        do {
          analysis = try analyse(survey, rule, domains: domains(survey)) { design in
            switch method {
            case 0: try .jkn(design, centre: .mean)
            case 1: .jk1(design, centre: .mean)
            default: try .bootstrap(design, replicates: 20, seed: 1, centre: .mean)
            }
          }
        } catch is EstimationError where rule == .fail {
          continue
        }
        for estimate in analysis.estimates.estimates {
          for number in [
            estimate.value, estimate.standardError, estimate.lower, estimate.upper,
            estimate.designEffect,
          ] {
            if let number { #expect(number.isFinite) }
          }
          #expect(estimate.standardError != nil || estimate.flag != nil)
        }
      }
    }
  }

  @Test func aFailingReplicateNamesItsPSUStepAndReason() throws {
    let survey = TinySurvey(seed: 12)
    let design = try survey.design(.fail)
    // Only people of one PSU are in category 1 of the margin.
    let psu = 7
    let margin = TinySurvey.grouping(
      "m", design.psuOfRow.map { $0 == Int32(psu) ? 1 : 0 }, count: 2)
    let weighting = try PreparedWeighting(
      designWeights: survey.weights,
      steps: [.poststratify(MarginTotals(grouping: margin, totals: [900, 100]))])
    let reweighting: Reweighting = { replicate throws(ReweightingFailure) in
      do throws(WeightingError) {
        return try weighting.final(from: replicate)
      } catch {
        throw ReweightingFailure(step: error.step, findings: error.findings())
      }
    }
    do {
      _ = try analyse(survey, .fail, reweighting: reweighting) { try .jkn($0, centre: .mean) }
      Issue.record("the replicate without category 1 was weighted")
    } catch let error as ReplicateError {
      guard case .reweighting(let replicate, let name, let failure) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(replicate == psu)
      let stratum = design.stratumOfPSU[psu]
      #expect(name == "stratum=\(stratum), \(design.psuNames[psu])")
      #expect(failure.step == "poststratify_1")
      let findings = error.findings()
      #expect(findings.map(\.code.id) == ["estimate.replicates.reweighting"])
      #expect(failure.findings.map(\.code.id) == ["weight.margin.empty-level"])
      #expect(findings[0].message.text(in: .en).contains("leaving out PSU stratum=\(stratum)"))
      #expect(findings[0].found?.text(in: .en) == failure.findings[0].message.text(in: .en))
    }
  }
}
