import SurveyModel
import XML

/// Every measure and domain of the plan exists in the questionnaire.
func checkPlanMeasures(_ plan: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  let factors = questionnaire.factors.map(\.id)
  let items = questionnaire.items.map(\.id)
  let names = ["overall", questionnaire.index.id] + factors + items
  let known = Set(names)
  var findings: [Finding] = []
  visit(plan) { element in
    if let measure = element.word("measure"), !measure.hasPrefix("figure:"),
      !known.contains(measure)
    {
      let list = (["overall"] + factors).joined(separator: ", ")
      findings.append(
        Finding(
          PlanCode.measureUnknown, at: element.place(of: "measure"),
          message: LocalizedText(
            vi: "phiếu hỏi không có yếu tố, tiêu chí hay chỉ số “\(measure)”",
            en: "the questionnaire has no factor, item or index “\(measure)”"),
          expected: LocalizedText(
            vi: "\(list), mã một tiêu chí, hoặc figure:MÃ",
            en: "\(list), an item, or figure:ID"),
          remedy: nearestName(to: measure, among: names).map(didYouMean)
            ?? LocalizedText(vi: "sửa measure", en: "correct the measure"), subject: measure))
    }
    for (term, place) in domainTerms(of: element) {
      findings += check(term, at: place, against: questionnaire)
    }
  }
  return findings
}

private func check(
  _ term: DomainTerm, at place: SourceLocation, against questionnaire: Questionnaire
) -> [Finding] {
  guard let field = questionnaire.field(term.variable) else {
    let names = questionnaire.fields.map(\.id)
    return [
      Finding(
        PlanCode.domainVariableUnknown, at: place,
        message: LocalizedText(
          vi: "phiếu hỏi không có biến “\(term.variable)”",
          en: "the questionnaire has no variable “\(term.variable)”"),
        remedy: nearestName(to: term.variable, among: names).map(didYouMean)
          ?? LocalizedText(vi: "sửa tên biến", en: "correct the name"), subject: term.variable)
    ]
  }
  if field.isPersonal {
    return [
      Finding(
        SurveyCode.variablePersonal, at: place,
        message: LocalizedText(
          vi: "“\(term.variable)” là dữ liệu cá nhân, không dùng để chia nhóm được",
          en: "“\(term.variable)” is personal data and may not make a domain"),
        remedy: LocalizedText(vi: "dùng một biến khác", en: "use another variable"),
        subject: term.variable)
    ]
  }
  guard let list = field.codeList, !field.awaitsCodeList, list.answerCount > 0,
    !list.answers.contains(where: { $0.code == term.code })
  else { return [] }
  let codes = list.answers.map(\.code)
  let shown = codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? ", …" : "")
  return [
    Finding(
      PlanCode.domainCodeUnknown, at: place,
      message: LocalizedText(
        vi: "biến “\(term.variable)” không có mã “\(term.code)”",
        en: "the variable “\(term.variable)” has no code “\(term.code)”"),
      expected: LocalizedText(vi: shown, en: shown),
      remedy: nearestName(to: term.code, among: codes).map(didYouMean)
        ?? LocalizedText(vi: "dùng một mã của biến", en: "use one of its codes"),
      subject: term.variable)
  ]
}

/// Says which targets the survey's year leaves out.
func checkPlanYear(_ plan: XMLElement, year: Int) -> [Finding] {
  var findings: [Finding] = []
  var unset: [XMLElement] = []
  var assessed = 0
  for target in plan.children(named: "target") {
    let targetYear = target.integer("year") ?? target.child("rank")?.integer("year")
    if let limit = target.yearlyLimit, targetYear == nil {
      let years = limit.children(named: "value").compactMap { $0.integer("year") }
      if years.contains(year) { assessed += 1 } else { unset.append(target) }
    } else if targetYear == nil || targetYear == year {
      assessed += 1
    }
  }
  if let first = unset.first {
    let ids = unset.compactMap { $0.word("id") }
    let list = ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
    findings.append(
      Finding(
        PlanCode.noValueThisYear, at: (first.yearlyLimit ?? first).place,
        message: LocalizedText(
          vi: "\(ids.count) mục tiêu không có mức của năm \(year) nên không được xét: \(list)",
          en: "targets without a value for \(year), not assessed (\(ids.count)): \(list)"),
        remedy: LocalizedText(
          vi: "thêm <value year=\"\(year)\"> nếu kế hoạch có số này",
          en: "add <value year=\"\(year)\"> if the plan has one"),
        subject: ids.count == 1 ? ids.first : nil))
  }
  if assessed == 0, findings.isEmpty {
    findings.append(
      Finding(
        PlanCode.noTargetThisYear, at: plan.place,
        message: LocalizedText(
          vi: "kế hoạch không có mục tiêu nào cho năm \(year)",
          en: "the plan has no target for \(year)"),
        remedy: LocalizedText(
          vi: "xem lại year của khảo sát và của các mục tiêu",
          en: "check the year of the survey and of the targets")))
  }
  return findings
}
