internal import SurveyModel

/// A figure of a table with the letter of its footnote.
struct FigureCell {
  let figureText: String
  /// The letter of its footnote or empty.
  let note: String
  /// `▼` for the lowest of a column, else empty.
  let lowMark: String
}

/// Overall and sub-indices of the whole population.
struct IndexRow {
  let indexLabel: String
  let indexResult: String
  let indexInterval: String
  let indexError: String
  let indexDesignEffect: String
  let indexDesignEffectWithout: String
  let indexRespondents: String
  let note: String
}

/// One of the questions that pull a sub-index down.
struct ItemRow {
  let factorLabel: String
  let itemLabel: String
  let itemResult: String
  let itemRespondents: String
}

/// One table of domains × indices.
struct DomainTable {
  struct Row {
    let domainLabel: String
    let cells: [FigureCell]
    let domainRespondents: String
  }

  let domainsTitle: String
  let domainsID: String
  let domainHead: String
  let columnHeads: [String]
  let domainRows: [Row]
}

/// The estimates of a run as the tables of the page.
struct EstimateTables {
  let run: RunResult
  let texts: Texts
  let names: MeasureNames
  let footnotes: Footnotes

  init(run: RunResult, texts: Texts, names: MeasureNames) {
    self.run = run
    self.texts = texts
    self.names = names
    footnotes = Footnotes(run, texts: texts)
  }

  private var index: IndexMethod { run.questionnaire.index }

  /// Overall index first, then the sub-indices in questionnaire order.
  private var measures: [(kind: MeasureKind, id: String)] {
    [(.overall, index.id)] + run.questionnaire.factors.map { (.factor, $0.id) }
  }

  func indexRows() -> [IndexRow] {
    let whole = run.estimates.estimates.filter { $0.domain.isEmpty }
    return measures.compactMap { measure in
      guard let estimate = whole.first(where: { $0.kind == measure.kind && $0.id == measure.id })
      else { return nil }
      let text = EstimateText(estimate, index: index, texts: texts)
      let shown = estimate.shown
      return IndexRow(
        indexLabel: names.name(of: measure.kind, id: measure.id), indexResult: text.value,
        indexInterval: text.interval,
        indexError: texts.numbers.decimal(shown.standardError, places: index.places),
        indexDesignEffect: texts.numbers.decimal(shown.designEffect, places: 2),
        indexDesignEffectWithout: texts.numbers.decimal(
          shown.designEffectWithoutReplacement, places: 2),
        indexRespondents: texts.numbers.whole(estimate.respondents),
        note: footnotes.letter(of: estimate))
    }
  }

  /// The three lowest questions of each sub-index, lowest first.
  ///
  /// Sub-indices whose questions are shown with their contribution are left out.
  func lowestItems(without explained: Set<String>) -> [ItemRow] {
    var byID: [String: Estimate] = [:]
    for estimate in run.estimates.estimates
    where estimate.kind == .item && estimate.domain.isEmpty {
      byID[estimate.id] = estimate
    }
    var rows: [ItemRow] = []
    for factor in run.questionnaire.factors where !explained.contains(factor.id) {
      let items = factor.items.compactMap { byID[$0] }.filter { $0.shown.value != nil }
      let lowest = items.enumerated().sorted { left, right in
        let (first, second) = (left.element.shown.value ?? 0, right.element.shown.value ?? 0)
        return first == second ? left.offset < right.offset : first < second
      }.prefix(3).map { $0.element }
      for (position, estimate) in lowest.enumerated() {
        rows.append(
          ItemRow(
            factorLabel: position == 0 ? names.name(of: .factor, id: factor.id) : "",
            itemLabel: "\(estimate.id). \(names.name(of: .item, id: estimate.id))",
            itemResult: EstimateText(estimate, index: index, texts: texts).valueWithError,
            itemRespondents: texts.numbers.whole(estimate.respondents)))
      }
    }
    return rows
  }

  func domainTables() -> [DomainTable] {
    run.survey.domains.enumerated().compactMap { number, variables in
      domainTable(of: variables, number: number + 1)
    }
  }

  private func domainTable(of variables: [String], number: Int) -> DomainTable? {
    var columnOf: [String: Int] = [:]
    for (column, measure) in measures.enumerated() {
      columnOf["\(measure.kind.rawValue) \(measure.id)"] = column
    }
    var domains: [[DomainTerm]] = []
    var rowOf: [[DomainTerm]: Int] = [:]
    var grid: [[Estimate?]] = []
    for estimate in run.estimates.estimates
    where estimate.domain.map({ $0.variable }) == variables {
      guard let column = columnOf["\(estimate.kind.rawValue) \(estimate.id)"] else { continue }
      let row: Int
      if let known = rowOf[estimate.domain] {
        row = known
      } else {
        row = domains.count
        rowOf[estimate.domain] = row
        domains.append(estimate.domain)
        grid.append([Estimate?](repeating: nil, count: measures.count))
      }
      grid[row][column] = estimate
    }
    guard !domains.isEmpty else { return nil }
    let labels = variables.map { names.name(ofVariable: $0) }
    let lowest = measures.indices.map { column in Self.lowestRows(grid.map { $0[column] }) }
    return DomainTable(
      domainsTitle: texts.domainsTitle(labels), domainsID: "domains-\(number)",
      domainHead: labels.joined(separator: " × "),
      columnHeads: measures.map { names.name(of: $0.kind, id: $0.id) },
      domainRows: domains.indices.map { row in
        DomainTable.Row(
          domainLabel: names.name(of: domains[row]),
          cells: grid[row].indices.map { column in
            cell(grid[row][column], isLow: lowest[column].contains(row))
          },
          domainRespondents: texts.numbers.whole(
            grid[row].compactMap { $0?.respondents }.max()))
      })
  }

  /// The rows of the three lowest publishable values of a column, where there are six or more.
  private static func lowestRows(_ column: [Estimate?]) -> Set<Int> {
    let values = column.enumerated().compactMap { row, estimate -> (row: Int, value: Double)? in
      guard let estimate, estimate.flag == nil, let value = estimate.shown.value else { return nil }
      return (row, value)
    }
    guard values.count >= 6 else { return [] }
    let sorted = values.sorted { $0.value == $1.value ? $0.row < $1.row : $0.value < $1.value }
    return Set(sorted.prefix(3).map { $0.row })
  }

  private func cell(_ estimate: Estimate?, isLow: Bool) -> FigureCell {
    guard let estimate else {
      return FigureCell(figureText: NumberStyle.missing, note: "", lowMark: "")
    }
    let shown = estimate.shown
    var text = texts.numbers.decimal(shown.value, places: index.places)
    if let lower = shown.lower, let upper = shown.upper {
      text += " ± " + texts.numbers.decimal((upper - lower) / 2, places: index.places)
    }
    return FigureCell(
      figureText: text, note: footnotes.letter(of: estimate), lowMark: isLow ? "▼" : "")
  }
}
