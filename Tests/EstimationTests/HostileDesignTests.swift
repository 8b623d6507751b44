import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

/// Whatever the data, no number is NaN or infinite: what cannot be known is absent and flagged.
@Suite struct HostileDesignTests {
  private func weightStep(_ weights: [Double]) -> WeightSet {
    WeightSet(steps: [
      WeightStep(
        name: "design", kind: .design, weights: weights,
        diagnostics: WeightDiagnostics(
          count: weights.count, sum: 1, minimum: 1, maximum: 1, kishDesignEffect: 1,
          effectiveCount: 1))
    ])
  }

  private func expectFinite(_ table: EstimateTable, _ what: String) {
    for estimate in table.estimates {
      for number in [
        estimate.value, estimate.standardError, estimate.lower, estimate.upper,
        estimate.designEffect, estimate.designEffectWithoutReplacement,
        estimate.effectiveRespondents,
      ] {
        #expect(number?.isFinite != false, "\(what) \(estimate.id)")
      }
      if estimate.value == nil { #expect(estimate.flag == .noData, "\(what) \(estimate.id)") }
      if estimate.value != nil, estimate.standardError == nil {
        #expect(estimate.flag != nil, "\(what) \(estimate.id)")
      }
    }
  }

  private func expectFinite(_ survey: TinySurvey, _ weights: WeightSet? = nil, _ what: String)
    throws
  {
    let domains = [
      TinySurvey.grouping("sex", (0..<survey.count).map { Int32($0 % 2) }, count: 2),
      TinySurvey.grouping("empty", survey.weights.map { _ in -1 }, count: 3),
      TinySurvey.grouping("one", (0..<survey.count).map { $0 == 0 ? 0 : 1 }, count: 3),
    ]
    for rule in [SinglePSURule.adjust, .average, .certainty, .remove] {
      let analysis = try IndexAnalysis(
        answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(rule),
        weights: weights ?? WeightSet(steps: [designWeights(survey.weights)]),
        domainSets: domains)
      expectFinite(analysis.estimates, "\(what) \(rule)")
      for joint in analysis.allJoint() {
        #expect(joint.covariance.allSatisfy { !$0.isInfinite }, "\(what) \(rule)")
      }
    }
  }

  @Test func hugeTinyAndMixedWeights() throws {
    let survey = TinySurvey(seed: 50)
    let names = ["1e300", "1e-300", "mixed", "one huge"]
    let all = [
      survey.weights.map { $0 * 1e300 }, survey.weights.map { $0 * 1e-300 },
      survey.weights.indices.map { $0 % 3 == 0 ? 1e300 : 1e-300 },
      survey.weights.indices.map { $0 == 0 ? 1e300 : 1 },
    ]
    for (name, weights) in zip(names, all) {
      try expectFinite(survey, weightStep(weights), name)
    }
  }

  @Test func hugeWeightsGiveTheSameBitsAsOthers() throws {
    let survey = TinySurvey(seed: 51)
    let plain = try survey.estimate(weights: weightStep(survey.weights))
    for exponent in [-1000, -300, 300, 1000] {
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      let scaled = try survey.estimate(weights: weightStep(survey.weights.map { $0 * factor }))
      for (first, second) in zip(plain.estimates, scaled.estimates) {
        #expect(first.value == second.value)
        #expect(first.standardError == second.standardError)
        #expect(first.designEffect == second.designEffect)
      }
    }
  }

  @Test func oneClusterSingleClustersAndAllAlike() throws {
    var survey = TinySurvey(seed: 52)
    survey.clusters = survey.clusters.map { _ in 0 }
    try expectFinite(survey, nil, "single clusters")
    survey.strata = survey.strata.map { _ in 0 }
    try expectFinite(survey, nil, "one cluster")
    var satisfied = TinySurvey(seed: 53)
    satisfied.answers = satisfied.answers.map { _ in
      .coded8([UInt8](repeating: 5, count: satisfied.count))
    }
    try expectFinite(satisfied, nil, "all satisfied")
    var silent = TinySurvey(seed: 54)
    silent.answers = silent.answers.map { _ in
      .coded8([UInt8](repeating: 0, count: silent.count))
    }
    try expectFinite(silent, nil, "nobody answered")
  }

  @Test func aSingleLaterUnitIsRefusedUnderFail() throws {
    let survey = TinySurvey(
      answers: [5, 1, 4, 2, 5, 3], strata: [0, 0, 0, 0, 0, 0], clusters: [0, 0, 1, 1, 2, 2],
      weights: [1, 1, 1, 1, 1, 1])
    func design(_ rule: SinglePSURule) throws -> SampleDesign {
      try SampleDesign(
        strata: [
          Stratum(level: GroupLevel(terms: [], labels: []), populationPSUs: 30)
        ],
        stratumOfRow: survey.strata, clusterOfRow: survey.clusters,
        clusterNames: ["north", "south", "west"],
        laterStages: [
          LaterStageSource(
            clusterOfRow: [0, 0, 1, 2, 3, 4], populationOfRow: [9, 9, 9, 9, 9, 9])
        ], singlePSU: rule)
    }
    func estimate(_ rule: SinglePSURule) throws -> EstimateTable {
      try estimateIndices(
        answers: survey.answers, questionnaire: survey.questionnaire, design: design(rule),
        weights: WeightSet(steps: [designWeights(survey.weights)]))
    }
    let error = #expect(throws: EstimationError.self) { try estimate(.fail) }
    #expect(error == .singleUnit([SingleUnit(stage: 2, psu: "north")]))
    #expect(error?.findings.first?.found?.vi?.contains("north") == true)
    #expect(try estimate(.adjust).estimates.allSatisfy { $0.standardError != nil })
    // Each PSU is a design of its own: there is no other unit whose mean to take.
    #expect(try estimate(.average).estimates.allSatisfy { $0.standardError == nil })
  }
}
