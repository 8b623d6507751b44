import Comparison
import Foundation
import Ingestion
import Reporting
import Storage
package import SurveyModel

/// What a draw gave.
package struct DrawnBackCheck: Sendable {
  /// Interviews that stand.
  package var interviews: Int
  package var groupVariables: [String]
  /// Interviews and drawn interviews of each group that has any; without a level those whose group
  /// is missing.
  package var groups: [(level: GroupLevel?, interviews: Int, drawn: Int)]
  /// Added because a rule flags them.
  package var added: Int
  /// Asked again.
  package var fields: [String]
  package var findings: [Finding]

  package var drawn: Int { groups.reduce(0) { $0 + $1.drawn } }

  /// The draw for the terminal.
  package func text(language: Language, width: Int) -> String {
    drawnBackCheckText(
      interviews: interviews, groupVariables: groupVariables, groups: groups, added: added,
      fields: fields, language: language, width: width)
  }
}

extension SurveySession {
  /// Draws interviews that stand to be asked again, and writes the sheet to be filled in.
  ///
  /// - Parameters:
  ///   - size: How many.
  ///   - seed: Of the draw: the same seed, interviews and decisions give the same bytes.
  ///   - variable: Groups the interviews; `nil` for the interviewer, else the design.
  ///   - named: Fields to ask again; empty for the usual ones.
  ///   - includesFlagged: Also adds all interviews that a quality rule flags.
  ///   - path: The sheet; it must not be there yet.
  /// - Returns: How many of each group were drawn.
  /// - Throws: ``RunStopped`` with everything that is wrong; then nothing is written.
  package func drawBackCheck(
    _ size: BackCheckSize, seed: UInt64, by variable: String?, fields named: [String],
    includesFlagged: Bool, to path: String
  ) throws(RunStopped) -> DrawnBackCheck {
    let definition = survey.definition
    guard !fileExists(path) else { throw RunStopped([.outputExists(path)], exit: .inputOutput) }
    guard survey.questionnaire.field(definition.interviewID)?.isPersonal != true else {
      throw RunStopped([.personalBackCheckID(definition.interviewID)], exit: .badData)
    }
    let plan = try BackCheckFields(survey, by: variable)
    let asked = try plan.askedAgain(named)
    let table = try responses()
    guard table.count > 0 else {
      throw RunStopped(
        refusals + [.noResponses(definition, excluded: decided?.excluded ?? 0)], exit: .badData)
    }
    let grouping = plan.grouping(of: table)
    var members = [[String]](repeating: [], count: grouping.levels.count + 1)
    for row in 0..<table.count {
      let level = Int(grouping.levelOfRow[row])
      members[level < 0 ? grouping.levels.count : level].append(table.ids[row])
    }
    let drawn = Comparison.drawBackCheck(from: members, size: size, seed: seed)
    var flagged: Set<String> = []
    if includesFlagged {
      let report = try checkQuality(isWhole: true)
      flagged = Set(report.flags.filter { $0.subject == .interview }.map(\.id))
      flagged.subtract(drawn.joined())
    }
    let added = members.map { group in
      group.filter { flagged.contains($0) }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    let rows = InterviewRows(of: (drawn + added).joined(), in: table.ids)
    let lines = members.indices.flatMap { group in
      (drawn[group].map { ($0, BackCheckFields.drawn) }
        + added[group].map { ($0, BackCheckFields.added) })
        .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
    let questionnaireFields = survey.questionnaire.fields
    let locators = plan.locators
    let bytes = backCheckSheet(
      interviewID: definition.interviewID, locators: locators.map { questionnaireFields[$0] },
      part: includesFlagged ? BackCheckFields.partColumn : nil,
      asked: asked.map { questionnaireFields[$0].id },
      rows: lines.map { id, part in
        let row = rows[id] ?? 0
        return BackCheckSheetRow(
          interview: id, part: part,
          locators: locators.map {
            table.columns[$0].recordedAnswer(row, of: questionnaireFields[$0])
          })
      })
    try writeNewFile(bytes, to: path)
    let result = DrawnBackCheck(
      interviews: table.count, groupVariables: grouping.variables,
      groups: members.indices.filter { !members[$0].isEmpty }.map {
        (
          $0 < grouping.levels.count ? grouping.levels[$0] : nil, members[$0].count,
          drawn[$0].count
        )
      }, added: added.reduce(0) { $0 + $1.count },
      fields: asked.map { questionnaireFields[$0].id }, findings: [])
    try auditDraw(result, seed: seed, sheet: path)
    return result.explained(size)
  }

  private func writeNewFile(_ bytes: [UInt8], to path: String) throws(RunStopped) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw RunStopped([.outputFailed(path)], exit: .inputOutput)
    }
  }

  private func auditDraw(
    _ draw: DrawnBackCheck, seed: UInt64, sheet path: String
  ) throws(RunStopped) {
    let sha256 = try sheetDigest(path)
    let (drawn, all, added) = (draw.drawn, draw.interviews, draw.added)
    try audit(
      "backcheck.drawn",
      LocalizedText(
        vi: "rút thăm phúc tra \(drawn) trong \(all) phiếu, hạt giống \(seed), thêm \(added) phiếu "
          + "bị nêu; danh sách SHA-256 \(sha256)",
        en: "drew \(drawn) of \(all) interviews for a back-check, seed \(seed), added \(added) "
          + "flagged ones; list SHA-256 \(sha256)"))
  }

  func audit(_ action: String, _ note: LocalizedText) throws(RunStopped) {
    try stored { () throws(StoreError) in
      try store.appendAudit(
        AuditEntry(
          at: invocation.now, by: invocation.user, action: action, survey: survey.definition.id,
          note: note))
    }
  }

  func sheetDigest(_ path: String) throws(RunStopped) -> String {
    do throws(DigestError) {
      return try digest(ofFile: path).sha256
    } catch {
      throw RunStopped([error.finding(file: path)], exit: .inputOutput)
    }
  }
}

extension DrawnBackCheck {
  /// Says so where there were not as many interviews as asked for.
  fileprivate func explained(_ size: BackCheckSize) -> Self {
    var explained = self
    switch size {
    case .count(let number) where drawn < number:
      explained.findings.append(.backCheckReduced(drawn, of: number))
    case .perGroup(let number):
      let short = groups.count { $0.drawn < number }
      if short > 0 { explained.findings.append(.smallBackCheckGroups(short, number)) }
    case .count, .share: break
    }
    return explained
  }
}
