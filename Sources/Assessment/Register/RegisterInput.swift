package import SurveyModel

/// The figures of one survey, as its estimation left them.
package struct SurveyOfYear: Sendable, Hashable {
  package var id: String
  package var year: Int
  /// Id of its questionnaire: figures of different ones are not comparable.
  package var questionnaire: String
  package var estimates: EstimateTable

  package init(id: String, year: Int, questionnaire: String, estimates: EstimateTable) {
    self.id = id
    self.year = year
    self.questionnaire = questionnaire
    self.estimates = estimates
  }
}

/// All that a register is made of.
package struct RegisterInput: Sendable {
  /// With the figures on record in their places.
  package var plan: Plan
  /// The year under review.
  package var year: Int
  /// The day that deadlines are compared with.
  package var day: CivilDate
  /// Places of published figures, and their unit; `nil` without a survey.
  package var index: IndexMethod?
  /// That of the year under review first where a year has several; only the first of a year counts.
  package var surveys: [SurveyOfYear]
  /// The comparison of the survey of `changeOf` with an earlier one, by one method.
  package var change: ChangeTable?
  package var changeOf: Int?
  package var judgements: [TargetJudgement]

  package init(
    plan: Plan, year: Int, day: CivilDate, index: IndexMethod? = nil,
    surveys: [SurveyOfYear] = [], change: ChangeTable? = nil, changeOf: Int? = nil,
    judgements: [TargetJudgement] = []
  ) {
    self.plan = plan
    self.year = year
    self.day = day
    self.index = index
    self.surveys = surveys
    self.change = change
    self.changeOf = changeOf
    self.judgements = judgements
  }

  func survey(of year: Int) -> SurveyOfYear? { surveys.first { $0.year == year } }
}
