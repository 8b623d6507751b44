internal import GRDB
internal import SurveyModel

extension SurveyStore {
  func insert(_ table: ChangeTable, _ database: Database, _ survey: String) throws {
    try database.execute(
      sql: """
        INSERT INTO change_set (survey_id, earlier_survey, earlier_year, shares_clusters,
          common_psu_count) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [survey, table.survey, table.year, table.sharesClusters, table.commonPSUs])
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO change_estimate (survey_id, change_number, kind, measure_id, domain,
          value_now, value_before, difference, standard_error, independent_standard_error, lower,
          upper, degrees_of_freedom, p_value_raised, p_value_changed, smallest_detectable, flag,
          flag_reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var domains = DomainText()
    for (number, change) in table.changes.enumerated() {
      try statement.execute(arguments: [
        survey, number, change.kind.rawValue, change.id, try domains.text(of: change.domain),
        change.now, change.before, change.difference, change.standardError,
        change.independentStandardError, change.lower, change.upper, change.degreesOfFreedom,
        change.pValueRaised, change.pValueChanged, change.smallestDetectable,
        change.flag?.rawValue, change.flagReason?.rawValue,
      ])
    }
  }

  /// The stored change, without its decompositions.
  func change(_ database: Database, _ survey: String) throws -> ChangeTable? {
    guard
      let set = try StoredRow.fetchOne(
        database, sql: "SELECT * FROM change_set WHERE survey_id = ?", arguments: [survey])
    else { return nil }
    var domains = DomainText()
    let changes = try StoredRow.fetchAll(
      database, sql: "SELECT * FROM change_estimate WHERE survey_id = ? ORDER BY change_number",
      arguments: [survey]
    ).map { row in
      ChangeEstimate(
        kind: try row.choice("kind"), id: try row["measure_id"],
        domain: try domains.terms(of: try row["domain"]), now: try row["value_now"],
        before: try row["value_before"], difference: try row["difference"],
        standardError: try row[optional: "standard_error"],
        independentStandardError: try row[optional: "independent_standard_error"],
        lower: try row[optional: "lower"], upper: try row[optional: "upper"],
        degreesOfFreedom: try row[optional: "degrees_of_freedom"],
        pValueRaised: try row[optional: "p_value_raised"],
        pValueChanged: try row[optional: "p_value_changed"],
        smallestDetectable: try row[optional: "smallest_detectable"],
        flag: try row.choice(optional: "flag"),
        flagReason: try row.choice(optional: "flag_reason"))
    }
    return ChangeTable(
      survey: try set["earlier_survey"], year: try set["earlier_year"],
      sharesClusters: try set["shares_clusters"], commonPSUs: try set.count("common_psu_count"),
      changes: changes)
  }
}
