internal import Foundation
internal import GRDB
package import SurveyModel

/// An interview to be erased, and the digest that will be kept of it.
package struct InterviewToErase: Sendable, Hashable {
  package var id: String
  package var digest: [UInt8]

  package init(id: String, digest: [UInt8]) {
    self.id = id
    self.digest = digest
  }
}

/// What an erasure took out of the store.
package struct ErasedContent: Sendable, Hashable {
  package var decision: Int64
  /// Batches that held rows of the interviews, in order; lines of rejected rows only.
  package var sources: [ErasureSource]
  /// Texts that nobody else gave.
  package var texts: [String]
}

extension SurveyStore {
  /// The key of the digests of erased interviews, made when there is none yet.
  package func erasureKey() throws(StoreError) -> [UInt8] {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO erasure_key (id, bytes) VALUES (1, randomblob(32))")
      return [UInt8](
        try Data.fetchOne(database, sql: "SELECT bytes FROM erasure_key") ?? Data())
    }
  }

  /// The key and the digests of a survey's erased interviews; `nil` when there are none.
  package func erasedDigests(
    survey: String
  ) throws(StoreError) -> (key: [UInt8], digests: Set<[UInt8]>)? {
    try read { database in
      guard let key = try Data.fetchOne(database, sql: "SELECT bytes FROM erasure_key") else {
        return nil
      }
      let digests = try Data.fetchAll(
        database, sql: "SELECT digest FROM erased_interview WHERE survey_id = ?",
        arguments: [survey])
      return digests.isEmpty ? nil : ([UInt8](key), Set(digests.map { [UInt8]($0) }))
    }
  }

  /// Moves everything into the main file; refused while another program reads or writes.
  package func settle() throws(StoreError) {
    do {
      _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Removes interviews from every table, for good.
  ///
  /// Rows, ids, texts nobody else gave, rejected rows with their findings, weights and results go;
  /// decisions and counts stay without what tells who it was. The bytes are overwritten, the file is
  /// rebuilt and the WAL emptied.
  ///
  /// - Parameters:
  ///   - interviews: With the digests that are kept to recognise them.
  ///   - decision: An erasure, its number not yet given.
  ///   - generation: The ``generation(survey:)`` it was taken at.
  /// - Returns: What went, to be searched for.
  /// - Throws: ``StoreError/changedMeanwhile(path:survey:)``; ``StoreError/locked(path:)`` when the
  ///   rows are gone but another program keeps the WAL from being emptied.
  package func erase(
    _ interviews: [InterviewToErase], decision: Decision, ifGeneration generation: Int64
  ) throws(StoreError) -> ErasedContent {
    precondition(decision.kind == .erasure, "only an erasure erases")
    do {
      return try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
        var erased = ErasedContent(decision: 0, sources: [], texts: [])
        try database.inTransaction(.immediate) {
          try self.check(generation, decision.survey, database)
          erased = try self.erase(database, interviews, decision)
          return .commit
        }
        // Pages keep copies of rows that were moved in them; only a new file has none.
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
        return erased
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private func erase(
    _ database: Database, _ interviews: [InterviewToErase], _ decision: Decision
  ) throws -> ErasedContent {
    let number = try insert(decision, into: database)
    let ids = Set(interviews.map(\.id))
    var texts: Set<String> = []
    var sources: [ErasureSource] = []
    let batches = try StoredRow.fetchAll(
      database,
      sql: """
        SELECT id, file, sha256 FROM batch WHERE survey_id = ? AND undone_at IS NULL ORDER BY id
        """, arguments: [decision.survey])
    for row in batches {
      let batch: Int64 = try row["id"]
      var removal = try BatchRemoval(database, batch: batch, ids: ids, path: path)
      try removal.removeRows()
      try removal.removeRejects()
      texts.formUnion(removal.texts)
      let count = removal.acceptedRows + removal.rejectLines.count
      guard count > 0 else { continue }
      sources.append(
        ErasureSource(
          batch: batch, file: try row["file"], sha256: try row["sha256"],
          lines: removal.rejectLines.sorted(), rows: count))
    }
    try forget(ids, decision.survey, database)
    for interview in interviews {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO erased_interview (survey_id, digest, decision_id) VALUES (?, ?, ?)
          """, arguments: [decision.survey, Data(interview.digest), number])
    }
    try deleteResults(decision.survey, database)
    try bumpGeneration(database, decision.survey)
    try AuditEntry(
      at: decision.at, by: decision.by, action: "decision.erasure", survey: decision.survey,
      note: LocalizedText(
        vi: "quyết định \(number): xóa dữ liệu của \(decision.interviewCount) phiếu",
        en: "decision \(number): data of \(decision.interviewCount) interviews erased")
    ).insert(into: database)
    return ErasedContent(
      decision: number, sources: sources, texts: try unshared(texts, database).sorted())
  }

  /// Weights and results of the survey, and comparisons of later surveys with it.
  private func deleteResults(_ survey: String, _ database: Database) throws {
    try deleteWeights(database, survey)
    let later = try String.fetchAll(
      database, sql: "SELECT survey_id FROM change_set WHERE earlier_survey = ?",
      arguments: [survey])
    for survey in later { try deleteAnalysis(database, survey) }
  }

  /// Those of `texts` that stand in no text column any more.
  private func unshared(_ texts: Set<String>, _ database: Database) throws -> [String] {
    guard !texts.isEmpty else { return [] }
    var left = texts
    let columns = try StoredRow.fetchAll(
      database, sql: "SELECT DISTINCT batch_id, column_number FROM text_chunk")
    for row in columns {
      let stored = try PackedTexts.readAll(
        database, batch: try row["batch_id"], column: try row["column_number"], path: path)
      left.subtract(stored)
    }
    return Array(left)
  }
}
