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
  var respondents = [Int](repeating: 0, count: found.levels.count)
  for level in found.levelOfRow where level >= 0 { respondents[Int(level)] += 1 }

  var levels = population.levels
  var totals = population.totals
  var numberOfTerms: [[DomainTerm]: Int32] = [:]
  for (number, level) in levels.enumerated() { numberOfTerms[level.terms] = Int32(number) }
  var newNumber = [Int32](repeating: -1, count: found.levels.count)
  for (index, level) in found.levels.enumerated() {
    if let known = numberOfTerms[level.terms] {
      newNumber[index] = known
      levels[Int(known)].labels = level.labels
    } else if respondents[index] > 0 {
      newNumber[index] = Int32(levels.count)
      levels.append(level)
      totals.append(.nan)
    }
  }
  return MarginTotals(
    grouping: Grouping(
      variables: definition.variables, levels: levels,
      levelOfRow: found.levelOfRow.map { $0 < 0 ? -1 : newNumber[Int($0)] }),
    totals: totals, source: source)
}
