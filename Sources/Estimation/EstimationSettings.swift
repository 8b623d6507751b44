package import SurveyModel

/// What a survey file decides about its estimates.
package struct EstimationSettings: Sendable, Hashable {
  /// For shares; means of scores always get ``IntervalMethod/waldT``.
  package var interval: IntervalMethod
  /// Two-sided coverage, above 0 and below 1.
  package var level: Double
  /// Estimates on fewer respondents are flagged ``EstimateFlag/suppressed``; 0 means no rule.
  package var minimumRespondents: Int

  package init(
    interval: IntervalMethod = .waldT, level: Double = 0.95, minimumRespondents: Int = 0
  ) {
    precondition(level > 0 && level < 1, "the coverage of an interval lies between 0 and 1")
    self.interval = interval
    self.level = level
    self.minimumRespondents = minimumRespondents
  }
}
