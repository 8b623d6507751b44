import SurveyModel

/// A condition for asking, in the words of the questionnaire.
func conditionWords(
  _ condition: Condition, _ questionnaire: Questionnaire, _ language: Language
) -> String {
  func label(_ id: String) -> String {
    let text = questionnaire.field(id)?.label.text(in: language) ?? ""
    return text.isEmpty ? id : "“\(text)” (\(id))"
  }
  func value(_ literal: String, of id: String) -> String {
    guard let field = questionnaire.field(id) else { return literal }
    switch field.kind {
    case .coded(let list):
      let words = list.codes.first { $0.code == literal }?.label.text(in: language) ?? ""
      return words.isEmpty ? literal : "“\(words)” (\(literal))"
    case .date: return Int(literal).map { CivilDate(day: $0).text } ?? literal
    case .datetime: return Int(literal).map { CivilDate(day: $0 / 86_400).text } ?? literal
    case .integer, .number, .text: return literal
    }
  }
  func part(_ condition: Condition) -> String {
    let words = conditionWords(condition, questionnaire, language)
    switch condition {
    case .and, .or: return "(\(words))"
    default: return words
    }
  }
  let isVietnamese = language == .vi
  switch condition {
  case .compare(let field, let comparison, let literal):
    let sign = ["<=": "≤", ">=": "≥", "!=": "≠"][comparison.rawValue] ?? comparison.rawValue
    return "\(label(field)) \(sign) \(value(literal, of: field))"
  case .isIn(let field, let literals):
    let list = literals.map { value($0, of: field) }.joined(separator: ", ")
    return isVietnamese
      ? "\(label(field)) là một trong: \(list)" : "\(label(field)) is one of: \(list)"
  case .answered(let field):
    return isVietnamese ? "\(label(field)) có câu trả lời" : "\(label(field)) has an answer"
  case .not(let inner):
    return isVietnamese ? "không phải: \(part(inner))" : "not: \(part(inner))"
  case .and(let left, let right):
    return "\(part(left)) \(isVietnamese ? "và" : "and") \(part(right))"
  case .or(let left, let right):
    return "\(part(left)) \(isVietnamese ? "hoặc" : "or") \(part(right))"
  }
}
