internal import SurveyModel

/// The words of reporting forms: what surrounds the words of the document itself.
extension Texts {
  var formStanding: String {
    pick(
      "Tình trạng điền (bỏ mục này trước khi gửi)", "What is filled in (take out before sending)")
  }
  var formAgency: String { pick("TÊN CƠ QUAN, ĐƠN VỊ", "NAME OF AGENCY OR UNIT") }
  var reportingAgency: String {
    pick("Cơ quan, đơn vị báo cáo", "The reporting agency or unit")
  }
  var wholePlan: String { pick("Toàn bộ kế hoạch", "The whole plan") }
  var otherRows: String { pick("Không thuộc lĩnh vực nào", "Of no area") }
  var columnArea: String { pick("Lĩnh vực", "Area") }
  var columnIndicators: String { pick("Số chỉ tiêu", "Indicators") }
  var columnFilled: String { pick("Đã điền đủ", "Filled in") }
  var columnPartly: String { pick("Điền một phần", "In part") }
  var columnToFill: String { pick("Còn phải điền", "To fill in") }
  var columnWhoFills: String { pick("Ai điền", "Who fills it in") }

  /// Which outline and forms these are, and which document lays them down.
  func formsOf(_ forms: ReportingForms) -> String {
    let names =
      [forms.outline?.label ?? forms.title]
      + forms.forms.map { $0.section.isEmpty ? $0.label : LocalizedText(vi: $0.section) }
    let sources = forms.sources.map { source in
      let date = source.date.map { pick(" ngày ", " of ") + day($0) } ?? ""
      let issuer = source.issuer.map { pick(" của \($0)", ", \($0)") } ?? ""
      return source.document + date + issuer
    }
    let list = names.map { $0.text(in: language) }.filter { !$0.isEmpty }
    return pick("Theo: ", "By: ") + list.joined(separator: "; ") + " ("
      + sources.joined(separator: "; ") + ")."
  }

  func formIndicators(_ tally: FormTally) -> String {
    let (all, filled) = (numbers.whole(tally.all), numbers.whole(tally.filled))
    let (partly, open) = (numbers.whole(tally.partly), numbers.whole(tally.open))
    return pick(
      "Biểu mẫu thống kê: \(all) chỉ tiêu, đã điền đủ \(filled), điền một phần \(partly), còn phải "
        + "điền \(open).",
      "Statistical forms: \(all) indicators, \(filled) filled in, \(partly) in part, \(open) to fill "
        + "in.")
  }

  func formPoints(all: Int, started: Int) -> String {
    let (whole, begun) = (numbers.whole(all), numbers.whole(started))
    let open = numbers.whole(all - started)
    return pick(
      "Đề cương: \(whole) nội dung phải viết, \(begun) có phần viết sẵn từ kết quả, \(open) để trống.",
      "Outline: \(whole) points to write, \(begun) begun from the results, \(open) left open.")
  }

  var formHowToFill: String {
    pick(
      "Chỗ chấm “……” là chưa có số liệu, không phải bằng 0. Nhập số kèm nguồn bằng "
        + "“sipas figures enter … form:MÃ”, hoặc cả bảng: “sipas figures list --format csv” rồi "
        + "“sipas figures import”.",
      "Dotted room “……” is a figure not known, not 0. Enter figures with their source by "
        + "“sipas figures enter … form:ID”, or a whole sheet: “sipas figures list --format csv”, then "
        + "“sipas figures import”.")
  }

  func formSource(survey id: String, respondents: Int?) -> String {
    let people = respondents.map { "; \(self.respondents($0))" } ?? ""
    return pick("Khảo sát \(id)\(people)", "Survey \(id)\(people)")
  }

  func formAttainment(_ run: RunResult, tally: String) -> String {
    let title = run.survey.title.text(in: language)
    return title.isEmpty ? tally : "\(title): \(lowercasedFirst(tally))"
  }

  func formArea(_ name: String, met: Int, notMet: Int, open: Int) -> String {
    let all = numbers.whole(met + notMet + open)
    return pick(
      "\(name): \(all) mục tiêu, \(numbers.whole(met)) đạt, \(numbers.whole(notMet)) không đạt, "
        + "\(numbers.whole(open)) chưa có số liệu hoặc chưa đánh giá.",
      "\(name): \(all) targets, \(numbers.whole(met)) met, \(numbers.whole(notMet)) not met, "
        + "\(numbers.whole(open)) without data or not judged.")
  }

  func formLoss(_ name: String, lost: String) -> String {
    pick("\(name): mất \(lost) điểm.", "\(name): \(lost) points lost.")
  }

  func formOverdue(_ count: Int, day: String) -> String {
    let number = numbers.whole(count)
    let on = self.day(day)
    if count == 0 {
      return pick("Đến ngày \(on), không có mục tiêu quá hạn.", "On \(on) no target is overdue.")
    }
    return pick(
      "Đến ngày \(on), \(number) mục tiêu đã quá hạn mà chưa đạt:",
      count == 1
        ? "On \(on), 1 target is past its deadline without being met:"
        : "On \(on), \(number) targets are past their deadline without being met:")
  }

  func formOverdue(_ row: RegisterRow) -> String {
    let label = row.label.text(in: language)
    let lead = row.lead.isEmpty ? row.implementing : row.lead
    let who = lead.isEmpty ? "" : pick("; chủ trì: ", "; lead: ") + lead.joined(separator: ", ")
    let due = row.due ?? row.dueBy.map { day($0.text) } ?? ""
    return "\(row.id). \(label) (\(lowercasedFirst(status(row.status)))"
      + (due.isEmpty ? "" : pick("; hạn: ", "; due: ") + due) + "\(who))."
  }

  func formRest(_ count: Int) -> String {
    pick("… và \(numbers.whole(count)) mục khác.", "… and \(numbers.whole(count)) more.")
  }

  func formYear(_ year: Int, _ figure: String, source: String) -> String {
    pick("Năm \(year): \(figure)", "\(year): \(figure)") + (source.isEmpty ? "" : " (\(source))")
  }
}
