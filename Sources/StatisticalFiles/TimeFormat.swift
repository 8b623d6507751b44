import CReadStat
import SurveyModel

/// How a number of a statistical file counts time, by the format of its variable.
///
/// ## Method
///
/// SPSS counts seconds since 1582-10-14 (GNU PSPP, "Time and Date Formats"); Stata days (`%td`)
/// or milliseconds (`%tc`, `%tC`) since 1960-01-01 (Stata, "Datetime").
enum TimeFormat: Sendable {
  case spssDate
  case spssDatetime
  case stataDays
  case stataMilliseconds

  init?(_ variable: UnsafePointer<readstat_variable_t>?) {
    guard let format = readstat_variable_get_format(variable) else { return nil }
    self.init(String(cString: format))
  }

  /// `nil` for formats that do not show a day: `F8.2`, `TIME8`, `%9.0g`, months and quarters alone.
  init?(_ format: String) {
    let name = format.uppercased()
    if format.hasPrefix("%") {
      let rest = format.drop { "%-0123456789".contains($0) }
      if rest.hasPrefix("tc") || rest.hasPrefix("tC") {
        self = .stataMilliseconds
      } else if rest.hasPrefix("td") || rest.hasPrefix("d") {
        self = .stataDays
      } else {
        return nil
      }
      return
    }
    let letters = name.prefix { $0.isLetter }
    switch letters {
    case "DATE", "ADATE", "EDATE", "SDATE", "JDATE": self = .spssDate
    case "DATETIME", "YMDHMS": self = .spssDatetime
    default: return nil
    }
  }

  var kind: StatisticalVariable.Kind {
    switch self {
    case .spssDate, .stataDays: .date
    case .spssDatetime, .stataMilliseconds: .datetime
    }
  }

  /// `2021-10-05` or `2021-10-05 08:30:00`, the time left out at midnight of a date; `nil` for what
  /// is no day of the years 1583 to 9999.
  func text(_ value: Double) -> String? {
    let seconds: Double =
      switch self {
      case .spssDate, .spssDatetime: value - 141_428 * 86_400
      case .stataDays: (value - 3_653) * 86_400
      case .stataMilliseconds: value / 1000 - 3_653 * 86_400
      }
    let rounded = seconds.rounded()
    guard rounded >= -12_212_553_600, rounded < 253_402_300_800 else { return nil }
    let day = Int((rounded / 86_400).rounded(.down))
    let second = Int(rounded) - day * 86_400
    let date = CivilDate(day: day).text
    if kind == .date && second == 0 { return date }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
