internal import Documents
internal import SurveyModel

extension ReportContent {
  /// The decisions over the interviews, and what each did to the indices.
  func decisionSection() -> DocumentSection? {
    guard !run.decisions.isEmpty else { return nil }
    let steps = run.decisionEffects?.steps ?? []
    var blocks: [Block] = [
      note(texts.decisionsNote(isJoined: steps.contains { $0.decisions.count > 1 }))
    ]
    if steps.count > 1 { blocks.append(.table(effectTable(steps))) }
    blocks.append(.list(run.decisions.map { Paragraph(texts.line(of: $0)) }))
    return DocumentSection(id: "decisions", title: texts.decisionsTitle, blocks: blocks)
  }

  private func effectTable(_ steps: [DecisionStep]) -> DocumentTable {
    var rows = steps.enumerated().map { number, step in
      effectRow(
        step, since: number > 0 ? steps[number - 1] : nil,
        label: texts.step(step, of: run.decisions), pointer: "/decision_effects/\(number)")
    }
    if let raw = steps.first, let published = steps.last, steps.count > 2 {
      rows.append(
        effectRow(
          published, since: raw, label: texts.words["term.published-against-all"],
          pointer: "/decision_effects/\(steps.count - 1)"))
    }
    return table(
      "decisions-table", texts.decisionsTitle, showsTitle: false,
      [words(texts.words["column.sample"], width: 2), numbers(texts.words["column.interviews"])]
        + measures.map { numbers(names.name(of: $0.kind, id: $0.id)) },
      rows)
  }

  private func effectRow(
    _ step: DecisionStep, since before: DecisionStep?, label: String, pointer: String
  ) -> [Cell] {
    [Cell(label), count(step.interviews, at: pointer + "/interviews")]
      + measures.enumerated().map { column, measure in
        let value = step.estimate(of: measure.kind, id: measure.id)?.shown.value
        // Rounded here as in the file: exact figures before and after the loss of one interview
        // would tell its answers.
        let rounded = value.map { roundedHalfUp($0, places: places) }
        let difference = step.difference(of: measure.kind, id: measure.id, since: before)
        return number(
          rounded, places: places, unit: unit, at: "\(pointer)/figures/\(column)/estimate"
        ).with(detail: before == nil ? "" : style.signed(difference, places: places))
      }
  }
}
