internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// The rows of live batches that were not accepted, with every reason, in the order read.
  ///
  /// With `survey` or `batch`, only those of this survey or batch.
  package func rejects(
    survey: String? = nil, batch: Int64? = nil
  ) throws(StoreError) -> [StoredReject] {
    try read { database in
      if let survey { _ = try self.generation(database, survey) }
      var reasons: [Int64: [Finding]] = [:]
      let findings = try StoredRow.fetchAll(
        database,
        sql: """
          \(StoredFindings.select)
          WHERE (?1 IS NULL OR batch.survey_id = ?1) AND (?2 IS NULL OR batch.id = ?2)
            AND finding.reject_id IS NOT NULL
          ORDER BY finding.id
          """, arguments: [survey, batch])
      for row in findings {
        reasons[try row["reject_id"], default: []].append(try StoredFindings.finding(row))
      }
      return try StoredRow.fetchAll(
        database,
        sql: """
          SELECT reject.*, batch.file FROM reject JOIN batch ON batch.id = reject.batch_id
          WHERE (?1 IS NULL OR batch.survey_id = ?1) AND (?2 IS NULL OR batch.id = ?2)
          ORDER BY reject.batch_id, reject.id
          """, arguments: [survey, batch]
      ).map { row in
        StoredReject(
          batch: try row["batch_id"], file: try row["file"],
          row: RejectedRow(
            kind: try row.choice("kind"), line: try row["line"],
            interviewID: try row[optional: "interview_id"], findings: reasons[try row["id"]] ?? [],
            rawText: try row["raw_text"]))
      }
    }
  }

  /// Findings about the files of live batches and about rows that were accepted.
  package func fileFindings(
    survey: String, batch: Int64? = nil
  ) throws(StoreError) -> [Finding] {
    try read { database in
      _ = try self.generation(database, survey)
      return try StoredRow.fetchAll(
        database,
        sql: """
          \(StoredFindings.select)
          WHERE batch.survey_id = ?1 AND (?2 IS NULL OR batch.id = ?2)
            AND finding.reject_id IS NULL
          ORDER BY finding.id
          """, arguments: [survey, batch]
      ).map(StoredFindings.finding)
    }
  }
}
