internal import Documents
internal import SurveyModel

extension ReportContent {
  /// One table of groups × indices for each set of domains.
  func domainSection() -> DocumentSection? {
    let tables = run.survey.domains.enumerated().compactMap { number, variables in
      domainTable(of: variables, number: number + 1)
    }
    guard !tables.isEmpty else { return nil }
    return DocumentSection(
      id: "domains", title: texts.words["title.domains"],
      blocks: [note(texts.domainsNote)] + tables.map(Block.table))
  }

  /// The figures of a set of domains: a row per domain, a column per index.
  struct DomainGrid {
    private(set) var domains: [[DomainTerm]] = []
    private(set) var figures: [[Estimate?]] = []
    private(set) var pointers: [[Int]] = []

    init(_ estimates: [Estimate], variables: [String], measures: [(kind: MeasureKind, id: String)])
    {
      var columnOf: [String: Int] = [:]
      for (column, measure) in measures.enumerated() {
        columnOf["\(measure.kind.rawValue) \(measure.id)"] = column
      }
      var rowOf: [[DomainTerm]: Int] = [:]
      for (position, estimate) in estimates.enumerated()
      where estimate.kind != .item && estimate.domain.count == variables.count
        && estimate.domain.map(\.variable) == variables
      {
        guard let column = columnOf["\(estimate.kind.rawValue) \(estimate.id)"] else { continue }
        let row = rowOf[estimate.domain] ?? domains.count
        if row == domains.count {
          rowOf[estimate.domain] = row
          domains.append(estimate.domain)
          figures.append([Estimate?](repeating: nil, count: measures.count))
          pointers.append([Int](repeating: 0, count: measures.count))
        }
        figures[row][column] = estimate
        pointers[row][column] = position
      }
    }

    /// The rows of the three lowest publishable figures of a column, where there are six or more.
    func lowest(inColumn column: Int) -> Set<Int> {
      let values = figures.enumerated().compactMap { row, figures -> (row: Int, value: Double)? in
        guard let estimate = figures[column], estimate.flag == nil,
          let value = estimate.shown.value
        else { return nil }
        return (row, value)
      }
      guard values.count >= 6 else { return [] }
      let sorted = values.sorted { $0.value == $1.value ? $0.row < $1.row : $0.value < $1.value }
      return Set(sorted.prefix(3).map { $0.row })
    }
  }

  private func domainTable(of variables: [String], number: Int) -> DocumentTable? {
    let grid = DomainGrid(run.estimates.estimates, variables: variables, measures: measures)
    guard !grid.domains.isEmpty else { return nil }
    let labels = variables.map { names.name(ofVariable: $0) }
    let lowest = measures.indices.map { grid.lowest(inColumn: $0) }
    let rows = grid.domains.indices.map { row -> [Cell] in
      let respondents = grid.figures[row].enumerated().compactMap { column, estimate in
        estimate.map { (count: $0.respondents, pointer: grid.pointers[row][column]) }
      }.max { $0.count < $1.count }
      return [Cell(names.name(of: grid.domains[row]))]
        + measures.indices.map { column in
          guard let estimate = grid.figures[row][column] else { return Cell(NumberStyle.missing) }
          return figureWithError(
            estimate, at: "/estimates/\(grid.pointers[row][column])"
          ).with(
            mark: lowest[column].contains(row) ? "▼" : "",
            trace: column == 0
              ? texts.trace(of: estimate, index: index, level: run.survey.level) : "")
        }
        + [count(respondents?.count, at: respondents.map { "/estimates/\($0.pointer)/n" })]
    }
    return table(
      "domains-\(number)", texts.domainsTitle(labels),
      [words(labels.joined(separator: " × "), width: 1.8)]
        + measures.map {
          numbers(names.name(of: $0.kind, id: $0.id), subhead: isShare ? "%" : "")
        }
        + [numbers(texts.respondentsTitle, width: 0.8)],
      rows, printedRows: printedRows(of: rows.count))
  }
}
