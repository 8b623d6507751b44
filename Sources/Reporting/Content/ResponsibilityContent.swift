internal import Documents
internal import SurveyModel

extension ReportContent {
  /// Who answers for each target, and the tasks of the plan; targets that the survey does not
  /// measure are folded away.
  func responsibilitySection() -> DocumentSection? {
    var shown: [Block] = []
    var more: [Block] = []
    for (number, target) in placedTargets().enumerated() {
      let blocks = responsibility(target, number: number + 1)
      if target.result.target.isFromSurvey { shown += blocks } else { more += blocks }
    }
    if !more.isEmpty {
      shown.append(.more(summary: texts.words["title.other-responsibilities"], more))
    }
    guard !shown.isEmpty else { return nil }
    return DocumentSection(id: "responsibilities", title: texts.tasksTitle, blocks: shown)
  }

  /// Nothing where the plan names nobody and no task.
  private func responsibility(_ placed: PlacedTarget, number: Int) -> [Block] {
    let target = placed.result.target
    func fact(_ name: String, _ values: [String]) -> [Fact] {
      values.isEmpty
        ? [] : [Fact(term: name, texts: [Paragraph(values.joined(separator: "; "))])]
    }
    let agencies =
      fact(texts.columnLead, target.lead) + fact(texts.cooperating, target.cooperating)
      + fact(texts.implementing, target.implementing)
      + fact(texts.columnDue, target.due.map { [$0] } ?? [])
    guard !agencies.isEmpty || !target.tasks.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading("\(target.id). \(placed.row.label)", id: "responsibility-\(number)"),
      .facts(fact(texts.targetInWords, [texts.rule(target.rule)]) + agencies),
    ]
    if !target.tasks.isEmpty {
      blocks.append(.paragraph(Paragraph([.init(texts.tasks, .strong)])))
      blocks.append(
        .list(
          target.tasks.map { task in
            Paragraph(task.agency.map { "\($0): \(task.text)" } ?? task.text)
          }))
    }
    return blocks
  }
}
