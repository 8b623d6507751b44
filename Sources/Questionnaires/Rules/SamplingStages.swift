import SurveyModel
import XML

/// The population number of the units of a stage comes from one place.
func checkClusterPopulations(_ root: XMLElement) -> [Finding] {
  (root.child("design")?.children(named: "cluster") ?? []).compactMap { cluster in
    guard cluster.attribute("population") != nil,
      let variable = cluster.attribute("population-variable")
    else { return nil }
    return Finding(
      SurveyCode.populationTwice, at: variable.place,
      message: LocalizedText(
        vi: "<cluster> có cả population và population-variable",
        en: "<cluster> has both population and population-variable"),
      remedy: LocalizedText(vi: "giữ một trong hai", en: "keep one of the two"),
      subject: "population-variable")
  }
}

/// Each stage divides the units of the one above, and has a population without which it cannot
/// count.
func checkStages(_ root: XMLElement) -> [Finding] {
  guard let design = root.child("design") else { return [] }
  let stages = design.children(named: "cluster")
  guard stages.count > 1 else { return [] }
  let interviewID = root.child("responses")?.word("interview-id") ?? "interview_id"
  var named = Set(design.child("stratum")?.words("variable").map(\.text) ?? [])
  var lacksPopulation = false
  var isBelowInterviews = false
  var findings: [Finding] = []
  for (index, stage) in stages.enumerated() {
    let variables = stage.words("variable").map(\.text)
    if isBelowInterviews {
      findings.append(belowInterviews(stage, interviewID))
    } else if index > 0, !variables.isEmpty, named.isSuperset(of: variables) {
      findings.append(dividesNothing(stage, variables))
    }
    let hasPopulation =
      stage.attribute("population") != nil || stage.attribute("population-variable") != nil
    if !hasPopulation { lacksPopulation = true }
    if index > 0, lacksPopulation { findings.append(notCounted(stage, number: index + 1)) }
    named.formUnion(variables)
    if variables.contains(interviewID) { isBelowInterviews = true }
  }
  return findings
}

private func belowInterviews(_ stage: XMLElement, _ interviewID: String) -> Finding {
  Finding(
    SurveyCode.clusterBelowInterviews, at: stage.place,
    message: LocalizedText(
      vi: "bậc trên đã là từng phiếu (\(interviewID)), không chia nhỏ hơn được",
      en: "the stage above is each interview (\(interviewID)); nothing lies below it"),
    remedy: LocalizedText(
      vi: "xếp lại thứ tự các <cluster>, từ đơn vị lớn đến người",
      en: "put the <cluster> elements in order, from large units to persons"),
    subject: "cluster")
}

private func dividesNothing(_ stage: XMLElement, _ variables: [String]) -> Finding {
  let names = variables.joined(separator: " ")
  return Finding(
    SurveyCode.clusterRepeated, at: stage.place(of: "variable"),
    message: LocalizedText(
      vi: "\(names) đã là tầng hoặc bậc trên, nên bậc này không chia nhỏ thêm",
      en: "\(names) is a stratum or a stage above already, so this stage divides nothing"),
    remedy: LocalizedText(
      vi: "ghi biến của đơn vị nhỏ hơn, hoặc xoá bậc này",
      en: "name the variable of the smaller unit, or delete the stage"), subject: names)
}

private func notCounted(_ stage: XMLElement, number: Int) -> Finding {
  Finding(
    SurveyCode.stageNotCounted, at: stage.place,
    message: LocalizedText(
      vi: "bậc \(number) không tính vào sai số vì bậc này hoặc bậc trên thiếu số đơn vị tổng thể",
      en: "stage \(number) does not count in the error: it or a stage above has no population"),
    expected: LocalizedText(
      vi: "population hoặc population-variable ở mọi <cluster> từ trên xuống",
      en: "population or population-variable at every <cluster> from the top"),
    remedy: LocalizedText(
      vi: "thêm số đơn vị của tổng thể, hoặc xoá bậc này",
      en: "add the population number, or delete the stage"), subject: "cluster")
}
