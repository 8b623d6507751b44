internal import Documents
internal import SurveyModel

extension ReportContent {
  /// A target with its place in `results.json`.
  struct PlacedTarget {
    let row: AttainmentRow
    let pointer: String

    var result: TargetResult { row.result }
  }

  /// All targets of the run, in order.
  func placedTargets() -> [PlacedTarget] {
    Attainment(run, texts: texts).rows.enumerated().map {
      PlacedTarget(row: $0.element, pointer: "/targets/\($0.offset)")
    }
  }

  /// Those that the survey measures: what the first screen answers.
  func surveyTargets() -> [PlacedTarget] {
    placedTargets().filter { $0.result.target.isFromSurvey }
  }

  /// The first screen: which targets are met, by how much, how sure.
  func attainmentSection() -> DocumentSection {
    let targets = surveyTargets()
    let title = texts.attainmentTitle(year: run.survey.year)
    var blocks: [Block] = []
    let others = otherTargets(besidesSurvey: !targets.isEmpty)
    if targets.isEmpty {
      blocks.append(.paragraph(Paragraph(texts.noTargets(hasOthers: others != nil))))
    } else {
      blocks.append(.paragraph(Paragraph([.init(texts.tally(targets.map(\.result)), .strong)])))
    }
    if let overall = overallLine(run, texts: texts) {
      blocks.append(.paragraph(Paragraph(overall)))
    }
    if targets.isEmpty {
      blocks.append(.table(indexTable(id: "indices", kind: .leading)))
    } else {
      blocks.append(
        .list(
          targets.map { target in
            Paragraph(
              [.init(target.row.label, .strong), .init(": " + texts.sentence(target.row))],
              role: .lead)
          }))
      blocks.append(
        .table(attainmentTable(targets, id: "attainment-table", title: title, kind: .leading)))
      blocks += attainmentNotes(targets).map(note)
    }
    if let others { blocks.append(.paragraph(Paragraph(others))) }
    return DocumentSection(id: "attainment", title: title, blocks: blocks)
  }

  /// Sub-index, baseline, target, result, difference, verdict, probability, agency, deadline.
  func attainmentTable(
    _ targets: [PlacedTarget], id: String, title: String, kind: DocumentTable.Kind
  ) -> DocumentTable {
    table(
      id, title, showsTitle: false, kind: kind,
      [
        words(texts.columnIndex, width: 2.2),
        numbers(texts.columnBaseline(of: targets.map(\.result))),
        numbers(texts.columnTarget, width: 1.2),
        numbers(
          texts.columnResult, subhead: texts.columnInterval(level: run.survey.level), width: 1.4),
        numbers(texts.columnDifference, width: 1.1), words(texts.columnVerdict, width: 1.5),
        numbers(texts.columnProbability), words(texts.columnLead, width: 1.6),
        words(texts.columnDue, width: 1.3),
      ],
      targets.map(attainmentCells))
  }

  private func attainmentCells(_ target: PlacedTarget) -> [Cell] {
    let (row, result, pointer) = (target.row, target.result, target.pointer)
    func value(_ value: Double?, _ text: String, _ member: String) -> Cell {
      guard let value = value.finite else { return Cell(text) }
      let places =
        member == "estimate" && result.target.isFromSurvey
        ? row.places : NumberStyle.places(ofExact: value, atLeast: row.places)
      return Cell(
        text,
        number: Cell.Number(
          value, places: places, unit: row.isShare ? .percent : .plain,
          source: "\(pointer)/\(member)"))
    }
    var estimate = value(result.estimate, row.estimate, "estimate")
    estimate.isStrong = true
    estimate.detail = row.interval == NumberStyle.missing ? "" : row.interval
    estimate.trace = texts.trace(of: row, level: run.survey.level)
    var difference = Cell(row.difference)
    if let points = result.difference.finite {
      difference.number = Cell.Number(
        points, places: row.differencePlaces, unit: .points, source: pointer + "/difference",
        formula: formula(of: result))
    }
    return [
      Cell("\(row.id). \(row.label)"), value(result.baseline, row.baseline, "baseline"),
      value(result.threshold, row.threshold, "threshold"), estimate, difference,
      verdict(
        result.verdict, row.verdict, detail: result.progress.map { texts.progress($0) } ?? ""),
      probability(result.probabilityMet), Cell(row.lead), Cell(row.due),
    ]
  }

