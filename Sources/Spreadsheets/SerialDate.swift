import SurveyModel

/// What a cell's number format shows its number as.
enum NumberForm: UInt8, Sendable, Hashable {
  case number
  case date
  case dateAndTime
  case time
}

/// A spreadsheet's serial number as ISO text: `2021-10-05`, `2021-10-05 08:30:00`, `08:30:00`.
///
/// Serial numbers count days; the fraction is the time of day, rounded to seconds. In the usual
/// system day 0 is a time alone, day 1 is 1900-01-01 and day 60 the 29 February 1900 that never was; in the 1904 system
/// of old Macintosh workbooks day 0 is 1904-01-01.
///
/// - Parameters:
///   - serial: The number of the cell.
///   - form: What the cell's format shows; a date with a fraction is given with its time.
///   - uses1904: Which day the workbook counts from.
/// - Returns: The text; `nil` when the number is no date a spreadsheet can show.
///
/// ## Method
///
/// ECMA-376-1:2016, 18.17.4.1.
func serialDate(_ serial: Double, as form: NumberForm, uses1904: Bool) -> String? {
  guard form != .number, serial >= 0, serial < 2_958_466 else { return nil }
  let total = (serial * 86_400).rounded()
  var day = Int((total / 86_400).rounded(.down))
  let seconds = Int(total) - day * 86_400
  let time =
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  if day == 0 && (form == .time || !uses1904) { return time }
  if uses1904 {
    day -= 24_107
  } else {
    guard day >= 1, day != 60 else { return nil }
    day -= day < 60 ? 25_568 : 25_569
  }
  let text = CivilDate(day: day).text
  return form == .date && seconds == 0 ? text : "\(text) \(time)"
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
