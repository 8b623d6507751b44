/// True for text that can stand in JSON as a number.
package func isJSONNumber(_ text: String) -> Bool { JSONNumber.isValid(Array(text.utf8)) }

/// The grammar of numbers.
enum JSONNumber {
  /// True for `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  static func isValid(_ text: [UInt8]) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
      return index - start
    }
    if index < text.count, text[index] == 0x2D { index += 1 }
    let leadsWithZero = index < text.count && text[index] == 0x30
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else { return false }
    if index < text.count, text[index] == 0x2E {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < text.count, text[index] == 0x45 || text[index] == 0x65 {
      index += 1
      if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }
}
