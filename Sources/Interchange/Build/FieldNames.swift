import DelimitedText

/// Hands out identifiers that the vocabulary takes: valid, and each once.
struct FieldNames {
  private var taken: Set<String> = ["overall"]

  /// A valid identifier as near to `name` as can be, not taken so far.
  mutating func identifier(for name: String, otherwise: String) -> String {
    let valid = Self.valid(name, otherwise: otherwise)
    var candidate = valid
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(valid.prefix(58))_\(number)"
      number += 1
    }
    return candidate
  }

  /// Unaccented letters, digits, `_`, `.` and `-`, a letter first, at most 64.
  static func valid(_ name: String, otherwise: String) -> String {
    if isValid(name) { return name }
    var result = ""
    // `plain` folds case too, so only names that are not valid as they stand go through it.
    let source = name.utf8.allSatisfy { $0 < 0x80 } ? name : TextFolding.plain(name)
    for scalar in source.unicodeScalars.prefix(200) {
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || scalar == "_" || scalar == "." || scalar == "-"
      if isKept {
        result.unicodeScalars.append(scalar)
      } else if result.last != "_" {
        result += "_"
      }
    }
    while result.last == "_" { result.removeLast() }
    guard let first = result.unicodeScalars.first else { return otherwise }
    if !first.properties.isAlphabetic { result = "\(otherwise)_\(result)" }
    return String(result.prefix(64))
  }

  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 64 else { return false }
    return name.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
