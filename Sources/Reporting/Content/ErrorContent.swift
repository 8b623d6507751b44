internal import Documents
internal import SurveyModel

extension ReportContent {
  /// Of more domains than this the annex has the overall index alone: the rest is in
  /// `estimates.csv`.
  private static let mostDomainsInFull = 150

  /// Sampling errors as household surveys print them: a table for each group of measures, then for
  /// each set of domains.
  func errorSection() -> DocumentSection? {
    let whole = run.estimates.estimates.filter { $0.domain.isEmpty }
    guard !whole.isEmpty else { return nil }
    var tables: [DocumentTable] = []
    func add(_ title: String, _ estimates: [Estimate]) {
      guard !estimates.isEmpty else { return }
      tables.append(
        table(
          "errors-\(tables.count + 1)", title,
          [words(texts.columnIndex, width: 2.4)] + errorColumns(withSecond: true),
          estimates.map { [Cell(label(of: $0))] + errorCells($0, withSecond: true) },
          printedRows: printedRows(of: estimates.count)))
    }
    add(
      texts.indicesTitle,
      measures.compactMap { measure in
        whole.first { $0.kind == measure.kind && $0.id == measure.id }
      })
    for factor in run.questionnaire.factors {
      add(
        names.name(of: .factor, id: factor.id),
        factor.items.compactMap { id in whole.first { $0.kind == .item && $0.id == id } })
    }
    tables += run.survey.domains.enumerated().compactMap { number, variables in
      domainErrors(of: variables, number: number + 1)
    }
    return DocumentSection(
      id: "errors", title: texts.words["title.errors"],
      blocks: [note(texts.errorNote(level: run.survey.level))] + tables.map(Block.table))
  }

  private func label(of estimate: Estimate) -> String {
    let name = names.name(of: estimate.kind, id: estimate.id)
    return estimate.kind == .item ? "\(estimate.id). \(name)" : name
  }

  private func domainErrors(of variables: [String], number: Int) -> DocumentTable? {
    let grid = DomainGrid(run.estimates.estimates, variables: variables, measures: measures)
    guard !grid.domains.isEmpty else { return nil }
    let isLong = grid.domains.count > Self.mostDomainsInFull
    let labels = variables.map { names.name(ofVariable: $0) }
    let rows = grid.domains.indices.flatMap { row in
      grid.figures[row].prefix(isLong ? 1 : measures.count).compactMap { $0 }.map { estimate in
        [
          Cell(names.name(of: estimate.domain)),
          Cell(names.name(of: estimate.kind, id: estimate.id)),
        ] + errorCells(estimate, withSecond: false)
      }
    }
    return table(
      "errors-domains-\(number)",
      texts.domainsTitle(labels) + (isLong ? " (\(lowercasedFirst(overallName)))" : ""),
      [words(labels.joined(separator: " × "), width: 1.6), words(texts.columnIndex, width: 1.8)]
        + errorColumns(withSecond: false),
      rows, printedRows: printedRows(of: rows.count))
  }

  private var overallName: String { names.name(of: .overall, id: index.id) }

  /// - Parameter withSecond: Also the design effect against sampling without replacement.
  private func errorColumns(withSecond: Bool) -> [DocumentTable.Column] {
    [
      numbers(texts.columnResult, subhead: isShare ? "%" : ""), numbers(texts.standardError),
      numbers(texts.words["column.n"]), numbers(texts.effectiveCount),
      numbers(texts.designEffect),
    ] + (withSecond ? [numbers(texts.designEffectWithout)] : []) + [
      numbers(texts.words["column.relative-error"], subhead: "%"), numbers(texts.lowerLimit),
      numbers(texts.upperLimit),
    ]
  }

  private func errorCells(_ estimate: Estimate, withSecond: Bool) -> [Cell] {
    let shown = estimate.shown
    let pointer = pointers[estimate]
    func member(_ value: Double?, _ name: String, places: Int) -> Cell {
      number(value, places: places, at: pointer.map { "\($0)/\(name)" })
    }
    var value = member(shown.value, "estimate", places: places)
    value.footnote = footnotes.letter(of: estimate)
    let relative: Double? =
      if let error = shown.standardError, let value = shown.value, value != 0 {
        100 * error / value
      } else {
        nil
      }
    return [
      value, member(shown.standardError, "se", places: places + 1),
      count(estimate.respondents, at: pointer.map { $0 + "/n" }),
      member(shown.effectiveRespondents, "effective_n", places: 0),
      member(shown.designEffect, "deff", places: 2),
    ]
      + (withSecond ? [member(shown.designEffectWithoutReplacement, "deff_wor", places: 2)] : [])
      + [
        number(relative, places: 1), member(shown.lower, "ci/0", places: places),
        member(shown.upper, "ci/1", places: places),
      ]
  }
}
