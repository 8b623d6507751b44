import SurveyModel
import XML

/// The population, gross sample and replicate files that a survey names can be used: columns,
/// codes, numbers, each group once.
///
/// They are read by the functions the run uses, so that what passes here is what is computed with.
func checkSupportingFiles(
  _ root: XMLElement, file: String, against questionnaire: Questionnaire
) -> [Finding] {
  SupportingFiles(root: root, file: file, questionnaire: questionnaire).findings()
}

private struct SupportingFiles {
  let root: XMLElement
  let file: String
  let questionnaire: Questionnaire

  func findings() -> [Finding] {
    let design = root.child("design")
    let strata = names(design?.child("stratum"), "variable")
    let stages = design?.children(named: "cluster") ?? []
    var findings: [Finding] = []
    var above = strata
    for stage in stages {
      findings += population(stage.attribute("population"), of: above, allowsText: true)
      above += names(stage, "variable").filter { !above.contains($0) }
    }
    for step in root.child("weighting")?.children ?? [] {
      findings += population(
        step.attribute("totals"), of: names(step, "variables"), allowsText: false)
      for margin in step.children(named: "margin") {
        findings += population(
          margin.attribute("totals"), of: names(margin, "variables"), allowsText: false)
      }
      if step.name == "nonresponse" {
        findings += sampled(step, strata: strata, clusters: names(stages.first, "variable"))
      }
    }
    let quality = root.child("quality")
    findings += units(quality?.child("forms"), "issued", numbers: UnitNumbersFile.forms)
    findings += units(quality?.child("quota"), "planned", numbers: UnitNumbersFile.quota)
    return findings + replicates()
  }

  private func units(
    _ element: XMLElement?, _ attribute: String, numbers: [String]
  ) -> [Finding] {
    guard let path = path(element?.attribute(attribute)),
      let fields = fields(names(element, "variable"), allowsText: true)
    else { return [] }
    return readUnitNumbers(path: path, of: fields, numbers: numbers).findings
  }

  private func names(_ element: XMLElement?, _ attribute: String) -> [String] {
    element?.words(attribute).map(\.text) ?? []
  }

  /// The path of an existing file; others are reported at the place that names them.
  private func path(_ attribute: XMLAttribute?) -> String? {
    guard let attribute, !isAddress(attribute.value) else { return nil }
    let path = resolvePath(attribute.value, from: file)
    return isExistingFile(path) ? path : nil
  }

  /// The fields of variables; `nil` where one is unknown or cannot serve, which is reported too.
  private func fields(_ names: [String], allowsText: Bool) -> [Field]? {
    let fields = names.compactMap { questionnaire.field($0) }
    let areUsable = fields.allSatisfy { !$0.isPersonal && (allowsText || $0.kind != .text) }
    return fields.count == names.count && areUsable ? fields : nil
  }

  private func population(
    _ attribute: XMLAttribute?, of names: [String], allowsText: Bool
  ) -> [Finding] {
    guard let path = path(attribute), let fields = fields(names, allowsText: allowsText) else {
      return []
    }
    return readPopulation(path: path, of: fields).findings
  }

  private func sampled(_ step: XMLElement, strata: [String], clusters: [String]) -> [Finding] {
    let interviewID = root.child("responses")?.word("interview-id") ?? "interview_id"
    guard let path = path(step.attribute("sampled")),
      let classes = fields(names(step, "classes"), allowsText: false),
      let strata = fields(strata, allowsText: true),
      let clusters = clusters == [interviewID] ? [] : fields(clusters, allowsText: true)
    else { return [] }
    let unknown = step.word("unknown").flatMap(UnknownEligibility.init) ?? .nonresponse
    return readSampled(
      path: path, classes: classes, strata: strata, clusters: clusters, unknown: unknown
    ).findings
  }

  private func replicates() -> [Finding] {
    guard let element = root.child("variance"), element.word("method") == "replicate-weights",
      path(element.attribute("weights")) != nil,
      element.attribute("replicate-scales").map({ path($0) != nil }) ?? true,
      case .replicateWeights(let supplied, _) = variance(element, file: file)
    else { return [] }
    return checkReplicateFiles(supplied, interviewID: interviewIDHeaders(root))
  }

  /// What the column of the interview number may be called.
  private func interviewIDHeaders(_ root: XMLElement) -> [String] {
    let id = root.child("responses")?.word("interview-id") ?? "interview_id"
    return [id] + (questionnaire.field(id)?.label.all ?? [])
  }
}
