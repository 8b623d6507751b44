internal import SurveyModel

/// Everything the page's template names, as text.
///
/// Names are unique over the nested parts, because a template looks a name up in the enclosing parts
/// when the innermost has none.
struct HTMLPage {
  struct AttainmentCells {
    let rowLabel: String
    let rowID: String
    let rowSentence: String
    let rowBaseline: String
    let rowThreshold: String
    let rowResult: String
    let rowInterval: String
    let rowDifference: String
    let rowVerdict: String
    let rowProgress: String
    let rowProbability: String
    let verdictClass: String
    /// A shape beside the words: the verdict does not hang on colour.
    let verdictMark: String
    let rowLead: String
    let rowDue: String
  }

  struct Responsibility {
    let targetLabel: String
    let targetFacts: [Fact]
    let hasTasks: Bool
    let targetTasks: [TaskText]
  }

  struct Fact {
    let factName: String
    let factText: String
  }

  struct TaskText {
    let taskText: String
  }

  let language: String
  let words: [String: String]
  let pageTitle: String
  let subtitle: String
  let banners: [String]
  let overall: [String]
  let hasTargets: Bool
  let tally: String
  let attainment: [AttainmentCells]
  let notes: [String]
  let hasPictures: Bool
  let pictures: [HTMLPicture]
  let hasContributions: Bool
  let contributions: [ContributionBlock]
  let indexRows: [IndexRow]
  let hasChange: Bool
  let changes: [ChangeRow]
  let changeParts: [PartTable]
  let hasItems: Bool
  let itemRows: [ItemRow]
  let hasDomains: Bool
  let domainTables: [DomainTable]
  let hasRanks: Bool
  let rankTables: [RankTable]
  let hasFootnotes: Bool
  let footnotes: [Footnote]
  let decisionSections: [DecisionSection]
  let countsText: String
  let fileRows: [HTMLFileRow]
  let hasReasons: Bool
  let reasonRows: [HTMLReasonRow]
  let hasChecks: Bool
  let checkSentences: [String]
  let checkRows: [HTMLCheckRow]
  let hasFindings: Bool
  let findingRows: [HTMLFindingRow]
  let hasWeights: Bool
  let weightRows: [HTMLWeightRow]
  let methodPoints: [MethodPoint]
  let hasResponsibilities: Bool
  let responsibilities: [Responsibility]
  let hasSources: Bool
  let sources: [String]
  let inputs: [Fact]
  let programVersion: String
  let generatedAt: String
}

extension HTMLPage {
  init(_ run: RunResult, language: Language) {
    let texts = Texts(language)
    let attainment = Attainment(run, texts: texts)
    let names = MeasureNames(run, language: language)
    let estimates = EstimateTables(run: run, texts: texts, names: names)
    let quality = HTMLQuality(run: run, texts: texts)

    self.language = language.rawValue
    words = texts.pageWords(run)
    pageTitle = texts.pageTitle(run.survey)
    subtitle = texts.subtitle(run)
    banners = SyntheticMarking(run).banner(texts).map { [$0] } ?? []
    overall = overallLine(run, texts: texts).map { [$0] } ?? []
    hasTargets = !attainment.rows.isEmpty
    tally = hasTargets ? attainment.tally : texts.noTargets
    self.attainment = attainment.rows.map { AttainmentCells($0, texts: texts) }
    notes = Self.notes(attainment, texts: texts)
    pictures = attainment.rows.enumerated().compactMap { number, row in
      HTMLPicture(row, number: number + 1, level: run.survey.level, texts: texts)
    }
    hasPictures = !pictures.isEmpty
    let parts = ContributionTables(run: run, texts: texts, names: names)
    contributions = parts.blocks(attainment.rows)
    hasContributions = !contributions.isEmpty
    indexRows = estimates.indexRows()
    changes = changeRows(run, texts: texts, names: names)
    hasChange = !changes.isEmpty
    changeParts = parts.changeTables()
    rankTables = RankingTables(run: run, texts: texts, names: names).tables()
    hasRanks = !rankTables.isEmpty
    itemRows = estimates.lowestItems(without: parts.explainedFactors)
    hasItems = !itemRows.isEmpty
    domainTables = estimates.domainTables()
    hasDomains = !domainTables.isEmpty
    footnotes = estimates.footnotes.lines
    hasFootnotes = !footnotes.isEmpty
    decisionSections = DecisionSection(run, texts: texts, names: names).map { [$0] } ?? []
    countsText = texts.counts(run.counts, excluded: run.excluded) + "."
    fileRows = quality.fileRows()
    reasonRows = quality.reasonRows()
    hasReasons = !reasonRows.isEmpty
    let checks = HTMLChecks(run.quality, texts: texts)
    checkSentences = checks.sentences
    checkRows = checks.rows
    hasChecks = !checkRows.isEmpty
    findingRows = quality.findingRows()
    hasFindings = !findingRows.isEmpty
    weightRows = quality.weightRows()
    hasWeights = !weightRows.isEmpty
    methodPoints = texts.method(run)
    responsibilities = attainment.rows.compactMap { Responsibility($0, texts: texts) }
    hasResponsibilities = !responsibilities.isEmpty
    sources = Self.sources(run, texts: texts)
    hasSources = !sources.isEmpty
    inputs = run.inputs.map { Fact(factName: $0.file, factText: $0.sha256) }
    programVersion = run.version
    generatedAt = run.generated
  }

