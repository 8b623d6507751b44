internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Records a decision; the answers it speaks of stay as they are.
  ///
  /// - Parameters:
  ///   - decision: An exclusion or a correction, its number not yet given.
  ///   - generation: The ``generation(survey:)`` it was taken at.
  /// - Returns: Its number.
  /// - Throws: ``StoreError/changedMeanwhile(path:survey:)`` when the survey changed since.
  package func record(
    _ decision: Decision, ifGeneration generation: Int64
  ) throws(StoreError) -> Int64 {
    precondition(decision.kind != .erasure, "erasing records itself")
    return try write { database in
      try self.check(generation, decision.survey, database)
      let number = try self.insert(decision, into: database)
      try self.bumpGeneration(database, decision.survey)
      let count = decision.interviewCount
      try AuditEntry(
        at: decision.at, by: decision.by, action: "decision.\(decision.kind.rawValue)",
        survey: decision.survey, batch: decision.batch,
        note: decision.kind == .exclusion
          ? LocalizedText(
            vi: "quyết định \(number): loại \(count) phiếu khỏi mẫu",
            en: "decision \(number): \(count) interviews left out of the sample")
          : LocalizedText(
            vi: "quyết định \(number): đính chính \(decision.corrections.count) câu trả lời của "
              + "\(count) phiếu",
            en: "decision \(number): \(decision.corrections.count) answers of \(count) interviews "
              + "corrected")
      ).insert(into: database)
      return number
    }
  }

  /// Takes a decision back and keeps its record.
  ///
  /// - Parameters:
  ///   - decision: As ``decisions(survey:)`` gave it.
  ///   - corrections: The numbers of single corrections of it; `nil` for the whole decision.
  ///   - withdrawal: Who, when and why.
  ///   - generation: As in ``record(_:ifGeneration:)``.
  /// - Throws: As ``record(_:ifGeneration:)``.
  /// - Precondition: The decision is one of the survey's that holds, and no erasure.
  package func withdraw(
    _ decision: Decision, corrections: [Int]? = nil, _ withdrawal: Withdrawal,
    ifGeneration generation: Int64
  ) throws(StoreError) {
    precondition(decision.holds, "what does not hold cannot be withdrawn")
    try write { database in
      try self.check(generation, decision.survey, database)
      let set = "SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?"
      let values: [any DatabaseValueConvertible] = [
        withdrawal.at, withdrawal.by, withdrawal.reason,
      ]
      if let corrections {
        for number in corrections {
          try database.execute(
            sql: "UPDATE correction \(set) WHERE decision_id = ? AND entry_number = ?",
            arguments: StatementArguments(values + [decision.number, number]))
        }
      } else {
        try database.execute(
          sql: "UPDATE decision \(set) WHERE id = ?",
          arguments: StatementArguments(values + [decision.number]))
      }
      try self.bumpGeneration(database, decision.survey)
      try AuditEntry(
        at: withdrawal.at, by: withdrawal.by, action: "decision.withdrawn",
        survey: decision.survey, batch: decision.batch,
        note: corrections.map {
          LocalizedText(
            vi: "quyết định \(decision.number): rút \($0.count) đính chính",
            en: "decision \(decision.number): \($0.count) corrections withdrawn")
        }
          ?? LocalizedText(
            vi: "rút quyết định \(decision.number)", en: "decision \(decision.number) withdrawn")
      ).insert(into: database)
    }
  }

  /// The decisions of a survey, or of all, in the order they were taken; withdrawn ones included.
  package func decisions(survey: String? = nil) throws(StoreError) -> [Decision] {
    try read { database in
      let interviews = try Self.grouped(
        StoredRow.fetchAll(
          database,
          sql: """
            SELECT decision_id, interview_id FROM excluded_interview
            WHERE interview_id IS NOT NULL ORDER BY decision_id, entry_number
            """)
      ) { row in try row["interview_id"] as String }
      let corrections = try Self.grouped(
        StoredRow.fetchAll(
          database,
          sql: """
            SELECT * FROM correction WHERE interview_id IS NOT NULL
            ORDER BY decision_id, entry_number
            """), Self.correction)
      return try StoredRow.fetchAll(
        database, sql: "SELECT * FROM decision WHERE ?1 IS NULL OR survey_id = ?1 ORDER BY id",
        arguments: [survey]
      ).map { row in
        let number: Int64 = try row["id"]
        return Decision(
          number: number, survey: try row["survey_id"], kind: try row.choice("kind"),
          at: try row["at"], by: try row["who"], reason: try row["reason"],
          rule: try row[optional: "rule"], source: try row[optional: "source"],
          batch: try row[optional: "batch_id"], interviewCount: try row.count("interview_count"),
          interviews: interviews[number] ?? [], corrections: corrections[number] ?? [],
          withdrawn: try Self.withdrawal(row))
      }
    }
  }

  func check(_ generation: Int64, _ survey: String, _ database: Database) throws {
    guard try self.generation(database, survey) == generation else {
      throw StoreError.changedMeanwhile(path: path, survey: survey)
    }
  }

  func insert(_ decision: Decision, into database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO decision (survey_id, kind, at, who, reason, rule, source, batch_id,
          interview_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        decision.survey, decision.kind.rawValue, decision.at, decision.by, decision.reason,
        decision.rule, decision.source, decision.batch, decision.interviewCount,
      ])
    let number = database.lastInsertedRowID
    let exclude = try database.cachedStatement(
      sql: """
        INSERT INTO excluded_interview (decision_id, entry_number, interview_id) VALUES (?, ?, ?)
        """)
    for (index, interview) in decision.interviews.enumerated() {
      try exclude.execute(arguments: [number, index + 1, interview])
    }
    let correct = try database.cachedStatement(
      sql: """
        INSERT INTO correction (decision_id, entry_number, interview_id, field_id, old_answer,
          new_answer, is_hidden, reason, who, at, is_consequence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for correction in decision.corrections {
      try correct.execute(arguments: [
        number, correction.number, correction.interview, correction.field,
        correction.old.stored, correction.new.stored, correction.isHidden, correction.reason,
        correction.by, correction.at, correction.isConsequence,
      ])
    }
    return number
  }

  private static func grouped<Value>(
    _ rows: [StoredRow], _ value: (StoredRow) throws -> Value
  ) throws -> [Int64: [Value]] {
    var groups: [Int64: [Value]] = [:]
    for row in rows {
      groups[try row["decision_id"], default: []].append(try value(row))
    }
    return groups
  }

  private static func correction(_ row: StoredRow) throws -> Correction {
    Correction(
      number: try row["entry_number"], interview: try row["interview_id"],
      field: try row["field_id"], old: RecordedAnswer(stored: try row[optional: "old_answer"]),
      new: RecordedAnswer(stored: try row[optional: "new_answer"]),
      isHidden: try row["is_hidden"], reason: try row[optional: "reason"],
      by: try row[optional: "who"], at: try row[optional: "at"],
      isConsequence: try row["is_consequence"], withdrawn: try withdrawal(row))
  }

  static func withdrawal(_ row: StoredRow) throws -> Withdrawal? {
    guard let at: String = try row[optional: "withdrawn_at"] else { return nil }
    return Withdrawal(at: at, by: try row["withdrawn_by"], reason: try row["withdrawn_reason"])
  }
}

extension RecordedAnswer {
  /// As the store writes it: NULL for not asked, empty for blank.
  fileprivate var stored: String? {
    switch self {
    case .notAsked: nil
    case .blank: ""
    case .value(let text): text
    }
  }

  fileprivate init(stored: String?) {
    self = stored.map { $0.isEmpty ? .blank : .value($0) } ?? .notAsked
  }
}
