import SurveyModel

/// The limits a constraint such as `. >= 0 and . <= 120` sets.
struct ValueLimits: Hashable {
  var minimum: Double?
  var maximum: Double?
}

/// Reads the limits of a number out of a constraint.
///
/// - Throws: Why it says more than a lowest and a highest value.
func limits(
  of rule: ForeignRule, isInteger: Bool
) throws(ForeignFault) -> ValueLimits {
  var limits = ValueLimits()
  var open = [try parse(rule)]
  while let expression = open.popLast() {
    switch expression {
    case .and(let left, let right): open += [left, right]
    case .compare(.current, let comparison, .number(let text)),
      .compare(.current, let comparison, .text(let text)):
      try limits.narrow(comparison, text, isInteger: isInteger)
    case .compare(.number(let text), let comparison, .current),
      .compare(.text(let text), let comparison, .current):
      try limits.narrow(comparison.flipped, text, isInteger: isInteger)
    case .compare(.call(let word, _), _, _), .compare(_, _, .call(let word, _)),
      .call(let word, _):
      throw .unknownSign("\(word)()")
    default:
      throw ForeignFault(
        vi: "không chỉ là giới hạn thấp nhất và cao nhất",
        en: "it is more than a lowest and a highest value")
    }
  }
  return limits
}

extension ValueLimits {
  fileprivate mutating func narrow(
    _ comparison: Condition.Comparison, _ text: String, isInteger: Bool
  ) throws(ForeignFault) {
    guard let value = decimal(text), value.magnitude < 1e15 else { throw .unknownSign(text) }
    switch comparison {
    case .greaterOrEqual: raise(value)
    case .lessOrEqual: lower(value)
    case .greater where isInteger: raise(value.rounded(.down) + 1)
    case .less where isInteger: lower(value.rounded(.up) - 1)
    case .equal:
      raise(value)
      lower(value)
    case .greater, .less, .notEqual:
      throw ForeignFault(
        vi: "giới hạn không kể chính số \(text)", en: "a limit that leaves out \(text) itself")
    }
  }

  private mutating func raise(_ value: Double) { minimum = max(minimum ?? value, value) }
  private mutating func lower(_ value: Double) { maximum = min(maximum ?? value, value) }
}
