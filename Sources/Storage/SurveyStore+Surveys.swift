internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Makes the survey known, or brings what is known of it up to date.
  ///
  /// When its definition or questionnaire differs from the one before, results derived under the
  /// old one become stale (see ``isStale(survey:)``).
  ///
  /// `definitionSHA256` is the lower-case hexadecimal SHA-256 that stands for everything the results
  /// depend on beside the responses.
  package func register(
    _ survey: SurveyDefinition, questionnaire: Questionnaire, definitionSHA256: String
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO survey (id, year, title_vi, title_en, questionnaire_id,
            questionnaire_version, definition_sha256) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET year = excluded.year, title_vi = excluded.title_vi,
            title_en = excluded.title_en, questionnaire_id = excluded.questionnaire_id,
            questionnaire_version = excluded.questionnaire_version,
            definition_sha256 = excluded.definition_sha256,
            generation = generation + (definition_sha256 <> excluded.definition_sha256
              OR questionnaire_id <> excluded.questionnaire_id
              OR questionnaire_version <> excluded.questionnaire_version)
          """,
        arguments: [
          survey.id, survey.year, survey.title.vi, survey.title.en, questionnaire.id,
          questionnaire.version, definitionSHA256,
        ])
    }
  }

  /// A number that grows whenever the survey's responses or definition change.
  ///
  /// Read it before the responses and give it to ``save(weights:survey:madeFrom:)`` and its like:
  /// results then count as stale when another run changed the responses in between.
  package func generation(survey: String) throws(StoreError) -> Int64 {
    try read { database in try self.generation(database, survey) }
  }

  /// True when stored weights, estimates or targets no longer fit the responses.
  ///
  /// They were then made from other responses, or under another definition, than the store holds
  /// now. False when none are stored.
  package func isStale(survey: String) throws(StoreError) -> Bool {
    try read { database in
      let generation = try self.generation(database, survey)
      return try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM result WHERE survey_id = ? AND generation <> ?)",
        arguments: [survey, generation]) ?? false
    }
  }

  func generation(_ database: Database, _ survey: String) throws -> Int64 {
    guard
      let generation = try Int64.fetchOne(
        database, sql: "SELECT generation FROM survey WHERE id = ?", arguments: [survey])
    else { throw StoreError.unknownSurvey(path: path, survey: survey) }
    return generation
  }

  func bumpGeneration(_ database: Database, _ survey: String) throws {
    try database.execute(
      sql: "UPDATE survey SET generation = generation + 1 WHERE id = ?", arguments: [survey])
  }
}
