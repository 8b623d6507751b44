import Ingestion
import Storage
package import SurveyModel

extension PlanSession {
  /// What became of figures that were to be put on record.
  package struct Recording: Sendable {
    /// With their numbers; without them on a trial.
    package var entries: [FigureEntry]
    /// Warnings and notices.
    package var findings: [Finding]
  }

  /// Puts figures on record, all or none.
  ///
  /// - Parameters:
  ///   - requests: As written.
  ///   - reason: Why values on record are replaced, where a request does not say it.
  ///   - name: Who enters them; `nil` for the user of this call.
  ///   - file: The file they were read from.
  ///   - isGrowth: Percentages are growth rates and may lie outside 0 to 100.
  ///   - isTrial: Checks all and records nothing.
  /// - Returns: What was recorded, or would be.
  /// - Throws: ``RunStopped`` with everything that is wrong; then nothing is recorded.
  package func enter(
    _ requests: [FigureRequest], reason: String? = nil, by name: String? = nil,
    file: String? = nil, isGrowth: Bool = false, isTrial: Bool = false
  ) throws(RunStopped) -> Recording {
    try record(
      check(requests, reason: reason, by: name, file: file, isGrowth: isGrowth), isTrial: isTrial)
  }

  /// Puts the figures of a file on record, all or none; faults of its form and of its content are
  /// told together.
  package func importFigures(
    from path: String, reason: String?, by name: String?, isGrowth: Bool, isTrial: Bool
  ) throws(RunStopped) -> Recording {
    guard fileExists(path) else {
      throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
    }
    let (requests, findings) = readFigureFile(path: path)
    var checked = try check(
      requests, reason: reason, by: name, file: String(path.split(separator: "/").last ?? ""),
      isGrowth: isGrowth)
    checked.findings = findings + checked.findings
    return try record(checked, isTrial: isTrial)
  }

  private func check(
    _ requests: [FigureRequest], reason: String?, by name: String?, file: String?, isGrowth: Bool
  ) throws(RunStopped) -> Recording {
    let (by, findings) = recorder(name)
    let (entries, found) = checkFigures(
      requests, plan: plan, held: try entries().filter(\.holds),
      recording: FigureRecording(
        at: invocation.now, by: by, file: file, reason: reason, isGrowth: isGrowth))
    return Recording(
      entries: entries, findings: findings + (reason.map(reasonFaults) ?? []) + found)
  }

  private func record(_ checked: Recording, isTrial: Bool) throws(RunStopped) -> Recording {
    guard !checked.findings.contains(where: { $0.severity == .error }) else {
      throw RunStopped(checked.findings, exit: .badData)
    }
    var recording = checked
    guard !isTrial, !recording.entries.isEmpty else { return recording }
    let store = try store()
    let entries = recording.entries
    let numbers = try stored { () throws(StoreError) in
      try store.record(figures: entries, survey: survey?.definition.id)
    }
    for (index, number) in numbers.enumerated() { recording.entries[index].number = number }
    return recording
  }

  /// Takes an entry back; the one that it took the place of holds again.
  ///
  /// - Returns: The entry as withdrawn, and the one that holds now.
  package func withdrawFigure(
    _ number: Int64, reason: String, by name: String?
  ) throws(RunStopped) -> (withdrawn: FigureEntry, holds: FigureEntry?) {
    let all = try entries()
    let withdrawal = try self.withdrawal(reason, by: name)
    guard var entry = all.first(where: { $0.number == number }) else {
      throw RunStopped([.unknownEntry(number, plan)], exit: .badData)
    }
    guard entry.holds else { throw RunStopped([.entryNotHeld(number)], exit: .badData) }
    let store = try store()
    try stored { () throws(StoreError) in
      try store.withdraw(figure: entry, withdrawal, survey: survey?.definition.id)
    }
    entry.withdrawn = withdrawal
    var earlier = all.first { $0.number == entry.replaces }
    earlier?.replacedAt = nil
    return (entry, earlier)
  }

  /// Takes a judgement back; the one that it took the place of holds again.
  package func withdrawJudgement(
    _ number: Int64, reason: String, by name: String?
  ) throws(RunStopped) -> (withdrawn: TargetJudgement, holds: TargetJudgement?) {
    let all = try judgements()
    let withdrawal = try self.withdrawal(reason, by: name)
    guard var judgement = all.first(where: { $0.number == number }) else {
      throw RunStopped([.unknownEntry(number, plan)], exit: .badData)
    }
    guard judgement.holds else { throw RunStopped([.entryNotHeld(number)], exit: .badData) }
    let store = try store()
    try stored { () throws(StoreError) in
      try store.withdraw(judgement: judgement, withdrawal, survey: survey?.definition.id)
    }
    judgement.withdrawn = withdrawal
    var earlier = all.first { $0.number == judgement.replaces }
    earlier?.replacedAt = nil
    return (judgement, earlier)
  }

  /// Puts a judgement of a requirement in words on record.
  ///
  /// - Returns: As recorded, `nil` where it stands so already; with warnings and notices.
  /// - Throws: ``RunStopped`` with everything that is wrong.
  package func judge(
    target: String, year: Int, isMet: Bool, reason: String, by name: String?
  ) throws(RunStopped) -> (judgement: TargetJudgement?, findings: [Finding]) {
    let (by, faults) = recorder(name)
    var (judgement, findings) = checkJudgement(
      JudgementRequest(target: target, year: year, isMet: isMet, reason: reason), plan: plan,
      held: try judgements().filter(\.holds), at: invocation.now, by: by)
    findings = faults + findings
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw RunStopped(findings, exit: .badData)
    }
    guard let checked = judgement else { return (nil, findings) }
    let store = try store()
    judgement?.number = try stored { () throws(StoreError) in
      try store.record(judgement: checked, survey: survey?.definition.id)
    }
    return (judgement, findings)
  }

  private func withdrawal(
    _ reason: String, by name: String?
  ) throws(RunStopped) -> Withdrawal {
    let (by, findings) = recorder(name)
    let faults = findings + reasonFaults(reason)
    guard faults.isEmpty else { throw RunStopped(faults, exit: .badData) }
    return Withdrawal(at: invocation.now, by: by, reason: oneLine(reason))
  }

  func recorder(_ name: String?) -> (by: String, findings: [Finding]) {
    let by = oneLine(name ?? invocation.user)
    return (by, by.isEmpty || by.count > 200 ? [.badRecorder()] : [])
  }

  func reasonFaults(_ reason: String) -> [Finding] {
    let text = oneLine(reason)
    return text.isEmpty || text.count > longestFigureReason ? [.noFigureReason()] : []
  }
}
