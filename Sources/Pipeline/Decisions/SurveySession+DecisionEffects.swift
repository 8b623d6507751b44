import Estimation
import Storage
import SurveyModel

extension SurveySession {
  /// Decisions shown one by one; the later ones make one step together.
  static let mostDecisionSteps = 12

  /// What each decision that holds did to the overall index and the factors: the sample is weighted
  /// and estimated anew after each, in the order they were taken.
  ///
  /// - Returns: `nil` when no decision holds.
  /// - Complexity: Weighting and estimation once for each step but the last.
  func decisionEffects() throws(RunStopped) -> DecisionEffects? {
    if let effects { return effects }
    _ = try responses()
    let held = (decided?.decisions ?? []).filter(\.holds)
    guard !held.isEmpty, let estimates else { return nil }
    let raw = try rawResponses()
    var ends = Array(0...min(held.count, Self.mostDecisionSteps))
    if ends.last != held.count { ends.append(held.count) }
    var steps: [DecisionStep] = []
    try timings.measure("decision-effects") { () throws(RunStopped) in
      for (step, end) in ends.enumerated() {
        let decisions = step == 0 ? [] : held[ends[step - 1]..<end].map(\.number)
        if end == held.count {
          steps.append(
            DecisionStep(
              decisions: decisions, interviews: try responses().count,
              estimates: figures(of: estimates)))
        } else {
          let sample = apply(Array(held[..<end]), to: raw, fields: survey.questionnaire.fields)
          steps.append(
            DecisionStep(
              decisions: decisions, interviews: sample.table.count,
              estimates: figures(of: sample.table)))
        }
      }
    }
    if steps.contains(where: { $0.estimates == nil }) {
      stageFindings.append(.effectNotComputed(survey.definition))
    }
    effects = DecisionEffects(steps: steps)
    return effects
  }

  /// The figures of another sample, `nil` where it cannot be weighted or estimated.
  private func figures(of table: ResponseTable) -> [Estimate]? {
    guard table.count > 0 else { return nil }
    do throws(RunStopped) {
      let weighted = try WeightedSample(survey, table: table)
      return figures(of: try makeAnalysis(weighted, table: table, domainSets: []).estimates)
    } catch {
      return nil
    }
  }

  private func figures(of table: EstimateTable) -> [Estimate] {
    let index = survey.questionnaire.index.id
    return ([(.overall, index)] + survey.questionnaire.factors.map { (.factor, $0.id) })
      .compactMap { kind, id in table.estimate(of: kind, id: id) }
  }
}

extension Finding {
  fileprivate static func effectNotComputed(_ survey: SurveyDefinition) -> Finding {
    Finding(
      DecisionCodes.noEffect, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi:
          "có mẫu trung gian không gia quyền được nên không biết tác động của từng quyết định ở đó",
        en: "a sample between decisions cannot be weighted, so their effects are unknown there"),
      remedy: LocalizedText(
        vi: "không cần làm gì: kết quả công bố không bị ảnh hưởng",
        en: "nothing need be done: the published results are not affected"))
  }
}
