/// The sign between whole and fraction that a file is declared to use; `nil` lets each number tell.
package enum DecimalSign: UInt8, Sendable {
  case point = 0x2E
  case comma = 0x2C

  /// The value of a survey file's `decimal` attribute.
  package init?(named name: String) {
    switch name {
    case "point", ".": self = .point
    case "comma", ",": self = .comma
    default: return nil
    }
  }
}

/// Reads a number written in digits, strictly and without any locale.
///
/// One sign, digits, and at most one decimal separator, point or comma, and at most a power of ten
/// as statistical programs write it (`1e+05`). Thousands separators are
/// taken only where they cannot mean anything else: groups of three digits set off by one sign, the
/// decimal separator, if any, being the other ("1.234,5", "1,234.5", "1.234.567"); and a single
/// group ("1.234") only when the file declares the other sign as its decimal sign.
package func readNumber(_ text: UnsafeBufferPointer<UInt8>, decimal: DecimalSign?) -> Double? {
  var index = 0
  var isNegative = false
  if let first = text.first, first == 0x2D || first == 0x2B {
    isNegative = first == 0x2D
    index = 1
  }
  var mantissa: UInt64 = 0
  var digits = 0
  var fractionDigits = 0
  var separator: UInt8 = 0
  while index < text.count {
    let byte = text[index]
    let digit = byte &- 0x30
    if digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      digits += 1
      if separator != 0 { fractionDigits += 1 }
    } else if separator == 0 && (byte == 0x2E || byte == 0x2C) && digits > 0 {
      separator = byte
    } else if (byte | 0x20) == 0x65 && digits > 0 && isExponent(text[(index + 1)...]) {
      if separator != 0, let decimal, separator != decimal.rawValue { return nil }
      return readLongNumber(text)
    } else {
      return readGroupedNumber(text, decimal: decimal)
    }
    index += 1
  }
  guard digits > 0, separator == 0 || fractionDigits > 0 else { return nil }
  if separator != 0, let decimal, separator != decimal.rawValue {
    return readGroupedNumber(text, decimal: decimal)
  }
  // Both the mantissa and the power of ten are exact, so one division rounds correctly.
  if digits <= 15 {
    let value = Double(mantissa) / powersOfTen[fractionDigits]
    return isNegative ? -value : value
  }
  return readLongNumber(text)
}

/// Statistical programs write 100000 as `1e+05`; the digits after the `e` are at most three.
private func isExponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let digits = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text
  return (1...3).contains(digits.count) && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// Digits beyond what the quick way holds exactly; Swift's own reader knows no locale.
private func readLongNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
  guard text.count <= 400 else { return nil }
  let pointed = text.map { $0 == 0x2C ? 0x2E : $0 }
  guard let value = Double(String(decoding: pointed, as: UTF8.self)), value.isFinite else {
    return nil
  }
  return value
}

private func readGroupedNumber(
  _ text: UnsafeBufferPointer<UInt8>, decimal: DecimalSign?
) -> Double? {
  guard text.count <= 64 else { return nil }
  var rest = Array(text)[...]
  var plain: [UInt8] = []
  if let first = rest.first, first == 0x2D || first == 0x2B {
    if first == 0x2D { plain.append(first) }
    rest = rest.dropFirst()
  }
  guard let group = rest.first(where: { $0 < 0x30 || $0 > 0x39 }), group == 0x2E || group == 0x2C
  else { return nil }
  let fractionSign: UInt8 = group == 0x2E ? 0x2C : 0x2E
  if let decimal, decimal.rawValue == group { return nil }
  let halves = rest.split(separator: fractionSign, maxSplits: 1, omittingEmptySubsequences: false)
  let groups = halves[0].split(separator: group, omittingEmptySubsequences: false)
  // A single group is no evidence of grouping unless the file says what its decimal sign is.
  guard groups.count > 2 || halves.count == 2 || decimal != nil else { return nil }
  for (index, digits) in groups.enumerated() {
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    guard index == 0 ? (1...3).contains(digits.count) : digits.count == 3 else { return nil }
    plain += digits
  }
  if halves.count == 2 {
    guard !halves[1].isEmpty, halves[1].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    plain.append(0x2E)
    plain += halves[1]
  }
  return Double(String(decoding: plain, as: UTF8.self))
}

/// Reads a whole number; a fraction of zeros is allowed, as spreadsheets write one.
package func readInteger(_ text: UnsafeBufferPointer<UInt8>, decimal: DecimalSign?) -> Int64? {
  guard let value = readNumber(text, decimal: decimal), value == value.rounded(),
    abs(value) <= 9_007_199_254_740_992
  else { return nil }
  return Int64(value)
}

/// Reads a number from the text of a cell.
package func readNumber(_ text: String, decimal: DecimalSign? = nil) -> Double? {
  Array(text.utf8).withUnsafeBufferPointer { readNumber($0, decimal: decimal) }
}

/// Reads a whole number from the text of a cell.
package func readInteger(_ text: String) -> Int64? {
  Array(text.utf8).withUnsafeBufferPointer { readInteger($0, decimal: nil) }
}