  /// Where a small number is the better one, the difference is taken the other way round.
  private func formula(of result: TargetResult) -> Cell.Formula? {
    guard let estimate = result.estimate, let threshold = result.threshold,
      let difference = result.difference
    else { return nil }
    let isAbove =
      (estimate - threshold - difference).magnitude
      <= (threshold - estimate - difference).magnitude
    return isAbove ? .difference(of: 3, less: 2) : .difference(of: 2, less: 3)
  }

  /// A verdict with its mark: it does not hang on colour.
  func verdict(_ verdict: Verdict, _ words: String, detail: String = "") -> Cell {
    let (mark, standing): (String, Cell.Standing) =
      switch verdict {
      case .met: ("✓", .met)
      case .notMet: ("✗", .notMet)
      case .noData: ("–", .noData)
      }
    return Cell(words, detail: detail, mark: mark, standing: standing)
  }

  /// In whole percent; `results.json` holds it as a share of 1.
  private func probability(_ value: Double?) -> Cell {
    var cell = Cell(texts.probability(value))
    // Beyond these it is told as a bound, and a number would be a certainty that no survey gives.
    if let value = value.finite, (0.01...0.99).contains(value) {
      cell.number = Cell.Number(100 * value, places: 0, unit: .percent)
    }
    return cell
  }

  private func attainmentNotes(_ targets: [PlacedTarget]) -> [String] {
    var notes: [String] = []
    if targets.contains(where: { $0.result.alternative != nil }) {
      let readings = targets.compactMap { target -> String? in
        guard let other = target.result.alternative, other.verdict != target.result.verdict else {
          return nil
        }
        return texts.otherReading(target.row, other)
      }
      notes += readings.isEmpty ? [texts.otherReadingChangesNothing] : readings
    }
    if targets.contains(where: { $0.result.confidence != nil }) {
      notes.append(texts.confidenceNote)
    }
    return notes
  }

  /// One sentence on the targets that no survey measures.
  private func otherTargets(besidesSurvey areOther: Bool) -> String? {
    if let register = run.register {
      let rows = register.rows.filter { !$0.isFromSurvey }
      guard !rows.isEmpty else { return nil }
      let (met, notMet) = (
        rows.count { $0.status == .met }, rows.count { $0.status == .notMet }
      )
      return texts.otherTargets(
        rows.count, met: met, notMet: notMet, open: rows.count - met - notMet,
        overdue: rows.count(where: \.isOverdue), areOther: areOther)
    }
    let others = placedTargets().filter { !$0.result.target.isFromSurvey }
    guard !others.isEmpty else { return nil }
    func count(_ verdict: Verdict) -> Int { others.count { $0.result.verdict == verdict } }
    return texts.otherTargets(
      others.count, met: count(.met), notMet: count(.notMet), open: count(.noData), overdue: 0,
      areOther: areOther)
  }

  /// Overall index and sub-indices of the whole population.
  func indexTable(id: String, kind: DocumentTable.Kind = .plain) -> DocumentTable {
    let rows = measures.compactMap { measure -> [Cell]? in
      guard let estimate = run.estimates.estimate(of: measure.kind, id: measure.id) else {
        return nil
      }
      let pointer = pointers[estimate]
      let text = EstimateText(estimate, index: index, texts: texts)
      return [
        Cell(names.name(of: measure.kind, id: measure.id)),
        figure(estimate, at: pointer).with(
          detail: text.hasInterval ? text.interval : "", isStrong: true,
          trace: texts.trace(of: estimate, index: index, level: run.survey.level)),
        count(estimate.respondents, at: pointer.map { $0 + "/n" }),
      ]
    }
    return table(
      id, texts.indicesTitle, kind: kind,
      [
        words(texts.columnIndex, width: 2),
        numbers(texts.columnResult, subhead: texts.columnInterval(level: run.survey.level)),
        numbers(texts.respondentsTitle),
      ], rows)
  }
}

extension Target {
  /// True for a figure that the survey estimates, false for what an office enters or a person judges.
  var isFromSurvey: Bool {
    switch measure {
    case .overall, .factor, .item: true
    case .figure, nil: false
    }
  }
}

extension RegisterRow {
  var isFromSurvey: Bool {
    guard let measure else { return false }
    return !measure.hasPrefix("figure:")
  }
}
