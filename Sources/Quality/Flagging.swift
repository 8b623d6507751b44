import SurveyModel

/// What the rules have in common: the input, what was worked out of it once, and what was flagged.
struct Flagging {
  let input: QualityInput
  let answers: ItemAnswers
  let figures: [InterviewFigures]
  var flags: [QualityFlag] = []
  var checks: [QualityCheck] = []

  init(_ input: QualityInput) {
    self.input = input
    answers = ItemAnswers(fields: input.fields, table: input.table)
    figures = answers.figures()
  }

  var rules: QualityDefinition { input.rules }
  var rows: Int { input.table.count }

  /// The code of a row's level, `nil` where it has none.
  func code(_ grouping: Grouping?, row: Int) -> String? {
    guard let grouping, grouping.levelOfRow[row] >= 0 else { return nil }
    return grouping.levels[Int(grouping.levelOfRow[row])].code
  }

  mutating func flag(
    _ code: FindingCode, row: Int, found: LocalizedText, expected: LocalizedText,
    remedy: LocalizedText
  ) {
    flags.append(
      QualityFlag(
        code: code, subject: .interview, id: input.table.ids[row], row: row,
        interviewer: self.code(input.interviewers, row: row),
        unit: self.code(input.units, row: row), found: found, expected: expected, remedy: remedy))
  }

  /// Says that a rule was applied, with its thresholds.
  mutating func checked(
    _ code: FindingCode, _ subject: QualitySubject = .interview, vi: String, en: String
  ) {
    checks.append(
      QualityCheck(
        code: code, subject: subject, status: .checked, note: LocalizedText(vi: vi, en: en)))
  }

  mutating func notChecked(
    _ code: FindingCode, _ subject: QualitySubject = .interview, vi: String, en: String
  ) {
    checks.append(
      QualityCheck(
        code: code, subject: subject, status: .notChecked, note: LocalizedText(vi: vi, en: en)))
  }

  mutating func off(_ code: FindingCode, _ subject: QualitySubject = .interview) {
    checks.append(
      QualityCheck(
        code: code, subject: subject, status: .off,
        note: LocalizedText(
          vi: "Tắt trong tệp khảo sát.", en: "Switched off in the survey file.")))
  }

  /// The values of a numeric field, NaN where blank.
  ///
  /// - Returns: `nil` where there is no such field or it holds no numbers.
  func numbers(_ variable: String) -> [Double]? {
    guard let index = input.fields.firstIndex(where: { $0.id == variable }) else { return nil }
    switch input.table.columns[index] {
    case .integers(let values):
      return values.map { $0 == ColumnValues.blankInteger ? .nan : Double($0) }
    case .numbers(let values): return values
    default: return nil
    }
  }
}

extension GroupLevel {
  /// The codes of its variables, as one.
  var code: String { terms.map(\.code).joined(separator: " / ") }
}
