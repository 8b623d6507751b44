import Assessment
import Estimation
import Storage
package import SurveyModel
import Weighting

extension SurveySession {
  /// Weights the interviews of the store, step by step, and keeps every step.
  @discardableResult
  package func weigh() throws(RunStopped) -> [WeightStep] {
    let table = try responses()
    guard table.count > 0 else {
      throw RunStopped(
        refusals + [.noResponses(survey.definition, excluded: decided?.excluded ?? 0)],
        exit: .badData)
    }
    let sample = try timings.measure("weigh") { () throws(RunStopped) in
      try WeightedSample(survey, table: table)
    }
    weighted = sample
    stageFindings = sample.findings
    try timings.measure("store-weights") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.save(
          weights: sample.weights, survey: survey.definition.id, madeFrom: generation)
      }
    }
    return sample.weights.steps
  }

  /// Estimates every figure, with the variance the survey asks for.
  @discardableResult
  package func estimate() throws(RunStopped) -> EstimateTable {
    guard let weighted else { preconditionFailure("weigh before estimating") }
    let table = try responses()
    let (found, replicated) = try timings.measure("estimate") {
      () throws(RunStopped) -> (IndexAnalysis, ReplicateAnalysis?) in
      let sets = domainSets(table)
      let found = try makeAnalysis(weighted, table: table, domainSets: sets)
      return (found, try replicate(found, weighted, table: table, domainSets: sets))
    }
    let estimates = replicated?.estimates ?? found.estimates
    if !estimates.singlePSUStrata.isEmpty {
      stageFindings.append(.singlePSU(estimates, survey.definition))
    }
    stageFindings += unansweredFindings(estimates)
    if let finding = Finding.noDisclosureRule(estimates, survey.definition) {
      stageFindings.append(finding)
    }
    analysis = found
    self.replicated = replicated
    joint = replicated?.joint(set: 0, domain: 0) ?? found.joint(set: 0, domain: 0)
    self.estimates = estimates
    try timings.measure("store-estimates") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.save(
          estimates: estimates, survey: survey.definition.id, madeFrom: generation)
      }
    }
    return estimates
  }

  /// The factors nobody answered, and the items nobody answered of the other factors.
  private func unansweredFindings(_ estimates: EstimateTable) -> [Finding] {
    let file = survey.definition.questionnaire
    func finding(_ kind: MeasureKind, _ id: String) -> Finding? {
      guard let estimate = estimates.estimate(of: kind, id: id), estimate.flag == .noData else {
        return nil
      }
      return .withoutAnswers(estimate, in: file)
    }
    return survey.questionnaire.factors.flatMap { factor -> [Finding] in
      if let whole = finding(.factor, factor.id) { return [whole] }
      return factor.items.compactMap { finding(.item, $0) }
    }
  }

  /// The sums and linearised errors of all figures; `questionnaire` is the survey's own unless its
  /// figures are made by another method.
  func makeAnalysis(
    _ weighted: WeightedSample, table: ResponseTable, domainSets: [Grouping],
    questionnaire: Questionnaire? = nil
  ) throws(RunStopped) -> IndexAnalysis {
    do {
      return try IndexAnalysis(
        answers: itemColumns(table), questionnaire: questionnaire ?? survey.questionnaire,
        design: weighted.design, weights: weighted.weights, domainSets: domainSets,
        settings: estimationSettings)
    } catch {
      throw RunStopped(survey.findings(of: error), exit: .badData)
    }
  }

  private func replicate(
    _ found: IndexAnalysis, _ weighted: WeightedSample, table: ResponseTable,
    domainSets: [Grouping]
  ) throws(RunStopped) -> ReplicateAnalysis? {
    guard let replicates = try weighted.replicates(survey, table: table) else { return nil }
    var reweighting: Reweighting?
    if case .replicateWeights = survey.definition.variance {
    } else {
      reweighting = try weighted.reweighting()
    }
    do {
      return try ReplicateAnalysis(
        found, answers: itemColumns(table), weights: weighted.weights,
        domainSets: domainSets, replicates: replicates, reweighting: reweighting)
    } catch {
      throw RunStopped(survey.findings(of: error) { table.ids[$0] }, exit: .badData)
    }
  }

  /// The defensible ways to make the indices, side by side.
  package func compareMethods() throws(RunStopped) -> MethodComparison {
    guard let weighted else { preconditionFailure("weigh before comparing methods") }
    do {
      return try Estimation.compareMethods(
        answers: itemColumns(try responses()), questionnaire: survey.questionnaire,
        design: weighted.design, weights: weighted.weights, settings: estimationSettings)
    } catch let error as EstimationError {
      throw RunStopped(survey.findings(of: error), exit: .badData)
    } catch let stop as RunStopped {
      throw stop
    } catch {
      preconditionFailure("the stages throw their own errors: \(error)")
    }
  }

  /// How the answers to every item are spread, for the reports.
  func answerDistributions() throws(RunStopped) -> [AnswerDistribution] {
    guard let weighted, let estimates else { preconditionFailure("estimate before reporting") }
    return answerShares(
      of: itemColumns(try responses()), questionnaire: survey.questionnaire,
      weights: weighted.weights, estimates: estimates)
  }

  private var estimationSettings: EstimationSettings {
    EstimationSettings(
      interval: survey.definition.interval, level: survey.definition.level,
      minimumRespondents: survey.definition.minimumRespondents)
  }

  private func itemColumns(_ table: ResponseTable) -> [ColumnValues] {
    zip(survey.questionnaire.fields, table.columns).filter(\.0.isItem).map(\.1)
  }

  /// The survey's domain sets, and those that targets speak of.
  func domainSets(_ table: ResponseTable) -> [Grouping] {
    domainVariables.compactMap {
      makeGrouping($0, questionnaire: survey.questionnaire, table: table)
    }
  }

  var domainVariables: [[String]] {
    var sets = survey.definition.domains
    for target in survey.plan?.targets ?? [] where !target.domain.isEmpty {
      let variables = target.domain.map(\.variable)
      if !sets.contains(variables) { sets.append(variables) }
    }
    return sets
  }
}
