import SurveyModel

/// A condition as written: names and codes not yet looked up.
indirect enum ConditionSyntax: Sendable, Hashable {
  case compare(field: ConditionWord, Condition.Comparison, literal: ConditionWord)
  case isIn(field: ConditionWord, literals: [ConditionWord])
  case answered(field: ConditionWord)
  case not(ConditionSyntax)
  case and(ConditionSyntax, ConditionSyntax)
  case or(ConditionSyntax, ConditionSyntax)

  /// The fields named, in order of appearance.
  var fields: [ConditionWord] {
    switch self {
    case .compare(let field, _, _), .isIn(let field, _), .answered(let field): [field]
    case .not(let inner): inner.fields
    case .and(let left, let right), .or(let left, let right): left.fields + right.fields
    }
  }
}

/// Reads a condition in the `asked-when` language.
///
///     condition  = term { "or" term }
///     term       = factor { "and" factor }
///     factor     = "not" factor | "(" condition ")" | "answered" "(" name ")" | comparison
///     comparison = name sign literal | name [ "not" ] "in" "(" literal { "," literal } ")"
///     sign       = "=" | "!=" | "<" | "<=" | ">" | ">="
///     literal    = number | bare code | quoted text
func parseCondition(_ text: String) throws(ConditionFault) -> ConditionSyntax {
  var parser = ConditionParser(tokens: try tokens(of: text))
  return try parser.parse()
}

private struct ConditionParser {
  /// Deep nesting has no use in a questionnaire and would cost stack in every evaluation.
  private static let maximumDepth = 32

  let tokens: [ConditionToken]
  var position = 0

  init(tokens: [ConditionToken]) { self.tokens = tokens }

  private var current: ConditionToken { tokens[min(position, tokens.count - 1)] }

  mutating func parse() throws(ConditionFault) -> ConditionSyntax {
    let condition = try disjunction(depth: 0)
    guard current.kind == .end else { throw fault(.expectedEnd) }
    return condition
  }

  private mutating func disjunction(depth: Int) throws(ConditionFault) -> ConditionSyntax {
    var left = try conjunction(depth: depth)
    while current.isKeyword("or") {
      position += 1
      left = .or(left, try conjunction(depth: depth))
    }
    return left
  }

  private mutating func conjunction(depth: Int) throws(ConditionFault) -> ConditionSyntax {
    var left = try factor(depth: depth)
    while current.isKeyword("and") {
      position += 1
      left = .and(left, try factor(depth: depth))
    }
    return left
  }

  private mutating func factor(depth: Int) throws(ConditionFault) -> ConditionSyntax {
    guard depth < Self.maximumDepth else { throw fault(.tooDeep) }
    if current.isKeyword("not") {
      position += 1
      return .not(try factor(depth: depth + 1))
    }
    if current.kind == .openParenthesis {
      position += 1
      let inner = try disjunction(depth: depth + 1)
      try take(.closeParenthesis, ")")
      return inner
    }
    if current.isKeyword("answered"),
      tokens[min(position + 1, tokens.count - 1)].kind
        == .openParenthesis
    {
      position += 2
      let field = try name()
      try take(.closeParenthesis, ")")
      return .answered(field: field)
    }
    return try comparison()
  }

  private mutating func comparison() throws(ConditionFault) -> ConditionSyntax {
    let field = try name()
    if current.isKeyword("in") || current.isKeyword("not") {
      let isNegated = current.isKeyword("not")
      if isNegated {
        position += 1
        guard current.isKeyword("in") else { throw fault(.expectedComparison) }
      }
      position += 1
      try take(.openParenthesis, "(")
      var literals = [try literal()]
      while current.kind == .comma {
        position += 1
        literals.append(try literal())
      }
      try take(.closeParenthesis, ")")
      let membership = ConditionSyntax.isIn(field: field, literals: literals)
      return isNegated ? .not(membership) : membership
    }
    guard current.kind == .comparison,
      let sign = Condition.Comparison(rawValue: current.word.text)
    else { throw fault(.expectedComparison) }
    position += 1
    return .compare(field: field, sign, literal: try literal())
  }

  private mutating func name() throws(ConditionFault) -> ConditionWord {
    guard current.kind == .word, !["and", "or", "not", "in"].contains(where: current.isKeyword)
    else { throw fault(.expectedName) }
    defer { position += 1 }
    return current.word
  }

  private mutating func literal() throws(ConditionFault) -> ConditionWord {
    guard current.kind == .word || current.kind == .text else { throw fault(.expectedLiteral) }
    defer { position += 1 }
    return current.word
  }

  private mutating func take(
    _ kind: ConditionToken.Kind, _ sign: String
  ) throws(ConditionFault) {
    guard current.kind == kind else { throw fault(.expectedParenthesis(sign)) }
    position += 1
  }

  private func fault(_ reason: ConditionFault.Reason) -> ConditionFault {
    ConditionFault(reason: reason, offset: current.word.offset, found: current.word.text)
  }
}
