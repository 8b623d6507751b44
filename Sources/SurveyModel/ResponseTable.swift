/// Interview ids of a table: UTF-8 bytes one after the other.
package struct InterviewIDs: Sendable, Hashable {
  package var bytes: [UInt8]
  /// `count + 1` offsets into `bytes`; id *i* is `bytes[ends[i]..<ends[i + 1]]`.
  package var ends: [UInt32]

  package init(bytes: [UInt8] = [], ends: [UInt32] = [0]) {
    self.bytes = bytes
    self.ends = ends
  }

  package var count: Int { ends.count - 1 }

  package mutating func append(_ id: some Sequence<UInt8>) {
    bytes.append(contentsOf: id)
    ends.append(UInt32(bytes.count))
  }

  package subscript(row: Int) -> String {
    String(decoding: bytes[Int(ends[row])..<Int(ends[row + 1])], as: UTF8.self)
  }
}

/// Accepted interviews by column, in the order they were read.
package struct ResponseTable: Sendable, Hashable {
  package var ids: InterviewIDs
  /// One per field of the questionnaire, same order; every column has `count` values.
  package var columns: [ColumnValues]

  package init(ids: InterviewIDs, columns: [ColumnValues]) {
    self.ids = ids
    self.columns = columns
  }

  /// A table without rows for these fields.
  package init(fields: [Field]) {
    ids = InterviewIDs()
    columns = fields.map(ColumnValues.empty(for:))
  }

  package var count: Int { ids.count }
}
