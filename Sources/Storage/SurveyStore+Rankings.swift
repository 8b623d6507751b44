internal import GRDB
internal import SurveyModel

extension SurveyStore {
  func insert(_ rankings: [Ranking], _ database: Database, _ survey: String) throws {
    let statement = try database.cachedStatement(
      sql: EstimateRow.insertion(
        into: "ranked_unit", keys: ["survey_id", "ranking_number", "unit_number"],
        rest: [
          "rank", "best_rank", "worst_rank", "groups", "difference_from_whole",
          "standard_error_of_difference", "adjusted_p_value",
        ]))
    var domains = DomainText()
    for (number, ranking) in rankings.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO ranking (survey_id, ranking_number, kind, measure_id, variables, level)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          survey, number, ranking.kind.rawValue, ranking.id, JSONText.array(of: ranking.variables),
          ranking.level,
        ])
      for (place, unit) in ranking.units.enumerated() {
        let groups = "[\(unit.groups.map(String.init).joined(separator: ","))]"
        try statement.execute(
          arguments: StatementArguments(
            [survey, number, place] + EstimateRow.values(of: unit.estimate, domains: &domains)
              + [
                unit.rank, unit.bestRank, unit.worstRank, groups, unit.differenceFromWhole,
                unit.standardErrorOfDifference, unit.adjustedPValue,
              ]))
      }
      for (place, estimate) in ranking.leftOut.enumerated() {
        try statement.execute(
          arguments: StatementArguments(
            [survey, number, ranking.units.count + place]
              + EstimateRow.values(of: estimate, domains: &domains)
              + [nil, nil, nil, nil, nil, nil, nil]))
      }
    }
  }

  func rankings(_ database: Database, _ survey: String) throws -> [Ranking] {
    var rankings = try StoredRow.fetchAll(
      database, sql: "SELECT * FROM ranking WHERE survey_id = ? ORDER BY ranking_number",
      arguments: [survey]
    ).map { row in
      Ranking(
        kind: try row.choice("kind"), id: try row["measure_id"],
        variables: try JSONText.decode([String].self, try row["variables"]),
        level: try row["level"], units: [])
    }
    let units = try StoredRow.fetchAll(
      database,
      sql: "SELECT * FROM ranked_unit WHERE survey_id = ? ORDER BY ranking_number, unit_number",
      arguments: [survey])
    var domains = DomainText()
    for row in units {
      let number = try row.count("ranking_number")
      guard number < rankings.count else {
        throw StoreError.corrupted(path: path, detail: "ranked_unit: \(survey)")
      }
      let estimate = try EstimateRow.estimate(row, domains: &domains)
      guard let rank: Int = try row[optional: "rank"] else {
        rankings[number].leftOut.append(estimate)
        continue
      }
      rankings[number].units.append(
        RankedUnit(
          estimate: estimate, rank: rank, bestRank: try row["best_rank"],
          worstRank: try row["worst_rank"],
          groups: try JSONText.decode([Int].self, try row["groups"]),
          differenceFromWhole: try row["difference_from_whole"],
          standardErrorOfDifference: try row[optional: "standard_error_of_difference"],
          adjustedPValue: try row[optional: "adjusted_p_value"]))
    }
    return rankings
  }
}
