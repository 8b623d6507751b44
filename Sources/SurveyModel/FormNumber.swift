/// The number of a paper form: a serial number and two check digits, `000123-20`.
///
/// The check digits are those of ISO 7064, system MOD 97-10 (the one of IBAN): one mistyped digit
/// and two digits in the wrong order are always noticed, and 99 of 100 other slips.
package struct FormNumber: Sendable, Hashable {
  /// From 1 to ``largestSerial``.
  package let serial: Int

  package static let largestSerial = 999_999_999
  /// Serial numbers are written with leading zeros to this length.
  private static let shortestSerial = 6

  /// - Precondition: `serial` is from 1 to ``largestSerial``.
  package init(serial: Int) {
    precondition((1...Self.largestSerial).contains(serial), "a form number is from 1 on")
    self.serial = serial
  }

  /// The number as it is printed.
  package var text: String {
    let digits = String(serial)
    let serialText =
      String(repeating: "0", count: max(0, Self.shortestSerial - digits.utf8.count)) + digits
    let check = 98 - serial * 100 % 97
    return "\(serialText)-\(check < 10 ? "0" : "")\(check)"
  }
}

/// The form number that was typed or scanned, or `nil` when it cannot be one: it is mistyped.
///
/// Blanks at the ends, a missing hyphen, and missing leading zeros are tolerated.
///
/// ```swift
/// validFormNumber("000123-20")?.serial  // 123
/// validFormNumber("000132-20")          // nil: two digits in the wrong order
/// ```
package func validFormNumber(_ text: String) -> FormNumber? {
  var digits = Array(text.utf8.prefix(40))
  guard digits.count == text.utf8.count else { return nil }
  while let last = digits.last, last == 0x20 || last == 0x09 { digits.removeLast() }
  while let first = digits.first, first == 0x20 || first == 0x09 { digits.removeFirst() }
  if digits.count >= 3, digits[digits.count - 3] == 0x2D { digits.remove(at: digits.count - 3) }
  guard (3...14).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  // The check digits are 02 to 98; 00, 01 and 99 leave the same remainder as 97, 98 and 02.
  guard number % 97 == 1, (2...98).contains(number % 100),
    (1...FormNumber.largestSerial).contains(number / 100)
  else { return nil }
  return FormNumber(serial: number / 100)
}
