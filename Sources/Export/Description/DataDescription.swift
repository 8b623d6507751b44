package import SurveyModel

/// What a description of a survey's data is made from.
package struct DataDescription: Sendable {
  package var survey: SurveyDefinition
  package var questionnaire: Questionnaire
  /// Version of the program.
  package var version: String
  /// ISO 8601, UTC.
  package var generated: String
  /// The accepted interviews; without any there are no counts.
  package var responses: ResponseTable
  /// The weighting steps that were made, the last of which is used; empty without interviews.
  package var weights: [WeightStep]

  package init(
    survey: SurveyDefinition, questionnaire: Questionnaire, version: String, generated: String,
    responses: ResponseTable, weights: [WeightStep]
  ) {
    precondition(
      weights.last.map { $0.weights.count == responses.count } ?? (responses.count == 0),
      "one weight per interview")
    self.survey = survey
    self.questionnaire = questionnaire
    self.version = version
    self.generated = generated
    self.responses = responses
    self.weights = weights
  }

  /// The weight of each interview; empty without interviews.
  var finalWeights: [Double] { weights.last?.weights ?? [] }

  /// The fields that leave the house: all but the personal ones, with their columns.
  var columns: [(field: Field, values: ColumnValues)] {
    zip(questionnaire.fields, responses.columns).filter { field, values in
      if case .dropped = values { return false }
      return !field.isPersonal
    }.map { ($0, $1) }
  }

  /// The factor an item belongs to.
  func factor(of item: String) -> Factor? {
    questionnaire.factors.first { $0.items.contains(item) }
  }
}

/// The name of the column of final weights beside the fields.
let weightColumn = "weight"

/// Writes a text in each language it has.
func inBothLanguages(_ text: LocalizedText, _ write: (Language, String) -> Void) {
  if let vi = text.vi { write(.vi, vi) }
  if let en = text.en { write(.en, en) }
}
