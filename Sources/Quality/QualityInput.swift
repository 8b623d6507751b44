package import SurveyModel

/// The stored interviews, and who made them where.
package struct QualityInput: Sendable {
  package var rules: QualityDefinition
  package var fields: [Field]
  package var table: ResponseTable
  /// `nil` where the questionnaire has no such variable.
  package var interviewers: Grouping?
  package var units: Grouping?
  package var strata: Grouping?
  /// Levels of the variables that the files of forms and of the plan go by.
  package var forms: (grouping: Grouping, numbers: [UnitNumbers])?
  package var quota: (grouping: Grouping, numbers: [UnitNumbers])?
  package var rejects: [StoredReject]
  /// The most interviews that are all compared with all others, for the summary of matches.
  ///
  /// The work grows with their square. The summary only describes; no flag hangs on it.
  package var mostForMatches: Int
  /// The most pairs that are compared in the search for copies; more, and it is left out.
  package var mostPairs: Int

  package init(
    rules: QualityDefinition, fields: [Field], table: ResponseTable,
    interviewers: Grouping? = nil, units: Grouping? = nil, strata: Grouping? = nil,
    forms: (grouping: Grouping, numbers: [UnitNumbers])? = nil,
    quota: (grouping: Grouping, numbers: [UnitNumbers])? = nil, rejects: [StoredReject] = [],
    mostForMatches: Int = 100_000, mostPairs: Int = 20_000_000_000
  ) {
    self.rules = rules
    self.fields = fields
    self.table = table
    self.interviewers = interviewers
    self.units = units
    self.strata = strata
    self.forms = forms
    self.quota = quota
    self.rejects = rejects
    self.mostForMatches = mostForMatches
    self.mostPairs = mostPairs
  }
}
