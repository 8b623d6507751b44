package import SurveyModel

/// Checks the stored interviews by the survey's rules.
///
/// Nothing is changed: a flag is something for a field supervisor to look at. The report holds
/// interview ids and codes of interviewers; it is for staff.
///
/// - Complexity: linear in interviews, but for copies (interviews × those of one interviewer) and the
///   summary of matches (square of interviews, up to `mostForMatches`).
package func checkQuality(_ input: QualityInput) -> QualityReport {
  var flagging = Flagging(input)
  flagging.checkBlanks()
  flagging.checkMissing()
  let durations = flagging.checkDurations()
  flagging.checkStarts(durations: durations)
  let sameAnswers = flagging.checkSameAnswers()
  flagging.checkCopies()
  flagging.checkRepeatedPersons()
  flagging.checkGroups()
  flagging.checkQuota()
  flagging.checkForms()
  let matches = flagging.matchSummary()
  return flagging.report(durations: durations, sameAnswers: sameAnswers, matches: matches)
}

extension Flagging {
  func report(
    durations: [Double]?, sameAnswers: [SameAnswerShare], matches: MatchSummary?
  ) -> QualityReport {
    let flagged = Set(flags.compactMap(\.row))
    var subjects: [FindingCode: Set<String>] = [:]
    for flag in flags { subjects[flag.code, default: []].insert(flag.id) }
    var report = QualityReport(
      interviews: rows, flaggedInterviews: flagged.count,
      checks: checks.map { check in
        var counted = check
        counted.flagged = subjects[check.code]?.count ?? 0
        return counted
      }, flags: flagsInOrder(), unitVariable: input.units?.variables.joined(separator: " "),
      matches: matches, sameAnswers: sameAnswers, rejects: rejectCounts())
    report.interviewers = groupTable(
      input.interviewers, subject: .interviewer, flagged: flagged, durations: durations)
    report.units = groupTable(
      input.units, subject: .unit, flagged: flagged, durations: durations)
    return report
  }

  /// Interviews that fail most rules first; then interviewers, units and items as the rules go.
  private func flagsInOrder() -> [QualityFlag] {
    var rulesOfRow: [Int: Set<String>] = [:]
    for flag in flags {
      if let row = flag.row { rulesOfRow[row, default: []].insert(flag.code.id) }
    }
    let order = QualitySubject.allCases
    return flags.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.subject != second.subject {
        return order.firstIndex(of: first.subject) ?? 0 < order.firstIndex(of: second.subject) ?? 0
      }
      guard let row = first.row, let other = second.row else { return left.offset < right.offset }
      let (failed, otherFailed) = (rulesOfRow[row]?.count ?? 0, rulesOfRow[other]?.count ?? 0)
      if failed != otherFailed { return failed > otherFailed }
      return row != other ? row < other : left.offset < right.offset
    }.map(\.element)
  }

  /// Rejected rows by file and reason; a row counts once for each of its reasons.
  private func rejectCounts() -> [RejectCount] {
    var counts: [RejectCount] = []
    var placeOf: [String: Int] = [:]
    for reject in input.rejects where reject.row.kind == .rejected {
      var seen: Set<String> = []
      for finding in reject.row.findings where seen.insert(finding.code.id).inserted {
        let key = reject.file + "\u{0}" + finding.code.id
        if let place = placeOf[key] {
          counts[place].rows += 1
        } else {
          placeOf[key] = counts.count
          counts.append(RejectCount(file: reject.file, code: finding.code, rows: 1))
        }
      }
    }
    return counts.sorted {
      ($1.rows, $0.file, $0.code.id) < ($0.rows, $1.file, $1.code.id)
    }
  }
}
