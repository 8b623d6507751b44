internal import GRDB
package import SurveyModel

/// A survey of the store that has been estimated.
package struct EstimatedSurvey: Sendable, Hashable {
  package var id: String
  package var year: Int
  package var questionnaire: String
  /// The responses or the definition changed since: the estimates are those of before.
  package var isStale: Bool
  package var estimates: EstimateTable
}

extension SurveyStore {
  /// The surveys of this store with their estimates, by year and id; only the first `limit`.
  package func estimatedSurveys(
    except survey: String? = nil, limit: Int = 64
  ) throws(StoreError) -> [EstimatedSurvey] {
    let rows = try read { database in
      try StoredRow.fetchAll(
        database,
        sql: """
          SELECT survey.id, survey.year, survey.questionnaire_id,
            result.generation <> survey.generation AS is_stale
          FROM survey JOIN result ON result.survey_id = survey.id AND result.kind = 'estimates'
          WHERE survey.id IS NOT ?1 ORDER BY survey.year, survey.id LIMIT ?2
          """, arguments: [survey, limit]
      ).map { row in
        (
          id: try row["id"] as String, year: try row["year"] as Int,
          questionnaire: try row["questionnaire_id"] as String,
          isStale: try row["is_stale"] as Bool
        )
      }
    }
    var surveys: [EstimatedSurvey] = []
    for row in rows {
      guard let estimates = try estimates(survey: row.id) else { continue }
      surveys.append(
        EstimatedSurvey(
          id: row.id, year: row.year, questionnaire: row.questionnaire, isStale: row.isStale,
          estimates: estimates))
    }
    return surveys
  }
}
