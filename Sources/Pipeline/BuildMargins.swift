import Questionnaires
import SurveyModel

/// Joins the respondents of the store with the population totals of a margin.
///
/// The levels are those of the totals file, in its order; levels that only respondents have follow
/// with an unknown total, so that weighting can name them.
func makeMargin(
  _ definition: MarginDefinition, population: PopulationTable,
  survey: LoadedSurvey, table: ResponseTable
) -> MarginTotals {
  let source = SourceLocation(file: definition.totals)
  guard
    let found = makeGrouping(
      definition.variables, questionnaire: survey.questionnaire, table: table)
  else {
    preconditionFailure("variables of a margin were checked when the survey was read")
  }
  let grouping = found.joined(to: population.levels)
  let unknown = grouping.levels.count - population.totals.count
  return MarginTotals(
    grouping: grouping,
    totals: population.totals + [Double](repeating: .nan, count: unknown), source: source)
}
