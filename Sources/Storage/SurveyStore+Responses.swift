internal import GRDB
package import SurveyModel

extension SurveyStore {
  /// The responses of all live batches, in batch order, as one table with a column per field.
  ///
  /// Positions are those of the code lists of `fields`, whatever order the lists had when a batch
  /// came in. A field that is new since a batch, or was personal then, is blank in its rows.
  ///
  /// - Throws: ``StoreError/codeNotInList(path:field:code:batch:file:)`` when a response uses a code
  ///   that the list does not hold; ``StoreError/kindChanged(path:field:stored:wanted:batch:)``.
  package func responses(
    survey: String, fields: [Field]
  ) throws(StoreError) -> ResponseTable {
    try read { database in
      _ = try self.generation(database, survey)
      let batches = try StoredBatch.live(
        database, survey: survey, fields: Set(fields.map(\.id)))
      let reader = try ColumnReader(database, batches: batches, path: self.path)
      return ResponseTable(
        ids: try self.interviewIDs(database, batches),
        columns: try fields.map { try reader.column($0) })
    }
  }

  /// One column of ``responses(survey:fields:)``, without reading the others.
  package func column(survey: String, field: Field) throws(StoreError) -> ColumnValues {
    try read { database in
      _ = try self.generation(database, survey)
      let batches = try StoredBatch.live(
        database, survey: survey, fields: [field.id])
      return try ColumnReader(database, batches: batches, path: self.path).column(field)
    }
  }

  /// The interview ids of ``responses(survey:fields:)``, same order.
  package func interviewIDs(survey: String) throws(StoreError) -> InterviewIDs {
    try read { database in
      _ = try self.generation(database, survey)
      return try self.interviewIDs(
        database,
        try StoredBatch.live(database, survey: survey, fields: []))
    }
  }

  private func interviewIDs(
    _ database: Database, _ batches: [StoredBatch]
  ) throws -> InterviewIDs {
    let reader = try ChunkReader(database, .interviewID)
    var ids = InterviewIDs()
    ids.ends.reserveCapacity(batches.reduce(1) { $0 + $1.rowCount })
    for batch in batches {
      let damage = StoreError.corrupted(
        path: path, detail: "batch \(batch.id): interview_id_chunk")
      let expected = ids.count + batch.rowCount
      try reader.forEach([batch.id]) { count, packed in
        guard let (ends, bytes) = PackedTexts.unpack(packed, count: count),
          ids.bytes.count + bytes.count <= Int(UInt32.max)
        else { throw damage }
        let base = UInt32(ids.bytes.count)
        ids.bytes.append(contentsOf: bytes)
        for end in ends { ids.ends.append(base + end) }
      }
      guard ids.count == expected else { throw damage }
    }
    return ids
  }
}
