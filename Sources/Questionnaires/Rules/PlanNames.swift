import SurveyModel
import XML

/// Targets, baselines, figures and their values are unique.
func checkUniqueInPlan(_ root: XMLElement) -> [Finding] {
  let baselines = root.children(named: "baseline")
  let figures = root.children(named: "figure")
  var findings =
    repeated(root.children(named: "target"), PlanCode.targetDuplicate, attribute: "id") {
      $0.word("id")
    }
    + repeated(figures, PlanCode.figureDuplicate, attribute: "id") { $0.word("id") }
    + repeated(root.children(named: "area"), PlanCode.areaDuplicate, attribute: "id") {
      $0.word("id")
    }
    + repeated(root.children(named: "par-points"), PlanCode.pointsDuplicate, attribute: "target") {
      $0.word("target")
    }
    + repeated(baselines, PlanCode.baselineDuplicate, attribute: "year") { $0.word("year") }
  for baseline in baselines {
    findings += repeated(
      baseline.children(named: "value"), PlanCode.valueDuplicate, attribute: "measure",
      key: measureKey)
  }
  for figure in figures {
    findings += repeated(
      figure.children(named: "value"), PlanCode.valueDuplicate, attribute: "year"
    ) { $0.word("year") }
  }
  for limit in root.children(named: "target").compactMap(\.yearlyLimit) {
    findings += repeated(
      limit.children(named: "value"), PlanCode.valueDuplicate, attribute: "year"
    ) { $0.word("year") }
  }
  return findings
}

extension XMLElement {
  /// The minimum or maximum of a target: the rules with one value per year.
  var yearlyLimit: XMLElement? { child("minimum") ?? child("maximum") }
}

/// Targets name areas of the plan.
func checkAreas(_ root: XMLElement) -> [Finding] {
  let names = root.children(named: "area").compactMap { $0.word("id") }
  return root.children(named: "target").compactMap { target in
    guard let area = target.word("area"), !names.contains(area) else { return nil }
    let list = names.joined(separator: ", ")
    return Finding(
      PlanCode.areaUnknown, at: target.place(of: "area"),
      message: LocalizedText(
        vi: "kế hoạch không có lĩnh vực “\(area)”", en: "the plan has no area “\(area)”"),
      expected: names.isEmpty ? nil : LocalizedText(vi: list, en: list),
      remedy: nearestName(to: area, among: names).map(didYouMean)
        ?? LocalizedText(
          vi: "thêm <area id=\"\(area)\">, hoặc sửa area",
          en: "add <area id=\"\(area)\">, or correct area"), subject: target.word("id"))
  }
}

/// What a baseline value or target is about: the measure, and the domain in any order.
func measureKey(_ element: XMLElement) -> String? {
  element.word("measure").map { measure in
    ([measure] + element.words("domain").map(\.text).sorted()).joined(separator: " ")
  }
}

private func repeated(
  _ elements: [XMLElement], _ code: FindingCode, attribute: String, key: (XMLElement) -> String?
) -> [Finding] {
  var lines: [String: Int] = [:]
  return elements.compactMap { element in
    guard let key = key(element) else { return nil }
    guard let line = lines[key] else {
      lines[key] = element.place.line ?? 0
      return nil
    }
    return Finding(
      code, at: element.place(of: attribute),
      message: LocalizedText(
        vi: "<\(element.name)> cho “\(key)” đã có ở dòng \(line)",
        en: "there is a <\(element.name)> for “\(key)” on line \(line) already"),
      remedy: LocalizedText(
        vi: "giữ một trong hai, hoặc sửa \(attribute)",
        en: "keep one of the two, or correct \(attribute)"),
      subject: key)
  }
}

/// `figure:ID` names a figure of the plan.
func checkFigures(_ root: XMLElement) -> [Finding] {
  let names = root.children(named: "figure").compactMap { $0.word("id") }
  let users =
    root.children(named: "target")
    + root.children(named: "baseline").flatMap { $0.children(named: "value") }
  return users.compactMap { element in
    guard let measure = element.word("measure"), measure.hasPrefix("figure:") else { return nil }
    let name = String(measure.dropFirst(7))
    guard !names.contains(name) else { return nil }
    let list = names.joined(separator: ", ")
    return Finding(
      PlanCode.figureUnknown, at: element.place(of: "measure"),
      message: LocalizedText(
        vi: "kế hoạch không có số liệu nhập tay “\(name)”",
        en: "the plan has no entered figure “\(name)”"),
      expected: names.isEmpty ? nil : LocalizedText(vi: list, en: list),
      remedy: nearestName(to: name, among: names).map(didYouMean)
        ?? LocalizedText(
          vi: "thêm <figure id=\"\(name)\" …>", en: "add <figure id=\"\(name)\" …>"), subject: name)
  }
}

/// A domain holds each variable at one code.
func checkPlanDomains(_ root: XMLElement) -> [Finding] {
  var findings: [Finding] = []
  visit(root) { element in
    var seen: Set<String> = []
    for (term, place) in domainTerms(of: element) where !seen.insert(term.variable).inserted {
      findings.append(
        Finding(
          PlanCode.domainRepeated, at: place,
          message: LocalizedText(
            vi: "biến “\(term.variable)” có hai lần trong domain",
            en: "the variable “\(term.variable)” stands twice in the domain"),
          remedy: LocalizedText(vi: "giữ một mã cho mỗi biến", en: "keep one code per variable"),
          subject: term.variable))
    }
  }
  return findings
}
