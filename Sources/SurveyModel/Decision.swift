/// What a decision does to stored interviews.
package enum DecisionKind: String, Sendable, Hashable, CaseIterable {
  /// Leaves interviews out of the sample.
  case exclusion
  /// Puts other answers in place of stored ones.
  case correction
  /// Removed interviews from the store for good.
  case erasure
}

/// Who took a decision, or one correction of it, back.
package struct Withdrawal: Sendable, Hashable {
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  package var reason: String

  package init(at: String, by: String, reason: String) {
    self.at = at
    self.by = by
    self.reason = reason
  }
}

/// An answer as decisions record it, whatever the order of its code list is later.
package enum RecordedAnswer: Sendable, Hashable {
  case notAsked
  case blank
  /// A code; a number with a decimal point; a date or a datetime as ISO 8601; a text.
  case value(String)
}

/// One answer put in place of another.
package struct Correction: Sendable, Hashable {
  /// From 1, within its decision.
  package var number: Int
  package var interview: String
  package var field: String
  package var old: RecordedAnswer
  package var new: RecordedAnswer
  /// True for free text, which no message and no report shows.
  package var isHidden: Bool
  /// Why, who and when, where the log says so row by row; else those of the decision.
  package var reason: String?
  package var by: String?
  package var at: String?
  /// True for a question that another correction of the decision made asked or not asked.
  package var isConsequence: Bool
  package var withdrawn: Withdrawal?

  package init(
    number: Int, interview: String, field: String, old: RecordedAnswer, new: RecordedAnswer,
    isHidden: Bool = false, reason: String? = nil, by: String? = nil, at: String? = nil,
    isConsequence: Bool = false, withdrawn: Withdrawal? = nil
  ) {
    self.number = number
    self.interview = interview
    self.field = field
    self.old = old
    self.new = new
    self.isHidden = isHidden
    self.reason = reason
    self.by = by
    self.at = at
    self.isConsequence = isConsequence
    self.withdrawn = withdrawn
  }
}

/// A recorded decision over the stored answers of a survey, which stay as they came in.
package struct Decision: Sendable, Hashable {
  /// Counted over the whole store, never reused; 0 before it is recorded.
  package var number: Int64
  package var survey: String
  package var kind: DecisionKind
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  package var reason: String
  /// Code of the quality rule that named the interviews.
  package var rule: String?
  /// The file that listed them.
  package var source: String?
  /// The batch all of whose interviews were named.
  package var batch: Int64?
  /// Interviews concerned when it was taken, those erased since included.
  package var interviewCount: Int
  /// Those an exclusion leaves out; without those erased since.
  package var interviews: [String]
  /// In the order they were made; without those of interviews erased since.
  package var corrections: [Correction]
  package var withdrawn: Withdrawal?

  package init(
    number: Int64 = 0, survey: String, kind: DecisionKind, at: String, by: String, reason: String,
    rule: String? = nil, source: String? = nil, batch: Int64? = nil, interviewCount: Int,
    interviews: [String] = [], corrections: [Correction] = [], withdrawn: Withdrawal? = nil
  ) {
    self.number = number
    self.survey = survey
    self.kind = kind
    self.at = at
    self.by = by
    self.reason = reason
    self.rule = rule
    self.source = source
    self.batch = batch
    self.interviewCount = interviewCount
    self.interviews = interviews
    self.corrections = corrections
    self.withdrawn = withdrawn
  }

  /// The corrections that hold.
  package var heldCorrections: [Correction] {
    withdrawn == nil ? corrections.filter { $0.withdrawn == nil } : []
  }

  /// True when it changes the sample or an answer: neither withdrawn nor an erasure.
  package var holds: Bool {
    switch kind {
    case .exclusion: withdrawn == nil
    case .correction: !heldCorrections.isEmpty
    case .erasure: false
    }
  }
}
