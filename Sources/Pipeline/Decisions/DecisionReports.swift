import Reporting
package import SurveyModel

/// Decisions as a table for the terminal.
package func decisionTable(_ decisions: [Decision], language: Language) -> String {
  decisionListing(decisions, language: language)
}

/// Decisions as JSON text.
package func decisionsText(_ decisions: [Decision], showsInterviews: Bool) -> String {
  String(decoding: decisionsJSON(decisions, showsInterviews: showsInterviews), as: UTF8.self)
}

extension SurveySession {
  /// What a correction changes, answer by answer, for the terminal.
  package func correctionTable(_ decision: Decision, language: Language) -> String {
    let idField = survey.questionnaire.field(survey.definition.interviewID)
    return correctionListing(
      decision, questionnaire: survey.questionnaire, showsIDs: idField?.isPersonal != true,
      language: language)
  }
}

/// The record of an erasure, as text or JSON.
package func erasureReport(_ record: ErasureRecord, language: Language, asJSON: Bool) -> String {
  asJSON
    ? String(decoding: erasureJSON(record), as: UTF8.self)
    : erasureText(record, language: language)
}
