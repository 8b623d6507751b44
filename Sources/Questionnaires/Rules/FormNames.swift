import SurveyModel
import XML

/// Rows, their indicators and the items of the outline share one list of names; forms, columns of a
/// form and areas have their own.
func checkFormNames(_ root: XMLElement) -> [Finding] {
  var places: [XMLElement] = []
  visit(root) { element in
    if ["item", "row", "part"].contains(element.name) { places.append(element) }
  }
  let forms = root.children(named: "form")
  var findings = repeated(places) + repeated(root.children(named: "area")) + repeated(forms)
  for form in forms { findings += repeated(form.children(named: "column")) }
  return findings
}

private func repeated(_ elements: [XMLElement]) -> [Finding] {
  var lines: [String: Int] = [:]
  return elements.compactMap { element in
    guard let id = element.word("id"), !id.isEmpty else { return nil }
    guard let line = lines[id] else {
      lines[id] = element.place.line ?? 0
      return nil
    }
    return Finding(
      FormsCode.idDuplicate, at: element.place(of: "id"),
      message: LocalizedText(
        vi: "mã “\(id)” đã được dùng ở dòng \(line)",
        en: "the identifier “\(id)” is used on line \(line) already"),
      remedy: LocalizedText(
        vi: "đặt mã khác cho <\(element.name)> này",
        en: "choose another for this <\(element.name)>"), subject: id)
  }
}

/// Rows and items name areas of the file.
func checkFormAreas(_ root: XMLElement) -> [Finding] {
  let names = root.children(named: "area").compactMap { $0.word("id") }
  let known = Set(names)
  let list = names.joined(separator: ", ")
  var findings: [Finding] = []
  visit(root) { element in
    guard let area = element.word("area"), !known.contains(area) else { return }
    findings.append(
      Finding(
        FormsCode.areaUnknown, at: element.place(of: "area"),
        message: LocalizedText(
          vi: "tệp không có lĩnh vực “\(area)”", en: "the file has no area “\(area)”"),
        expected: names.isEmpty ? nil : LocalizedText(vi: list, en: list),
        remedy: nearestName(to: area, among: names).map(didYouMean)
          ?? LocalizedText(
            vi: "thêm <area id=\"\(area)\">, hoặc sửa area",
            en: "add <area id=\"\(area)\">, or correct area"), subject: element.word("id")))
  }
  return findings
}

/// Every measure is one of the survey's questionnaire or a figure of its plan.
func checkFormMeasures(
  _ root: XMLElement, against questionnaire: Questionnaire, plan: XMLElement?
) -> [Finding] {
  let figures = (plan?.children(named: "figure") ?? []).compactMap { $0.word("id") }
  let factors = questionnaire.factors.map(\.id)
  let names =
    ["overall", questionnaire.index.id] + factors + questionnaire.items.map(\.id)
    + figures.map { "figure:\($0)" }
  let known = Set(names)
  var findings: [Finding] = []
  visit(root) { element in
    guard let measure = element.word("measure"), !known.contains(measure) else { return }
    let list = (["overall"] + factors).joined(separator: ", ")
    findings.append(
      Finding(
        FormsCode.measureUnknown, at: element.place(of: "measure"),
        message: LocalizedText(
          vi: "phiếu hỏi và kế hoạch của khảo sát không có “\(measure)”",
          en: "the questionnaire and the plan of the survey have no “\(measure)”"),
        expected: LocalizedText(
          vi: "\(list), mã một tiêu chí, hoặc figure:MÃ", en: "\(list), an item, or figure:ID"),
        remedy: nearestName(to: measure, among: names).map(didYouMean)
          ?? LocalizedText(
            vi: "sửa measure, hoặc bỏ để cơ quan tự điền",
            en: "correct the measure, or leave it out for the agency to fill in"),
        subject: element.word("id")))
  }
  return findings
}
