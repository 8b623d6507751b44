import SurveyModel

/// Which field's condition reads which fields; finds conditions that go round in a circle.
struct ConditionGraph {
  private var reads: [String: [String]] = [:]
  private var places: [String: SourceLocation] = [:]
  private var order: [String] = []

  mutating func add(_ field: String, reads names: [String], at place: SourceLocation) {
    guard !names.isEmpty, reads[field] == nil else { return }
    reads[field] = names
    places[field] = place
    order.append(field)
  }

  /// One finding per circle, at the first field of it in file order.
  func cycles() -> [Finding] {
    var findings: [Finding] = []
    var done: Set<String> = []
    for start in order where !done.contains(start) {
      visit(start, done: &done, findings: &findings)
    }
    return findings
  }

  /// Depth-first, with an explicit stack: a chain may be as long as the questionnaire.
  private func visit(_ start: String, done: inout Set<String>, findings: inout [Finding]) {
    var stack: [(field: String, next: Int)] = [(start, 0)]
    var depthOnPath = [start: 0]
    while let top = stack.last {
      let targets = reads[top.field] ?? []
      guard top.next < targets.count else {
        done.insert(top.field)
        depthOnPath[top.field] = nil
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let target = targets[top.next]
      if let begin = depthOnPath[target] {
        findings.append(finding(stack[begin...].map(\.field) + [target]))
      } else if !done.contains(target), reads[target] != nil {
        depthOnPath[target] = stack.count
        stack.append((target, 0))
      }
    }
  }

  private func finding(_ cycle: [String]) -> Finding {
    let chain = cycle.joined(separator: " → ")
    return Finding(
      ConditionCode.cycle, at: cycle.first.flatMap { places[$0] },
      message: LocalizedText(
        vi: "các điều kiện asked-when dẫn vòng tròn, không câu nào được hỏi trước",
        en: "the asked-when conditions go round in a circle: no question comes first"),
      found: LocalizedText(vi: chain, en: chain),
      remedy: LocalizedText(
        vi: "bỏ asked-when của một trong các câu này", en: "remove asked-when from one of them"),
      subject: cycle.first)
  }
}
