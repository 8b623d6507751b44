/// A parsed `asked-when` expression over variables and items, all names and codes checked.
package indirect enum Condition: Sendable, Hashable {
  package enum Comparison: String, Sendable, Hashable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// `field` is compared with a literal: a code for coded fields, a number for numeric ones
  /// (dates as days since 1970-01-01). A blank or missing answer makes every comparison false.
  case compare(field: String, Comparison, literal: String)
  case isIn(field: String, literals: [String])
  /// True when the field holds a valid answer.
  case answered(field: String)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)

  /// The fields the condition reads, in order of appearance.
  package var fields: [String] {
    switch self {
    case .compare(let field, _, _), .isIn(let field, _), .answered(let field): [field]
    case .not(let inner): inner.fields
    case .and(let left, let right), .or(let left, let right): left.fields + right.fields
    }
  }
}
