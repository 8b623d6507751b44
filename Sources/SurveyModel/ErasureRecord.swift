/// A file from which an erased interview came.
package struct ErasureSource: Sendable, Hashable {
  package var batch: Int64
  package var file: String
  package var sha256: String
  /// Lines on which rows of the interview begin, as far as they are known.
  package var lines: [Int]
  /// Rows that were deleted from the store.
  package var rows: Int
  /// True where the file was found as it was imported.
  package var isFound: Bool

  package init(
    batch: Int64, file: String, sha256: String, lines: [Int] = [], rows: Int, isFound: Bool = false
  ) {
    self.batch = batch
    self.file = file
    self.sha256 = sha256
    self.lines = lines
    self.rows = rows
    self.isFound = isFound
  }
}

/// What a search of the store's files, byte by byte, found of what was erased.
package struct TraceSearch: Sendable, Hashable {
  /// Names without folder.
  package var files: [String]
  package var bytes: Int
  /// Ids and texts looked for.
  package var wanted: Int
  /// Those of fewer than four bytes, which stand in any file by chance and are not looked for.
  package var tooShort: Int
  /// Places where one stands as part of what belongs to others, as `PLK-1` in `PLK-10`.
  package var partsOfOthers: Int
  /// Places that belong to nothing that is stored: not erased.
  package var traces: Int

  package init(
    files: [String] = [], bytes: Int = 0, wanted: Int = 0, tooShort: Int = 0,
    partsOfOthers: Int = 0, traces: Int = 0
  ) {
    self.files = files
    self.bytes = bytes
    self.wanted = wanted
    self.tooShort = tooShort
    self.partsOfOthers = partsOfOthers
    self.traces = traces
  }
}

/// The record of an erasure, for the office's files; it names no interview.
package struct ErasureRecord: Sendable, Hashable {
  package var decision: Int64
  package var survey: String
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  package var reason: String
  package var interviews: Int
  package var sources: [ErasureSource]
  /// SHA-256 of the store's main file, everything moved into it.
  package var storeBefore: String
  package var storeAfter: String
  package var search: TraceSearch

  package init(
    decision: Int64, survey: String, at: String, by: String, reason: String, interviews: Int,
    sources: [ErasureSource], storeBefore: String, storeAfter: String, search: TraceSearch
  ) {
    self.decision = decision
    self.survey = survey
    self.at = at
    self.by = by
    self.reason = reason
    self.interviews = interviews
    self.sources = sources
    self.storeBefore = storeBefore
    self.storeAfter = storeAfter
    self.search = search
  }
}
