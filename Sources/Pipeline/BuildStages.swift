import Questionnaires
import SurveyModel

/// The stages below the first that count in the variance.
///
/// Those count that have a population, like all stages above them; the others were pointed out when
/// the survey was read.
///
/// - Throws: ``RunStopped`` with every unit above that a stage's population file lacks.
func makeLaterStages(
  _ survey: LoadedSurvey, table: ResponseTable
) throws(RunStopped) -> [LaterStageSource] {
  let design = survey.definition.design
  guard design.psuPopulation != .none else { return [] }
  var stages: [LaterStageSource] = []
  var above = design.strata
  above.appendNew(design.clusters)
  for stage in design.laterStages {
    let populations: [Double]
    switch stage.population {
    case .none: return stages
    case .variable(let id):
      populations = numericColumn(id, survey: survey, table: table) ?? []
    case .file(let path):
      populations = try populationOfRow(above, in: path, survey, table)
    }
    let clusters =
      stage.clusters == [survey.definition.interviewID]
      ? nil
      : makeGrouping(stage.clusters, questionnaire: survey.questionnaire, table: table)
    stages.append(
      LaterStageSource(clusterOfRow: clusters?.levelOfRow, populationOfRow: populations))
    above.appendNew(stage.clusters)
  }
  return stages
}

/// Per interview: the number of units in the population of its unit above.
private func populationOfRow(
  _ above: [String], in path: String, _ survey: LoadedSurvey, _ table: ResponseTable
) throws(RunStopped) -> [Double] {
  let totals = try population(of: above, in: path, survey).totalOfTerms
  guard let units = makeGrouping(above, questionnaire: survey.questionnaire, table: table) else {
    preconditionFailure("variables of a stage were checked when the survey was read")
  }
  let occurs = units.occurs
  let populations = units.levels.map { totals[$0.terms] ?? .nan }
  let missing = units.levels.indices.filter { occurs[$0] && populations[$0].isNaN }
  guard missing.isEmpty else {
    throw RunStopped(missing.map { missingUnit(units.levels[$0], in: path) }, exit: .badData)
  }
  // An interview without a unit is the design's to refuse.
  return units.levelOfRow.map { $0 < 0 ? .nan : populations[Int($0)] }
}

private func missingUnit(_ level: GroupLevel, in path: String) -> Finding {
  Finding(
    BuildCodes.stagePopulationMissing, at: SourceLocation(file: path),
    message: LocalizedText(
      vi: "tệp không có số đơn vị tổng thể của \(level.title(.vi))",
      en: "the file has no population number for \(level.title(.en))"),
    expected: LocalizedText(vi: "một dòng với \(level.name)", en: "a row with \(level.name)"),
    remedy: LocalizedText(
      vi: "thêm dòng này vào tệp, hoặc bỏ thuộc tính population của bậc này",
      en: "add the row, or leave out the population attribute of the stage"),
    subject: level.name)
}

extension [String] {
  /// Appends the names that are not there yet.
  fileprivate mutating func appendNew(_ names: [String]) {
    for name in names where !contains(name) { append(name) }
  }
}
