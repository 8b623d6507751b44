import SurveyModel

/// Writes a condition as an XPath expression of an ODK XForm.
///
/// A blank answer and a code that means missing make every comparison false, as in the product;
/// XPath alone would take `''` for a number and `9` for an answer.
struct ConditionXPath {
  let fields: [String: Field]
  /// Where a field's answer stands in the instance, for example `/data/access/A1`.
  let path: (String) -> String

  func expression(_ condition: Condition) -> String {
    switch condition {
    case .and(let left, let right): "(\(expression(left))) and (\(expression(right)))"
    case .or(let left, let right): "(\(expression(left))) or (\(expression(right)))"
    case .not(let inner): "not(\(expression(inner)))"
    case .answered(let id): isAnswered(id)
    case .compare(let id, let comparison, let literal): compare(id, comparison, literal)
    case .isIn(let id, let literals):
      literals.isEmpty
        ? "false()"
        : literals.map { "(\(compare(id, .equal, $0)))" }.joined(separator: " or ")
    }
  }

  private func isAnswered(_ id: String) -> String {
    let missing = fields[id].map(Self.missingCodes) ?? []
    return (["\(path(id)) != ''"] + missing.map { "\(path(id)) != \(Self.quoted($0))" })
      .joined(separator: " and ")
  }

  private static func missingCodes(of field: Field) -> [String] {
    (field.codeList.map { Array($0.missing) } ?? field.missingCodes).map(\.code)
  }

  private func compare(
    _ id: String, _ comparison: Condition.Comparison, _ literal: String
  ) -> String {
    guard let field = fields[id] else { return "false()" }
    let path = path(id)
    switch field.kind {
    case .coded(let list):
      if comparison == .equal { return "\(path) = \(Self.quoted(literal))" }
      if comparison == .notEqual || field.awaitsCodeList {
        return "\(isAnswered(id)) and \(path) \(comparison.rawValue) \(Self.quoted(literal))"
      }
      // Codes are text to the form: an order among them is spelt out.
      let condition = Condition.compare(field: id, comparison, literal: literal)
      let codes = list.answers.map(\.code).filter { code in condition.holds { _ in code } }
      return codes.isEmpty
        ? "false()" : codes.map { "\(path) = \(Self.quoted($0))" }.joined(separator: " or ")
    case .text:
      return "\(isAnswered(id)) and \(path) \(comparison.rawValue) \(Self.quoted(literal))"
    case .integer, .number:
      return "\(isAnswered(id)) and number(\(path)) \(comparison.rawValue) \(literal)"
    case .date:
      let day = CivilDate(day: Int(literal) ?? 0).text
      return "\(isAnswered(id)) and \(path) \(comparison.rawValue) date('\(day)')"
    case .datetime:
      let day = CivilDate(day: (Int(literal) ?? 0) / 86_400).text
      // Dates compare by the day alone; this compares to the second, both sides in local time.
      return "\(isAnswered(id)) and decimal-date-time(\(path)) \(comparison.rawValue) "
        + "decimal-date-time('\(day)T00:00:00.000')"
    }
  }

  /// A string literal; XPath 1.0 has no escapes, so that a text with both kinds of quotes is put
  /// together from pieces.
  static func quoted(_ text: String) -> String {
    if !text.contains("'") { return "'\(text)'" }
    if !text.contains("\"") { return "\"\(text)\"" }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
    return "concat(" + pieces.joined(separator: ", \"'\", ") + ")"
  }
}
