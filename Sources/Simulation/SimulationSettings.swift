package import SurveyModel

/// A known population by the levels of one variable or of several crossed.
package struct PopulationMargin: Sendable {
  package var levels: [GroupLevel]
  /// One per level, persons.
  package var totals: [Double]

  package init(levels: [GroupLevel], totals: [Double]) {
    self.levels = levels
    self.totals = totals
  }
}

/// What to make up, and from which seed: the same settings give the same bytes.
package struct SimulationSettings: Sendable {
  package var survey: SurveyDefinition
  /// With every code list filled in.
  package var questionnaire: Questionnaire
  package var plan: Plan?
  /// The margins of the survey's weighting; people are drawn from them.
  package var margins: [PopulationMargin]
  package var interviews: Int
  package var seed: UInt64
  /// By factor: the percentage its satisfied share is drawn around, before anything of the plan.
  package var levels: [String: Double]

  package init(
    survey: SurveyDefinition, questionnaire: Questionnaire, plan: Plan?,
    margins: [PopulationMargin], interviews: Int, seed: UInt64, levels: [String: Double] = [:]
  ) {
    self.survey = survey
    self.questionnaire = questionnaire
    self.plan = plan
    self.margins = margins
    self.interviews = interviews
    self.seed = seed
    self.levels = levels
  }
}
