internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// The live batch of these bytes, `nil` when there is none (an undone batch does not count).
  package func batch(survey: String, sha256: String) throws(StoreError) -> BatchSummary? {
    try read { database in
      try self.liveBatch(database, survey: survey, sha256: sha256)
    }
  }

  /// The batches of a survey, or of all surveys, in the order they came in; undone ones included.
  package func batches(survey: String? = nil) throws(StoreError) -> [BatchSummary] {
    try read { database in
      try StoredRow.fetchAll(
        database, sql: "SELECT * FROM batch WHERE ?1 IS NULL OR survey_id = ?1 ORDER BY id",
        arguments: [survey]
      ).map(Self.summary)
    }
  }

  /// Takes a batch out: its responses, rejects and findings go, its record and counts stay.
  ///
  /// Weights, estimates and targets of the survey are deleted: they were made with the batch. What
  /// goes is overwritten in the file, not only forgotten.
  ///
  /// - Throws: ``StoreError/unknownBatch(path:batch:)``,
  ///   ``StoreError/alreadyUndone(path:batch:at:)``.
  package func undo(
    batch: Int64, at time: String, by user: String
  ) throws(StoreError) -> BatchSummary {
    do {
      return try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
        var undone: BatchSummary?
        try database.inTransaction(.immediate) {
          undone = try self.undo(database, batch, time, user)
          return .commit
        }
        // Until then the deleted pages would still stand in the -wal file. Another reader may hold
        // it back; the next checkpoint then does it.
        _ = try? database.checkpoint(.truncate)
        guard let undone else { throw StoreError.unknownBatch(path: self.path, batch: batch) }
        return undone
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private func undo(
    _ database: Database, _ batch: Int64, _ time: String, _ user: String
  ) throws -> BatchSummary {
    guard
      let row = try StoredRow.fetchOne(
        database, sql: "SELECT * FROM batch WHERE id = ?", arguments: [batch])
    else { throw StoreError.unknownBatch(path: path, batch: batch) }
    let survey: String = try row["survey_id"]
    var summary = try Self.summary(row)
    if let before = summary.undoneAt {
      throw StoreError.alreadyUndone(path: path, batch: batch, at: before)
    }
    for table in [
      "finding", "reject", "interview_id_chunk", "text_chunk", "response_chunk", "batch_column",
    ] {
      try database.execute(sql: "DELETE FROM \(table) WHERE batch_id = ?", arguments: [batch])
    }
    try database.execute(
      sql: "UPDATE batch SET undone_at = ?, undone_by = ? WHERE id = ?",
      arguments: [time, user, batch])
    try deleteWeights(database, survey)
    try bumpGeneration(database, survey)
    try AuditEntry(
      at: time, by: user, action: "batch.undone", survey: survey, batch: batch,
      note: LocalizedText(
        vi: "\(summary.file): bỏ \(summary.counts.accepted) phiếu đã nhận",
        en: "\(summary.file): \(summary.counts.accepted) accepted interviews taken out")
    ).insert(into: database)
    summary.undoneAt = time
    return summary
  }

  func liveBatch(
    _ database: Database, survey: String, sha256: String
  ) throws -> BatchSummary? {
    try StoredRow.fetchOne(
      database,
      sql: "SELECT * FROM batch WHERE survey_id = ? AND sha256 = ? AND undone_at IS NULL",
      arguments: [survey, sha256]
    ).map(Self.summary)
  }

  private static func summary(_ row: StoredRow) throws -> BatchSummary {
    let encoding: String? = try row[optional: "encoding"]
    let dialect = try encoding.map { encoding in
      FileDialect(
        encoding: encoding, delimiter: try row["delimiter"],
        hasByteOrderMark: try row["has_byte_order_mark"], composedText: try row["composed_text"])
    }
    let erased = [
      try row.count("erased_accepted_count"), try row.count("erased_rejected_count"),
      try row.count("erased_duplicate_count"),
    ]
    return BatchSummary(
      id: try row["id"], file: try row["file"], sha256: try row["sha256"],
      counts: ImportCounts(
        read: try row.count("read_count"), accepted: try row.count("accepted_count") - erased[0],
        rejected: try row.count("rejected_count") - erased[1],
        duplicate: try row.count("duplicate_count") - erased[2], erased: erased.reduce(0, +)),
      dialect: dialect, importedAt: try row["imported_at"], importedBy: try row["imported_by"],
      undoneAt: try row[optional: "undone_at"])
  }
}
