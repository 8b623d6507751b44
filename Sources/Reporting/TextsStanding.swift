internal import SurveyModel

/// The words of the register as the report shows it.
extension Texts {
  var overdue: String { pick("quá hạn", "overdue") }

  func registerNote(_ register: AttainmentRegister) -> String {
    let (met, notMet) = (register.count(.met), register.count(.notMet))
    let all = register.rows.count
    return pick(
      "Đến ngày \(day(register.day.text)), trong \(numbers.whole(all)) mục tiêu của kế hoạch có "
        + "\(numbers.whole(met)) đạt, \(numbers.whole(notMet)) không đạt, "
        + "\(numbers.whole(all - met - notMet)) chưa đánh giá được. Các bảng theo lĩnh vực nêu những "
        + "mục tiêu không đo bằng khảo sát.",
      "On \(day(register.day.text)), of the \(numbers.whole(all)) targets of the plan "
        + "\(numbers.whole(met)) are met, \(numbers.whole(notMet)) are not, and "
        + "\(numbers.whole(all - met - notMet)) cannot be judged yet. The tables by area list those "
        + "that no survey measures.")
  }

  func pointsSentence(won: String, standard: String, lost: String) -> String {
    pick(
      "Được \(won) trên \(standard) điểm; mất \(lost) điểm.",
      "\(won) of \(standard) points won; \(lost) lost.")
  }
}
