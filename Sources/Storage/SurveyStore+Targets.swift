internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Stores the judged targets of a survey in place of those before; the analysis that went with
  /// the old ones is deleted.
  ///
  /// `generation` is as in ``save(weights:survey:madeFrom:)``.
  package func save(
    targets: [TargetResult], survey: String, madeFrom generation: Int64? = nil
  ) throws(StoreError) {
    try write { database in
      let current = try self.generation(database, survey)
      try self.deleteTargets(database, survey)
      try self.markResult(database, "targets", survey, generation ?? current)
      for (number, result) in targets.enumerated() {
        try database.execute(
          sql: """
            INSERT INTO target (survey_id, target_number, target_id, measure, kind, baseline,
              threshold, estimate, standard_error, difference, verdict, confidence, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            survey, number, result.target.id, result.target.measure?.name ?? "",
            result.target.rule.kind,
            result.baseline, result.threshold, result.estimate, result.standardError,
            result.difference, result.verdict.rawValue, result.confidence?.rawValue,
            try JSONText.encode(TargetResultRecord(result)),
          ])
      }
    }
  }

  /// The stored targets in the order of the plan; empty when none were judged.
  package func targets(survey: String) throws(StoreError) -> [TargetResult] {
    try read { database in
      _ = try self.generation(database, survey)
      return try StoredRow.fetchAll(
        database,
        sql: "SELECT facts FROM target WHERE survey_id = ? ORDER BY target_number",
        arguments: [survey]
      ).map { row in
        guard let result = try JSONText.decode(TargetResultRecord.self, try row["facts"]).result
        else {
          throw StoreError.corrupted(path: self.path, detail: "target: \(survey)")
        }
        return result
      }
    }
  }

  /// Deletes the targets of a survey and the analysis that tells what pulls them down.
  func deleteTargets(_ database: Database, _ survey: String) throws {
    try deleteAnalysis(database, survey)
    try database.execute(sql: "DELETE FROM target WHERE survey_id = ?", arguments: [survey])
    try database.execute(
      sql: "DELETE FROM result WHERE survey_id = ? AND kind = 'targets'", arguments: [survey])
  }
}
