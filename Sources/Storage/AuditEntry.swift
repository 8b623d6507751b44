internal import GRDB
package import SurveyModel

/// One line of the audit log: who did what, when.
package struct AuditEntry: Sendable, Hashable {
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  /// A stable word such as `batch.imported`, `batch.undone`.
  package var action: String
  package var survey: String?
  package var batch: Int64?
  package var note: LocalizedText

  package init(
    at: String, by: String, action: String, survey: String? = nil, batch: Int64? = nil,
    note: LocalizedText = LocalizedText()
  ) {
    self.at = at
    self.by = by
    self.action = action
    self.survey = survey
    self.batch = batch
    self.note = note
  }

  func insert(into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO audit_log (at, who, action, survey_id, batch_id, note_vi, note_en)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [at, by, action, survey, batch, note.vi, note.en])
  }
}

extension SurveyStore {
  /// Adds a line to the audit log; importing and undoing add theirs by themselves.
  package func appendAudit(_ entry: AuditEntry) throws(StoreError) {
    try write { database in try entry.insert(into: database) }
  }

  /// The audit log, oldest first.
  package func audit() throws(StoreError) -> [AuditEntry] {
    try read { database in
      try StoredRow.fetchAll(database, sql: "SELECT * FROM audit_log ORDER BY id").map { row in
        AuditEntry(
          at: try row["at"], by: try row["who"], action: try row["action"],
          survey: try row[optional: "survey_id"], batch: try row[optional: "batch_id"],
          note: LocalizedText(vi: try row[optional: "note_vi"], en: try row[optional: "note_en"]))
      }
    }
  }
}
