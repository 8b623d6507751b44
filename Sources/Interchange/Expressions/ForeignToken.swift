/// The smallest parts of a rule of another program.
enum ForeignToken: Hashable {
  /// A question: `${FB}` or `FB.NAOK`, without the signs around it.
  case question(String)
  /// A word that is a function, an operator in letters, or something unknown.
  case word(String)
  case text(String)
  case number(String)
  /// The question's own answer: `.`, `this`.
  case current
  /// `=`, `!=`, `<`, `<=`, `>`, `>=`, `!`, `&&`, `||`, `(`, `)`, `,`.
  case sign(String)
}

/// Why a rule is not carried over, in words.
struct ForeignFault: Error, Hashable {
  var vi: String
  var en: String

  static func unknownSign(_ sign: String) -> ForeignFault {
    ForeignFault(
      vi: "có “\(shortened(sign, to: 30))” mà điều kiện của phiếu không diễn đạt được",
      en: "it holds “\(shortened(sign, to: 30))”, which conditions here cannot express")
  }
  static let incomplete = ForeignFault(vi: "viết chưa trọn vẹn", en: "it is not complete")
  static let tooDeep = ForeignFault(
    vi: "lồng nhau quá sâu hoặc quá dài", en: "it is nested too deeply or too long")
}

/// Cuts a rule into tokens.
func tokens(of rule: ForeignRule) throws(ForeignFault) -> [ForeignToken] {
  guard rule.text.utf8.count <= 4_000 else { throw .tooDeep }
  let scalars = Array(rule.text.unicodeScalars)
  var tokens: [ForeignToken] = []
  var index = 0
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
  func next(_ offset: Int) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }
  while index < scalars.count {
    let scalar = scalars[index]
    let start = index
    switch scalar {
    case _ where scalar.properties.isWhitespace: index += 1
    case "$" where next(1) == "{":
      guard let close = scalars[index...].firstIndex(of: "}") else { throw .incomplete }
      tokens.append(.question(collapsed(string((index + 2)..<close))))
      index = close + 1
    case "'", "\"", "‘", "’", "“", "”":
      let closing: [Unicode.Scalar] =
        scalar == "'" || scalar == "\"" ? [scalar] : ["‘", "’", "“", "”"]
      guard let close = scalars[(index + 1)...].firstIndex(where: closing.contains) else {
        throw .incomplete
      }
      tokens.append(.text(string((index + 1)..<close)))
      index = close + 1
    case "(", ")", ",":
      tokens.append(.sign(String(scalar)))
      index += 1
    case "&", "|":
      guard next(1) == scalar else { throw .unknownSign(String(scalar)) }
      tokens.append(.sign(scalar == "&" ? "&&" : "||"))
      index += 2
    case "=", "!", "<", ">":
      if next(1) == "=" {
        tokens.append(.sign(scalar == "=" ? "=" : String(scalar) + "="))
        index += 2
      } else if scalar == "<", next(1) == ">" {
        tokens.append(.sign("!="))
        index += 2
      } else {
        tokens.append(.sign(String(scalar)))
        index += 1
      }
    case "." where !isDigit(next(1)):
      guard !isWord(next(1), rule.dialect) else { throw .unknownSign(string(start..<(start + 2))) }
      tokens.append(.current)
      index += 1
    case "-" where isDigit(next(1)) && isOperandExpected(after: tokens.last),
      _ where isDigit(scalar) || scalar == ".":
      index += 1
      while isDigit(next(0)) || next(0) == "." { index += 1 }
      // LimeSurvey calls questions by survey, group and number too: 123X4X5.
      if isWord(next(0), rule.dialect), rule.dialect == .expressionScript {
        while isWord(next(0), rule.dialect) || next(0) == "." { index += 1 }
        tokens.append(.question(questionName(string(start..<index))))
      } else {
        tokens.append(.number(string(start..<index)))
      }
    case _ where isWord(scalar, rule.dialect):
      while isWord(next(0), rule.dialect)
        || (next(0) == "." && rule.dialect == .expressionScript && isWord(next(1), rule.dialect))
      { index += 1 }
      let word = string(start..<index)
      tokens.append(wordToken(word, rule.dialect, isCall: nextSign(scalars, index) == "("))
    default: throw .unknownSign(String(scalar))
    }
  }
  return tokens
}

private func wordToken(
  _ word: String, _ dialect: ForeignRule.Dialect, isCall: Bool
) -> ForeignToken {
  let lower = word.lowercased()
  switch dialect {
  case .xpath: return .word(lower)
  case .expressionScript:
    if lower == "this" || lower.hasPrefix("this.") || lower.hasPrefix("self.") { return .current }
    if ["and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge"].contains(lower) || isCall {
      return .word(lower)
    }
    return .question(questionName(word))
  }
}

/// Without the suffixes that ask for the answer's code; others ask for something else.
private func questionName(_ word: String) -> String {
  for suffix in [".NAOK", ".code", ".value"] where word.hasSuffix(suffix) {
    return String(word.dropLast(suffix.count))
  }
  return word
}

private func nextSign(_ scalars: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
  scalars[index...].first { !$0.properties.isWhitespace }
}

private func isOperandExpected(after token: ForeignToken?) -> Bool {
  switch token {
  case nil: true
  case .sign(let sign): sign != ")"
  case .word: true
  default: false
  }
}

private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  return scalar >= "0" && scalar <= "9"
}

private func isWord(_ scalar: Unicode.Scalar?, _ dialect: ForeignRule.Dialect) -> Bool {
  guard let scalar else { return false }
  return scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
    || (scalar == "-" && dialect == .xpath) || (scalar == ":" && dialect == .xpath)
}
