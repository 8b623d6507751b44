/// Why an answer is missing; the reasons are kept apart and all leave the denominator.
package enum MissingReason: String, Sendable, Hashable, CaseIterable {
  case dontKnow = "dont-know"
  case notApplicable = "not-applicable"
  case refused
  case blank
  case severalAnswers = "several-answers"
  case unreadable
  case other
}

/// One code a respondent can answer with.
package struct AnswerCode: Sendable, Hashable {
  package var code: String
  package var label: LocalizedText
  /// Counts as satisfied in the satisfied share.
  package var isSatisfied: Bool
  /// The value in mean scores; `nil` when the code is no number and none is declared.
  package var score: Double?
  /// Set for codes that mean a missing answer.
  package var missing: MissingReason?
  /// The code this one belongs to in the parent list (a commune's district), if any.
  package var parent: String?

  package init(
    code: String, label: LocalizedText = LocalizedText(), isSatisfied: Bool = false,
    score: Double? = nil, missing: MissingReason? = nil, parent: String? = nil
  ) {
    self.code = code
    self.label = label
    self.isSatisfied = isSatisfied
    self.score = score
    self.missing = missing
    self.parent = parent
  }
}

/// The codes of one scale or category variable: valid answers in file order, then missing codes.
///
/// In columns an answer is stored as its *position*: 0 for blank, 1... for the codes of this list
/// in order, and ``notAsked`` where the question did not apply.
package struct CodeList: Sendable, Hashable {
  package var codes: [AnswerCode]
  /// How many of `codes`, from the front, are valid answers; the rest mean missing.
  package var answerCount: Int

  package init(answers: [AnswerCode], missing: [AnswerCode] = []) {
    codes = answers + missing
    answerCount = answers.count
  }

  package var answers: ArraySlice<AnswerCode> { codes.prefix(answerCount) }
  package var missing: ArraySlice<AnswerCode> { codes.dropFirst(answerCount) }

  /// Position of a question that was not asked because `asked-when` was false.
  @inlinable package static var notAsked8: UInt8 { 255 }
  @inlinable package static var notAsked16: UInt16 { 65535 }

  /// True when positions fit one byte (0 blank, 255 not asked).
  package var fitsByte: Bool { codes.count <= 254 }

  /// Position (1...) of a code, exact match; `nil` when it is not in the list.
  package func position(of code: String) -> Int? {
    codes.firstIndex { $0.code == code }.map { $0 + 1 }
  }

  /// The code at a position, `nil` for blank and not asked.
  package func code(at position: Int) -> AnswerCode? {
    position >= 1 && position <= codes.count ? codes[position - 1] : nil
  }
}
