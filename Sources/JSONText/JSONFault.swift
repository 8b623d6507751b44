/// Why a text is no JSON, and where that shows.
package struct JSONFault: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// A character that cannot stand here.
    case unexpected
    /// The text ends inside a value.
    case cutOff
    /// Objects and arrays inside each other beyond ``JSONLimits/depth``.
    case tooDeep
    /// A string or a number beyond its limit.
    case tooLong
    case badNumber
    case badEscape
    /// A control character inside a string: a missing quotation mark, mostly.
    case controlCharacter
    case notUTF8
    /// Half of a surrogate pair.
    case notUnicode
  }

  package var reason: Reason
  /// From 1.
  package var line: Int
  /// In characters, from 1.
  package var column: Int

  package init(reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}

/// How deep and how long JSON may be before it is refused.
package struct JSONLimits: Sendable, Hashable {
  /// Objects and arrays inside each other.
  package var depth: Int
  /// Bytes of one string.
  package var string: Int
  /// Characters of one number.
  package var number: Int

  package init(depth: Int = 64, string: Int = 16 << 20, number: Int = 400) {
    self.depth = depth
    self.string = string
    self.number = number
  }

  package static let standard = JSONLimits()
}
