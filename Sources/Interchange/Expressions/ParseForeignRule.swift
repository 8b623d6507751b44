import SurveyModel

/// A rule of another program, read but not yet understood.
indirect enum ForeignExpression: Hashable {
  case question(String)
  case text(String)
  case number(String)
  case current
  case call(String, [ForeignExpression])
  case not(ForeignExpression)
  case and(ForeignExpression, ForeignExpression)
  case or(ForeignExpression, ForeignExpression)
  case compare(ForeignExpression, Condition.Comparison, ForeignExpression)
}

/// Reads a rule: comparisons, `and`, `or`, `not`, calls; `&&`, `||`, `!` and `==` mean the same.
func parse(_ rule: ForeignRule) throws(ForeignFault) -> ForeignExpression {
  var parser = ForeignParser(tokens: try tokens(of: rule))
  return try parser.parse()
}

private struct ForeignParser {
  /// Below the depth that conditions may have, so that what is written can be read.
  private static let maximumDepth = 24

  let tokens: [ForeignToken]
  var position = 0

  init(tokens: [ForeignToken]) { self.tokens = tokens }

  private var current: ForeignToken? { position < tokens.count ? tokens[position] : nil }

  mutating func parse() throws(ForeignFault) -> ForeignExpression {
    let expression = try disjunction(0)
    if let current { throw .unknownSign(Self.shown(current)) }
    return expression
  }

  private mutating func disjunction(_ depth: Int) throws(ForeignFault) -> ForeignExpression {
    var left = try conjunction(depth)
    while take(.sign("||")) || take(.word("or")) { left = .or(left, try conjunction(depth)) }
    return left
  }

  private mutating func conjunction(_ depth: Int) throws(ForeignFault) -> ForeignExpression {
    var left = try comparison(depth)
    while take(.sign("&&")) || take(.word("and")) { left = .and(left, try comparison(depth)) }
    return left
  }

  private mutating func comparison(_ depth: Int) throws(ForeignFault) -> ForeignExpression {
    let left = try operand(depth)
    guard let sign = comparisonSign() else { return left }
    position += 1
    return .compare(left, sign, try operand(depth))
  }

  private func comparisonSign() -> Condition.Comparison? {
    switch current {
    case .sign(let sign): Condition.Comparison(rawValue: sign)
    case .word("eq"): .equal
    case .word("ne"): .notEqual
    case .word("lt"): .less
    case .word("le"): .lessOrEqual
    case .word("gt"): .greater
    case .word("ge"): .greaterOrEqual
    default: nil
    }
  }

  private mutating func operand(_ depth: Int) throws(ForeignFault) -> ForeignExpression {
    guard depth < Self.maximumDepth else { throw .tooDeep }
    guard let token = current else { throw .incomplete }
    position += 1
    switch token {
    case .question(let name): return .question(name)
    case .text(let text): return .text(text)
    case .number(let text): return .number(text)
    case .current: return .current
    case .sign("!"): return .not(try comparison(depth + 1))
    case .sign("("):
      let inner = try disjunction(depth + 1)
      guard take(.sign(")")) else { throw .incomplete }
      return inner
    case .word(let word):
      guard take(.sign("(")) else { throw .unknownSign(word) }
      var arguments: [ForeignExpression] = []
      if !take(.sign(")")) {
        repeat { arguments.append(try disjunction(depth + 1)) } while take(.sign(","))
        guard take(.sign(")")) else { throw .incomplete }
      }
      if word == "not", arguments.count == 1 { return .not(arguments[0]) }
      return .call(word, arguments)
    case .sign: throw .unknownSign(Self.shown(token))
    }
  }

  private mutating func take(_ token: ForeignToken) -> Bool {
    guard current == token else { return false }
    position += 1
    return true
  }

  private static func shown(_ token: ForeignToken) -> String {
    switch token {
    case .question(let text), .word(let text), .text(let text), .number(let text),
      .sign(let text):
      text
    case .current: "."
    }
  }
}
