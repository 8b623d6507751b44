internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Stores the estimates of a survey in place of those before; targets judged by the old ones are
  /// deleted.
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
          INSERT INTO estimate_set (survey_id, variance, single_psu_rule, single_psu_strata,
            strata_count, psu_count) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          survey, table.variance, table.singlePSURule.rawValue,
          try JSONText.encode(table.singlePSUStrata), table.strataCount, table.psuCount,
        ])
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO estimate (survey_id, estimate_number, kind, measure_id, domain, value,
            standard_error, lower, upper, interval_method, degrees_of_freedom, design_effect,
            respondents, flag, is_complete)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (number, estimate) in table.estimates.enumerated() {
        try statement.execute(arguments: [
          survey, number, estimate.kind.rawValue, estimate.id,
          try JSONText.encode(estimate.domain.map(DomainTermRecord.init)), estimate.value,
          estimate.standardError, estimate.lower, estimate.upper,
          estimate.intervalMethod.rawValue, estimate.degreesOfFreedom, estimate.designEffect,
          estimate.respondents, estimate.flag?.rawValue, estimate.isComplete,
        ])
      }
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
      let estimates = try StoredRow.fetchAll(
        database, sql: "SELECT * FROM estimate WHERE survey_id = ? ORDER BY estimate_number",
        arguments: [survey]
      ).map(Self.estimate)
      return EstimateTable(
        estimates: estimates, variance: try set["variance"],
        singlePSUStrata: try JSONText.decode([String].self, try set["single_psu_strata"]),
        singlePSURule: try set.choice("single_psu_rule"), strataCount: try set["strata_count"],
        psuCount: try set["psu_count"])
    }
  }

  private static func estimate(_ row: StoredRow) throws -> Estimate {
    Estimate(
      kind: try row.choice("kind"), id: try row["measure_id"],
      domain: try JSONText.decode([DomainTermRecord].self, try row["domain"]).map(\.term),
      value: try row[optional: "value"], standardError: try row[optional: "standard_error"],
      lower: try row[optional: "lower"], upper: try row[optional: "upper"],
      intervalMethod: try row.choice("interval_method"),
      degreesOfFreedom: try row["degrees_of_freedom"],
      designEffect: try row[optional: "design_effect"], respondents: try row["respondents"],
      flag: try row.choice(optional: "flag"), isComplete: try row["is_complete"])
  }

  /// Deletes the estimates of a survey and the targets judged by them.
  func deleteEstimates(_ database: Database, _ survey: String) throws {
    for table in ["target", "estimate", "estimate_set"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE survey_id = ?", arguments: [survey])
    }
    try database.execute(
      sql: "DELETE FROM result WHERE survey_id = ? AND kind IN ('estimates', 'targets')",
      arguments: [survey])
  }
}
