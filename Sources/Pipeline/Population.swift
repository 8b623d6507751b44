import Questionnaires
import SurveyModel

/// Reads population totals by variables of the questionnaire.
///
/// - Throws: ``RunStopped`` with every fault of the file.
func population(
  of variables: [String], in path: String, _ survey: LoadedSurvey
) throws(RunStopped) -> PopulationTable {
  let (table, findings) = readPopulation(path: path, of: survey.fields(variables))
  guard let table else { throw RunStopped(findings, exit: .badData) }
  return table
}

extension LoadedSurvey {
  /// The fields of variables that the survey's rules have found in the questionnaire.
  func fields(_ variables: [String]) -> [Field] {
    variables.map { variable in
      guard let field = questionnaire.field(variable) else {
        preconditionFailure("variables of a survey were checked when it was read: \(variable)")
      }
      return field
    }
  }
}

extension PopulationTable {
  /// The total of each group.
  var totalOfTerms: [[DomainTerm]: Double] {
    Dictionary(zip(levels.map(\.terms), totals), uniquingKeysWith: { first, _ in first })
  }
}

extension MarginDefinition {
  /// The margin with the respondents sorted into its levels.
  func joined(_ survey: LoadedSurvey, _ table: ResponseTable) throws(RunStopped) -> MarginTotals {
    let totals = try population(of: variables, in: self.totals, survey)
    return makeMargin(self, population: totals, survey: survey, table: table)
  }
}
