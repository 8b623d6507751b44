import Storage
package import SurveyModel

extension SurveySession {
  /// Takes a decision back, or one correction of it; its record stays.
  ///
  /// With a correction go all others of the same interview in the decision when any of them is a
  /// consequence: they were checked together. The interviews must be sound without it, and no later
  /// correction may build on it.
  ///
  /// - Parameters:
  ///   - number: The decision.
  ///   - correction: The correction of it, from 1; `nil` for the whole decision.
  ///   - reason: Why, for the record.
  /// - Returns: The decision as it stands then.
  /// - Throws: ``RunStopped`` with everything that is wrong; then nothing is withdrawn.
  package func withdraw(
    _ number: Int64, correction: Int? = nil, reason: String
  ) throws(RunStopped) -> Decision {
    generation = try currentGeneration()
    let decisions = try storedDecisions()
    guard let index = decisions.firstIndex(where: { $0.number == number }) else {
      throw RunStopped(reasonFindings(reason) + [.unknownDecision(number)], exit: .badData)
    }
    let decision = decisions[index]
    var findings = reasonFindings(reason)
    if decision.kind == .erasure {
      findings.append(.finalErasure(decision))
    } else if !decision.holds {
      findings.append(.notHeld(decision))
    }
    let withdrawal = Withdrawal(
      at: invocation.now, by: invocation.user, reason: trimmedReason(reason))
    var left = decisions
    var numbers: [Int]?
    if let correction {
      numbers = together(correction, in: decision)
      if numbers == nil { findings.append(.unknownDecision(number)) }
      for entry in left[index].corrections.indices
      where numbers?.contains(left[index].corrections[entry].number) == true {
        left[index].corrections[entry].withdrawn = withdrawal
      }
    } else {
      left[index].withdrawn = withdrawal
    }
    if findings.isEmpty, decision.kind == .correction {
      findings += try faultsWithout(decision, before: decisions, after: left)
    }
    guard findings.isEmpty else { throw RunStopped(findings, exit: .badData) }
    try stored { () throws(StoreError) in
      try store.withdraw(decision, corrections: numbers, withdrawal, ifGeneration: generation)
    }
    forgetResponses()
    return left[index]
  }

  /// The corrections that go with one, itself included; `nil` when it is not there or does not hold.
  private func together(_ number: Int, in decision: Decision) -> [Int]? {
    guard let one = decision.heldCorrections.first(where: { $0.number == number }) else {
      return nil
    }
    let same = decision.heldCorrections.filter { $0.interview == one.interview }
    return same.contains(where: \.isConsequence) ? same.map(\.number) : [number]
  }

  private func faultsWithout(
    _ decision: Decision, before: [Decision], after: [Decision]
  ) throws(RunStopped) -> [Finding] {
    let present = try correctedResponses(by: before)
    let left = try correctedResponses(by: after)
    let known = Set(present.misfits)
    let stranded = left.misfits.filter { !known.contains($0) }
    if !stranded.isEmpty { return stranded.map { .builtUpon($0) } }
    let interviews = decision.corrections.map(\.interview)
    func judged(_ responses: DecidedResponses) -> [String: JudgedInterview] {
      InterviewAnswers(
        of: interviews, in: responses.table, survey,
        requiredFields: survey.definition.requiredFields
      ).judged()
    }
    let (now, then) = (judged(present), judged(left))
    var seen: Set<String> = []
    return interviews.filter { seen.insert($0).inserted }.flatMap { id in
      (then[id]?.faults(since: now[id]) ?? []).map { fault in
        var fault = fault
        fault.place = nil
        return fault
      }
    }
  }
}
