internal import SurveyModel

extension Texts {
  func pageTitle(_ survey: SurveyDefinition) -> String {
    let title = survey.title.text(in: language)
    return title.isEmpty ? survey.id : title
  }

  func subtitle(_ run: RunResult) -> String {
    let accepted = numbers.whole(run.counts.accepted)
    return pick(
      "Năm \(run.survey.year) · \(accepted) phiếu được tiếp nhận · bộ câu hỏi "
        + "\(run.questionnaire.id), phiên bản \(run.questionnaire.version)",
      "\(run.survey.year) · \(accepted) interviews accepted · questionnaire "
        + "\(run.questionnaire.id), version \(run.questionnaire.version)")
  }

  func attainmentTitle(year: Int) -> String {
    pick("Kết quả thực hiện mục tiêu năm \(year)", "Attainment of the \(year) targets")
  }

  var picturesTitle: String {
    pick("Từng chỉ số: năm gốc, mục tiêu và kết quả", "Each index: baseline, target and result")
  }
  var picturesLegend: String {
    pick(
      "◇ năm gốc · đường đứt đoạn: mục tiêu · ● kết quả với khoảng tin cậy. Trục chỉ vẽ đoạn cần thiết, "
        + "không bắt đầu từ 0.",
      "◇ baseline · dashed line: target · ● result with its interval. The axis shows the part that "
        + "matters and does not begin at 0.")
  }
  var figuresOfPicture: String { pick("Số liệu của hình", "Figures of the picture") }

  var indicesTitle: String { pick("Kết quả các chỉ số", "Results by index") }
  var standardError: String { pick("Sai số chuẩn", "Standard error") }
  var designEffect: String {
    pick("Hệ số thiết kế (có hoàn lại)", "Design effect (with replacement)")
  }
  var designEffectWithout: String {
    pick("Hệ số thiết kế (không hoàn lại)", "Design effect (without replacement)")
  }
  var respondentsTitle: String { pick("Số người trả lời", "Respondents") }

  var lowestItemsTitle: String {
    pick("Nội dung có mức hài lòng thấp nhất", "Questions with the lowest satisfaction")
  }
  var lowestItemsNote: String {
    pick(
      "Ba câu hỏi thấp nhất của mỗi chỉ số thành phần: nơi cần cải thiện trước.",
      "The three lowest questions of each sub-index: where to improve first.")
  }
  var question: String { pick("Câu hỏi", "Question") }

  func domainsTitle(_ variables: [String]) -> String {
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return pick("Kết quả theo \(list)", "Results by \(list)")
  }
  var domainsNote: String {
    pick(
      "Kết quả ± nửa khoảng tin cậy. ▼: ba giá trị thấp nhất của cột.",
      "Result ± half the confidence interval. ▼: the three lowest values of the column.")
  }

  /// Why a figure is not shown, or not like the others.
  func footnote(_ kind: FootnoteKind, minimum: Int) -> String {
    switch kind {
    case .fewRespondents:
      pick(
        "không công bố vì có dưới \(minimum) người trả lời.",
        "not published: fewer than \(minimum) respondents.")
    case .complementary:
      pick(
        "không công bố vì nếu công bố thì suy ra được một số liệu khác phải ẩn.",
        "not published: another hidden figure could be worked out from it.")
    case .effectiveNumber:
      pick(
        "không công bố vì cỡ mẫu hiệu dụng dưới 30.",
        "not published: the effective sample size is below 30.")
    case .intervalWidth:
      pick(
        "không công bố vì khoảng tin cậy rộng hơn 30 điểm.",
        "not published: the interval is more than 30 points wide.")
    case .relativeWidth:
      pick(
        "không công bố vì khoảng tin cậy rộng hơn \(numbers.percent("130")) của chính số liệu.",
        "not published: the interval is wider than \(numbers.percent("130")) of the figure.")
    case .noStandardError:
      pick(
        "độ tin cậy thấp: không ước lượng được sai số chọn mẫu.",
        "unreliable: the sampling error cannot be estimated.")
    case .noVariation:
      pick(
        "độ tin cậy thấp: mọi người trả lời như nhau nên không đo được sai số.",
        "unreliable: everybody answered alike, so the error cannot be measured.")
    case .degreesOfFreedom:
      pick(
        "độ tin cậy thấp: chính sai số được đo trên quá ít đơn vị chọn mẫu (bậc tự do dưới 8).",
        "unreliable: the error itself rests on too few sampling units (fewer than 8 degrees of freedom)."
      )
    case .noAnswers: pick("không có câu trả lời hợp lệ.", "no valid answers.")
    case .incomplete:
      pick(
        "thiếu một phần: có câu hỏi không ai trả lời trong nhóm này.",
        "incomplete: some questions have no valid answer in this group.")
    }
  }

  var tasksTitle: String {
    pick("Trách nhiệm và nhiệm vụ theo kế hoạch", "Responsibilities and tasks in the plan")
  }
  var cooperating: String { pick("Cơ quan phối hợp", "Cooperating") }
  var implementing: String { pick("Cơ quan thực hiện", "Implementing") }
  var targetInWords: String { pick("Mục tiêu", "Target") }
  var tasks: String { pick("Nhiệm vụ, giải pháp", "Tasks") }

  var methodTitle: String { pick("Cách tính", "Method") }
  var sourcesTitle: String { pick("Nguồn", "Sources") }

  func source(_ source: SourceDocument) -> String {
    var text = source.document
    if let date = source.date { text += pick(", ngày ", ", ") + day(date) }
    if let issuer = source.issuer { text += ", \(issuer)" }
    if let status = source.status { text += " (\(sourceStatus(status)))" }
    if let note = source.note { text += ": \(note)" }
    return text
  }

  /// `2021-09-14` as it is written in the language; anything else as it stands.
  private func day(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard language == .vi, parts.count == 3, parts[0].utf8.count == 4 else { return date }
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }

  private func sourceStatus(_ status: String) -> String {
    switch status {
    case "official": pick("chính thức", "official")
    case "reconstructed": pick("dựng lại", "reconstructed")
    case "partly-known": pick("biết một phần", "partly known")
    case "synthetic": pick("mô phỏng", "synthetic")
    case "entered": pick("nhập tay", "entered")
    default: status
    }
  }

  func baselineSource(year: Int, source: String, status: String) -> String {
    pick(
      "Số liệu năm gốc \(year): \(source) (\(sourceStatus(status)))",
      "\(year) baseline: \(source) (\(sourceStatus(status)))")
  }
}
