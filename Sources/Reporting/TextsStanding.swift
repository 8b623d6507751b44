internal import SurveyModel

/// The words of the register as the report shows it.
extension Texts {
  func standing(_ status: RegisterStatus) -> String {
    switch status {
    case .met: verdict(.met)
    case .notMet: verdict(.notMet)
    case .missing: pick("Chưa nhập số liệu", "No figure entered")
    case .unjudged: pick("Chưa đánh giá", "Not judged yet")
    case .notMeasured: pick("Khảo sát chưa đo", "Not measured by a survey")
    case .ahead: pick("Chưa đến năm đánh giá", "Its year is still to come")
    case .noThreshold: pick("Kế hoạch không nêu mức", "The plan gives no threshold")
    }
  }

  var overdue: String { pick("quá hạn", "overdue") }

  /// What follows a number of the plan; nothing after a share, which has its sign.
  func unitSuffix(_ unit: String?) -> String {
    switch unit {
    case "points", "score": pick("\u{A0}điểm", "\u{A0}points")
    case "days": pick("\u{A0}ngày", "\u{A0}days")
    case "hours": pick("\u{A0}giờ", "\u{A0}hours")
    case "minutes": pick("\u{A0}phút", "\u{A0}minutes")
    case "rank": pick("\u{A0}(hạng)", "\u{A0}(rank)")
    default: ""
    }
  }

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

  func step(_ step: NextStep) -> String {
    switch step {
    case .task(let agency, let text): agency.map { "\($0): \(text)" } ?? text
    case .enterFigure(let id, let label, let year):
      pick(
        "Nhập số liệu năm \(year): \(label.isEmpty ? id : label.text(in: .vi))",
        "Enter the figure of \(year): \(label.isEmpty ? id : label.text(in: .en))")
    case .judge(let year):
      pick("Ghi kết quả đánh giá năm \(year)", "Record the judgement of \(year)")
    }
  }

  func pointsSentence(won: String, standard: String, lost: String) -> String {
    pick(
      "Được \(won) trên \(standard) điểm; mất \(lost) điểm.",
      "\(won) of \(standard) points won; \(lost) lost.")
  }

  func pointCheck(_ target: String, stated: String, recomputed: String) -> String {
    pick(
      "\(target): tổng ghi trong kế hoạch là \(stated), cộng các phần được \(recomputed).",
      "\(target): the total stated is \(stated), its parts add up to \(recomputed).")
  }
}
