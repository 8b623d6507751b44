import SurveyModel
import XML

/// Refuses the steps this version does not carry out.
///
/// They are valid vocabulary, and skipping one silently would change the results.
func checkAvailableSteps(_ root: XMLElement) -> [Finding] {
  let available = ["poststratify", "rake"]
  let known = available + ["nonresponse", "calibrate", "trim"]
  return (root.child("weighting")?.children ?? []).compactMap { step in
    guard known.contains(step.name), !available.contains(step.name) else { return nil }
    return Finding(
      SurveyCode.stepNotAvailable, at: step.place,
      message: LocalizedText(
        vi: "phiên bản này chưa thực hiện được bước <\(step.name)>",
        en: "this version does not carry out the step <\(step.name)> yet"),
      found: LocalizedText(vi: "<\(step.name)>", en: "<\(step.name)>"),
      expected: LocalizedText(
        vi: "<poststratify> hoặc <rake>", en: "<poststratify> or <rake>"),
      remedy: LocalizedText(
        vi: "bỏ bước này khỏi tệp khảo sát (kết quả sẽ khác), hoặc dùng phiên bản mới hơn",
        en: "take the step out of the survey (results will differ), or use a newer version"),
      subject: step.name)
  }
}

/// A step meets each margin once.
func checkMargins(_ root: XMLElement) -> [Finding] {
  (root.child("weighting")?.children ?? []).flatMap { step in
    var lineOfSet: [[String]: Int] = [:]
    var findings: [Finding] = []
    for margin in step.children(named: "margin") {
      let set = margin.words("variables").map(\.text).sorted()
      if let line = lineOfSet[set] {
        let names = set.joined(separator: " × ")
        findings.append(
          Finding(
            SurveyCode.marginDuplicate, at: margin.place,
            message: LocalizedText(
              vi: "bảng tổng số theo \(names) đã có ở dòng \(line)",
              en: "the margin of \(names) stands on line \(line) already"),
            remedy: LocalizedText(vi: "giữ một bảng", en: "keep one of them"), subject: names))
      }
      lineOfSet[set] = lineOfSet[set] ?? margin.place.line ?? 0
    }
    return findings
  }
}
