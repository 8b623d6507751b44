internal import Documents
internal import SurveyModel

extension ReportContent {
  /// Who answers for each target of the survey, and the tasks of the plan; for the other targets the
  /// register names agency, deadline and next step.
  func responsibilitySection() -> DocumentSection? {
    let targets = placedTargets().enumerated()
    var blocks = targets.flatMap { number, target in
      target.result.target.isFromSurvey ? responsibility(target, number: number + 1) : []
    }
    let others = targets.count { !$0.element.result.target.isFromSurvey }
    if others > 0 {
      let count = texts.numbers.whole(others)
      blocks.append(
        .paragraph(
          Paragraph(texts.words("note.other-responsibilities", ["count": count]), role: .note)))
    }
    guard !blocks.isEmpty else { return nil }
    return DocumentSection(id: "responsibilities", title: texts.tasksTitle, blocks: blocks)
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
