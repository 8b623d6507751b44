internal import SurveyModel

/// What the target is about, as written in the plan: `access`, `access (district=PLK)`.
private func subject(of target: Target) -> String {
  let measure = target.measure?.name ?? target.id
  guard !target.domain.isEmpty else { return measure }
  let domain = target.domain.map { "\($0.variable)=\($0.code)" }.joined(separator: ", ")
  return "\(measure) (\(domain))"
}

private func finding(
  _ code: FindingCode, _ target: Target, vi: String, en: String, found: LocalizedText? = nil,
  expected: LocalizedText? = nil, remedy: LocalizedText
) -> Finding {
  Finding(
    code, at: target.place,
    message: LocalizedText(vi: "mục tiêu \(target.id): \(vi)", en: "target \(target.id): \(en)"),
    found: found, expected: expected, remedy: remedy, subject: target.id)
}

func rankOfEstimateFinding(_ target: Target) -> Finding {
  finding(
    AssessmentCodes.rankOfEstimate, target,
    vi: "là thứ hạng nhưng “\(subject(of: target))” là kết quả khảo sát",
    en: "is about a rank but \"\(subject(of: target))\" is a survey estimate",
    remedy: LocalizedText(
      vi: "khai báo thứ hạng là số liệu nhập (measure=\"figure:…\")",
      en: "declare the rank as an entered figure (measure=\"figure:…\")"))
}

func noEstimateFinding(_ target: Target, wasAsked: Bool) -> Finding {
  if wasAsked {
    return finding(
      AssessmentCodes.noEstimate, target,
      vi: "không có câu trả lời hợp lệ nào cho “\(subject(of: target))”",
      en: "there is no valid answer to \"\(subject(of: target))\"",
      remedy: LocalizedText(
        vi: "kiểm tra phiếu đã nhập và điều kiện hỏi (asked-when) của câu hỏi",
        en: "check the interviews read in and the question's asked-when condition"))
  }
  let variables = target.domain.map { $0.variable }.joined(separator: " ")
  let remedy =
    target.domain.isEmpty
    ? LocalizedText(
      vi: "kiểm tra measure của mục tiêu với phiếu khảo sát",
      en: "check the target's measure against the questionnaire")
    : LocalizedText(
      vi: "thêm <domain variable=\"\(variables)\"/> vào tệp khảo sát, và kiểm tra mã trong domain",
      en: "add <domain variable=\"\(variables)\"/> to the survey file, and check the domain's code")
  return finding(
    AssessmentCodes.noEstimate, target,
    vi: "khảo sát không ước lượng “\(subject(of: target))”",
    en: "the survey makes no estimate of \"\(subject(of: target))\"", remedy: remedy)
}

func suppressedFinding(_ target: Target, _ estimate: Estimate) -> Finding {
  let subject = subject(of: target)
  let (vi, en): (String, String)
  switch estimate.flagReason {
  case .complementary:
    vi = "“\(subject)” không công bố vì từ đó tính ra được số liệu của nhóm có ít người trả lời"
    en = "\"\(subject)\" is held back: a figure of few respondents could be worked out from it"
  case .effectiveNumber:
    vi = "“\(subject)” có cỡ mẫu hiệu quả dưới 30, không đủ tin cậy để công bố"
    en = "\"\(subject)\" has fewer than 30 effective respondents, too few to rely on"
  case .intervalWidth, .relativeWidth:
    vi = "khoảng tin cậy của “\(subject)” quá rộng, không đủ tin cậy để công bố"
    en = "the interval of \"\(subject)\" is too wide to publish the figure"
  default:
    vi = "“\(subject)” chỉ có \(estimate.respondents) người trả lời, ít hơn mức được công bố"
    en = "\"\(subject)\" has only \(estimate.respondents) respondents, too few to publish"
  }
  return finding(
    AssessmentCodes.suppressed, target, vi: vi, en: en,
    remedy: LocalizedText(
      vi: "tăng cỡ mẫu ở nhóm này trong cuộc khảo sát sau",
      en: "enlarge the sample of this group in the next survey"))
}

func unreliableFinding(_ target: Target) -> Finding {
  finding(
    AssessmentCodes.unreliable, target,
    vi: "ước lượng của “\(subject(of: target))” có độ tin cậy thấp",
    en: "the estimate of \"\(subject(of: target))\" is unreliable",
    remedy: LocalizedText(
      vi: "đọc kết luận này cùng với khoảng tin cậy và số người trả lời",
      en: "read this verdict with its interval and number of respondents"))
}

func outOfReachFinding(_ target: Target, threshold: Double) -> Finding {
  let vietnamese = "\(threshold)".replacing(".", with: ",")
  return finding(
    AssessmentCodes.outOfReach, target, vi: "ngưỡng phải đạt là \(vietnamese) %",
    en: "the threshold is \(threshold) %",
    expected: LocalizedText(vi: "không quá 100 %", en: "at most 100 %"),
    remedy: LocalizedText(
      vi: "kiểm tra số liệu năm gốc, mức tăng và đơn vị (points hay percent)",
      en: "check the baseline, the step and its unit (points or percent)"))
}
