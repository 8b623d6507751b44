package import SurveyModel

/// Every code of this stage, for the errors page.
package enum QuestionnairesCodes {
  package static let all =
    FileCode.all + QuestionnaireCode.all + ConditionCode.all + CodeListCode.all + SurveyCode.all
    + PopulationCode.all + SampledCode.all + ReplicatesCode.all + PlanCode.all + ReportCode.all
    + FormsCode.all

  /// Codes of files that are not there, which end the program with status 66.
  package static let missingInput = FileCode.missingInput
}
