internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// Stores one response file as a batch: its accepted rows by column, its rejects, its findings.
  ///
  /// The batch is in the store whole when this returns, and not at all when it throws or the
  /// program dies. Columns of personal fields are not written, but for those of pseudonyms.
  ///
  /// - Parameters:
  ///   - file: What the import made of the file.
  ///   - survey: A registered survey.
  ///   - fields: The fields of `file.table.columns`, in the same order.
  ///   - importedAt: ISO 8601, UTC.
  ///   - user: Who imports, for the record.
  ///   - generation: When given, the batch is refused if the survey changed since (see
  ///     ``generation(survey:)``), so that duplicates found against older responses stay right.
  ///   - keyFingerprint: Of the key that the pseudonyms among the columns were made with.
  /// - Returns: The batch as ``batches(survey:)`` will tell it.
  /// - Throws: ``StoreError/alreadyImported(path:batch:file:importedAt:)`` when a live batch has the
  ///   same bytes, ``StoreError/changedMeanwhile(path:survey:)``,
  ///   ``StoreError/unknownSurvey(path:survey:)``, ``StoreError/otherKey(path:)``, and what the file system refuses.
  /// - Precondition: the file is usable, its counts add up, and its columns fit `fields`.
  package func commit(
    _ file: ImportedFile, survey: String, fields: [Field], importedAt: String, by user: String,
    ifGeneration generation: Int64? = nil, keyFingerprint: [UInt8]? = nil
  ) throws(StoreError) -> BatchSummary {
    Self.check(file, fields)
    let hasPseudonyms = fields.contains(where: \.isPseudonym)
    precondition(keyFingerprint != nil || !hasPseudonyms, "pseudonyms come with their key")
    return try write { database in
      let current = try self.generation(database, survey)
      if let live = try self.liveBatch(database, survey: survey, sha256: file.sha256) {
        throw StoreError.alreadyImported(
          path: self.path, batch: live.id, file: live.file, importedAt: live.importedAt)
      }
      if let generation, generation != current {
        throw StoreError.changedMeanwhile(path: self.path, survey: survey)
      }
      if hasPseudonyms, let keyFingerprint {
        try self.note(keyFingerprint: keyFingerprint, database)
      }
      let batch = try self.insertBatch(database, file, survey, importedAt, user)
      try self.insertColumns(database, file.table, fields, batch)
      try StoredFindings.insert(file, batch: batch, into: database)
      try self.bumpGeneration(database, survey)
      try AuditEntry(
        at: importedAt, by: user, action: "batch.imported", survey: survey, batch: batch,
        note: LocalizedText(
          vi: "\(file.file): đọc \(file.counts.read), nhận \(file.counts.accepted), "
            + "loại \(file.counts.rejected), trùng \(file.counts.duplicate)",
          en: "\(file.file): read \(file.counts.read), accepted \(file.counts.accepted), "
            + "rejected \(file.counts.rejected), duplicate \(file.counts.duplicate)")
      ).insert(into: database)
      return BatchSummary(
        id: batch, file: file.file, sha256: file.sha256, counts: file.counts,
        dialect: file.dialect, importedAt: importedAt, importedBy: user)
    }
  }

  private static func check(_ file: ImportedFile, _ fields: [Field]) {
    let counts = file.counts
    precondition(file.isUsable, "a file refused as a whole is no batch")
    precondition(
      counts.isBalanced && counts.accepted == file.table.count, "the counts of a batch add up")
    precondition(fields.count == file.table.columns.count, "one column per field")
    for (field, column) in zip(fields, file.table.columns) {
      precondition(
        ColumnForm(of: field).holds(column) && column.count == file.table.count,
        "the column of \(field.id) fits its field and has a value per interview")
    }
  }

  private func insertBatch(
    _ database: Database, _ file: ImportedFile, _ survey: String, _ importedAt: String,
    _ user: String
  ) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO batch (survey_id, file, sha256, byte_count, read_count, accepted_count,
          rejected_count, duplicate_count, encoding, delimiter, has_byte_order_mark,
          composed_text, imported_at, imported_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        survey, file.file, file.sha256, file.byteCount, file.counts.read,
        // Rows of erased interviews: nothing is known of them but that they would have been taken.
        file.counts.accepted + file.counts.erased, file.counts.rejected, file.counts.duplicate,
        file.dialect?.encoding,
        file.dialect?.delimiter, file.dialect?.hasByteOrderMark, file.dialect?.composedText,
        importedAt, user,
      ])
    let batch = database.lastInsertedRowID
    if file.counts.erased > 0 {
      try database.execute(
        sql: "UPDATE batch SET erased_accepted_count = ? WHERE id = ?",
        arguments: [file.counts.erased, batch])
    }
    return batch
  }

  private func insertColumns(
    _ database: Database, _ table: ResponseTable, _ fields: [Field], _ batch: Int64
  ) throws {
    try ChunkWriter(database, .interviewID).insert(table.ids, batch: batch)
    let writer = try ColumnWriter(
      batch: batch, responses: ChunkWriter(database, .response),
      texts: ChunkWriter(database, .text))
    for (number, field) in fields.enumerated() {
      let codeList = try field.codeList.map { try codeListID(database, $0) }
      try database.execute(
        sql: """
          INSERT INTO batch_column (batch_id, column_number, field_id, form, code_list_id)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [batch, number, field.id, ColumnForm(of: field).rawValue, codeList])
      if field.isPseudonym {
        try database.execute(
          sql: "UPDATE batch_column SET is_pseudonym = 1 WHERE batch_id = ? AND column_number = ?",
          arguments: [batch, number])
      }
      try writer.write(table.columns[number], column: number)
    }
  }
  /// The number of a code list, which is stored once.
  private func codeListID(_ database: Database, _ list: CodeList) throws -> Int64 {
    let codes = JSONText.array(of: list.codes.map(\.code))
    if let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM code_list WHERE codes = ?", arguments: [codes])
    {
      return known
    }
    try database.execute(sql: "INSERT INTO code_list (codes) VALUES (?)", arguments: [codes])
    return database.lastInsertedRowID
  }
}
