/// A row that was not accepted: where, why, and what stood there (hidden values masked).
package struct RejectedRow: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case rejected
    /// The interview was already there with the same answers.
    case duplicate
  }

  package var kind: Kind
  /// Line on which the row begins, counted from 1, the header included.
  package var line: Int
  /// Interview id, when it could be read.
  package var interviewID: String?
  /// Every reason, at least one for a rejected row.
  package var findings: [Finding]
  /// The row as it stood, personal and unknown columns masked.
  package var rawText: String

  package init(
    kind: Kind, line: Int, interviewID: String?, findings: [Finding], rawText: String
  ) {
    self.kind = kind
    self.line = line
    self.interviewID = interviewID
    self.findings = findings
    self.rawText = rawText
  }
}

/// How a response file was understood.
package struct FileDialect: Sendable, Hashable {
  package var encoding: String
  package var delimiter: String
  package var hasByteOrderMark: Bool
  /// True when text had to be composed (NFC) on the way in.
  package var composedText: Bool

  package init(
    encoding: String, delimiter: String, hasByteOrderMark: Bool, composedText: Bool = false
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
    self.composedText = composedText
  }
}

/// Counts of one batch or of a run: `read == accepted + rejected + duplicate + erased`, always.
package struct ImportCounts: Sendable, Hashable {
  package var read: Int
  package var accepted: Int
  package var rejected: Int
  package var duplicate: Int
  /// Rows of interviews that were erased, before or after the import.
  package var erased: Int

  package init(
    read: Int = 0, accepted: Int = 0, rejected: Int = 0, duplicate: Int = 0, erased: Int = 0
  ) {
    self.read = read
    self.accepted = accepted
    self.rejected = rejected
    self.duplicate = duplicate
    self.erased = erased
  }

  /// True when every row that was read is accounted for.
  package var isBalanced: Bool { read == accepted + rejected + duplicate + erased }

  package static func + (left: Self, right: Self) -> Self {
    Self(
      read: left.read + right.read, accepted: left.accepted + right.accepted,
      rejected: left.rejected + right.rejected, duplicate: left.duplicate + right.duplicate,
      erased: left.erased + right.erased)
  }
}

/// Everything one response file gave.
package struct ImportedFile: Sendable {
  /// The path as given.
  package var file: String
  /// Lower-case hexadecimal SHA-256 of the bytes.
  package var sha256: String
  package var byteCount: Int
  package var dialect: FileDialect?
  package var counts: ImportCounts
  package var table: ResponseTable
  package var rejects: [RejectedRow]
  /// Findings about the file as a whole and notices about accepted rows; the reasons of rejected
  /// rows are in `rejects`.
  package var findings: [Finding]
  /// False when the file was refused as a whole (binary, truncated, a required column missing…).
  package var isUsable: Bool
  /// How the header was understood; `nil` when none could be read.
  package var header: HeaderMapping?
  /// The rejects that were there already.
  package var repeated: RepeatedInterviews
  /// Texts that are no answers, the most frequent first.
  package var unreadTexts: [UnreadText] = []

  package init(
    file: String, sha256: String, byteCount: Int, dialect: FileDialect?, counts: ImportCounts,
    table: ResponseTable, rejects: [RejectedRow], findings: [Finding], isUsable: Bool,
    header: HeaderMapping? = nil, repeated: RepeatedInterviews = RepeatedInterviews()
  ) {
    self.file = file
    self.sha256 = sha256
    self.byteCount = byteCount
    self.dialect = dialect
    self.counts = counts
    self.table = table
    self.rejects = rejects
    self.findings = findings
    self.isUsable = isUsable
    self.header = header
    self.repeated = repeated
  }
}
