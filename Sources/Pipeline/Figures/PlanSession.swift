import Ingestion
import Questionnaires
import Storage
package import SurveyModel

/// A plan and what is on record for it in a store, with the survey behind it or without one.
package final class PlanSession {
  /// As in its file, with awaited baselines among the figures to be entered.
  package let plan: Plan
  /// `nil` where the plan was given by itself.
  package let survey: LoadedSurvey?
  let invocation: Invocation
  let storePath: String
  private var opened: SurveyStore?

  /// Reads a survey with the plan it names, or a plan.
  ///
  /// - Parameters:
  ///   - path: A survey file or a plan file, told by its content.
  ///   - storePath: `nil` for `sipas.sqlite` beside that file.
  ///   - invocation: The time and the user of this call.
  /// - Throws: ``RunStopped`` with every fault of the files; a survey without a plan is one.
  package init(
    path: String, storePath: String?, invocation: Invocation
  ) throws(RunStopped) {
    self.invocation = invocation
    self.storePath = storePath ?? folderOf(path) + "sipas.sqlite"
    guard detectVocabulary(at: path).value == .plan else {
      let loaded = try loadSurvey(at: path, requiresResponses: false)
      guard let plan = loaded.plan else {
        var finding = Finding.noPlan(loaded.definition)
        finding.code = PipelineCodes.planNeeded
        throw RunStopped([finding], exit: .badData)
      }
      self.plan = plan
      survey = loaded
      return
    }
    let loaded = readPlan(at: path)
    guard var plan = loaded.value else {
      throw RunStopped(loaded.findings, exit: exitFor(loaded.findings))
    }
    let awaited = plan.awaitedBaselines
    plan.figures += awaited
    self.plan = plan
    survey = nil
  }

  /// The store for reading; `nil` while there is none.
  func existingStore() throws(RunStopped) -> SurveyStore? {
    if let opened { return opened }
    return fileExists(storePath) ? try store() : nil
  }

  /// The store for writing, made where there is none.
  func store() throws(RunStopped) -> SurveyStore {
    if let opened { return opened }
    do {
      let store = try SurveyStore(path: storePath)
      opened = store
      return store
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }

  /// All entries of the plan, replaced and withdrawn ones included.
  package func entries() throws(RunStopped) -> [FigureEntry] {
    guard let store = try existingStore() else { return [] }
    return try stored { () throws(StoreError) in try store.figures(plan: plan.id) }
  }

  /// All judgements of the plan, replaced and withdrawn ones included.
  package func judgements() throws(RunStopped) -> [TargetJudgement] {
    guard let store = try existingStore() else { return [] }
    return try stored { () throws(StoreError) in try store.judgements(plan: plan.id) }
  }

  /// The plan with what is on record, and where the two disagree.
  func mergedPlan() throws(RunStopped) -> (plan: Plan, findings: [Finding]) {
    merge(try entries(), into: plan)
  }

  /// The year that targets are looked at in, unless another is asked for: that of the survey, or the
  /// present one as far as the plan has a target for it, else the nearest year that it has.
  package var reviewYear: Int {
    if let survey { return survey.definition.year }
    let now = Int(invocation.now.prefix(4)) ?? 0
    let years = plan.targets.flatMap { $0.thresholdYears ?? [] }
    guard let first = years.min(), let last = years.max() else { return now }
    return min(max(now, first), last)
  }

  package func close() throws(RunStopped) {
    guard let opened else { return }
    try stored { () throws(StoreError) in try opened.close() }
  }

  func stored<Value>(_ body: () throws(StoreError) -> Value) throws(RunStopped) -> Value {
    do {
      return try body()
    } catch {
      if case .figuresChangedMeanwhile = error {
        throw RunStopped([error.finding], exit: .badData)
      }
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }
}
