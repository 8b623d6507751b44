/// What a flag is about.
package enum QualitySubject: String, Sendable, Hashable, CaseIterable {
  case interview
  case interviewer
  case unit
  case item
}

/// Something a field supervisor should look at; never a judgement, never an exclusion.
package struct QualityFlag: Sendable, Hashable {
  package var code: FindingCode
  package var subject: QualitySubject
  /// The interview id, the code of the interviewer or unit, or the id of the item.
  package var id: String
  /// Row of the response table, for interviews.
  package var row: Int?
  package var interviewer: String?
  package var unit: String?
  package var found: LocalizedText
  package var expected: LocalizedText
  package var remedy: LocalizedText

  package init(
    code: FindingCode, subject: QualitySubject, id: String, row: Int? = nil,
    interviewer: String? = nil, unit: String? = nil, found: LocalizedText,
    expected: LocalizedText, remedy: LocalizedText
  ) {
    self.code = code
    self.subject = subject
    self.id = id
    self.row = row
    self.interviewer = interviewer
    self.unit = unit
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }
}

/// One rule as it was applied: its thresholds, or why it was not applied.
package struct QualityCheck: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case checked
    /// The data lack what the rule needs; said in ``note``.
    case notChecked = "not-checked"
    /// Switched off in the survey file.
    case off
  }

  package var code: FindingCode
  package var subject: QualitySubject
  package var status: Status
  /// What was compared, with its threshold; or what is lacking.
  package var note: LocalizedText
  /// How many interviews, interviewers, units or items are flagged.
  package var flagged: Int

  package init(
    code: FindingCode, subject: QualitySubject, status: Status, note: LocalizedText,
    flagged: Int = 0
  ) {
    self.code = code
    self.subject = subject
    self.status = status
    self.note = note
    self.flagged = flagged
  }
}

/// One interviewer or unit in the table of all.
package struct QualityGroup: Sendable, Hashable {
  package var code: String
  package var label: LocalizedText
  package var interviews: Int
  /// Interviews with at least one flag.
  package var flaggedInterviews: Int
  /// Satisfied answers among valid ones, percent; `nil` without valid answers.
  package var satisfied: Double?
  /// Questions asked and not answered, percent; `nil` where nothing was asked.
  package var missing: Double?
  /// Interviews all of whose answers but at most one in twenty are the same, percent.
  package var littleVaried: Double?
  /// Seconds; `nil` without durations.
  package var medianDuration: Double?
  /// Of paper forms and of the plan, where the survey file names them.
  package var issued: Double?
  package var returned: Double?
  package var planned: Double?
  /// Codes of the flags of the interviewer or unit itself.
  package var flags: [FindingCode]

  package init(
    code: String, label: LocalizedText = LocalizedText(), interviews: Int,
    flaggedInterviews: Int = 0, satisfied: Double? = nil, missing: Double? = nil,
    littleVaried: Double? = nil, medianDuration: Double? = nil, issued: Double? = nil,
    returned: Double? = nil, planned: Double? = nil, flags: [FindingCode] = []
  ) {
    self.code = code
    self.label = label
    self.interviews = interviews
    self.flaggedInterviews = flaggedInterviews
    self.satisfied = satisfied
    self.missing = missing
    self.littleVaried = littleVaried
    self.medianDuration = medianDuration
    self.issued = issued
    self.returned = returned
    self.planned = planned
    self.flags = flags
  }
}

/// How alike the interviews are over the whole file, for reading the flags of copies.
package struct MatchSummary: Sendable, Hashable {
  /// Interviews with enough answers to be compared.
  package var interviews: Int
  /// Those that share at least 85 % of their answers with some other interview, anywhere.
  package var nearTwins: Int
  /// Those with another interview of exactly the same answers.
  package var exactTwins: Int

  package init(interviews: Int, nearTwins: Int, exactTwins: Int) {
    self.interviews = interviews
    self.nearTwins = nearTwins
    self.exactTwins = exactTwins
  }
}

/// Interviews with one and the same answer to everything, beside what is expected.
package struct SameAnswerShare: Sendable, Hashable {
  package var answer: String
  /// Percent of interviews.
  package var observed: Double
  /// Percent expected from the items' margins and from how people's answers hang together.
  package var expected: Double

  package init(answer: String, observed: Double, expected: Double) {
    self.answer = answer
    self.observed = observed
    self.expected = expected
  }
}

/// Rejected rows of one file by reason.
package struct RejectCount: Sendable, Hashable {
  package var file: String
  package var code: FindingCode
  package var rows: Int

  package init(file: String, code: FindingCode, rows: Int) {
    self.file = file
    self.code = code
    self.rows = rows
  }
}

/// What the checks of the stored interviews found.
package struct QualityReport: Sendable, Hashable {
  package var interviews: Int
  /// Interviews with at least one flag.
  package var flaggedInterviews: Int
  package var checks: [QualityCheck]
  /// Interviews that fail most rules first; then interviewers, units and items.
  package var flags: [QualityFlag]
  package var interviewers: [QualityGroup]
  package var units: [QualityGroup]
  package var unitVariable: String?
  package var matches: MatchSummary?
  package var sameAnswers: [SameAnswerShare]
  package var rejects: [RejectCount]

  package init(
    interviews: Int, flaggedInterviews: Int = 0, checks: [QualityCheck] = [],
    flags: [QualityFlag] = [], interviewers: [QualityGroup] = [], units: [QualityGroup] = [],
    unitVariable: String? = nil, matches: MatchSummary? = nil,
    sameAnswers: [SameAnswerShare] = [], rejects: [RejectCount] = []
  ) {
    self.interviews = interviews
    self.flaggedInterviews = flaggedInterviews
    self.checks = checks
    self.flags = flags
    self.interviewers = interviewers
    self.units = units
    self.unitVariable = unitVariable
    self.matches = matches
    self.sameAnswers = sameAnswers
    self.rejects = rejects
  }

  /// The interviews a rule flags, in the order of the response table.
  package func interviews(flaggedBy code: String) -> [String] {
    flags.filter { $0.subject == .interview && $0.code.id == code }
      .sorted { ($0.row ?? 0) < ($1.row ?? 0) }.map(\.id)
  }
}
