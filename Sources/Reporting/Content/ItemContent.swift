internal import Documents
internal import SurveyModel

extension ReportContent {
  /// The three lowest questions of each sub-index, lowest first.
  func itemSection() -> DocumentSection? {
    var byID: [String: Estimate] = [:]
    for estimate in run.estimates.estimates
    where estimate.kind == .item && estimate.domain.isEmpty {
      byID[estimate.id] = estimate
    }
    let explained = LowestParts(run: run, texts: texts, names: names).explainedFactors
    var rows: [[Cell]] = []
    // Those whose questions are shown with their contribution are left out.
    for factor in run.questionnaire.factors where !explained.contains(factor.id) {
      let items = factor.items.compactMap { byID[$0] }.filter { $0.shown.value != nil }
      let lowest = items.enumerated().sorted { left, right in
        let (first, second) = (left.element.shown.value ?? 0, right.element.shown.value ?? 0)
        return first == second ? left.offset < right.offset : first < second
      }.prefix(3).map { $0.element }
      rows += lowest.map { estimate in
        let pointer = pointers[estimate]
        return [
          Cell("\(estimate.id). \(names.name(of: .item, id: estimate.id))"),
          Cell(names.name(of: .factor, id: factor.id)),
          figureWithError(estimate, at: pointer).with(
            trace: texts.trace(of: estimate, index: index, level: run.survey.level)),
          count(estimate.respondents, at: pointer.map { $0 + "/n" }),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return DocumentSection(
      id: "lowest-items", title: texts.lowestItemsTitle,
      blocks: [
        note(texts.lowestItemsNote),
        .table(
          table(
            "lowest-items-table", texts.lowestItemsTitle, showsTitle: false,
            [
              words(texts.question, width: 2.6), words(texts.columnIndex, width: 1.6),
              numbers(texts.columnResult, subhead: isShare ? "%" : ""),
              numbers(texts.respondentsTitle),
            ], rows)),
      ])
  }
}
