import DelimitedText
import SurveyModel

/// How a file is declared to write its dates; `nil` takes ISO and day-first dates.
enum DateOrder: Sendable {
  case dayFirst
  case monthFirst
  case iso

  /// The value of a survey file's `dates` attribute.
  init?(named name: String) {
    switch name {
    case "day-first": self = .dayFirst
    case "month-first": self = .monthFirst
    case "iso": self = .iso
    default: return nil
    }
  }
}

/// A date and, where it was written, a time of day.
struct DateReading: Sendable, Hashable {
  /// Days since 1970-01-01.
  var day: Int32
  /// Seconds since midnight; `nil` when no time was written.
  var seconds: Int32?
}

/// Reads a date as field programs write it: `2021-10-05`, `2021/10/5`, `05/10/2021`, `5-10-2021`,
/// `5.10.2021`, each with or without a time, or the serial number of a spreadsheet.
///
/// Days come before months where the year is last, as Vietnam writes dates, unless `order` says
/// otherwise. Times may be of twelve hours, with AM and PM or SA and CH (sáng, chiều) after them.
/// Serial numbers count only between 1990 and 2040. A zone after the time is read over: times are
/// local.
func readDate(_ text: UnsafeBufferPointer<UInt8>, order: DateOrder?) -> DateReading? {
  guard text.count <= 40 else { return nil }
  var scanner = DateScanner(text: text)
  guard let first = scanner.number(), let separator = scanner.separator() else {
    return readSerialDate(text)
  }
  guard let second = scanner.number() else { return readSerialDate(text) }
  guard scanner.take(separator), let third = scanner.number() else { return readSerialDate(text) }
  let year: Int
  let month: Int
  let day: Int
  if first.digits == 4 {
    guard order == nil || order == .iso || separator == 0x2D else { return nil }
    (year, month, day) = (first.value, second.value, third.value)
  } else {
    guard order != .iso, third.digits == 4, first.digits <= 2 else { return nil }
    year = third.value
    (month, day) =
      order == .monthFirst ? (first.value, second.value) : (second.value, first.value)
  }
  guard second.digits <= 2, first.digits == 4 ? third.digits <= 2 : true,
    let days = daysSinceEpoch(year: year, month: month, day: day)
  else { return nil }
  guard let time = scanner.time() else { return nil }
  return DateReading(day: days, seconds: time.seconds)
}

/// Days since 1970-01-01 of a date of the Gregorian calendar, years 1900 to 2100.
func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int32? {
  guard (1900...2100).contains(year) else { return nil }
  return CivilDate(year: year, month: month, day: day).map { Int32($0.day) }
}

/// A spreadsheet's serial date: days since 1899-12-30, the time as a fraction of the day.
private func readSerialDate(_ text: UnsafeBufferPointer<UInt8>) -> DateReading? {
  guard let serial = readNumber(text, decimal: nil) else { return nil }
  let earliest = 32_874.0  // 1990-01-01
  let latest = 51_501.0  // 2040-12-31
  guard serial >= earliest, serial < latest else { return nil }
  let day = serial.rounded(.down)
  let seconds = ((serial - day) * 86_400).rounded()
  // The last half second of a day rounds up into the next one.
  if seconds >= 86_400 { return DateReading(day: Int32(day) - 25_569 + 1, seconds: 0) }
  return DateReading(day: Int32(day) - 25_569, seconds: seconds > 0 ? Int32(seconds) : nil)
}

private struct DateScanner {
  let text: UnsafeBufferPointer<UInt8>
  var index = 0

  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while index < text.count, case let digit = text[index] &- 0x30, digit < 10, digits < 10 {
      value = value * 10 + Int(digit)
      digits += 1
      index += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  mutating func separator() -> UInt8? {
    guard index < text.count else { return nil }
    let byte = text[index]
    guard byte == 0x2D || byte == 0x2F || byte == 0x2E else { return nil }
    index += 1
    return byte
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  /// What follows the date: nothing, or a time; `nil` when it is something else.
  mutating func time() -> (seconds: Int32?, isEmpty: Bool)? {
    if index == text.count { return (nil, true) }
    guard take(0x20) || take(0x54), let hour = number(), take(0x3A), let minute = number() else {
      return nil
    }
    var second = 0
    if take(0x3A) {
      guard let written = number() else { return nil }
      second = written.value
      if take(0x2E) || take(0x2C) { guard number() != nil else { return nil } }
    }
    guard hour.value < 24, minute.value < 60, second < 60, hour.digits <= 2, minute.digits == 2
    else { return nil }
    var hours = hour.value
    if let isAfternoon = halfOfDay() {
      guard (1...12).contains(hours) else { return nil }
      hours = hours % 12 + (isAfternoon ? 12 : 0)
    }
    guard zone() else { return nil }
    return (Int32(hours * 3600 + minute.value * 60 + second), false)
  }

  /// AM, PM, SA or CH in any letter case, after a blank or none; `nil` when there is no such mark.
  private mutating func halfOfDay() -> Bool? {
    var start = index
    if start < text.count, text[start] == 0x20 { start += 1 }
    guard text.count - start >= 2 else { return nil }
    let isAfternoon: Bool
    switch (text[start] | 0x20, text[start + 1] | 0x20) {
    case (0x61, 0x6D), (0x73, 0x61): isAfternoon = false
    case (0x70, 0x6D), (0x63, 0x68): isAfternoon = true
    default: return nil
    }
    index = start + 2
    return isAfternoon
  }

  private mutating func zone() -> Bool {
    if index == text.count || (take(0x5A) && index == text.count) { return true }
    guard take(0x2B) || take(0x2D), number() != nil else { return false }
    if take(0x3A) { guard number() != nil else { return false } }
    return index == text.count
  }
}
