import Ingestion
import Storage
import SurveyModel

extension SurveySession {
  /// The plan with the figures on record in this store; where it and its file disagree is found.
  func planOnRecord(_ plan: Plan) throws(RunStopped) -> Plan {
    let entries = try stored { () throws(StoreError) in try store.figures(plan: plan.id) }
    let (merged, findings) = merge(entries, into: plan)
    stageFindings += findings
    return merged
  }

  /// The judgements of the plan on record in this store.
  func judgements(of plan: Plan) throws(RunStopped) -> [TargetJudgement] {
    try stored { () throws(StoreError) in try store.judgements(plan: plan.id) }
  }

  /// The register of the plan in the survey's year, once its targets are judged.
  func makeRegister() throws(RunStopped) -> AttainmentRegister? {
    guard let plan = judgedPlan else { return nil }
    let judgements = try judgements(of: plan)
    let (register, findings) = try stored { () throws(StoreError) in
      try Pipeline.makeRegister(
        plan, own: RegisterSurvey(survey: survey, estimates: estimates, change: change),
        store: store, judgements: judgements, year: survey.definition.year, day: invocation.day)
    }
    stageFindings += findings
    return register
  }
}
