internal import SurveyModel

/// The words of the register.
extension Texts {
  func status(_ status: RegisterStatus) -> String {
    switch status {
    case .met: pick("Đạt", "Met")
    case .notMet: pick("Không đạt", "Not met")
    case .missing: pick("Chưa có số liệu", "No figure yet")
    case .unjudged: pick("Chưa đánh giá", "Not judged yet")
    case .notMeasured: pick("Chưa đo được", "Not measured")
    case .ahead: pick("Chưa đến năm", "Year to come")
    case .noThreshold: pick("Không có mức để so", "Nothing to compare with")
    }
  }

  func role(_ role: AgencyRole) -> String {
    switch role {
    case .lead: pick("Chủ trì", "Lead")
    case .cooperating: pick("Phối hợp", "Cooperating")
    case .implementing: pick("Thực hiện", "Implementing")
    }
  }

  func nextStep(_ step: NextStep) -> String {
    switch step {
    case .task(_, let text): return text
    case .enterFigure(let id, let label, let year):
      let name = label.isEmpty ? id : label.text(in: language)
      return pick("Nhập số liệu năm \(year): \(name)", "Enter the figure of \(year): \(name)")
    case .judge(let year):
      return pick("Đánh giá cho năm \(year)", "Judge it for \(year)")
    }
  }

  /// A number of the register with its unit; figures as entered, estimates as published.
  func amount(_ value: Double?, of row: RegisterRow) -> String {
    guard let value else { return NumberStyle.missing }
    let number = numbers.exact(value, places: 0)
    switch row.unit {
    case "percent"?: return numbers.percent(number)
    case "rank"?: return pick("hạng \(number)", "rank \(number)")
    default: return number
    }
  }

  func threshold(_ year: RegisterYear, of row: RegisterRow) -> String {
    let number = amount(year.threshold, of: row)
    switch year.comparison {
    case .atLeast?: return "≥ \(number)"
    case .above?: return "> \(number)"
    case .atMost?: return "≤ \(number)"
    case .below?: return "< \(number)"
    case nil: return number
    }
  }

  /// The movement in words: rising or falling, whether beyond sampling error, and a change of method.
  func trend(_ trend: RegisterTrend) -> String {
    let amount = numbers.exact(abs(trend.difference), places: 0)
    var words: String
    switch trend.direction {
    case .rising: words = pick("tăng \(amount)", "up \(amount)")
    case .falling: words = pick("giảm \(amount)", "down \(amount)")
    case .level: words = pick("giữ nguyên", "level")
    }
    words += pick(" so với \(trend.fromYear)", " on \(trend.fromYear)")
    switch trend.isBeyondSamplingError {
    case true?: words += pick(", ngoài sai số mẫu", ", beyond sampling error")
    case false?: words += pick(", trong sai số mẫu", ", within sampling error")
    case nil: break
    }
    switch trend.methodBreak {
    case .publishedMethod?:
      words += pick(
        "; không so sánh được: cách đo đổi từ năm 2022",
        "; not comparable: the method changed in 2022")
    case .otherQuestionnaire?:
      words += pick("; không so sánh được: khác phiếu", "; not comparable: another questionnaire")
    case nil: break
    }
    return words
  }

  func due(_ row: RegisterRow) -> String {
    var words = row.due ?? ""
    if let day = row.dueBy {
      words += words.isEmpty ? day.text : " (\(day.text))"
    }
    if words.isEmpty { words = NumberStyle.missing }
    return row.isOverdue ? words + pick(": QUÁ HẠN", ": OVERDUE") : words
  }
}
