import Ingestion
import SurveyModel

/// The totals of a margin, as its file has them.
func readMarginTotals(
  _ margin: MarginDefinition, _ survey: LoadedSurvey
) throws(RunStopped) -> PopulationTable {
  try population(of: margin.variables, in: margin.totals, survey)
}

/// The number of sampling units of each stratum in the population; `nil` when the survey names no
/// file for it.
func stratumPopulation(
  _ survey: LoadedSurvey
) throws(RunStopped) -> [[DomainTerm]: Double]? {
  guard case .file(let path) = survey.definition.design.psuPopulation else { return nil }
  let table = try population(of: survey.definition.design.strata, in: path, survey)
  return Dictionary(
    zip(table.levels.map(\.terms), table.totals), uniquingKeysWith: { first, _ in first })
}

private func population(
  of variables: [String], in path: String, _ survey: LoadedSurvey
) throws(RunStopped) -> PopulationTable {
  let (table, findings) = readPopulation(
    path: path, variables: variables, fields: survey.questionnaire.fields)
  guard let table else { throw RunStopped(findings, exit: .badData) }
  return table
}

extension MarginDefinition {
  /// The margin with the respondents sorted into its levels.
  func joined(_ survey: LoadedSurvey, _ table: ResponseTable) throws(RunStopped) -> MarginTotals {
    let population = try readMarginTotals(self, survey)
    return makeMargin(self, population: population, survey: survey, table: table)
  }
}
