import SurveyModel
import XML

/// The weight comes from one place.
func checkWeightChoice(_ root: XMLElement) -> [Finding] {
  guard let weight = root.child("design")?.child("weight") else { return [] }
  let hasVariable = weight.attribute("variable") != nil
  let isEqual = weight.isTrue("equal")
  guard hasVariable == isEqual else { return [] }
  return [
    Finding(
      SurveyCode.weightChoice, at: weight.place,
      message: hasVariable
        ? LocalizedText(
          vi: "<weight> vừa có variable vừa có equal=\"true\"",
          en: "<weight> has both variable and equal=\"true\"")
        : LocalizedText(
          vi: "<weight> không cho biết trọng số lấy từ đâu",
          en: "<weight> does not say where the weight comes from"),
      expected: LocalizedText(
        vi: "variable=\"…\" hoặc equal=\"true\"", en: "variable=\"…\" or equal=\"true\""),
      remedy: LocalizedText(
        vi: "giữ đúng một trong hai", en: "give exactly one of the two"), subject: "weight")
  ]
}

/// Where a survey names variables: the element and the attribute.
struct VariableUse {
  enum Role: Sendable {
    case stratum, cluster, domain, margin, nonresponseClass
    case weight, populationNumber
    case column, codeList
    case interviewer, unit, duration, startTime
    case personal

    /// Personal data may be mapped from a column and kept as a pseudonym, and nothing else.
    var forbidsPersonal: Bool { self != .column && self != .personal }
    var needsNumber: Bool {
      self == .weight || self == .populationNumber || self == .duration
    }
  }

  var role: Role
  var name: String
  var place: SourceLocation
}

/// Every use of a variable in the survey, in file order.
func variableUses(_ root: XMLElement) -> [VariableUse] {
  var uses: [VariableUse] = []
  func add(_ role: VariableUse.Role, _ element: XMLElement?, _ attribute: String) {
    for word in element?.words(attribute) ?? [] {
      uses.append(VariableUse(role: role, name: word.text, place: word.place))
    }
  }
  let responses = root.child("responses")
  for column in responses?.children(named: "column") ?? [] { add(.column, column, "variable") }
  for answer in responses?.children(named: "answer") ?? [] { add(.column, answer, "variable") }
  for list in responses?.children(named: "code-list") ?? [] { add(.codeList, list, "variable") }
  for personal in root.children(named: "personal") { add(.personal, personal, "variable") }
  let design = root.child("design")
  add(.stratum, design?.child("stratum"), "variable")
  for cluster in design?.children(named: "cluster") ?? [] {
    add(.cluster, cluster, "variable")
    add(.populationNumber, cluster, "population-variable")
  }
  add(.weight, design?.child("weight"), "variable")
  for step in root.child("weighting")?.children ?? [] {
    add(.nonresponseClass, step, "classes")
    add(.margin, step, "variables")
    for margin in step.children(named: "margin") { add(.margin, margin, "variables") }
  }
  for domain in root.child("domains")?.children(named: "domain") ?? [] {
    add(.domain, domain, "variable")
  }
  let quality = root.child("quality")
  add(.interviewer, quality?.child("interviewer"), "variable")
  for name in ["unit", "forms", "quota"] { add(.unit, quality?.child(name), "variable") }
  add(.duration, quality?.child("duration"), "variable")
  add(.startTime, quality?.child("start"), "variable")
  return uses
}

/// No variable stands twice in one list; no set of domain variables stands twice.
func checkVariableLists(_ root: XMLElement) -> [Finding] {
  var findings: [Finding] = []
  visit(root) { element in
    for attribute in ["variable", "variables", "classes"] {
      var seen: Set<String> = []
      for word in element.words(attribute) where !seen.insert(word.text).inserted {
        guard element.name != "column" else { continue }
        findings.append(
          Finding(
            SurveyCode.variableRepeated, at: word.place,
            message: LocalizedText(
              vi: "biến “\(word.text)” được viết hai lần ở đây",
              en: "the variable “\(word.text)” is named twice here"),
            remedy: LocalizedText(vi: "xoá bớt một lần", en: "delete one of them"),
            subject: word.text))
      }
    }
  }
  var lineOfSet: [[String]: Int] = [:]
  for domain in root.child("domains")?.children(named: "domain") ?? [] {
    let set = domain.words("variable").map(\.text).sorted()
    if let line = lineOfSet[set] {
      findings.append(
        Finding(
          SurveyCode.domainDuplicate, at: domain.place,
          message: LocalizedText(
            vi: "cách chia nhóm này đã có ở dòng \(line)",
            en: "this set of variables stands on line \(line) already"),
          remedy: LocalizedText(vi: "xoá bớt một dòng", en: "delete one of them"),
          subject: set.joined(separator: " ")))
    }
    lineOfSet[set] = lineOfSet[set] ?? domain.place.line ?? 0
  }
  return findings
}
