package import SurveyModel

/// What a person who opens a written questionnaire should look at, in both languages, by the id of
/// the element that the comment stands before.
package struct QuestionnaireComments: Sendable, Hashable {
  /// At the head of the file.
  package var head: [LocalizedText] = []
  package var scales: [String: [LocalizedText]] = [:]
  package var fields: [String: [LocalizedText]] = [:]
  package var factors: [String: [LocalizedText]] = [:]
  package var index: [LocalizedText] = []

  package init() {}
}
