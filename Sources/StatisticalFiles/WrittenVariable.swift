/// A variable of an SPSS file to be written.
package struct WrittenVariable: Sendable {
  package enum Form: Sendable, Hashable {
    /// A number shown with so many decimals.
    case number(decimals: Int)
    case date
    case datetime
    /// A text of at most so many bytes of UTF-8, 1 to ``longestText``.
    case text(bytes: Int)
  }

  package enum Measure: Sendable {
    case nominal
    case ordinal
    case scale
  }

  /// Most bytes of a text that SPSS and every program that reads its files take.
  package static let longestText = 32_767

  /// A name as SPSS has them; see ``statisticalNames(_:)``.
  package var name: String
  package var label: String
  package var form: Form
  package var labels: [(value: WrittenValue, label: String)]
  package var missing: WrittenMissing
  package var measure: Measure

  package init(
    name: String, label: String, form: Form, labels: [(value: WrittenValue, label: String)] = [],
    missing: WrittenMissing = WrittenMissing(), measure: Measure
  ) {
    self.name = name
    self.label = label
    self.form = form
    self.labels = labels
    self.missing = missing
    self.measure = measure
  }
}

/// A value of an SPSS file to be written.
package enum WrittenValue: Sendable, Hashable {
  /// Missing for the system: nothing is known.
  case blank
  /// For dates the seconds of ``spssSeconds(day:second:)``.
  case number(Double)
  case text(String)
}

/// The values an SPSS variable declares missing: three at most, or a range and one more.
package struct WrittenMissing: Sendable, Hashable {
  package var values: [WrittenValue] = []
  package var range: ClosedRange<Double>?

  package init() {}

  /// The rule that declares `missing` and no number of `valid`.
  ///
  /// - Returns: The rule; `nil` when SPSS has none for them.
  package init?(_ missing: [Double], sparing valid: [Double]) {
    let ordered = Set(missing).sorted()
    guard ordered.count > 3 else {
      values = ordered.map { .number($0) }
      return
    }
    // All of them in a range, else all but the first or the last.
    let choices = [ordered[...], ordered.dropFirst(), ordered.dropLast()]
    for choice in choices {
      guard let low = choice.first, let high = choice.last else { continue }
      guard !valid.contains(where: { low <= $0 && $0 <= high }) else { continue }
      range = low...high
      values = ordered.filter { $0 < low || $0 > high }.map { .number($0) }
      return
    }
    return nil
  }
}

/// A moment as SPSS counts: seconds since 1582-10-14.
///
/// - Parameters:
///   - day: Days since 1970-01-01.
///   - second: Seconds of the day.
/// - Returns: The seconds.
package func spssSeconds(day: Int, second: Int = 0) -> Double {
  Double((day + 141_428) * 86_400 + second)
}

/// Names that SPSS takes for these ids, in their order, none twice in any letter case.
///
/// SPSS: a letter first, then letters, digits, `_`, `.`; 64 bytes at most, no full stop at the end,
/// no word of its language. Letters are kept to ASCII, which every program reads.
package func statisticalNames(_ ids: [String]) -> [String] {
  let reserved: Set<String> = [
    "ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH",
  ]
  var taken = reserved
  return ids.map { id in
    var name = String(
      id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") ? $0 : "_" }
        .prefix(60))
    while name.last == "." { name.removeLast() }
    if name.first.map({ !$0.isLetter }) ?? true { name = "v\(name)" }
    var unique = name
    var number = 1
    while !taken.insert(unique.uppercased()).inserted {
      number += 1
      unique = "\(name)_\(number)"
    }
    return unique
  }
}
