extension Condition {
  /// Whether the condition holds for one interview.
  ///
  /// - Parameter answer: The valid answer of a field as text (a code, or a number), `nil` where the
  ///   answer is blank or missing; a comparison with it is then false.
  /// - Returns: True when the question applies.
  package func holds(_ answer: (String) -> String?) -> Bool {
    switch self {
    case .compare(let field, let comparison, let literal):
      guard let value = answer(field) else { return false }
      return Self.compare(value, comparison, literal)
    case .isIn(let field, let literals):
      guard let value = answer(field) else { return false }
      return literals.contains { Self.compare(value, .equal, $0) }
    case .answered(let field):
      return answer(field) != nil
    case .not(let inner):
      return !inner.holds(answer)
    case .and(let left, let right):
      return left.holds(answer) && right.holds(answer)
    case .or(let left, let right):
      return left.holds(answer) || right.holds(answer)
    }
  }

  /// Compares as numbers when both are numbers, else as codes (equal or not).
  private static func compare(_ value: String, _ comparison: Comparison, _ literal: String) -> Bool
  {
    if let left = Double(value), let right = Double(literal) {
      return switch comparison {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
    return switch comparison {
    case .equal: value == literal
    case .notEqual: value != literal
    case .less: value < literal
    case .lessOrEqual: value <= literal
    case .greater: value > literal
    case .greaterOrEqual: value >= literal
    }
  }
}
