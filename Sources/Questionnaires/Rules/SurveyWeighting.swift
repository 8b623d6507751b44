import SurveyModel
import XML

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

/// Weighting up for nonresponse comes first: its file counts in design weights.
func checkNonresponsePlace(_ root: XMLElement) -> [Finding] {
  let steps = root.child("weighting")?.children ?? []
  return steps.dropFirst().filter { $0.name == "nonresponse" }.map { step in
    Finding(
      SurveyCode.nonresponseLate, at: step.place,
      message: LocalizedText(
        vi: "<nonresponse> đứng sau bước khác, trong khi tệp sampled tính bằng trọng số thiết kế",
        en: "<nonresponse> follows another step, but its file counts in design weights"),
      expected: LocalizedText(
        vi: "<nonresponse> là bước đầu tiên", en: "<nonresponse> as the first step"),
      remedy: LocalizedText(
        vi: "chuyển bước này lên đầu, trừ khi tệp được lập bằng trọng số của bước trước",
        en: "move it to the front, unless the file was made with the weights of the step before"),
      subject: "nonresponse")
  }
}
