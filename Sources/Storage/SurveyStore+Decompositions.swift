internal import GRDB
internal import SurveyModel

extension SurveyStore {
  func insert(
    _ decomposition: Decomposition, _ number: Int, isOfChange: Bool, _ database: Database,
    _ survey: String
  ) throws {
    var (target, threshold, earlier): (String?, Double?, String?) = (nil, nil, nil)
    switch decomposition.subject {
    case .distance(let id, let value): (target, threshold) = (id, value)
    case .change(let id): earlier = id
    }
    try database.execute(
      sql: """
        INSERT INTO decomposition (survey_id, decomposition_number, kind, measure_id, target_id,
          threshold, earlier_survey, variables, whole, standard_error, is_of_change)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        survey, number, decomposition.kind.rawValue, decomposition.id, target, threshold, earlier,
        JSONText.array(of: decomposition.variables), decomposition.whole,
        decomposition.standardError, isOfChange,
      ])
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO decomposition_part (survey_id, decomposition_number, part_number, item_id,
          domain, effect, figure, share, contribution, standard_error,
          degrees_of_freedom, half_width, flag, flag_reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var domains = DomainText()
    for (place, part) in decomposition.parts.enumerated() {
      var (item, domain): (String?, String?) = (nil, nil)
      switch part.place {
      case .item(let id): item = id
      case .domain(let terms): domain = try domains.text(of: terms)
      case .outsideDomains: break
      }
      try statement.execute(arguments: [
        survey, number, place, item, domain, part.effect.rawValue, part.figure, part.share,
        part.contribution, part.standardError, part.degreesOfFreedom, part.halfWidth,
        part.flag?.rawValue, part.flagReason?.rawValue,
      ])
    }
  }

  /// The stored decompositions in order, those of targets and those of the change.
  func decompositions(
    _ database: Database, _ survey: String
  ) throws -> [(value: Decomposition, isOfChange: Bool)] {
    var all = try StoredRow.fetchAll(
      database,
      sql: "SELECT * FROM decomposition WHERE survey_id = ? ORDER BY decomposition_number",
      arguments: [survey]
    ).map { row in
      (
        value: Decomposition(
          kind: try row.choice("kind"), id: try row["measure_id"],
          subject: try self.subject(row, survey),
          variables: try JSONText.decode([String].self, try row["variables"]),
          whole: try row["whole"], standardError: try row[optional: "standard_error"], parts: []),
        isOfChange: try row["is_of_change"] as Bool
      )
    }
    let parts = try StoredRow.fetchAll(
      database,
      sql: """
        SELECT * FROM decomposition_part WHERE survey_id = ?
        ORDER BY decomposition_number, part_number
        """, arguments: [survey])
    var domains = DomainText()
    for row in parts {
      let number = try row.count("decomposition_number")
      guard number < all.count else { throw damaged(survey) }
      let place: DecompositionPart.Place
      if let item: String = try row[optional: "item_id"] {
        place = .item(item)
      } else if let domain: String = try row[optional: "domain"] {
        place = .domain(try domains.terms(of: domain))
      } else {
        place = .outsideDomains
      }
      all[number].value.parts.append(
        DecompositionPart(
          place: place, effect: try row.choice("effect"), figure: try row[optional: "figure"],
          share: try row[optional: "share"], contribution: try row["contribution"],
          standardError: try row[optional: "standard_error"],
          degreesOfFreedom: try row[optional: "degrees_of_freedom"],
          halfWidth: try row[optional: "half_width"],
          flag: try row.choice(optional: "flag"),
          flagReason: try row.choice(optional: "flag_reason")))
    }
    return all
  }

  private func subject(_ row: StoredRow, _ survey: String) throws -> Decomposition.Subject {
    if let target: String = try row[optional: "target_id"] {
      return .distance(target: target, threshold: try row["threshold"])
    }
    guard let earlier: String = try row[optional: "earlier_survey"] else { throw damaged(survey) }
    return .change(survey: earlier)
  }

  private func damaged(_ survey: String) -> StoreError {
    .corrupted(path: path, detail: "decomposition: \(survey)")
  }
}
