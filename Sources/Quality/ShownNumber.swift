import SurveyModel

/// A number in a message with a fixed count of decimals: comma in Vietnamese, point in English.
func shown(_ value: Double, places: Int = 0) -> LocalizedText {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  guard value.isFinite, value.magnitude * Double(scale) < 1e15 else {
    return LocalizedText(vi: "—", en: "—")
  }
  let units = Int((value.magnitude * Double(scale)).rounded())
  let sign = value < 0 && units > 0 ? "−" : ""
  let digits = String(units % scale)
  let fraction =
    places == 0 ? "" : String(repeating: "0", count: places - digits.utf8.count) + digits
  func text(_ mark: String) -> String {
    sign + String(units / scale) + (places == 0 ? "" : mark + fraction)
  }
  return LocalizedText(vi: text(","), en: text("."))
}

/// A whole number with its thousands set apart: `89.733` in Vietnamese, `89,733` in English.
func shownCount(_ count: Int) -> LocalizedText {
  let digits = Array(String(count.magnitude))
  func text(_ mark: Character) -> String {
    var text = count < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(mark) }
      text.append(digit)
    }
    return text
  }
  return LocalizedText(vi: text("."), en: text(","))
}

/// A share as a percentage, `12,5 %`.
func shownPercent(_ share: Double, places: Int = 1) -> LocalizedText {
  let number = shown(share * 100, places: places)
  return LocalizedText(
    vi: number.text(in: .vi) + "\u{A0}%", en: number.text(in: .en) + "\u{A0}%")
}

/// A threshold as it stands in the survey file: no more decimals than it has.
func shownThreshold(_ value: Double) -> LocalizedText {
  for places in 0...4 {
    let text = shown(value, places: places)
    if Double(text.text(in: .en)) == value { return text }
  }
  return shown(value, places: 5)
}
