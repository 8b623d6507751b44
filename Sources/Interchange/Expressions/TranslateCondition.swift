import DelimitedText
import SurveyModel

/// Turns rules of another program into conditions that mean exactly the same.
///
/// Conditions here are false where an answer is blank or missing, in XPath and ExpressionScript a
/// comparison with a blank is made like any other. So `a != 'x'` becomes `not a = x`; and what
/// would hold there for a code that means no answer here is refused, never bent.
struct ConditionTranslator {
  /// The fields by the names that rules call them by.
  let fields: [String: Field]
  private let fieldsByID: [String: Field]

  init(fields: [String: Field]) {
    self.fields = fields
    fieldsByID = Dictionary(
      fields.values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Returns: `nil` where the rule always holds.
  /// - Throws: Why it cannot be said here.
  func condition(_ rule: ForeignRule) throws(ForeignFault) -> Condition? {
    let text = collapsed(rule.text)
    if text.isEmpty || text == "1" || text == "true()" { return nil }
    let condition = try translate(try parse(rule))
    guard isWritable(condition) else { throw .tooDeep }
    return condition
  }

  /// False for what is deeper or longer than a condition of the vocabulary may be.
  func isWritable(_ condition: Condition) -> Bool {
    nesting(of: condition) < 30
      && conditionText(condition, in: fieldsByID).unicodeScalars.count <= 1_000
  }

  private func translate(_ expression: ForeignExpression) throws(ForeignFault) -> Condition {
    switch expression {
    case .and(let left, let right): return .and(try translate(left), try translate(right))
    case .or(let left, let right): return .or(try translate(left), try translate(right))
    case .not(let inner):
      let condition = try translate(inner)
      if case .not(let positive) = condition { return positive }
      return .not(condition)
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison, right)
    case .call("selected", let arguments):
      guard arguments.count == 2, case .question(let name) = arguments[0] else { break }
      return try compare(try field(name), .equal, arguments[1])
    case .call("is_empty", let arguments), .call("empty", let arguments):
      guard arguments.count == 1, case .question(let name) = arguments[0] else { break }
      return .not(try answered(try field(name)))
    case .call(let word, _): throw .unknownSign("\(word)()")
    case .question(let name):
      throw ForeignFault(
        vi: "“\(name)” đứng một mình, không so sánh với gì",
        en: "“\(name)” stands alone, compared with nothing")
    case .text(let text), .number(let text): throw .unknownSign(text)
    case .current: throw .unknownSign(".")
    }
    throw .incomplete
  }

  private func compare(
    _ left: ForeignExpression, _ comparison: Condition.Comparison, _ right: ForeignExpression
  ) throws(ForeignFault) -> Condition {
    switch (left, right) {
    case (.question(let name), _): return try compare(try field(name), comparison, right)
    case (_, .question(let name)): return try compare(try field(name), comparison.flipped, left)
    case (.call("string-length", let arguments), .number("0")),
      (.call("strlen", let arguments), .number("0")):
      guard comparison == .greater || comparison == .notEqual,
        case .question(let name)? = arguments.first
      else { throw .unknownSign("string-length()") }
      return try answered(try field(name))
    case (.call(let word, _), _), (_, .call(let word, _)): throw .unknownSign("\(word)()")
    case (.current, _), (_, .current): throw .unknownSign(".")
    default: throw .incomplete
    }
  }

  private func compare(
    _ field: Field, _ comparison: Condition.Comparison, _ value: ForeignExpression
  ) throws(ForeignFault) -> Condition {
    let text: String
    switch value {
    case .text(let literal), .number(let literal): text = collapsed(literal)
    case .call("date", let arguments):
      guard case .text(let literal)? = arguments.first else { throw .unknownSign("date()") }
      text = literal
    case .call(let word, _): throw .unknownSign("\(word)()")
    case .question(let other):
      throw ForeignFault(
        vi: "so sánh hai câu hỏi với nhau (\(field.id), \(other))",
        en: "it compares two questions with each other (\(field.id), \(other))")
    default: throw .incomplete
    }
    if text.isEmpty {
      switch comparison {
      case .equal: return .not(try answered(field))
      case .notEqual: return try answered(field)
      default: throw .incomplete
      }
    }
    let literal = try literal(text, of: field)
    if comparison == .notEqual {
      return .not(.compare(field: field.id, .equal, literal: literal))
    }
    if comparison != .equal { try checkOrder(field, comparison, literal) }
    return .compare(field: field.id, comparison, literal: literal)
  }

  /// `answered` means a valid answer, so it says the same only where no code means missing.
  private func answered(_ field: Field) throws(ForeignFault) -> Condition {
    let missing = field.codeList.map { Array($0.missing) } ?? field.missingCodes
    guard missing.isEmpty else {
      throw ForeignFault(
        vi: "“đã trả lời” ở đây không kể mã nghĩa là không trả lời của \(field.id)",
        en: "“answered” here leaves out the codes of \(field.id) that mean no answer")
    }
    return .answered(field: field.id)
  }

  private func field(_ name: String) throws(ForeignFault) -> Field {
    guard let field = fields[name] else {
      throw ForeignFault(
        vi: "nhắc tới “\(shortened(name, to: 64))”, câu hỏi không có hoặc không được chuyển",
        en: "it names “\(shortened(name, to: 64))”, which is not there or not carried over")
    }
    return field
  }

  private func literal(_ text: String, of field: Field) throws(ForeignFault) -> String {
    switch field.kind {
    case .coded(let list):
      if field.awaitsCodeList { return text }
      let exact = list.codes.first { $0.code == text }
      let same =
        exact
        ?? list.codes.first { code in
          decimal(code.code) != nil && decimal(code.code) == decimal(text)
        }
      guard let code = same else {
        throw ForeignFault(
          vi: "\(field.id) không có mã “\(shortened(text, to: 40))”",
          en: "\(field.id) has no code “\(shortened(text, to: 40))”")
      }
      guard code.missing == nil else {
        throw ForeignFault(
          vi: "mã “\(code.code)” của \(field.id) nghĩa là không trả lời",
          en: "code “\(code.code)” of \(field.id) means no answer")
      }
      return code.code
    case .integer, .number:
      guard decimal(text) != nil else { throw .unknownSign(text) }
      return text
    case .date, .datetime:
      guard let date = CivilDate(text) else { throw .unknownSign(text) }
      return field.kind == .date ? String(date.day) : String(date.day * 86_400)
    case .text:
      guard !(text.contains("'") && text.contains("\"")) else { throw .unknownSign(text) }
      return text
    }
  }

  private func checkOrder(
    _ field: Field, _ comparison: Condition.Comparison, _ literal: String
  ) throws(ForeignFault) {
    switch field.kind {
    case .integer, .number, .date, .datetime: return
    case .text: break
    case .coded(let list):
      guard list.answers.allSatisfy({ decimal($0.code) != nil }), !field.awaitsCodeList else {
        break
      }
      let holdsForMissing = list.missing.contains { code in
        guard decimal(code.code) != nil else { return false }
        let condition = Condition.compare(field: field.id, comparison, literal: literal)
        return condition.holds { _ in code.code }
      }
      guard !holdsForMissing else {
        throw ForeignFault(
          vi: "phép so sánh cũng đúng với mã nghĩa là không trả lời của \(field.id)",
          en: "it holds for a code of \(field.id) that means no answer, too")
      }
      return
    }
    throw ForeignFault(
      vi: "\(field.id) không phải là số nên không so sánh lớn bé được",
      en: "\(field.id) is not numeric, so less and greater have no meaning")
  }
}

/// A number as conditions and limits are written: digits, a sign, a decimal point.
func decimal(_ text: String) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 30,
    text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
  else { return nil }
  return Double(text)
}

/// How deep `not` and parentheses stand in each other once the condition is written.
private func nesting(of condition: Condition) -> Int {
  // A chain of `and` or `or` leans to the left and is written without parentheses.
  var deepest = 0
  var open: [(condition: Condition, depth: Int)] = [(condition, 0)]
  while let (condition, depth) = open.popLast() {
    deepest = max(deepest, depth)
    switch condition {
    case .compare, .isIn, .answered: break
    case .not(let inner): open.append((inner, depth + 2))
    case .and(let left, let right), .or(let left, let right):
      open.append((left, depth))
      open.append((right, depth + 1))
    }
  }
  return deepest
}

extension Condition.Comparison {
  /// The comparison with its sides changed over.
  var flipped: Condition.Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
