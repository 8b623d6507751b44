import SurveyModel
import XML

/// A requirement in words has no measure, every other target has one.
func checkWords(_ root: XMLElement) -> [Finding] {
  root.children(named: "target").flatMap { target -> [Finding] in
    let id = target.word("id") ?? ""
    let words = target.children(named: "qualitative")
    guard !words.isEmpty else {
      guard target.attribute("measure") == nil, targetRule(of: target) != nil else { return [] }
      return [
        Finding(
          PlanCode.measureMissing, at: target.place,
          message: LocalizedText(
            vi: "mục tiêu “\(id)” không ghi cái được đo", en: "target “\(id)” names no measure"),
          remedy: LocalizedText(
            vi: "thêm measure=\"…\", hoặc dùng <qualitative> cho yêu cầu bằng lời",
            en: "add measure=\"…\", or use <qualitative> for a requirement in words"), subject: id)
      ]
    }
    var findings: [Finding] = []
    if target.attribute("measure") != nil {
      findings.append(
        Finding(
          PlanCode.qualitativeMeasure, at: target.place(of: "measure"),
          message: LocalizedText(
            vi: "mục tiêu “\(id)” là yêu cầu bằng lời, measure không có tác dụng",
            en: "target “\(id)” is a requirement in words, measure means nothing"),
          remedy: LocalizedText(
            vi: "bỏ measure, hoặc ghi con số phải đạt thay cho <qualitative>",
            en: "leave measure out, or give the figure to reach in place of <qualitative>"),
          subject: id))
    }
    if words.count > 1, Set(words.map(\.textLanguage)).count < words.count {
      findings.append(
        Finding(
          PlanCode.qualitativeLanguage, at: words[1].place,
          message: LocalizedText(
            vi: "mục tiêu “\(id)” có hai <qualitative> cùng ngôn ngữ",
            en: "target “\(id)” has two <qualitative> in one language"),
          remedy: LocalizedText(
            vi: "gộp làm một, hoặc ghi xml:lang=\"en\" cho bản tiếng Anh",
            en: "make them one, or mark the English one with xml:lang=\"en\""), subject: id))
    }
    return findings
  }
}

/// A standard score is compared with an entered figure, which agrees with the card.
func checkScoreCards(_ root: XMLElement) -> [Finding] {
  let figures = root.children(named: "figure")
  return root.children(named: "target").compactMap { target -> Finding? in
    guard let score = target.child("score"), let measure = target.word("measure") else {
      return nil
    }
    let id = target.word("id") ?? ""
    guard measure.hasPrefix("figure:") else {
      return Finding(
        PlanCode.scoreOfEstimate, at: score.place,
        message: LocalizedText(
          vi: "điểm chuẩn của “\(id)” so với “\(measure)”, là kết quả khảo sát",
          en: "the standard score of “\(id)” is compared with “\(measure)”, a survey estimate"),
        expected: LocalizedText(vi: "measure=\"figure:…\"", en: "measure=\"figure:…\""),
        remedy: LocalizedText(
          vi: "thêm <figure unit=\"score\"> và dùng nó làm measure",
          en: "add a <figure unit=\"score\"> and name it as the measure"), subject: id)
    }
    guard let assessed = score.number("assessed") else { return nil }
    guard let year = score.integer("year") else {
      return Finding(
        PlanCode.scoreYearMissing, at: score.place(of: "assessed"),
        message: LocalizedText(
          vi: "điểm thẩm định của “\(id)” không ghi năm",
          en: "the assessed score of “\(id)” has no year"),
        remedy: LocalizedText(vi: "thêm year=\"…\" vào <score>", en: "add year=\"…\" to <score>"),
        subject: id)
    }
    let value = figures.first { $0.word("id") == String(measure.dropFirst(7)) }?
      .children(named: "value").first { $0.integer("year") == year }
    guard let value, let entered = strictNumber(value.text), entered != assessed else { return nil }
    return Finding(
      PlanCode.scoreContradiction, at: score.place(of: "assessed"),
      message: LocalizedText(
        vi: "điểm năm \(year) của “\(id)” khác số liệu “\(measure)” của năm đó",
        en: "the \(year) score of “\(id)” differs from the figure “\(measure)” of that year"),
      found: LocalizedText(vi: score.word("assessed"), en: score.word("assessed")),
      expected: LocalizedText(vi: value.text, en: value.text),
      remedy: LocalizedText(vi: "xem lại hai số", en: "check the two numbers"), subject: id)
  }
}

/// Points are made of targets of the plan that are measured in percent.
func checkPARPoints(_ root: XMLElement) -> [Finding] {
  let targets = root.children(named: "target")
  let percentFigures = root.children(named: "figure").filter { $0.word("unit") == "percent" }
    .compactMap { $0.word("id") }
  return root.children(named: "par-points").compactMap { rule -> Finding? in
    let id = rule.word("target") ?? ""
    guard let target = targets.first(where: { $0.word("id") == id }) else {
      return Finding(
        PlanCode.pointsTargetUnknown, at: rule.place(of: "target"),
        message: LocalizedText(
          vi: "kế hoạch không có mục tiêu “\(id)”", en: "the plan has no target “\(id)”"),
        remedy: nearestName(to: id, among: targets.compactMap { $0.word("id") }).map(didYouMean)
          ?? LocalizedText(vi: "sửa target", en: "correct target"), subject: id)
    }
    let measure = target.word("measure")
    let isPercent =
      measure.map { !$0.hasPrefix("figure:") || percentFigures.contains(String($0.dropFirst(7))) }
      ?? false
    guard !isPercent else { return nil }
    return Finding(
      PlanCode.pointsNotPercent, at: rule.place(of: "target"),
      message: LocalizedText(
        vi: "mục tiêu “\(id)” không đo bằng phần trăm",
        en: "target “\(id)” is not measured in percent"),
      remedy: LocalizedText(
        vi: "chỉ quy đổi các chỉ số hài lòng", en: "convert satisfaction indices only"),
      subject: id)
  }
}
