internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Stores the estimates of a survey in place of those before; targets judged by the old ones, and
  /// the analysis made of them, are deleted.
  ///
  /// `generation` is as in ``save(weights:survey:madeFrom:)``.
  package func save(
    estimates table: EstimateTable, survey: String, madeFrom generation: Int64? = nil
  ) throws(StoreError) {
    try write { database in
      let current = try self.generation(database, survey)
      try self.deleteEstimates(database, survey)
      try self.markResult(database, "estimates", survey, generation ?? current)
      try database.execute(
        sql: """
          INSERT INTO estimate_set (survey_id, variance, replicate_count, single_psu_rule,
            single_psu_strata, strata_count, psu_count) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          survey, table.variance, table.replicateCount, table.singlePSURule.rawValue,
          try JSONText.encode(table.singlePSUStrata), table.strataCount, table.psuCount,
        ])
      try self.insert(table.estimates, into: "estimate", database, survey)
    }
  }

  /// The stored estimates, `nil` when there are none.
  package func estimates(survey: String) throws(StoreError) -> EstimateTable? {
    try read { database in
      _ = try self.generation(database, survey)
      guard
        let set = try StoredRow.fetchOne(
          database, sql: "SELECT * FROM estimate_set WHERE survey_id = ?", arguments: [survey])
      else { return nil }
      return EstimateTable(
        estimates: try self.estimates(from: "estimate", database, survey),
        variance: try set["variance"], replicateCount: try set.count("replicate_count"),
        singlePSUStrata: try JSONText.decode([String].self, try set["single_psu_strata"]),
        singlePSURule: try set.choice("single_psu_rule"), strataCount: try set["strata_count"],
        psuCount: try set["psu_count"])
    }
  }

  /// Inserts estimates, numbered from 0, into a table with the key (survey, estimate_number).
  func insert(
    _ estimates: [Estimate], into table: String, _ database: Database, _ survey: String
  ) throws {
    let statement = try database.cachedStatement(
      sql: EstimateRow.insertion(into: table, keys: ["survey_id", "estimate_number"]))
    var domains = DomainText()
    for (number, estimate) in estimates.enumerated() {
      try statement.execute(
        arguments: StatementArguments(
          [survey, number] + EstimateRow.values(of: estimate, domains: &domains)))
    }
  }

  func estimates(
    from table: String, _ database: Database, _ survey: String
  ) throws -> [Estimate] {
    var domains = DomainText()
    return try StoredRow.fetchAll(
      database, sql: "SELECT * FROM \(table) WHERE survey_id = ? ORDER BY estimate_number",
      arguments: [survey]
    ).map { try EstimateRow.estimate($0, domains: &domains) }
  }

  /// Deletes the estimates of a survey, the targets judged by them and the analysis.
  func deleteEstimates(_ database: Database, _ survey: String) throws {
    try deleteTargets(database, survey)
    for table in ["estimate", "estimate_set"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE survey_id = ?", arguments: [survey])
    }
    try database.execute(
      sql: "DELETE FROM result WHERE survey_id = ? AND kind = 'estimates'", arguments: [survey])
  }
}
