import SurveyModel

/// Writes a condition in the `asked-when` language; read again it is the same condition.
///
/// Fields are given by id, so that dates are written as dates.
func conditionText(_ condition: Condition, in fields: [String: Field]) -> String {
  switch condition {
  case .compare(let field, let comparison, let literal):
    return "\(field) \(comparison.rawValue) \(literalText(literal, of: fields[field]))"
  case .isIn(let field, let literals):
    let list = literals.map { literalText($0, of: fields[field]) }.joined(separator: ", ")
    return "\(field) in (\(list))"
  case .answered(let field): return "answered(\(field))"
  case .not(let inner):
    switch inner {
    case .and, .or: return "not (\(conditionText(inner, in: fields)))"
    default: return "not \(conditionText(inner, in: fields))"
    }
  case .and(let left, let right):
    return "\(side(left, in: fields, ofAnd: true, isRight: false)) and "
      + side(right, in: fields, ofAnd: true, isRight: true)
  case .or(let left, let right):
    return "\(side(left, in: fields, ofAnd: false, isRight: false)) or "
      + side(right, in: fields, ofAnd: false, isRight: true)
  }
}

/// `and` binds before `or`, and both lean to the left.
private func side(
  _ condition: Condition, in fields: [String: Field], ofAnd: Bool, isRight: Bool
) -> String {
  let text = conditionText(condition, in: fields)
  let needsParentheses =
    switch condition {
    case .or: ofAnd || isRight
    case .and: isRight && ofAnd
    default: false
    }
  return needsParentheses ? "(\(text))" : text
}

private func literalText(_ literal: String, of field: Field?) -> String {
  var text = literal
  switch field?.kind {
  case .date: text = Int(literal).map { CivilDate(day: $0).text } ?? literal
  case .datetime: text = Int(literal).map { CivilDate(day: $0 / 86_400).text } ?? literal
  default: break
  }
  let isBare =
    !text.isEmpty
    && text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
        || $0 == "-" || $0 == "."
    }
  let isKeyword = ["and", "or", "not", "in"].contains(text.lowercased())
  if isBare, !isKeyword { return text }
  return text.contains("'") ? "\"\(text)\"" : "'\(text)'"
}
