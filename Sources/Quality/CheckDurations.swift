import Foundation
import Numerics
import SurveyModel

extension Flagging {
  /// Interviews that took far less or far more time than the others.
  ///
  /// - Returns: The durations in seconds by row, NaN where blank; `nil` without such a variable.
  mutating func checkDurations() -> [Double]? {
    let variable = rules.duration?.variable ?? QualityDefinition.usualDuration
    let durations = seconds(variable)
    guard let rule = rules.duration else {
      off(QualityCodes.durationShort)
      off(QualityCodes.durationLong)
      return durations
    }
    guard let durations else {
      for code in [QualityCodes.durationShort, QualityCodes.durationLong] {
        notChecked(
          code, vi: "Không kiểm tra: không có biến thời lượng “\(variable)”.",
          en: "Not checked: there is no variable “\(variable)” with the duration.")
      }
      return nil
    }
    let logarithms = durations.map { $0 > 0 ? log($0) : .nan }
    let spread = middleAndSpread(logarithms.filter { !$0.isNaN })
    describe(rule, spread: spread)
    for row in durations.indices where !durations[row].isNaN {
      // A clock that went backwards leaves no duration to judge but is worth a look.
      let answered = figures[row].valid
      let least = rule.secondsPerItem * Double(answered)
      let distance = spread.flatMap { spread -> Double? in
        guard spread.spread > 0, !logarithms[row].isNaN else { return nil }
        return (logarithms[row] - spread.middle) / spread.spread
      }
      if durations[row] < least || (distance ?? 0) < -rule.deviation {
        flagShort(row, duration: durations[row], least: least, rule, spread)
      } else if (distance ?? 0) > rule.deviation {
        flagLong(row, duration: durations[row], rule, spread)
      }
    }
    return durations
  }

  /// Durations as seconds; a field in minutes says so in its unit.
  private func seconds(_ variable: String) -> [Double]? {
    guard let numbers = numbers(variable) else { return nil }
    let unit = input.fields.first { $0.id == variable }?.unit?.lowercased()
    let isMinutes = unit.map { ["min", "minute", "minutes", "phút"].contains($0) } ?? false
    return isMinutes ? numbers.map { $0 * 60 } : numbers
  }

  private mutating func describe(
    _ rule: DurationRule, spread: (middle: Double, spread: Double)?
  ) {
    let perItem = shownThreshold(rule.secondsPerItem)
    guard let spread, spread.spread > 0 else {
      checked(
        QualityCodes.durationShort,
        vi: "Ngắn hơn \(perItem.text(in: .vi)) giây mỗi câu trả lời.",
        en: "Shorter than \(perItem.text(in: .en)) seconds for each item answered.")
      return notChecked(
        QualityCodes.durationLong,
        vi: "Không kiểm tra: hầu hết các phiếu có cùng một thời lượng.",
        en: "Not checked: most interviews have one and the same duration.")
    }
    let low = shown(exp(spread.middle - rule.deviation * spread.spread))
    let high = shown(exp(spread.middle + rule.deviation * spread.spread))
    let middle = shown(exp(spread.middle))
    checked(
      QualityCodes.durationShort,
      vi: "Dưới \(low.text(in: .vi)) giây (trung vị \(middle.text(in: .vi)) giây), hoặc dưới "
        + "\(perItem.text(in: .vi)) giây mỗi câu trả lời.",
      en: "Below \(low.text(in: .en)) seconds (median \(middle.text(in: .en)) seconds), or below "
        + "\(perItem.text(in: .en)) seconds for each item answered.")
    checked(
      QualityCodes.durationLong, vi: "Trên \(high.text(in: .vi)) giây.",
      en: "Above \(high.text(in: .en)) seconds.")
  }

  private mutating func flagShort(
    _ row: Int, duration: Double, least: Double, _ rule: DurationRule,
    _ spread: (middle: Double, spread: Double)?
  ) {
    let low = max(
      least,
      spread.flatMap { $0.spread > 0 ? exp($0.middle - rule.deviation * $0.spread) : nil } ?? 0)
    let (found, limit) = (shown(duration), shown(low))
    flag(
      QualityCodes.durationShort, row: row,
      found: LocalizedText(
        vi: "\(found.text(in: .vi)) giây cho \(figures[row].valid) câu",
        en: "\(found.text(in: .en)) seconds for \(figures[row].valid) items"),
      expected: LocalizedText(
        vi: "từ \(limit.text(in: .vi)) giây", en: "\(limit.text(in: .en)) seconds or more"),
      remedy: LocalizedText(
        vi: "gọi lại người trả lời; hỏi điều tra viên cách ghi giờ",
        en: "call the respondent back; ask the interviewer how times are noted"))
  }

  private mutating func flagLong(
    _ row: Int, duration: Double, _ rule: DurationRule,
    _ spread: (middle: Double, spread: Double)?
  ) {
    let high = shown(spread.map { exp($0.middle + rule.deviation * $0.spread) } ?? .nan)
    let found = shown(duration)
    flag(
      QualityCodes.durationLong, row: row,
      found: LocalizedText(
        vi: "\(found.text(in: .vi)) giây", en: "\(found.text(in: .en)) seconds"),
      expected: LocalizedText(
        vi: "đến \(high.text(in: .vi)) giây", en: "\(high.text(in: .en)) seconds or less"),
      remedy: LocalizedText(
        vi: "xem có gián đoạn hay quên kết thúc phiếu không",
        en: "see whether it was interrupted or not closed"))
  }
}
