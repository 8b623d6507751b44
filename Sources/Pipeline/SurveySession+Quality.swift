import Quality
import Questionnaires
package import SurveyModel

extension SurveySession {
  /// Checks the stored interviews by the rules of the survey file; nothing is changed.
  ///
  /// - Parameter isWhole: Also what grows faster than the number of interviews: the summary of
  ///   matches, and the search for copies in surveys of hundreds of thousands. A run leaves these
  ///   out and says so.
  /// - Returns: What was flagged, with ids and interviewers: for staff.
  /// - Throws: ``RunStopped`` when there is no interview, or a file of forms or of the plan is at
  ///   fault.
  @discardableResult
  package func checkQuality(isWhole: Bool) throws(RunStopped) -> QualityReport {
    let table = try responses()
    guard table.count > 0 else {
      throw RunStopped(
        refusals + [.noResponses(survey.definition, excluded: decided?.excluded ?? 0)],
        exit: .badData)
    }
    let rejects = try storedRejects()
    let report = try timings.measure("quality") { () throws(RunStopped) in
      Quality.checkQuality(try qualityInput(table, rejects: rejects, isWhole: isWhole))
    }
    quality = report
    return report
  }

  /// The interviews that a rule flags, in the order they were read: what a decision to leave them out
  /// starts from.
  ///
  /// - Parameter code: The rule's code, such as `quality.duration.short`.
  /// - Returns: Their ids, at least one.
  /// - Throws: ``RunStopped`` when there is no such rule, or it flags no interview of the sample.
  package func interviews(flaggedBy code: String) throws(RunStopped) -> [String] {
    guard Self.qualityRules.contains(where: { $0.id == code }) else {
      throw RunStopped([.unknownRule(code, among: Self.qualityRules)], exit: .badData)
    }
    let report =
      if let quality { quality } else { try checkQuality(isWhole: true) }
    let flagged = report.interviews(flaggedBy: code)
    guard !flagged.isEmpty else { throw RunStopped([.nothingFlagged(by: code)], exit: .badData) }
    return flagged
  }

  /// The codes of the rules, for those who name one.
  package static var qualityRules: [FindingCode] { QualityCodes.all }

  private func qualityInput(
    _ table: ResponseTable, rejects: [StoredReject], isWhole: Bool
  ) throws(RunStopped) -> QualityInput {
    let questionnaire = survey.questionnaire
    let rules = survey.definition.quality
    let design = survey.definition.design
    func grouping(_ variables: [String]) -> Grouping? {
      variables.isEmpty
        ? nil : makeGrouping(variables, questionnaire: questionnaire, table: table)
    }
    var forms: (grouping: Grouping, numbers: [UnitNumbers])?
    if let rule = rules.forms {
      forms = try unitNumbers(
        rule.path, of: rule.variable, UnitNumbersFile.forms, grouping([rule.variable]))
    }
    var quota: (grouping: Grouping, numbers: [UnitNumbers])?
    if let rule = rules.quota {
      quota = try unitNumbers(
        rule.path, of: rule.variable, UnitNumbersFile.quota, grouping([rule.variable]))
    }
    // Where each interview is a sampling unit of its own, the stratum is the unit.
    let clusters = design.clusters == [survey.definition.interviewID] ? [] : design.clusters
    let units = rules.unit.map { [$0] } ?? (clusters.isEmpty ? design.strata : clusters)
    return QualityInput(
      rules: rules, fields: questionnaire.fields, table: table,
      interviewers: grouping([rules.interviewer ?? QualityDefinition.usualInterviewer]),
      units: grouping(units), strata: units == design.strata ? nil : grouping(design.strata),
      forms: forms, quota: quota, rejects: rejects, mostForMatches: isWhole ? 100_000 : 0,
      mostPairs: isWhole ? 50_000_000_000 : 100_000_000)
  }

  private func unitNumbers(
    _ path: String, of variable: String, _ columns: [String], _ grouping: Grouping?
  ) throws(RunStopped) -> (grouping: Grouping, numbers: [UnitNumbers])? {
    guard let grouping else { return nil }
    let (units, findings) = readUnitNumbers(
      path: path, of: survey.fields([variable]), numbers: columns)
    guard let units else { throw RunStopped(findings, exit: .badData) }
    return (grouping, units)
  }
}
