import Comparison
import Ingestion
import Storage
package import SurveyModel

/// A back-check compared with the store, and what is to be said of it.
package struct ComparedBackCheck: Sendable {
  package var result: BackCheck
  /// About the file and its rows, and interviews that could not be compared.
  package var findings: [Finding]
  package var survey: LoadedSurvey
}

/// Differing answers that are listed; all are counted.
private let listedAnswers = 100_000

extension SurveySession {
  /// Compares interviews asked again with the stored ones, as the decisions that hold leave them.
  ///
  /// - Parameters:
  ///   - path: The filled-in sheet; any column of a field that does not find the interview is
  ///     compared.
  ///   - drawnPath: The sheet as it was drawn: tells who is missing, and that a column filled in
  ///     there was not asked again.
  ///   - variable: Groups the interviews; `nil` for the interviewer, else the design.
  /// - Returns: The figures, every difference with its place, and what could not be compared.
  /// - Throws: ``RunStopped`` when a file cannot be used, or no interview can be compared.
  package func compareBackCheck(
    _ path: String, drawn drawnPath: String?, by variable: String?
  ) throws(RunStopped) -> ComparedBackCheck {
    let plan = try BackCheckFields(survey, by: variable)
    let sheet = try ReturnedSheet(path, survey)
    let drawn: ReturnedSheet?
    if let drawnPath { drawn = try ReturnedSheet(drawnPath, survey) } else { drawn = nil }
    var findings = sheet.findings
    if let drawn, !(try isRecorded(drawn.imported.sha256)) {
      findings.append(.backCheckDrawNotRecorded(drawn.path))
    }
    let fields = survey.questionnaire.fields
    let compared = comparedFields(sheet, drawn, plan, &findings)
    guard !compared.isEmpty else {
      throw RunStopped(findings + [.noBackCheckField(path)], exit: .badData)
    }
    let table = try responses()
    var matched = MatchedSheet(
      sheet, drawn, stored: InterviewRows(of: sheet.ids, in: table.ids), compared: compared)
    if matched.uncompared.contains(where: { $0.reason == .unknown }) {
      matched.tellExcluded(InterviewRows(of: sheet.ids, in: try rawResponses().ids))
    }
    findings += matched.uncompared.map { self.finding($0) }
    findings += matched.notDrawn.map {
      .notDrawn(shownID($0.interview), at: $0.place)
    }
    guard matched.pairs.contains(where: \.isRandom) else {
      throw RunStopped(findings + [.noneBackChecked(path)], exit: .badData)
    }
    let input = BackCheckInput(
      fields: fields, compared: compared, stored: table, returned: sheet.imported.table,
      pairs: matched.pairs, grouping: plan.grouping(of: table))
    let results = Comparison.compareBackCheck(input, limit: listedAnswers)
    if results.differing > results.cells.count {
      findings.append(.backCheckListCut(results.cells.count, of: results.differing))
    }
    let result = BackCheck(
      file: path, sha256: sheet.imported.sha256, counts: sheet.imported.counts,
      groupVariables: input.grouping.variables, interviews: matched.pairs.count { $0.isRandom },
      added: matched.pairs.count { !$0.isRandom }, fields: results.fields,
      groups: results.groups, differing: results.differing,
      differences: differences(results.cells, table, sheet, matched),
      uncompared: matched.uncompared)
    try auditComparison(result)
    return ComparedBackCheck(result: result, findings: findings, survey: survey)
  }

  /// Numbers of the fields whose columns hold second answers.
  private func comparedFields(
    _ sheet: ReturnedSheet, _ drawn: ReturnedSheet?, _ plan: BackCheckFields,
    _ findings: inout [Finding]
  ) -> [Int] {
    var skipped = Set(plan.locators)
    if let drawn {
      let rows = 0..<drawn.imported.table.count
      for number in survey.questionnaire.fields.indices
      where rows.contains(where: { !drawn.answer($0, number).cell.isEmpty }) {
        skipped.insert(number)
      }
    }
    let columns = sheet.columns
    return survey.questionnaire.fields.indices.filter { number in
      let field = survey.questionnaire.fields[number]
      guard columns.contains(field.id), !skipped.contains(number),
        field.id != survey.definition.interviewID
      else { return false }
      if plan.isComparable(number) { return true }
      findings.append(.notBackChecked(field, file: sheet.path))
      return false
    }
  }

  private func differences(
    _ cells: [DifferingCell], _ table: ResponseTable, _ sheet: ReturnedSheet,
    _ matched: MatchedSheet
  ) -> [BackCheck.Difference] {
    var isRandom: [Int: Bool] = [:]
    for pair in matched.pairs { isRandom[pair.returned] = pair.isRandom }
    return zip(cells, sheet.places(of: cells)).map { cell, place in
      let field = survey.questionnaire.fields[cell.field]
      return BackCheck.Difference(
        interview: sheet.id(cell.second), field: field.id,
        first: table.columns[cell.field].recordedAnswer(cell.first, of: field),
        second: sheet.answer(cell.second, cell.field), isRandom: isRandom[cell.second] ?? false,
        place: place)
    }
  }

  private func finding(_ uncompared: BackCheck.Uncompared) -> Finding {
    .notCompared(uncompared.reason, shownID(uncompared.interview), at: uncompared.place)
  }

  private func isRecorded(_ sha256: String) throws(RunStopped) -> Bool {
    let entries = try stored { () throws(StoreError) in try store.audit() }
    return entries.contains {
      $0.action == "backcheck.drawn" && $0.survey == survey.definition.id
        && $0.note.text(in: .en).contains(sha256)
    }
  }

  private func auditComparison(_ result: BackCheck) throws(RunStopped) {
    let (interviews, added, sha256) = (result.interviews, result.added, result.sha256)
    let differing = result.differing
    try audit(
      "backcheck.compared",
      LocalizedText(
        vi: "so sánh phúc tra \(interviews) phiếu rút thăm, \(added) phiếu khác, \(differing) câu "
          + "trả lời khác nhau; tệp SHA-256 \(sha256)",
        en: "compared a back-check of \(interviews) drawn interviews, \(added) others, "
          + "\(differing) answers differ; file SHA-256 \(sha256)"))
  }
}
