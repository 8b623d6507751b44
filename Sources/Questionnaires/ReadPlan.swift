package import SurveyModel
import XML

/// Reads a plan: safe parsing, validation, values, rules.
///
/// A plan alone cannot tell a factor from an item: measures other than `overall` and `figure:ID`
/// are given as factors until ``resolveMeasures(of:with:)`` has seen the questionnaire.
///
/// - Parameter path: As the user gave it.
/// - Returns: The plan when there is no error, and everything found.
package func readPlan(at path: String) -> Loaded<Plan> {
  plan(from: readVocabularyFile(at: path, .plan), file: path)
}

/// Reads a plan from memory; `file` is the name findings give it.
package func readPlan(_ bytes: [UInt8], file: String) -> Loaded<Plan> {
  plan(from: readVocabulary(bytes, file: file, .plan), file: file)
}

private func plan(from reading: XMLReading, file path: String) -> Loaded<Plan> {
  guard let root = reading.root, isReadable(reading, as: .plan) else {
    return Loaded(value: nil, findings: reading.findings, file: path, root: reading.root)
  }
  let rules =
    checkUniqueInPlan(root) + checkAreas(root) + checkFigures(root) + checkBaselines(root)
    + checkTargetYears(root) + checkPlanValues(root) + checkScoreCards(root) + checkScoreParts(root)
    + checkWords(root)
    + checkPARPoints(root) + checkPlanDomains(root) + checkRepeatedTexts(root)
  let findings = combine(structure: reading.findings, rules: rules, root: root)
  let hasErrors = findings.contains { $0.severity == .error }
  return Loaded(
    value: hasErrors ? nil : plan(root, file: path), findings: findings, file: path, root: root)
}

/// Gives every measure its kind, and the overall index the name `overall`.
package func resolveMeasures(of plan: Plan, with questionnaire: Questionnaire) -> Plan {
  let resolve: (String) -> MeasureReference = { name in
    if name == "overall" || name == questionnaire.index.id { return .overall }
    if questionnaire.factor(name) != nil { return .factor(name) }
    return questionnaire.field(name)?.isItem == true ? .item(name) : .factor(name)
  }
  var plan = plan
  for index in plan.targets.indices {
    if case .factor(let name) = plan.targets[index].measure {
      plan.targets[index].measure = resolve(name)
    }
  }
  for baseline in plan.baselines.indices {
    for value in plan.baselines[baseline].values.indices {
      let name = plan.baselines[baseline].values[value].measure
      guard !name.hasPrefix("figure:") else { continue }
      plan.baselines[baseline].values[value].measure = resolve(name).name
    }
  }
  return plan
}

private func plan(_ root: XMLElement, file: String) -> Plan {
  Plan(
    id: root.word("id") ?? "", title: root.texts("title"), notes: root.notes,
    sources: root.children(named: "source").map(\.sourceDocument),
    areas: root.children(named: "area").map { PlanArea(id: $0.word("id") ?? "", label: $0.label) },
    baselines: root.children(named: "baseline").map(baseline),
    figures: root.children(named: "figure").map(figure),
    parPoints: root.children(named: "par-points").compactMap(parPoints),
    targets: root.children(named: "target").compactMap(target), file: file)
}

private func baseline(_ element: XMLElement) -> Baseline {
  Baseline(
    year: element.integer("year") ?? 0, source: element.word("source") ?? "",
    status: element.word("status") ?? "official",
    values: element.children(named: "value").compactMap { value in
      strictNumber(value.text).map {
        BaselineValue(
          measure: value.word("measure") ?? "", domain: domainTerms(of: value).map(\.term),
          value: $0)
      }
    })
}

private func figure(_ element: XMLElement) -> EnteredFigure {
  EnteredFigure(
    id: element.word("id") ?? "", unit: element.word("unit") ?? "", label: element.label,
    values: element.children(named: "value").compactMap { value in
      guard let year = value.integer("year"), let number = strictNumber(value.text) else {
        return nil
      }
      return (year: year, value: number, source: value.word("source") ?? "")
    })
}

private func parPoints(_ element: XMLElement) -> PARPointsRule? {
  guard let standard = element.number("standard") else { return nil }
  return PARPointsRule(
    target: element.word("target") ?? "", standard: standard,
    conversion: element.word("rule").flatMap(PARPointsRule.Conversion.init) ?? .proportional,
    status: element.word("status").flatMap(PARPointsRule.Status.init) ?? .assumed,
    source: element.word("source") ?? "")
}

private func target(_ element: XMLElement) -> Target? {
  guard let rule = targetRule(of: element) else { return nil }
  let phrases: (String) -> [String] = { name in element.children(named: name).map(\.phrase) }
  let due = element.child("due")
  return Target(
    id: element.word("id") ?? "", label: element.label,
    measure: element.word("measure").map(measureReference),
    year: element.integer("year") ?? element.child("rank")?.integer("year"),
    domain: domainTerms(of: element).map(\.term), rule: rule, section: element.word("section"),
    area: element.word("area"), lead: phrases("lead"), cooperating: phrases("cooperating"),
    implementing: phrases("implementing"), due: due?.phrase,
    dueBy: due?.word("by").flatMap { CivilDate($0) },
    tasks: element.children(named: "task").map {
      TargetTask(agency: $0.word("agency"), text: $0.phrase)
    },
    notes: element.notes, place: element.place)
}

private func measureReference(_ name: String) -> MeasureReference {
  if name == "overall" { return .overall }
  return name.hasPrefix("figure:") ? .figure(String(name.dropFirst(7))) : .factor(name)
}

/// The terms of `domain="field=land district=An Khê"`, with their places: a word without `=` goes on
/// with the code before it.
func domainTerms(of element: XMLElement) -> [(term: DomainTerm, place: SourceLocation)] {
  var terms: [(term: DomainTerm, place: SourceLocation)] = []
  for word in element.words("domain") {
    if let equals = word.text.firstIndex(of: "=") {
      let term = DomainTerm(
        variable: String(word.text[..<equals]),
        code: String(word.text[word.text.index(after: equals)...]))
      terms.append((term, word.place))
    } else if !terms.isEmpty {
      terms[terms.count - 1].term.code += " " + word.text
    }
  }
  return terms
}
