package import SurveyModel

/// The decisions of a store for other programs, with the interviews they name.
///
/// - Parameters:
///   - decisions: In the order they are listed.
///   - showsInterviews: Whether interviews and corrected answers are listed; free text never is.
/// - Returns: UTF-8 JSON.
package func decisionsJSON(_ decisions: [Decision], showsInterviews: Bool) -> [UInt8] {
  JSONValue.object([
    "decisions": .array(decisions.map { json($0, showsInterviews: showsInterviews) })
  ]).bytes()
}

/// A decision without when and by whom, which differ between two runs on the same inputs.
func jsonResult(_ decision: Decision) -> JSONValue {
  .object(members(decision))
}

private func members(_ decision: Decision) -> [String: JSONValue] {
  [
    "number": .integer(Int(decision.number)), "kind": .string(decision.kind.rawValue),
    "reason": .string(decision.reason), "rule": .string(decision.rule),
    "batch": .integer(decision.batch.map(Int.init)),
    "interviews": .integer(decision.interviewCount),
    "corrections": .integer(decision.corrections.count),
    "holds": .bool(decision.holds), "withdrawn": .bool(decision.withdrawn != nil),
    "corrections_withdrawn": .integer(decision.corrections.count { $0.withdrawn != nil }),
  ]
}

private func json(_ decision: Decision, showsInterviews: Bool) -> JSONValue {
  var members = members(decision)
  members["survey"] = .string(decision.survey)
  members["at"] = .string(decision.at)
  members["by"] = .string(decision.by)
  members["source"] = .string(decision.source)
  members["withdrawal"] = json(decision.withdrawn)
  guard showsInterviews else { return .object(members) }
  members["interview_ids"] = .array(decision.interviews.map { .string($0) })
  members["answers"] = .array(
    decision.corrections.map { correction in
      .object([
        "number": .integer(correction.number), "interview": .string(correction.interview),
        "field": .string(correction.field), "old": json(correction.old, correction),
        "new": json(correction.new, correction), "reason": .string(correction.reason),
        "by": .string(correction.by), "at": .string(correction.at),
        "consequence": .bool(correction.isConsequence),
        "withdrawal": json(correction.withdrawn),
      ])
    })
  return .object(members)
}

private func json(_ withdrawal: Withdrawal?) -> JSONValue {
  guard let withdrawal else { return .null }
  return .object([
    "at": .string(withdrawal.at), "by": .string(withdrawal.by),
    "reason": .string(withdrawal.reason),
  ])
}

/// `null` for not asked, empty for blank; free text is left out.
private func json(_ answer: RecordedAnswer, _ correction: Correction) -> JSONValue {
  switch answer {
  case .notAsked: .null
  case .blank: .string("")
  case .value(let text): correction.isHidden ? .string("***") : .string(text)
  }
}
