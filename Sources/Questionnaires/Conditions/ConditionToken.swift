/// One word of a condition and where it stands, in Unicode scalars from the start.
struct ConditionWord: Sendable, Hashable {
  var text: String
  var offset: Int
}

/// The smallest parts of a condition.
struct ConditionToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A variable, a bare code or a number: `FB`, `18-29`, `3.5`.
    case word
    /// A quoted text, quotes taken off.
    case text
    case comparison
    case openParenthesis
    case closeParenthesis
    case comma
    case end
  }

  var kind: Kind
  var word: ConditionWord

  /// True for a keyword, whatever its letter case.
  func isKeyword(_ name: String) -> Bool { kind == .word && word.text.lowercased() == name }
}

/// A condition that cannot be read, and the place of the first scalar that does not fit.
struct ConditionFault: Error, Hashable {
  enum Reason: Hashable {
    case unknownSign(String)
    case openText
    case expectedName
    case expectedComparison
    case expectedLiteral
    case expectedParenthesis(String)
    case expectedEnd
    case tooDeep
  }

  var reason: Reason
  var offset: Int
  /// What stands there, empty at the end.
  var found: String
}

/// Cuts a condition into tokens, the last of which is `.end`.
func tokens(of condition: String) throws(ConditionFault) -> [ConditionToken] {
  let scalars = Array(condition.unicodeScalars)
  var tokens: [ConditionToken] = []
  var index = 0
  func append(_ kind: ConditionToken.Kind, _ text: String, at offset: Int) {
    tokens.append(ConditionToken(kind: kind, word: ConditionWord(text: text, offset: offset)))
  }
  while index < scalars.count {
    let scalar = scalars[index]
    let start = index
    switch scalar {
    case _ where scalar.properties.isWhitespace:
      index += 1
    case "(", ")", ",":
      index += 1
      let kind: ConditionToken.Kind =
        scalar == "(" ? .openParenthesis : scalar == ")" ? .closeParenthesis : .comma
      append(kind, String(scalar), at: start)
    case "\"", "'":
      guard let close = scalars[(index + 1)...].firstIndex(of: scalar) else {
        throw ConditionFault(reason: .openText, offset: start, found: String(scalar))
      }
      append(.text, string(scalars[(index + 1)..<close]), at: start)
      index = close + 1
    case "=", "!", "<", ">":
      let isDouble = index + 1 < scalars.count && scalars[index + 1] == "="
      let sign = isDouble ? String(scalar) + "=" : String(scalar)
      guard ["=", "!=", "<", "<=", ">", ">="].contains(sign),
        !(sign == "<" && index + 1 < scalars.count && scalars[index + 1] == ">")
      else {
        let shown = sign == "<" ? "<>" : sign
        throw ConditionFault(reason: .unknownSign(shown), offset: start, found: shown)
      }
      index += sign.count
      append(.comparison, sign, at: start)
    case _ where isWordScalar(scalar):
      while index < scalars.count, isWordScalar(scalars[index]) { index += 1 }
      append(.word, string(scalars[start..<index]), at: start)
    default:
      throw ConditionFault(
        reason: .unknownSign(String(scalar)), offset: start, found: String(scalar))
    }
  }
  append(.end, "", at: scalars.count)
  return tokens
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    || scalar == "-" || scalar == "." || scalar == "/" || scalar == ":"
    || scalar.properties.generalCategory == .nonspacingMark
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text)
}
