package import SurveyModel
import XML

/// A survey with its questionnaire and plan, read and checked against each other.
package struct Campaign: Sendable {
  package var survey: SurveyDefinition
  /// With the code lists of the survey filled in.
  package var questionnaire: Questionnaire
  /// With every measure's kind resolved.
  package var plan: Plan?
  package var forms: ReportingForms?

  package init(
    survey: SurveyDefinition, questionnaire: Questionnaire, plan: Plan?,
    forms: ReportingForms? = nil
  ) {
    self.survey = survey
    self.questionnaire = questionnaire
    self.plan = plan
    self.forms = forms
  }
}

/// Reads a survey file and the questionnaire and plan it names, and checks all three together.
///
/// - Parameters:
///   - path: The survey file as the user gave it.
///   - requiresResponses: As in ``readSurvey(at:requiresResponses:)``.
/// - Returns: The campaign when no file has an error, and the findings of all files.
package func readCampaign(at path: String, requiresResponses: Bool = true) -> Loaded<Campaign> {
  readCampaign(at: path, requiresResponses: requiresResponses, followsEarlier: true)
}

/// The same, with or without reading and checking the earlier survey that the file names.
func readCampaign(
  at path: String, requiresResponses: Bool, followsEarlier: Bool
) -> Loaded<Campaign> {
  let survey = readSurvey(at: path, requiresResponses: requiresResponses)
  guard let root = survey.root, root.name == Vocabulary.survey.rawValue else {
    return Loaded(value: nil, findings: survey.findings, file: path, root: survey.root)
  }
  var findings = survey.findings
  // A file that is named but missing is reported by the survey, at the place that names it.
  let questionnaire = named("questionnaire", by: root, file: path).map { readQuestionnaire(at: $0) }
  let plan = named("plan", by: root, file: path).map { readPlan(at: $0) }
  findings += questionnaire?.findings ?? []
  findings += plan?.findings ?? []
  let forms = named("forms", by: root, file: path).map { readForms(at: $0) }
  findings += forms?.findings ?? []
  guard let asked = questionnaire?.value else {
    return Loaded(
      value: nil, findings: findings.sorted(by: Finding.inOrder), file: path, root: root)
  }
  let together = checkTogether(survey: root, file: path, questionnaire: asked, plan: plan?.root)
  findings += together.findings
  if let forms = forms?.root {
    findings += checkFormMeasures(
      forms, against: together.questionnaire, plan: plan?.root)
  }
  if followsEarlier {
    findings += checkEarlierSurvey(root, file: path, against: together.questionnaire)
  }
  findings = findings.sorted(by: Finding.inOrder)
  guard !findings.contains(where: { $0.severity == .error }), let definition = survey.value else {
    return Loaded(value: nil, findings: findings, file: path, root: root)
  }
  let campaign = Campaign(
    survey: definition, questionnaire: together.questionnaire,
    plan: plan?.value.map { resolveMeasures(of: $0, with: together.questionnaire) },
    forms: forms?.value)
  return Loaded(value: campaign, findings: findings, file: path, root: root)
}

private func named(_ child: String, by root: XMLElement, file: String) -> String? {
  guard let reference = root.child(child)?.word("href"), !reference.isEmpty,
    !isAddress(reference)
  else { return nil }
  let path = resolvePath(reference, from: file)
  return isExistingFile(path) ? path : nil
}

/// The rules between files.
func checkTogether(
  survey: XMLElement, file: String, questionnaire: Questionnaire, plan: XMLElement?
) -> (questionnaire: Questionnaire, findings: [Finding]) {
  let year = survey.integer("year")
  let filled = fillCodeLists(of: questionnaire, survey: survey, file: file, year: year)
  var findings = filled.findings + checkVariableUses(survey, against: filled.questionnaire)
  findings += checkMapping(survey, against: filled.questionnaire)
  findings += checkPersonal(survey, against: filled.questionnaire)
  findings += checkInterviewID(survey, against: filled.questionnaire)
  findings += checkSupportingFiles(survey, file: file, against: filled.questionnaire)
  if let plan {
    findings += checkPlanMeasures(plan, against: filled.questionnaire)
    if let year { findings += checkPlanYear(plan, year: year) }
  }
  return (filled.questionnaire, findings)
}
