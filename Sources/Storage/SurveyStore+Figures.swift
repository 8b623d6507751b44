internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Puts figures on record, all or none.
  ///
  /// An entry with ``FigureEntry/replaces`` takes the place of that one, which keeps its record. Stored
  /// targets of `survey` were judged without them and are deleted with the analysis.
  ///
  /// - Parameters:
  ///   - entries: Of one plan, at most one for a figure and year; numbers not yet given.
  ///   - survey: A registered survey with this plan, if there is one.
  /// - Returns: Their numbers, in order.
  /// - Throws: ``StoreError/figuresChangedMeanwhile(path:plan:)`` when another entry holds than the one an
  ///   entry replaces, or any where it replaces none.
  /// - Precondition: Not empty.
  package func record(
    figures entries: [FigureEntry], survey: String?
  ) throws(StoreError) -> [Int64] {
    guard let first = entries.first else { preconditionFailure("nothing to record") }
    return try write { database in
      var numbers: [Int64] = []
      for entry in entries {
        try self.replace(
          entry.replaces, .figure, plan: entry.plan, of: entry.figure, year: entry.year,
          at: entry.at, database)
        try database.execute(
          sql: """
            INSERT INTO figure_entry (plan_id, figure_id, year, value, source, at, who, file, reason,
              replaces_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            entry.plan, entry.figure, entry.year, entry.value, entry.source, entry.at, entry.by,
            entry.file, entry.reason, entry.replaces,
          ])
        numbers.append(database.lastInsertedRowID)
      }
      if let survey { try self.deleteTargets(database, survey) }
      let corrected = entries.count { $0.replaces != nil }
      try AuditEntry(
        at: first.at, by: first.by, action: corrected > 0 ? "figure.corrected" : "figure.entered",
        survey: survey,
        note: LocalizedText(
          vi: "kế hoạch \(first.plan): nhập \(entries.count) số liệu, "
            + "trong đó \(corrected) thay số đã nhập",
          en: "plan \(first.plan): \(entries.count) figures entered, "
            + "\(corrected) of them in place of earlier ones")
      ).insert(into: database)
      return numbers
    }
  }

  /// The entries of a plan in the order they were made, replaced and withdrawn ones included.
  package func figures(plan: String) throws(StoreError) -> [FigureEntry] {
    try read { database in
      try StoredRow.fetchAll(
        database, sql: "SELECT * FROM figure_entry WHERE plan_id = ? ORDER BY id",
        arguments: [plan]
      ).map { row in
        FigureEntry(
          number: try row["id"], plan: try row["plan_id"], figure: try row["figure_id"],
          year: try row["year"], value: try row["value"], source: try row["source"],
          at: try row["at"], by: try row["who"], file: try row[optional: "file"],
          reason: try row[optional: "reason"], replaces: try row[optional: "replaces_id"],
          replacedAt: try row[optional: "replaced_at"], withdrawn: try Self.withdrawal(row))
      }
    }
  }

  /// Takes an entry back and keeps its record; one that it took the place of holds again.
  ///
  /// - Precondition: `entry` holds.
  package func withdraw(
    figure entry: FigureEntry, _ withdrawal: Withdrawal, survey: String?
  ) throws(StoreError) {
    precondition(entry.holds, "what does not hold cannot be withdrawn")
    try write { database in
      try self.withdraw(
        entry.number, replacing: entry.replaces, plan: entry.plan, withdrawal, .figure, database)
      if let survey { try self.deleteTargets(database, survey) }
      try AuditEntry(
        at: withdrawal.at, by: withdrawal.by, action: "figure.withdrawn", survey: survey,
        note: LocalizedText(
          vi: "kế hoạch \(entry.plan): rút số liệu \(entry.number)",
          en: "plan \(entry.plan): figure entry \(entry.number) withdrawn")
      ).insert(into: database)
    }
  }

  /// Puts a judgement on record, in the place of the one that it replaces.
  ///
  /// - Parameters:
  ///   - judgement: Its number not yet given.
  ///   - survey: As in ``record(figures:survey:)``.
  /// - Returns: Its number.
  /// - Throws: As ``record(figures:survey:)``.
  package func record(
    judgement: TargetJudgement, survey: String?
  ) throws(StoreError) -> Int64 {
    try write { database in
      try self.replace(
        judgement.replaces, .judgement, plan: judgement.plan, of: judgement.target,
        year: judgement.year, at: judgement.at, database)
      try database.execute(
        sql: """
          INSERT INTO judgement (plan_id, target_id, year, is_met, reason, at, who, replaces_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          judgement.plan, judgement.target, judgement.year, judgement.isMet, judgement.reason,
          judgement.at, judgement.by, judgement.replaces,
        ])
      let number = database.lastInsertedRowID
      if let survey { try self.deleteTargets(database, survey) }
      try AuditEntry(
        at: judgement.at, by: judgement.by, action: "judgement.recorded", survey: survey,
        note: LocalizedText(
          vi: "kế hoạch \(judgement.plan): đánh giá \(number) của mục tiêu \(judgement.target)",
          en: "plan \(judgement.plan): judgement \(number) of the target \(judgement.target)")
      ).insert(into: database)
      return number
    }
  }

  /// The judgements of a plan in the order they were made, replaced and withdrawn ones included.
  package func judgements(plan: String) throws(StoreError) -> [TargetJudgement] {
    try read { database in
      try StoredRow.fetchAll(
        database, sql: "SELECT * FROM judgement WHERE plan_id = ? ORDER BY id", arguments: [plan]
      ).map { row in
        TargetJudgement(
          number: try row["id"], plan: try row["plan_id"], target: try row["target_id"],
          year: try row["year"], isMet: try row["is_met"], reason: try row["reason"],
          at: try row["at"], by: try row["who"], replaces: try row[optional: "replaces_id"],
          replacedAt: try row[optional: "replaced_at"], withdrawn: try Self.withdrawal(row))
      }
    }
  }

  /// Takes a judgement back and keeps its record; one that it took the place of holds again.
  ///
  /// - Precondition: `judgement` holds.
  package func withdraw(
    judgement: TargetJudgement, _ withdrawal: Withdrawal, survey: String?
  ) throws(StoreError) {
    precondition(judgement.holds, "what does not hold cannot be withdrawn")
    try write { database in
      try self.withdraw(
        judgement.number, replacing: judgement.replaces, plan: judgement.plan, withdrawal,
        .judgement, database)
      if let survey { try self.deleteTargets(database, survey) }
      try AuditEntry(
        at: withdrawal.at, by: withdrawal.by, action: "judgement.withdrawn", survey: survey,
        note: LocalizedText(
          vi: "kế hoạch \(judgement.plan): rút đánh giá \(judgement.number)",
          en: "plan \(judgement.plan): judgement \(judgement.number) withdrawn")
      ).insert(into: database)
    }
  }

  // MARK: One that holds

  /// The two tables in which one row holds for a plan, a name and a year.
  private enum Record: String {
    case figure = "figure_entry"
    case judgement

    var name: String { self == .figure ? "figure_id" : "target_id" }
  }

  private func replace(
    _ number: Int64?, _ record: Record, plan: String, of name: String, year: Int, at time: String,
    _ database: Database
  ) throws {
    let held = try Int64.fetchOne(
      database,
      sql: """
        SELECT id FROM \(record.rawValue) WHERE plan_id = ? AND \(record.name) = ? AND year = ?
          AND replaced_at IS NULL AND withdrawn_at IS NULL
        """, arguments: [plan, name, year])
    guard held == number else {
      throw StoreError.figuresChangedMeanwhile(path: path, plan: plan)
    }
    guard let number else { return }
    try database.execute(
      sql: "UPDATE \(record.rawValue) SET replaced_at = ? WHERE id = ?",
      arguments: [time, number])
  }

  private func withdraw(
    _ number: Int64, replacing earlier: Int64?, plan: String, _ withdrawal: Withdrawal,
    _ record: Record, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        UPDATE \(record.rawValue) SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
        WHERE id = ? AND plan_id = ? AND replaced_at IS NULL AND withdrawn_at IS NULL
        """,
      arguments: [withdrawal.at, withdrawal.by, withdrawal.reason, number, plan])
    guard database.changesCount == 1 else {
      throw StoreError.figuresChangedMeanwhile(path: path, plan: plan)
    }
    guard let earlier else { return }
    try database.execute(
      sql: "UPDATE \(record.rawValue) SET replaced_at = NULL WHERE id = ?", arguments: [earlier])
  }
}
