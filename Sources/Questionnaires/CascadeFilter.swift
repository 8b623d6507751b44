import SurveyModel
import XML

/// Puts the findings of the schema and of the rules together.
///
/// Where the structure is broken, a rule may complain of the consequence: an item's scale is
/// "unknown" because the scale lost its `id`. Such findings are left out; correcting the structure
/// settles or uncovers them. Everything else is reported in the same run.
func combine(structure: [Finding], rules: [Finding], root: XMLElement) -> [Finding] {
  guard structure.contains(where: { $0.severity == .error }) else {
    return (structure + rules).sorted(by: Finding.inOrder)
  }
  let damaged = damage(structure, root: root)
  let places = Set(structure.compactMap(\.place))
  let kept = rules.filter { finding in
    if let place = finding.place, places.contains(place) { return false }
    return damaged.isDisjoint(with: causes[finding.code.id] ?? [])
  }
  return (structure + kept).sorted(by: Finding.inOrder)
}

/// What brings a rule's finding about when it is damaged: `scale` stands for an element that was
/// not recognised and was probably meant to be one, `scale@id` for a damaged attribute.
private let causes: [String: Set<String>] = [
  QuestionnaireCode.scaleUnknown.id: ["scale", "scale@id"],
  QuestionnaireCode.scaleWithoutSatisfied.id: ["answer", "answer@satisfied"],
  QuestionnaireCode.scaleAllSatisfied.id: ["answer", "answer@satisfied"],
  QuestionnaireCode.scoreMissing.id: ["answer@score", "answer@code"],
  QuestionnaireCode.scoreRange.id: ["answer", "answer@score", "answer@code"],
  QuestionnaireCode.areaUnknown.id: ["area", "area@id"],
  QuestionnaireCode.factorWithoutItems.id: ["item"],
  QuestionnaireCode.weightMissing.id: ["factor@weight", "overall@measure"],
  QuestionnaireCode.weightSum.id: ["factor", "factor@weight", "overall@measure"],
  QuestionnaireCode.weightUnused.id: ["factor@weight", "overall@measure"],
  QuestionnaireCode.overallItemUnknown.id: ["item", "item@id"],
  QuestionnaireCode.overallItemMissing.id: ["factor@overall-item", "factor@measure"],
  QuestionnaireCode.answersKind.id: ["variable@kind"],
  ConditionCode.nameUnknown.id: ["variable", "variable@id", "item", "item@id"],
  ConditionCode.codeUnknown.id: [
    "answer", "answer@code", "missing", "missing@code", "variable@kind", "scale", "scale@id",
    "item@scale",
  ],
  ConditionCode.order.id: ["variable@kind", "answer@code"],
  ConditionCode.literalForm.id: ["variable@kind"],
  SurveyCode.weightChoice.id: ["weight@variable", "weight@equal"],
  SurveyCode.stageNotCounted.id: ["cluster@population", "cluster@population-variable"],
  SurveyCode.calibrationLogitBounds.id: ["calibrate@lower", "calibrate@upper"],
  SurveyCode.trimWithoutLimit.id: ["trim@lower", "trim@upper"],
  SurveyCode.trimNotAroundOne.id: ["trim@relative-to"],
  SurveyCode.varianceAttributeMissing.id: [
    "variance@method", "variance@replicates", "variance@weights", "variance@scale",
  ],
  SurveyCode.varianceAttributeForeign.id: ["variance@method"],
  FormsCode.areaUnknown.id: ["area", "area@id"],
  FormsCode.columnYear.id: ["column@content", "column@year"],
  FormsCode.columnMissing.id: ["column", "column@content"],
  FormsCode.labelMissing.id: ["label", "row@kind"],
  FormsCode.measureMisplaced.id: ["row@kind", "part@kind"],
  FormsCode.empty.id: ["outline", "form"],
  PlanCode.figureUnknown.id: ["figure", "figure@id"],
  PlanCode.baselineUnknown.id: ["baseline", "baseline@year", "increase@baseline", "hold@baseline"],
  PlanCode.baselineMeasureMissing.id: [
    "value", "value@measure", "value@domain", "target@measure", "target@domain",
  ],
  PlanCode.yearMissing.id: ["target@year", "rank@year"],
  PlanCode.minimumYearMissing.id: ["value", "value@year", "target@year"],
]

/// Everything the structural findings say is damaged, in the form of ``causes``.
private func damage(_ findings: [Finding], root: XMLElement) -> Set<String> {
  let places = Set(findings.compactMap(\.place))
  var elementAt: [SourceLocation: String] = [:]
  visit(root) { element in
    if places.contains(element.place) { elementAt[element.place] = element.name }
    for attribute in element.attributes {
      for place in [attribute.place, attribute.valuePlace] where places.contains(place) {
        elementAt[place] = element.name
      }
    }
  }
  let possible = causes.values.reduce(into: Set<String>()) { $0.formUnion($1) }
  let elements = possible.filter { !$0.contains("@") }.sorted()
  var damaged: Set<String> = []
  for finding in findings {
    guard let subject = finding.subject else { continue }
    if let meant = nearestName(to: subject, among: elements) { damaged.insert(meant) }
    guard let element = finding.place.flatMap({ elementAt[$0] }) else { continue }
    let attributes = possible.compactMap { cause in
      cause.hasPrefix(element + "@") ? String(cause.dropFirst(element.count + 1)) : nil
    }
    if attributes.contains(subject) {
      damaged.insert("\(element)@\(subject)")
    } else if let meant = nearestName(to: subject, among: attributes.sorted()) {
      damaged.insert("\(element)@\(meant)")
    }
  }
  return damaged
}
