/// What to do with a stratum that holds a single primary sampling unit (PSU).
package enum SinglePSURule: String, Sendable, Hashable, CaseIterable {
  case fail
  case adjust
  case average
  case certainty
  case remove
}

package enum IntervalMethod: String, Sendable, Hashable, CaseIterable {
  case waldT = "wald-t"
  case logit
  /// Korn and Graubard: exact binomial limits at the effective number of answers.
  case beta
  /// Wilson's score interval at the effective number of answers.
  case wilson
}

/// Where the weight of an interview comes from.
package enum WeightSource: Sendable, Hashable {
  case equal
  case variable(String)
}

/// Where the number of PSUs in the population of a stratum comes from.
package enum PSUPopulation: Sendable, Hashable {
  /// No finite population correction.
  case none
  /// A CSV with the stratum variables' columns and `population`, path resolved.
  case file(String)
  /// A variable of each interview.
  case variable(String)
}

/// A further stage of the sample: the units drawn within each unit of the stage above.
package struct LaterStageDefinition: Sendable, Hashable {
  /// Variables whose combination, within the unit above, is the unit of this stage; the interview
  /// id alone means each interview.
  package var clusters: [String]
  /// Number of units of this stage in the population of the unit above; a file has the columns of
  /// the strata and of the clusters of all stages above.
  package var population: PSUPopulation

  package init(clusters: [String], population: PSUPopulation = .none) {
    self.clusters = clusters
    self.population = population
  }
}

/// How the sample was drawn.
package struct DesignDefinition: Sendable, Hashable {
  /// Variables whose combination is the stratum; empty means one stratum.
  package var strata: [String]
  /// Variables whose combination, within the stratum, is the PSU; empty means each interview is one.
  package var clusters: [String]
  package var psuPopulation: PSUPopulation
  /// Stages below the PSU, in order; they matter to the variance only where every stage above
  /// gives its population.
  package var laterStages: [LaterStageDefinition]
  package var weight: WeightSource
  package var singlePSU: SinglePSURule
  package var place: SourceLocation?

  package init(
    strata: [String] = [], clusters: [String] = [], psuPopulation: PSUPopulation = .none,
    laterStages: [LaterStageDefinition] = [], weight: WeightSource = .equal,
    singlePSU: SinglePSURule = .fail, place: SourceLocation? = nil
  ) {
    self.strata = strata
    self.clusters = clusters
    self.psuPopulation = psuPopulation
    self.laterStages = laterStages
    self.weight = weight
    self.singlePSU = singlePSU
    self.place = place
  }
}

/// A response file pattern, with overrides where detection must not decide.
package struct ResponseFilePattern: Sendable, Hashable {
  /// Glob, resolved against the folder of the survey file.
  package var pattern: String
  package var encoding: String?
  package var delimiter: String?
  package var decimal: String?
  package var dates: String?
  /// Name of the sheet to read, in workbooks.
  package var sheet: String?
  package var place: SourceLocation?

  package init(
    pattern: String, encoding: String? = nil, delimiter: String? = nil, decimal: String? = nil,
    dates: String? = nil, sheet: String? = nil, place: SourceLocation? = nil
  ) {
    self.pattern = pattern
    self.encoding = encoding
    self.delimiter = delimiter
    self.decimal = decimal
    self.dates = dates
    self.sheet = sheet
    self.place = place
  }
}

/// One field campaign.
package struct SurveyDefinition: Sendable, Hashable {
  package var id: String
  package var year: Int
  package var title: LocalizedText
  package var notes: [LocalizedText]
  package var sources: [SourceDocument]
  /// Path of the questionnaire, resolved.
  package var questionnaire: String
  package var interviewID: String
  package var responses: [ResponseFilePattern]
  /// What the response files are, beyond the questionnaire.
  package var mapping: ResponseMapping
  /// Paths of the mapping files that `mapping` was partly read from, resolved.
  package var mappingFiles: [String]
  /// Code lists the survey supplies: field id and CSV path (resolved).
  package var codeLists: [(field: String, path: String)]
  /// Personal variables of which pseudonyms are kept.
  package var pseudonyms: [String]
  package var design: DesignDefinition
  package var weighting: [WeightingStepDefinition]
  package var variance: VarianceMethod
  package var interval: IntervalMethod
  /// Two-sided coverage of the intervals, for example 0.95.
  package var level: Double
  /// Sets of variables; the estimates are made for each level of each set.
  package var domains: [[String]]
  /// Fewer respondents than this are not published; 0 means no rule.
  package var minimumRespondents: Int
  /// How the stored interviews are checked.
  package var quality: QualityDefinition
  /// An earlier survey that the figures are compared with.
  package var earlier: EarlierSurvey?
  /// Path of the plan, resolved.
  package var plan: String?
  /// Path of the reporting forms, resolved.
  package var forms: String?
  /// The survey file, as given.
  package var file: String

  package init(
    id: String, year: Int, title: LocalizedText, notes: [LocalizedText] = [],
    sources: [SourceDocument] = [], questionnaire: String, interviewID: String = "interview_id",
    responses: [ResponseFilePattern], mapping: ResponseMapping = ResponseMapping(),
    mappingFiles: [String] = [],
    codeLists: [(field: String, path: String)] = [], pseudonyms: [String] = [],
    design: DesignDefinition,
    weighting: [WeightingStepDefinition] = [], variance: VarianceMethod = .taylor,
    interval: IntervalMethod = .waldT, level: Double = 0.95, domains: [[String]] = [],
    minimumRespondents: Int = 0, quality: QualityDefinition = QualityDefinition(),
    earlier: EarlierSurvey? = nil, plan: String? = nil, forms: String? = nil, file: String
  ) {
    self.id = id
    self.year = year
    self.title = title
    self.notes = notes
    self.sources = sources
    self.questionnaire = questionnaire
    self.interviewID = interviewID
    self.responses = responses
    self.mapping = mapping
    self.mappingFiles = mappingFiles
    self.codeLists = codeLists
    self.pseudonyms = pseudonyms
    self.design = design
    self.weighting = weighting
    self.variance = variance
    self.interval = interval
    self.level = level
    self.domains = domains
    self.minimumRespondents = minimumRespondents
    self.quality = quality
    self.earlier = earlier
    self.plan = plan
    self.forms = forms
    self.file = file
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.file == right.file
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(file)
  }
}
