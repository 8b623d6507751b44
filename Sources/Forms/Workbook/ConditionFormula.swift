import SurveyModel

/// Writes a condition as a formula of a spreadsheet, true where the question is asked.
///
/// A coded answer may stand as its code or as its label; blank and missing make every comparison
/// false, as in the product.
struct ConditionFormula {
  let fields: [String: Field]
  /// The cell of a field in the row that is looked at, for example `$C3`; `nil` without a column.
  let cell: (String) -> String?

  func expression(_ condition: Condition) -> String {
    switch condition {
    case .and(let left, let right): "AND(\(expression(left)),\(expression(right)))"
    case .or(let left, let right): "OR(\(expression(left)),\(expression(right)))"
    case .not(let inner): "NOT(\(expression(inner)))"
    case .answered(let id): isAnswered(id)
    case .compare(let id, let comparison, let literal): compare(id, comparison, literal)
    case .isIn(let id, let literals):
      literals.isEmpty
        ? "FALSE" : "OR(\(literals.map { compare(id, .equal, $0) }.joined(separator: ",")))"
    }
  }

  private func isAnswered(_ id: String) -> String {
    guard let cell = cell(id), let field = fields[id] else { return "FALSE" }
    let missing = field.codeList.map { Array($0.missing) } ?? field.missingCodes
    let excluded = missing.flatMap { spellings($0) }.map { "\(cell)&\"\"<>\(Self.quoted($0))" }
    return "AND(\((["\(cell)&\"\"<>\"\""] + excluded).joined(separator: ",")))"
  }

  private func compare(
    _ id: String, _ comparison: Condition.Comparison, _ literal: String
  ) -> String {
    guard let cell = cell(id), let field = fields[id] else { return "FALSE" }
    let sign = comparison == .notEqual ? "<>" : comparison.rawValue
    switch field.kind {
    case .coded(let list):
      let condition = Condition.compare(field: id, comparison, literal: literal)
      if field.awaitsCodeList {
        return "AND(\(isAnswered(id)),\(cell)&\"\"\(sign)\(Self.quoted(literal)))"
      }
      let answers = list.answers.filter { answer in condition.holds { _ in answer.code } }
      let equal = answers.flatMap { spellings($0) }.map { "\(cell)&\"\"=\(Self.quoted($0))" }
      return equal.isEmpty ? "FALSE" : "OR(\(equal.joined(separator: ",")))"
    case .text: return "AND(\(isAnswered(id)),\(cell)&\"\"\(sign)\(Self.quoted(literal)))"
    case .integer, .number:
      return "AND(ISNUMBER(\(cell)),\(isAnswered(id)),\(cell)\(sign)\(literal))"
    case .date: return time(cell, sign, day: Int(literal) ?? 0)
    case .datetime: return time(cell, sign, day: (Int(literal) ?? 0) / 86_400)
    }
  }

  private func time(_ cell: String, _ sign: String, day: Int) -> String {
    let parts = CivilDate(day: day).text.split(separator: "-").compactMap { Int($0) }
    return "AND(ISNUMBER(\(cell)),\(cell)\(sign)DATE(\(parts[0]),\(parts[1]),\(parts[2])))"
  }

  private func spellings(_ answer: AnswerCode) -> [String] {
    var spellings = [answer.code]
    for label in answer.label.all where !spellings.contains(label) { spellings.append(label) }
    return spellings
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
