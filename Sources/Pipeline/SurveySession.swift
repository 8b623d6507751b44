import Estimation
import Questionnaires
import Storage
package import SurveyModel

/// One survey and its store: the stages in their order, one method per stage.
///
/// This class is the way of a response from file to verdict. Each method takes what the store and
/// the stages before it hold, calls one stage, and keeps the result in the store.
package final class SurveySession {
  package let survey: LoadedSurvey
  let store: SurveyStore
  let invocation: Invocation
  package internal(set) var timings = StageTimings()

  /// What this invocation did and noticed; not part of results.
  package internal(set) var notices: [Finding] = []
  /// Why response files were refused as a whole in this invocation; empty when none was.
  package internal(set) var refusals: [Finding] = []
  /// What became of each response file in this invocation.
  package internal(set) var readings: [FileReading] = []
  /// Findings of weighting and estimation, part of results.
  var stageFindings: [Finding] = []
  /// Findings of decisions that hold, part of results.
  var decisionFindings: [Finding] = []
  var table: ResponseTable?
  /// What each decision did to the figures, once computed.
  var effects: DecisionEffects?
  /// What the decisions that hold made of the stored interviews, beside `table`.
  var decided: (decisions: [Decision], excluded: Int)?
  /// The rows left out, once read from the store.
  var rejects: [StoredReject]?
  /// The state of the store that `table`, or the index of known interviews, was read from.
  var generation: Int64 = 0
  /// What weighting made.
  var weighted: WeightedSample?
  /// What estimation made.
  var analysis: IndexAnalysis?
  var replicated: ReplicateAnalysis?
  var estimates: EstimateTable?
  /// All figures of the whole population with their joint covariance.
  var joint: JointEstimates?
  var targets: [TargetResult] = []
  /// The plan that targets were judged by: with the figures on record.
  var judgedPlan: Plan?
  var planRegister: AttainmentRegister?
  /// The earlier survey in this store, once opened.
  var earlier: SurveySession?
  var change: ChangeTable?
  var rankings: [Ranking] = []
  var decompositions: [Decomposition] = []
  /// What the checks of the interviews found.
  var quality: QualityReport?

  /// Reads the survey's files and opens its store.
  ///
  /// - Parameters:
  ///   - surveyPath: The survey file as the user gave it.
  ///   - storePath: `nil` for `sipas.sqlite` beside the survey file.
  ///   - requiresResponses: Whether a survey without response files is at fault.
  ///   - invocation: The time and the user of this call.
  ///   - isTrial: Works on a copy of the store that is gone afterwards; the store, or the lack of
  ///     one, stays as it is.
  /// - Throws: ``RunStopped`` with every fault of the files, or when the store cannot be opened.
  package init(
    surveyPath: String, storePath: String?, requiresResponses: Bool = false,
    invocation: Invocation, isTrial: Bool = false
  ) throws(RunStopped) {
    survey = try loadSurvey(at: surveyPath, requiresResponses: requiresResponses)
    self.invocation = invocation
    let path = storePath ?? folderOf(surveyPath) + "sipas.sqlite"
    do {
      store = try isTrial ? SurveyStore(copyOf: path) : SurveyStore(path: path)
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
    try register()
  }

  /// Another survey of the same store.
  init(
    surveyPath: String, sharing store: SurveyStore, invocation: Invocation
  ) throws(RunStopped) {
    survey = try loadSurvey(at: surveyPath, requiresResponses: false)
    self.invocation = invocation
    self.store = store
    try register()
  }

  private func register() throws(RunStopped) {
    try stored { () throws(StoreError) in
      try store.register(
        survey.definition, questionnaire: survey.questionnaire,
        definitionSHA256: survey.inputs.map(\.sha256).joined(separator: " "))
    }
  }

  // MARK: Results

  /// Counts over the batches in the store.
  package func counts() throws(RunStopped) -> ImportCounts {
    try liveBatches().reduce(ImportCounts()) { $0 + $1.counts }
  }

  /// Why rows were left out, with paths that open from the current folder.
  ///
  /// - Parameter batches: Only those of these batches; `nil` for all in the store.
  /// - Returns: The findings of each row, in the order the rows were read.
  /// - Throws: ``RunStopped`` when the store cannot be read.
  package func rejectFindings(of batches: [Int64]? = nil) throws(RunStopped) -> [Finding] {
    let folder = folderOf(survey.definition.file)
    return try storedRejects().filter { batches?.contains($0.batch) ?? true }.flatMap(
      \.row.findings
    ).map { finding in
      // Files outside the survey's folder keep the name they were given by.
      finding.renamingFile { fileExists(folder + $0) ? folder + $0 : $0 }
    }
  }

  /// What the rules of plans say of awaited baselines, before anything on record is known.
  private static let awaitedNotice = "plan.baseline.awaited"

  /// Findings of loading; a plan's notice of awaited baselines only as far as the assessment does not
  /// say itself what is awaited still.
  private var loadingFindings: [Finding] {
    guard let plan = judgedPlan else { return survey.findings }
    let year = survey.definition.year
    return survey.findings.filter { $0.code.id != Self.awaitedNotice }
      + awaitedBaselineFindings(plan) { $0.thresholdYears.map { !$0.contains(year) } ?? false }
  }

  package func result() throws(RunStopped) -> RunResult {
    guard let weighted, let estimates else { preconditionFailure("estimate before reporting") }
    let interviewIDs = try responses().ids
    let effects = try decisionEffects()
    let batches = try liveBatches()
    let fileFindings = try stored { () throws(StoreError) in
      try store.fileFindings(survey: survey.definition.id)
    }
    return RunResult(
      survey: survey.definition, questionnaire: survey.questionnaire,
      plan: judgedPlan ?? survey.plan,
      version: productVersion, generated: invocation.now, batches: batches,
      counts: batches.reduce(ImportCounts()) { $0 + $1.counts }, weights: weighted.weights.steps,
      estimates: estimates, targets: targets, rejects: try storedRejects(),
      findings: loadingFindings + refusals + fileFindings + decisionFindings + stageFindings,
      inputs: survey.inputs,
      interviewIDs: interviewIDs, change: change, rankings: rankings,
      decompositions: decompositions, joint: joint, decisions: decided?.decisions ?? [],
      excluded: decided?.excluded ?? 0, decisionEffects: effects, quality: quality,
      answers: try answerDistributions(), weightHistograms: weighted.histograms,
      register: planRegister)
  }

  /// Writes the report folder; the timings name each of its parts after the whole.
  package func report(
    _ result: RunResult, to folder: String, language: Language,
    template: LoadedReportTemplate = .standard, formats: [ReportFormat] = ReportFormat.allCases
  ) throws(RunStopped) {
    let parts = SideTimings()
    defer { for (name, spent) in parts.parts { timings.add(spent, to: "report-\(name)") } }
    try timings.measure("report") { () throws(RunStopped) in
      try writeReportFolder(
        result, to: folder, language: language, template: template, formats: formats,
        around: parts.measure)
    }
  }

  // MARK: The store

  func liveBatches() throws(RunStopped) -> [BatchSummary] {
    try stored { () throws(StoreError) in
      try store.batches(survey: survey.definition.id).filter { $0.undoneAt == nil }
    }
  }

  /// All interviews, read back from the store: what is estimated is what is kept.
  func responses() throws(RunStopped) -> ResponseTable {
    if let table { return table }
    generation = try currentGeneration()
    let read = try timings.measure("read-back") { () throws(RunStopped) in try storedResponses() }
    table = read
    return read
  }

  func storedRejects() throws(RunStopped) -> [StoredReject] {
    if let rejects { return rejects }
    let read = try stored { () throws(StoreError) in
      try store.rejects(survey: survey.definition.id)
    }
    rejects = read
    return read
  }

  func currentGeneration() throws(RunStopped) -> Int64 {
    try stored { () throws(StoreError) in try store.generation(survey: survey.definition.id) }
  }

  /// Moves everything into the store's main file; without it nothing is lost either.
  package func close() throws(RunStopped) {
    try timings.measure("close") { () throws(RunStopped) in
      try stored { () throws(StoreError) in try store.close() }
    }
  }

  /// The interviews as the decisions that hold leave them.
  func storedResponses() throws(RunStopped) -> ResponseTable {
    let raw = try rawResponses()
    let decisions = try storedDecisions()
    let left = apply(decisions, to: raw, fields: survey.questionnaire.fields)
    let obsolete = left.misfits.filter { $0.fault == .unknownAnswer }
    guard obsolete.isEmpty else {
      throw RunStopped(obsolete.map { .misfit($0) }, exit: .badData)
    }
    decided = (decisions, left.excluded)
    decisionFindings = left.misfits.map { .misfit($0) }
    return left.table
  }

  /// The interviews as they came in, whatever was decided since.
  func rawResponses() throws(RunStopped) -> ResponseTable {
    try stored { () throws(StoreError) in
      try store.responses(survey: survey.definition.id, fields: survey.questionnaire.fields)
    }
  }

  func stored<Value>(
    _ body: () throws(StoreError) -> Value
  ) throws(RunStopped) -> Value {
    do {
      return try body()
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }
}
