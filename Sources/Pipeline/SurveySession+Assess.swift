import Assessment
import Estimation
import Storage
package import SurveyModel

extension SurveySession {
  /// Judges the plan's targets, and finds what stands behind the figures: the change since the
  /// earlier survey, the ranks of units, the parts of each distance.
  @discardableResult
  package func assess() throws(RunStopped) -> [TargetResult] {
    guard let analysis, let estimates else { preconditionFailure("estimate before assessing") }
    try timings.measure("assess") { () throws(RunStopped) in
      change = try compareWithEarlier(analysis)
      try judge(estimates)
      rankings = rank(analysis)
      decompositions = decompose(analysis)
      planRegister = try makeRegister()
    }
    let derived = StoredAnalysis(
      change: change, rankings: rankings, decompositions: decompositions, joint: joint)
    try timings.measure("store-targets") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.save(targets: targets, survey: survey.definition.id, madeFrom: generation)
        try store.save(analysis: derived, survey: survey.definition.id, madeFrom: generation)
      }
    }
    return targets
  }

  private func judge(_ estimates: EstimateTable) throws(RunStopped) {
    guard let declared = survey.plan else { return }
    let plan = try planOnRecord(declared)
    judgedPlan = plan
    let (results, findings) = Assessment.assess(
      plan: plan, surveyYear: survey.definition.year, index: survey.questionnaire.index,
      estimates: estimates, change: change, judgements: try judgements(of: plan))
    targets = results
    stageFindings += findings
  }

  /// Every pair of units is compared: beyond this many a ranking tells nothing and costs most.
  static let mostRankedUnits = 1_000

  /// The overall index and the factors of every domain set of one variable, in order.
  private func rank(_ analysis: IndexAnalysis) -> [Ranking] {
    let index = survey.questionnaire.index
    let figures =
      [(MeasureKind.overall, index.id)] + survey.questionnaire.factors.map { (.factor, $0.id) }
    return domainVariables.enumerated().filter { $0.element.count == 1 }.flatMap {
      number, set -> [Ranking] in
      let units = analysis.domainCount(ofSet: number + 1)
      guard units <= Self.mostRankedUnits else {
        stageFindings.append(.tooManyToRank(set, units: units, survey.definition))
        return []
      }
      return figures.compactMap { kind, id in
        guard
          let joint = replicated.map({ $0.joint(of: kind, id: id, set: number + 1) })
            ?? analysis.joint(of: kind, id: id, set: number + 1)
        else { return nil }
        return rankUnits(joint, variables: set, level: survey.definition.level)
      }
    }
  }

  /// What each estimated target's distance is made of.
  private func decompose(_ analysis: IndexAnalysis) -> [Decomposition] {
    targets.flatMap { result -> [Decomposition] in
      guard result.estimate != nil, let threshold = result.threshold else { return [] }
      let (kind, id): (MeasureKind, String)
      switch result.target.measure {
      case .overall: (kind, id) = (.overall, survey.questionnaire.index.id)
      case .factor(let factor): (kind, id) = (.factor, factor)
      case .item(let item): (kind, id) = (.item, item)
      case nil, .figure: return []
      }
      return decomposeDistance(
        analysis, target: result.target.id, kind: kind, id: id, domain: result.target.domain,
        threshold: threshold)
    }
  }

  /// The sample that detects each target's step next time.
  ///
  /// - Returns: One row per target with a sampling error; a notice when there is no plan.
  package func planSample(
    _ settings: SamplePlanSettings
  ) throws(RunStopped) -> (rows: [SamplePlanRow], findings: [Finding]) {
    guard let estimates, let weighted else { preconditionFailure("estimate before planning") }
    guard let plan = survey.plan else { return ([], [.noPlan(survey.definition)]) }
    let sets = domainSets(try responses())
    let rows = Assessment.planSample(
      plan: plan, surveyYear: survey.definition.year, index: survey.questionnaire.index,
      estimates: estimates, settings: settings,
      present: { terms in
        let set = sets.first { $0.variables == terms.map(\.variable) }
        return weighted.present(in: terms, of: set)
      })
    return (rows, stageFindings)
  }
}
