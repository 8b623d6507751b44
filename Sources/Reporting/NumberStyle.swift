package import SurveyModel

/// How people read numbers: the decimal comma in Vietnamese, the point in English.
///
/// Written out here because the platform's number formatters depend on the machine's locale and
/// round half to even. Rounding is `roundedHalfUp`, the rule of the published figures.
///
///     NumberStyle(.vi).decimal(84.785, places: 2)   // 84,79
///     NumberStyle(.vi).whole(1234)                  // 1.234
///     NumberStyle(.en).signed(-0.004, places: 2)    // 0.00, never -0.00
package struct NumberStyle: Sendable, Hashable {
  package let language: Language

  /// Stands where there is no number.
  package static let missing = "—"
  private static let minus = "−"
  /// Keeps a number and its unit on one line.
  private static let noBreakSpace = "\u{A0}"

  package init(_ language: Language) {
    self.language = language
  }

  package var decimalMark: String { language == .vi ? "," : "." }
  private var groupMark: String { language == .vi ? "." : "," }

  /// A number with a fixed number of decimal places, rounded half up.
  package func decimal(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return sign(of: value, places: places, always: false) + digits(of: value, places: places)
  }

  /// A number with its sign, `+` included: differences in points.
  package func signed(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return sign(of: value, places: places, always: true) + digits(of: value, places: places)
  }

  /// A number of a plan or a threshold: at least `places` decimals, and as many more (6 at most) as
  /// it takes to write it exactly.
  ///
  ///     exact(86.78, places: 2)    // 86,78
  ///     exact(86.4756, places: 2)  // 86,4756
  package func exact(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return decimal(value, places: Self.places(ofExact: value, atLeast: places))
  }

  /// The decimals that ``exact(_:places:)`` writes.
  package static func places(ofExact value: Double, atLeast places: Int) -> Int {
    var needed = places
    while needed < 6, (roundedHalfUp(value, places: needed) - value).magnitude > 1e-9 {
      needed += 1
    }
    return needed
  }

  /// A whole number with marks between the thousands.
  package func whole(_ value: Int?) -> String {
    guard let value else { return Self.missing }
    return (value < 0 ? Self.minus : "") + grouped(String(value.magnitude))
  }

  /// A whole number, without decimals where it is one: weights and sums.
  package func compact(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return value == value.rounded() ? decimal(value, places: 0) : decimal(value, places: places)
  }

  /// Adds the unit: `84,78 %` in Vietnamese, `84.78%` in English; missing numbers stay bare.
  package func percent(_ number: String) -> String {
    if number == Self.missing { return number }
    return language == .vi ? number + Self.noBreakSpace + "%" : number + "%"
  }

  private func sign(of value: Double, places: Int, always: Bool) -> String {
    let rounded = roundedHalfUp(value, places: places)
    if rounded < 0 { return Self.minus }
    return always && rounded > 0 ? "+" : ""
  }

  private func digits(of value: Double, places: Int) -> String {
    let rounded = roundedHalfUp(value, places: places).magnitude
    guard rounded < 1e12 else { return "\(rounded)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((rounded * scale).rounded())
    let unit = Int(scale)
    let whole = grouped(String(scaled / unit))
    guard places > 0 else { return whole }
    let fraction = String(scaled % unit)
    let padding = String(repeating: "0", count: places - fraction.utf8.count)
    return whole + decimalMark + padding + fraction
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return text
  }
}
