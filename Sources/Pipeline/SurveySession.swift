import Assessment
import Estimation
import Ingestion
import Storage
package import SurveyModel
import Weighting

/// One survey and its store: the stages in their order, one method per stage.
///
/// This class is the way of a response from file to verdict. Each method takes what the store and
/// the stages before it hold, calls one stage, and keeps the result in the store.
package final class SurveySession {
  package let survey: LoadedSurvey
  private let store: SurveyStore
  private let invocation: Invocation
  package private(set) var timings = StageTimings()

  /// What this invocation did and noticed; not part of results.
  package private(set) var notices: [Finding] = []
  /// Why response files were refused as a whole in this invocation; empty when none was.
  package private(set) var refusals: [Finding] = []
  /// Findings of weighting and estimation, part of results.
  private var stageFindings: [Finding] = []
  private var table: ResponseTable?
  /// The rows left out, once read from the store.
  private var rejects: [StoredReject]?
  /// The state of the store that `table`, or the index of known interviews, was read from.
  private var generation: Int64 = 0
  private var analysis: Analysis?
  private var estimates: EstimateTable?
  private var targets: [TargetResult] = []

  /// What weighting and estimation share.
  private struct Analysis {
    var design: SampleDesign
    var weights: WeightSet
  }

  /// Reads the survey's files and opens its store.
  ///
  /// - Parameters:
  ///   - surveyPath: The survey file as the user gave it.
  ///   - storePath: `nil` for `sipas.sqlite` beside the survey file.
  ///   - requiresResponses: Whether a survey without response files is at fault.
  ///   - invocation: The time and the user of this call.
  /// - Throws: ``RunStopped`` with every fault of the files, or when the store cannot be opened.
  package init(
    surveyPath: String, storePath: String?, requiresResponses: Bool = false,
    invocation: Invocation
  ) throws(RunStopped) {
    survey = try loadSurvey(at: surveyPath, requiresResponses: requiresResponses)
    self.invocation = invocation
    let path = storePath ?? folderOf(surveyPath) + "sipas.sqlite"
    do {
      store = try SurveyStore(path: path)
      try store.register(
        survey.definition, questionnaire: survey.questionnaire,
        definitionSHA256: survey.inputs.map(\.sha256).joined(separator: " "))
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }

  // MARK: Import

  /// Imports response files, one batch each; all files of the survey when none are named.
  ///
  /// A file already in the store is passed over; the batches of the named files are returned.
  @discardableResult
  package func importResponses(
    files paths: [String]? = nil, progress: (_ done: Int, _ total: Int, _ file: String) -> Void
  ) throws(RunStopped) -> [BatchSummary] {
    let folder = folderOf(survey.definition.file)
    let files =
      paths?.map {
        ResponseFile(
          path: $0, name: relative($0, to: folder), pattern: ResponseFilePattern(pattern: $0))
      } ?? responseFiles(of: survey.definition)
    var known: InterviewIndex?
    var batches: [BatchSummary] = []
    for (number, file) in files.enumerated() {
      progress(number, files.count, file.name)
      if let batch = try importOne(file, known: &known, sayWhenKnown: paths != nil) {
        batches.append(batch)
      }
    }
    progress(files.count, files.count, "")
    return batches
  }

  private func importOne(
    _ file: ResponseFile, known: inout InterviewIndex?, sayWhenKnown: Bool
  ) throws(RunStopped) -> BatchSummary? {
    let content: FileDigest
    do {
      content = try timings.measure("digest") { () throws(DigestError) in
        try digest(ofFile: file.path)
      }
    } catch {
      throw RunStopped([error.finding(file: file.path)], exit: .missingFile)
    }
    let before = try liveBatches()
    if let batch = before.first(where: { $0.sha256 == content.sha256 }) {
      if sayWhenKnown { notices.append(.alreadyImported(file.path, batch: batch)) }
      return batch
    }
    if let older = before.first(where: { $0.file == file.name }) {
      notices.append(.changed(file.path, batch: older))
    }
    if known == nil {
      generation = try currentGeneration()
      var index = InterviewIndex()
      if !before.isEmpty { index.add(try storedResponses(), from: store.path) }
      known = index
    }
    let imported = timings.measure("parse") {
      var index = known ?? InterviewIndex()
      // The only copy, so that adding to the index does not copy it.
      known = nil
      let imported = readResponses(
        file: file.path, shownAs: file.name, pattern: file.pattern,
        fields: survey.questionnaire.fields, interviewIDField: survey.definition.interviewID,
        columnMap: survey.definition.columns, requiredFields: requiredFields, known: &index,
        digest: content)
      known = index
      return imported
    }
    guard imported.isUsable else {
      refusals += imported.findings
      return nil
    }
    table = nil
    rejects = nil
    let batch = try timings.measure("store") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.commit(
          imported, survey: survey.definition.id, fields: survey.questionnaire.fields,
          importedAt: invocation.now, by: invocation.user, ifGeneration: generation)
      }
    }
    // Each commit moves the survey on by one; what another program commits meanwhile is refused
    // at the next commit, because duplicates were looked for among older responses.
    generation += 1
    return batch
  }

  /// Fields without which an interview cannot be placed in the design or the margins.
  private var requiredFields: Set<String> {
    let design = survey.definition.design
    var fields = Set(design.strata + design.clusters)
    if case .variable(let id) = design.weight { fields.insert(id) }
    if case .variable(let id) = design.psuPopulation { fields.insert(id) }
    fields.formUnion(design.laterStages.flatMap(\.clusters))
    fields.formUnion(survey.definition.weighting.flatMap(\.variables))
    return fields
  }

  // MARK: Weights, estimates, targets

  @discardableResult
  package func weigh() throws(RunStopped) -> [WeightStep] {
    let table = try responses()
    guard table.count > 0 else {
      throw RunStopped(refusals + [.noResponses(survey.definition)], exit: .badData)
    }
    let analysis = try timings.measure("weigh") { () throws(RunStopped) -> Analysis in
      let population = try stratumPopulation(survey)
      let (design, weights, findings) = try makeDesign(survey, table: table, population: population)
      stageFindings = findings
      return Analysis(design: design, weights: try weightSet(weights, table: table))
    }
    self.analysis = analysis
    try timings.measure("store-weights") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.save(
          weights: analysis.weights, survey: survey.definition.id, madeFrom: generation)
      }
    }
    return analysis.weights.steps
  }

  private func weightSet(
    _ designWeights: [Double], table: ResponseTable
  ) throws(RunStopped) -> WeightSet {
    do {
      var steps = [try Weighting.designWeights(designWeights)]
      for (number, step) in survey.definition.weighting.enumerated() {
        switch step {
        case .poststratify(let margin):
          steps.append(
            try poststratify(
              steps[number], to: try margin.joined(survey, table), place: number + 1))
        case .rake(let definition):
          var joined: [MarginTotals] = []
          for margin in definition.margins { joined.append(try margin.joined(survey, table)) }
          steps.append(
            try rake(
              steps[number], to: joined, tolerance: definition.tolerance,
              maximumIterations: definition.maximumIterations, place: number + 1))
        case .nonresponse, .calibrate, .trim:
          preconditionFailure("steps not carried out are refused on reading")
        }
      }
      return WeightSet(steps: steps)
    } catch let error as WeightingError {
      throw RunStopped(error.findings { table.ids[$0] }, exit: .badData)
    } catch let stop as RunStopped {
      throw stop
    } catch {
      preconditionFailure("weighting throws its own error: \(error)")
    }
  }

  @discardableResult
  package func estimate() throws(RunStopped) -> EstimateTable {
    guard let analysis else { preconditionFailure("weigh before estimating") }
    let table = try responses()
    let estimates: EstimateTable
    do {
      estimates = try timings.measure("estimate") { () throws(EstimationError) -> EstimateTable in
        try estimateIndices(
          answers: itemColumns(table), questionnaire: survey.questionnaire,
          design: analysis.design, weights: analysis.weights, domainSets: domainSets(table),
          settings: EstimationSettings(
            interval: survey.definition.interval, level: survey.definition.level,
            minimumRespondents: survey.definition.minimumRespondents))
      }
    } catch {
      throw RunStopped(error.findings, exit: .badData)
    }
    if !estimates.singlePSUStrata.isEmpty {
      stageFindings.append(.singlePSU(estimates, survey.definition))
    }
    self.estimates = estimates
    try timings.measure("store-estimates") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.save(
          estimates: estimates, survey: survey.definition.id, madeFrom: generation)
      }
    }
    return estimates
  }

  private func itemColumns(_ table: ResponseTable) -> [ColumnValues] {
    zip(survey.questionnaire.fields, table.columns).filter(\.0.isItem).map(\.1)
  }

  /// The survey's domain sets, and those that targets speak of.
  private func domainSets(_ table: ResponseTable) -> [Grouping] {
    var sets = survey.definition.domains
    for target in survey.plan?.targets ?? [] where !target.domain.isEmpty {
      let variables = target.domain.map(\.variable)
      if !sets.contains(variables) { sets.append(variables) }
    }
    return sets.compactMap {
      makeGrouping($0, questionnaire: survey.questionnaire, table: table)
    }
  }

  @discardableResult
  package func assess() throws(RunStopped) -> [TargetResult] {
    guard let estimates else { preconditionFailure("estimate before assessing") }
    guard let plan = survey.plan else { return [] }
    let (results, findings) = Assessment.assess(
      plan: plan, surveyYear: survey.definition.year, index: survey.questionnaire.index,
      estimates: estimates)
    targets = results
    stageFindings += findings
    try stored { () throws(StoreError) in
      try store.save(targets: results, survey: survey.definition.id, madeFrom: generation)
    }
    return results
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
      finding.renamingFile { $0.hasPrefix("/") ? $0 : folder + $0 }
    }
  }

  package func result() throws(RunStopped) -> RunResult {
    guard let analysis, let estimates else { preconditionFailure("estimate before reporting") }
    let batches = try liveBatches()
    let fileFindings = try stored { () throws(StoreError) in
      try store.fileFindings(survey: survey.definition.id)
    }
    return RunResult(
      survey: survey.definition, questionnaire: survey.questionnaire, plan: survey.plan,
      version: productVersion, generated: invocation.now, batches: batches,
      counts: batches.reduce(ImportCounts()) { $0 + $1.counts }, weights: analysis.weights.steps,
      estimates: estimates, targets: targets, rejects: try storedRejects(),
      findings: survey.findings + refusals + fileFindings + stageFindings, inputs: survey.inputs,
      interviewIDs: try responses().ids)
  }

  /// Writes the report folder.
  package func report(
    _ result: RunResult, to folder: String, language: Language
  ) throws(RunStopped) {
    try timings.measure("report") { () throws(RunStopped) in
      try writeReportFolder(result, to: folder, language: language)
    }
  }

  // MARK: The store

  private func liveBatches() throws(RunStopped) -> [BatchSummary] {
    try stored { () throws(StoreError) in
      try store.batches(survey: survey.definition.id).filter { $0.undoneAt == nil }
    }
  }

  /// All interviews, read back from the store: what is estimated is what is kept.
  private func responses() throws(RunStopped) -> ResponseTable {
    if let table { return table }
    generation = try currentGeneration()
    let read = try timings.measure("read-back") { () throws(RunStopped) in try storedResponses() }
    table = read
    return read
  }

  private func storedRejects() throws(RunStopped) -> [StoredReject] {
    if let rejects { return rejects }
    let read = try stored { () throws(StoreError) in
      try store.rejects(survey: survey.definition.id)
    }
    rejects = read
    return read
  }

  private func currentGeneration() throws(RunStopped) -> Int64 {
    try stored { () throws(StoreError) in try store.generation(survey: survey.definition.id) }
  }

  /// Moves everything into the store's main file; without it nothing is lost either.
  package func close() throws(RunStopped) {
    try timings.measure("close") { () throws(RunStopped) in
      try stored { () throws(StoreError) in try store.close() }
    }
  }

  private func storedResponses() throws(RunStopped) -> ResponseTable {
    try stored { () throws(StoreError) in
      try store.responses(survey: survey.definition.id, fields: survey.questionnaire.fields)
    }
  }

  private func stored<Value>(
    _ body: () throws(StoreError) -> Value
  ) throws(RunStopped) -> Value {
    do {
      return try body()
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }
}
