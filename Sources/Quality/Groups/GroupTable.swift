import Numerics
import SurveyModel

extension Flagging {
  /// All interviewers or units that have interviews, forms or a plan, in the order of their codes.
  func groupTable(
    _ grouping: Grouping?, subject: QualitySubject, flagged: Set<Int>, durations: [Double]?
  ) -> [QualityGroup] {
    guard let grouping else { return [] }
    var rowsOfGroup = [[Int]](repeating: [], count: grouping.levels.count)
    for row in 0..<rows where grouping.levelOfRow[row] >= 0 {
      rowsOfGroup[Int(grouping.levelOfRow[row])].append(row)
    }
    let forms = numbers(input.forms, of: grouping)
    let planned = numbers(input.quota, of: grouping)
    var codes: [String: [FindingCode]] = [:]
    for flag in flags where flag.subject == subject {
      codes[flag.id, default: []].append(flag.code)
    }
    return grouping.levels.indices.compactMap { index in
      let level = grouping.levels[index]
      let rows = rowsOfGroup[index]
      guard !rows.isEmpty || forms[level.terms] != nil || planned[level.terms] != nil else {
        return nil
      }
      return group(
        level, rows: rows, flagged: flagged, durations: durations, forms: forms[level.terms],
        planned: planned[level.terms]?.first, flags: codes[level.code] ?? [])
    }
  }

  private func numbers(
    _ table: (grouping: Grouping, numbers: [UnitNumbers])?, of grouping: Grouping
  ) -> [[DomainTerm]: [Double]] {
    guard let table, table.grouping.variables == grouping.variables else { return [:] }
    return Dictionary(
      table.numbers.map { ($0.level.terms, $0.numbers) }, uniquingKeysWith: { first, _ in first })
  }

  private func group(
    _ level: GroupLevel, rows: [Int], flagged: Set<Int>, durations: [Double]?, forms: [Double]?,
    planned: Double?, flags: [FindingCode]
  ) -> QualityGroup {
    var (asked, valid, satisfied, littleVaried, answered) = (0, 0, 0, 0, 0)
    for row in rows {
      asked += figures[row].asked
      valid += figures[row].valid
      satisfied += figures[row].satisfied
      if figures[row].valid > 0 { answered += 1 }
      if figures[row].isLittleVaried { littleVaried += 1 }
    }
    func percent(_ part: Int, _ whole: Int) -> Double? {
      whole > 0 ? 100 * Double(part) / Double(whole) : nil
    }
    let known = durations.map { durations in rows.map { durations[$0] }.filter { !$0.isNaN } }
    let label = level.labels.count == 1 ? level.labels[0] : LocalizedText()
    return QualityGroup(
      code: level.code, label: label.vi == level.code ? LocalizedText() : label,
      interviews: rows.count, flaggedInterviews: rows.count { flagged.contains($0) },
      satisfied: percent(satisfied, valid), missing: percent(asked - valid, asked),
      littleVaried: percent(littleVaried, answered), medianDuration: known.flatMap { median($0) },
      issued: forms?[0], returned: forms?[1], planned: planned, flags: flags)
  }
}
