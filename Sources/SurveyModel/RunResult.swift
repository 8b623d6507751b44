/// One batch as reports tell it.
package struct BatchSummary: Sendable, Hashable {
  package var id: Int64
  package var file: String
  package var sha256: String
  package var counts: ImportCounts
  package var dialect: FileDialect?
  /// ISO 8601, UTC.
  package var importedAt: String
  package var importedBy: String
  package var undoneAt: String?

  package init(
    id: Int64, file: String, sha256: String, counts: ImportCounts, dialect: FileDialect? = nil,
    importedAt: String, importedBy: String, undoneAt: String? = nil
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.counts = counts
    self.dialect = dialect
    self.importedAt = importedAt
    self.importedBy = importedBy
    self.undoneAt = undoneAt
  }
}

/// A rejected or duplicate row with the file it stood in.
package struct StoredReject: Sendable, Hashable {
  package var batch: Int64
  package var file: String
  package var row: RejectedRow

  package init(batch: Int64, file: String, row: RejectedRow) {
    self.batch = batch
    self.file = file
    self.row = row
  }
}

/// Everything a report may say; reports compute nothing but rounding.
package struct RunResult: Sendable {
  package var survey: SurveyDefinition
  package var questionnaire: Questionnaire
  package var plan: Plan?
  /// Version of the program.
  package var version: String
  /// ISO 8601, UTC: the one thing that differs between two runs on the same inputs.
  package var generated: String
  package var batches: [BatchSummary]
  package var counts: ImportCounts
  package var weights: [WeightStep]
  package var estimates: EstimateTable
  package var targets: [TargetResult]
  /// Against an earlier survey, when the survey names one.
  package var change: ChangeTable?
  /// Of the factors and the overall index, by each domain set of one variable.
  package var rankings: [Ranking]
  /// The distance of each estimated target, by items and by domains.
  package var decompositions: [Decomposition]
  /// All figures of the whole population with their joint covariance.
  package var joint: JointEstimates?
  /// Of every item, in the order of the questionnaire.
  package var answers: [AnswerDistribution]
  /// One for each of `weights`; empty where they were not made.
  package var weightHistograms: [WeightHistogram]
  /// What the checks of the interviews found; ids and interviewers in it are for staff.
  package var quality: QualityReport?
  package var rejects: [StoredReject]
  /// Findings about files and the run, without the reasons of rejected rows.
  package var findings: [Finding]
  /// SHA-256 of every input file of the run (survey, questionnaire, plan, population, lists).
  package var inputs: [(file: String, sha256: String)]
  package var interviewIDs: InterviewIDs
  /// All decisions over the interviews, in the order they were taken.
  package var decisions: [Decision]
  /// Accepted interviews that decisions leave out of the sample.
  package var excluded: Int
  /// `nil` when no decision holds.
  package var decisionEffects: DecisionEffects?
  /// Every target of the plan over the years, when the survey has a plan.
  package var register: AttainmentRegister?

  package init(
    survey: SurveyDefinition, questionnaire: Questionnaire, plan: Plan?, version: String,
    generated: String, batches: [BatchSummary], counts: ImportCounts, weights: [WeightStep],
    estimates: EstimateTable, targets: [TargetResult], rejects: [StoredReject],
    findings: [Finding], inputs: [(file: String, sha256: String)], interviewIDs: InterviewIDs,
    change: ChangeTable? = nil, rankings: [Ranking] = [], decompositions: [Decomposition] = [],
    joint: JointEstimates? = nil, decisions: [Decision] = [], excluded: Int = 0,
    decisionEffects: DecisionEffects? = nil, quality: QualityReport? = nil,
    answers: [AnswerDistribution] = [], weightHistograms: [WeightHistogram] = [],
    register: AttainmentRegister? = nil
  ) {
    self.survey = survey
    self.questionnaire = questionnaire
    self.plan = plan
    self.version = version
    self.generated = generated
    self.batches = batches
    self.counts = counts
    self.weights = weights
    self.estimates = estimates
    self.targets = targets
    self.rejects = rejects
    self.findings = findings
    self.inputs = inputs
    self.interviewIDs = interviewIDs
    self.change = change
    self.rankings = rankings
    self.decompositions = decompositions
    self.joint = joint
    self.decisions = decisions
    self.excluded = excluded
    self.decisionEffects = decisionEffects
    self.quality = quality
    self.answers = answers
    self.weightHistograms = weightHistograms
    self.register = register
  }
}
