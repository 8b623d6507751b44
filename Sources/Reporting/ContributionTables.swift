internal import SurveyModel

/// One part of a distance or change as people read it.
struct PartRow {
  let partLabel: String
  let partEffect: String
  let partFigure: String
  let partContribution: String
  let partReading: String
}

/// The parts of one decomposition, those that pull down most first.
struct PartTable {
  let partTableTitle: String
  let partTableID: String
  let hasEffects: Bool
  let partRows: [PartRow]
}

/// What pulls one index down.
struct ContributionBlock {
  let contributionLabel: String
  let contributionSentence: String
  /// By questions and by the first domain set: what a leader looks at.
  let partTables: [PartTable]
  let hasMore: Bool
  /// By the other domain sets, folded away.
  let moreTables: [PartTable]
}

/// The decompositions of a run as tables, and the short form for the terminal.
struct ContributionTables {
  let run: RunResult
  let texts: Texts
  let names: MeasureNames

  /// Longer tables are cut: a leader looks at what pulls down most.
  static let longest = 10

  private var hidden: HiddenFigures { HiddenFigures(run) }
  private var places: Int { run.questionnaire.index.places }

  /// One block per target that was taken apart, in the order of the targets.
  func blocks(_ rows: [AttainmentRow]) -> [ContributionBlock] {
    rows.enumerated().compactMap { number, row in
      let tables = hidden.decompositions.filter { $0.isOf(target: row.id) }.enumerated()
        .map { table($0.element, id: "parts-\(number + 1)-\($0.offset + 1)") }
      guard !tables.isEmpty else { return nil }
      return ContributionBlock(
        contributionLabel: "\(row.id). \(row.label)", contributionSentence: texts.sentence(row),
        partTables: Array(tables.prefix(2)), hasMore: tables.count > 2,
        moreTables: Array(tables.dropFirst(2)))
    }
  }

  /// Where the change of the overall index comes from.
  func changeTables() -> [PartTable] {
    hidden.changeDecompositions.filter { $0.kind == .overall }.enumerated().map {
      let name = names.name(of: .overall, id: $0.element.id)
      return table(
        $0.element, id: "change-parts-\($0.offset + 1)",
        title: { texts.changePartsTitle(name, $0) })
    }
  }

  /// The factors whose items are shown with their contribution.
  var explainedFactors: Set<String> {
    Set(
      hidden.decompositions.filter { $0.kind == .factor && $0.variables.isEmpty }.map { $0.id })
  }

  /// One short sentence on the question, and the level of the first domain set, that pull a target
  /// down most, for a target that is missed or uncertain; `nil` where nothing clearly does.
  func pullsMost(_ row: AttainmentRow) -> String? {
    guard row.result.verdict == .notMet || row.result.confidence == .uncertain else { return nil }
    let sets = [[]] + run.survey.domains.prefix(1)
    let parts = sets.compactMap { variables -> String? in
      let decomposition = hidden.decompositions.first {
        $0.isOf(target: row.id) && $0.variables == variables
      }
      guard let part = decomposition.flatMap({ lowest($0).first(where: \.pullsDown) }) else {
        return nil
      }
      let points = texts.numbers.signed(part.contribution, places: places)
      return texts.pull(label(of: part), points: points)
    }
    return parts.isEmpty ? nil : texts.pullsMost(target: row.id, parts: parts)
  }

  private func table(
    _ decomposition: Decomposition, id: String, title: (String) -> String = { $0 }
  ) -> PartTable {
    let by = texts.contributionsBy(decomposition.variables.map { names.name(ofVariable: $0) })
    let rows = lowest(decomposition).prefix(Self.longest).map { part in
      PartRow(
        partLabel: label(of: part), partEffect: texts.effect(part.effect),
        partFigure: texts.numbers.decimal(part.figure, places: places),
        partContribution: contribution(part),
        partReading: texts.reading(of: part.contribution, halfWidth: part.halfWidth)
          + texts.warning(part.flag))
    }
    let secrets = zip(decomposition.parts, decomposition.hiddenParts)
      .filter { $0.1 && $0.0.flag != .noData }.map { $0.0 }
    let blanks = secrets.prefix(Self.longest).map { part in
      PartRow(
        partLabel: label(of: part), partEffect: texts.effect(part.effect),
        partFigure: NumberStyle.missing, partContribution: NumberStyle.missing,
        partReading: texts.hiddenPart)
    }
    return PartTable(
      partTableTitle: title(by), partTableID: id,
      hasEffects: decomposition.parts.contains { $0.effect != .distance },
      partRows: rows + blanks)
  }

  private func contribution(_ part: DecompositionPart) -> String {
    let points = texts.numbers.signed(part.contribution, places: places)
    guard let half = part.halfWidth.finite else { return points }
    return "\(points) (±\u{A0}\(texts.numbers.decimal(half, places: places)))"
  }

  /// The visible parts, lowest contribution first.
  private func lowest(_ decomposition: Decomposition) -> [DecompositionPart] {
    zip(decomposition.parts, decomposition.hiddenParts).filter { !$0.1 }.map { $0.0 }.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.contribution, right.element.contribution)
        return first == second ? left.offset < right.offset : first < second
      }.map { $0.element }
  }

  private func label(of part: DecompositionPart) -> String {
    switch part.place {
    case .item(let id): "\(id). \(names.name(of: .item, id: id))"
    case .domain(let terms): names.name(of: terms)
    case .outsideDomains: texts.outsideDomains
    }
  }
}

extension Decomposition {
  func isOf(target id: String) -> Bool {
    if case .distance(let target, _) = subject { return target == id }
    return false
  }
}

extension DecompositionPart {
  /// True when its whole interval lies below 0.
  fileprivate var pullsDown: Bool {
    guard let half = halfWidth.finite else { return false }
    return contribution < -half
  }
}
