/// What became of one response file in an import, or would become of it.
package struct FileReading: Sendable, Hashable {
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// A new batch.
    case batch
    /// A live batch has the same bytes; nothing is done.
    case alreadyImported = "already-imported"
    /// Nothing of the file can be used.
    case refused
  }

  /// The path as given.
  package var file: String
  package var sha256: String
  package var outcome: Outcome
  /// The batch made; for a file already imported the one that holds it.
  package var batch: Int64?
  /// The batch made of an earlier state of this file.
  package var changedSince: Int64?
  package var dialect: FileDialect?
  /// `nil` where the header was not read: a file already imported, or one that cannot be read.
  package var header: HeaderMapping?
  package var counts: ImportCounts
  package var repeated: RepeatedInterviews
  /// Texts that are no answers, the most frequent first.
  package var unreadTexts: [UnreadText]
  /// About the file as a whole and about accepted rows.
  package var findings: [Finding]

  package init(
    file: String, sha256: String, outcome: Outcome, batch: Int64?, changedSince: Int64? = nil,
    dialect: FileDialect?, header: HeaderMapping? = nil, counts: ImportCounts,
    repeated: RepeatedInterviews = RepeatedInterviews(), unreadTexts: [UnreadText] = [],
    findings: [Finding] = []
  ) {
    self.file = file
    self.sha256 = sha256
    self.outcome = outcome
    self.batch = batch
    self.changedSince = changedSince
    self.dialect = dialect
    self.header = header
    self.counts = counts
    self.repeated = repeated
    self.unreadTexts = unreadTexts
    self.findings = findings
  }
}