  private static func notes(_ attainment: Attainment, texts: Texts) -> [String] {
    var notes: [String] = []
    if attainment.hasAlternatives {
      notes +=
        attainment.otherReadings.isEmpty
        ? [texts.otherReadingChangesNothing] : attainment.otherReadings
    }
    if attainment.rows.contains(where: { $0.result.confidence != nil }) {
      notes.append(texts.confidenceNote)
    }
    return notes
  }

  /// Documents behind survey, questionnaire and plan, and the baselines used: each once.
  private static func sources(_ run: RunResult, texts: Texts) -> [String] {
    let documents =
      run.survey.sources + run.questionnaire.sources + (run.plan?.sources ?? [])
    var lines: [String] = []
    for line in documents.map({ texts.source($0) }) where !lines.contains(line) {
      lines.append(line)
    }
    for target in run.targets {
      guard let year = target.baselineYear, let source = target.baselineSource else { continue }
      let line = texts.baselineSource(
        year: year, source: source, status: target.baselineStatus ?? "official")
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }
}

extension HTMLPage.AttainmentCells {
  init(_ row: AttainmentRow, texts: Texts) {
    rowLabel = row.label
    rowID = row.id
    rowSentence = texts.sentence(row)
    rowBaseline = row.baseline
    rowThreshold = row.threshold
    rowResult = row.estimate
    rowInterval = row.interval == NumberStyle.missing ? "" : row.interval
    rowDifference = row.difference
    rowVerdict = row.verdict
    rowProgress = row.result.progress.map { texts.progress($0) } ?? ""
    rowProbability = texts.probability(row.result.probabilityMet)
    switch row.result.verdict {
    case .met: (verdictClass, verdictMark) = ("met", "✓")
    case .notMet: (verdictClass, verdictMark) = ("not-met", "✗")
    case .noData: (verdictClass, verdictMark) = ("no-data", "–")
    }
    rowLead = row.lead
    rowDue = row.due
  }
}

extension HTMLPage.Responsibility {
  /// `nil` where the plan names nobody and no task.
  init?(_ row: AttainmentRow, texts: Texts) {
    let target = row.result.target
    func fact(_ name: String, _ values: [String]) -> [HTMLPage.Fact] {
      values.isEmpty
        ? [] : [HTMLPage.Fact(factName: name, factText: values.joined(separator: "; "))]
    }
    let agencies =
      fact(texts.columnLead, target.lead) + fact(texts.cooperating, target.cooperating)
      + fact(texts.implementing, target.implementing)
      + fact(texts.columnDue, target.due.map { [$0] } ?? [])
    if agencies.isEmpty && target.tasks.isEmpty { return nil }
    targetLabel = "\(target.id). \(row.label)"
    targetFacts = fact(texts.targetInWords, [texts.rule(target.rule)]) + agencies
    targetTasks = target.tasks.map { task in
      HTMLPage.TaskText(taskText: task.agency.map { "\($0): \(task.text)" } ?? task.text)
    }
    hasTasks = !targetTasks.isEmpty
  }
}
