import SurveyModel
import WorkbookWriting

extension EntryTemplate {
  /// What may be typed into a column; `nil` for text.
  func validation(
    _ column: EntryColumn, at index: Int, _ range: CellRange
  ) -> CellValidation? {
    let field = column.field
    if index == 0 { return uniqueNumber(range) }
    if let answers = column.answers { return list(answers, of: field, range) }
    switch field.kind {
    case .integer(let minimum, let maximum):
      return number(field, range, at: index) {
        .integer(from: minimum.flatMap(Self.whole), to: maximum.flatMap(Self.whole))
      }
    case .number(let minimum, let maximum):
      return number(field, range, at: index) { .decimal(from: minimum, to: maximum) }
    case .date, .datetime:
      // The years that the import takes, and that Excel counts without its error of 1900.
      return CellValidation(
        range: range,
        rule: .date(
          from: CivilDate(year: 1900, month: 3, day: 1),
          to: CivilDate(year: 2100, month: 12, day: 31)),
        fault: .init(title: words.wrongDate, text: words.date))
    case .text, .coded: return nil
    }
  }

  private func uniqueNumber(_ range: CellRange) -> CellValidation {
    let rows = "$A$\(range.rows.lowerBound + 1):$A$\(range.rows.upperBound + 1)"
    return CellValidation(
      range: range, rule: .formula("=COUNTIF(\(rows),$A\(range.rows.lowerBound + 1))=1"),
      fault: .init(title: words.repeatedNumber, text: words.repeatedNumberText))
  }

  private func list(
    _ answers: EntryAnswers, of field: Field, _ range: CellRange
  ) -> CellValidation {
    let isLiteral = Self.isLiteral(answers)
    let rule: CellValidation.Rule
    if isLiteral {
      rule = .list(answers.values)
    } else {
      let column = Self.letters(lists.firstIndex(of: answers) ?? 0)
      rule = .listFrom("='\(words.listSheet)'!$\(column)$1:$\(column)$\(answers.values.count)")
    }
    return CellValidation(
      range: range, rule: rule, prompt: prompt(answers, of: field),
      fault: .init(
        title: words.wrongAnswer,
        text: isLiteral ? words.chooseOne(of: answers.values) : words.chooseFromList))
  }

  /// What the numbers mean, as many as Excel has room for.
  private func prompt(_ answers: EntryAnswers, of field: Field) -> CellValidation.Message? {
    guard answers.areNumbers, let list = field.codeList else { return nil }
    var text = ""
    for code in list.codes {
      let label = code.label.text(in: words.language)
      let line =
        (text.isEmpty ? "" : "\n") + (label.isEmpty ? code.code : "\(code.code) = \(label)")
      guard text.unicodeScalars.count + line.unicodeScalars.count <= 255 else { break }
      text += line
    }
    guard !text.isEmpty else { return nil }
    let label = field.label.text(in: words.language, or: field.id)
    return .init(title: EntryWords.title(label), text: text)
  }

  /// A number within its bounds, or a code that means missing.
  private func number(
    _ field: Field, _ range: CellRange, at index: Int, plain: () -> CellValidation.Rule
  ) -> CellValidation {
    let fault = CellValidation.Message(title: words.wrongNumber, text: words.number(field))
    guard !field.missingCodes.isEmpty else {
      return CellValidation(range: range, rule: plain(), fault: fault)
    }
    let cell = "\(Self.letters(index))\(range.rows.lowerBound + 1)"
    let (minimum, maximum) = field.bounds
    var inside = ["ISNUMBER(\(cell))"]
    if let minimum { inside.append("\(cell)>=\(FormNumbers.machine(minimum))") }
    if let maximum { inside.append("\(cell)<=\(FormNumbers.machine(maximum))") }
    if case .integer = field.kind { inside.append("N(\(cell))=INT(N(\(cell)))") }
    let missing = field.missingCodes.map { "\(cell)&\"\"=\(ConditionFormula.quoted($0.code))" }
    let formula =
      "=OR(AND(\(inside.joined(separator: ","))),\(missing.joined(separator: ",")))"
    return CellValidation(range: range, rule: .formula(formula), fault: fault)
  }

  private static func whole(_ bound: Double) -> Int? {
    bound.magnitude < 1e15 ? Int(bound) : nil
  }
}
