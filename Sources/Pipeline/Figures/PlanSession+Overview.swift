package import SurveyModel

extension PlanSession {
  /// The figures that the plan needs or has, entered and missing, and its requirements in words.
  ///
  /// - Parameters:
  ///   - year: Only this year; `nil` for all, targets that stand in every year in ``reviewYear``.
  ///   - agency: Only what this agency leads, as people write it.
  ///   - isMissingOnly: Only what is still to be entered or judged.
  /// - Returns: What is on record and what is missing, in the order of the plan.
  /// - Throws: ``RunStopped`` when the agency leads nothing, with the names closest to it.
  package func overview(
    year: Int?, agency: String?, isMissingOnly: Bool
  ) throws(RunStopped) -> FigureOverview {
    let names = try agency.map { name throws(RunStopped) in
      try agencies(named: name, among: plan.targets.flatMap(\.lead), file: plan.file)
    }
    let review = year ?? reviewYear
    let held = try entries().filter(\.holds)
    func isAsked(_ year: Int, _ lead: [String]) -> Bool {
      (names.map { names in lead.contains { names.contains($0) } } ?? true)
    }
    let figures = figureLines(inReview: review, held: held).filter {
      ($0.year == year || year == nil) && isAsked($0.year, $0.lead)
        && !(isMissingOnly && $0.value != nil)
    }
    let judgements = judgementLines(inReview: review, try self.judgements()).filter {
      ($0.year == year || year == nil) && isAsked($0.year, $0.lead)
        && !(isMissingOnly && $0.judgement != nil)
    }
    return FigureOverview(
      plan: plan.id, title: plan.title, year: review, figures: figures, judgements: judgements)
  }

  /// In the order of the plan's figures, then by year.
  private func figureLines(inReview year: Int, held: [FigureEntry]) -> [FigureLine] {
    let needs = Dictionary(grouping: plan.figureNeeds(inReview: year), by: \.figure)
    let held = Dictionary(grouping: held, by: \.figure)
    return plan.figures.flatMap { figure -> [FigureLine] in
      let entries = held[figure.id] ?? []
      let needed = needs[figure.id] ?? []
      let years = Set(
        needed.map(\.year) + entries.map(\.year) + figure.values.map(\.year)
      ).sorted()
      return years.map { year in
        let need = needed.first { $0.year == year }
        var line = FigureLine(
          figure: figure.id, label: figure.label, unit: figure.unit, year: year,
          targets: need?.targets ?? [], baselineOf: need?.baselineOf ?? [],
          lead: need?.lead ?? [])
        if let entry = entries.first(where: { $0.year == year }) {
          (line.value, line.source, line.origin) = (entry.value, entry.source, .store)
          (line.number, line.by) = (entry.number, entry.by)
        } else if let written = figure.values.first(where: { $0.year == year }) {
          (line.value, line.source, line.origin) = (written.value, written.source, .plan)
        } else if let baseline = plan.baselineFigure(figure.id, year) {
          (line.value, line.source, line.origin) = (baseline.value, baseline.source, .plan)
        }
        return line
      }
    }
  }

  /// Requirements in words, in the order of the plan, then by year.
  private func judgementLines(
    inReview year: Int, _ judgements: [TargetJudgement]
  ) -> [JudgementLine] {
    let held = judgements.filter(\.holds)
    return plan.targets.flatMap { target -> [JudgementLine] in
      guard case .qualitative = target.rule else { return [] }
      let recorded = held.filter { $0.target == target.id }
      let years = Set((target.thresholdYears ?? [year]) + recorded.map(\.year)).sorted()
      return years.map { year in
        JudgementLine(
          target: target.id, label: target.label, year: year,
          judgement: recorded.first { $0.year == year }, lead: target.lead)
      }
    }
  }
}

extension Plan {
  /// The value that a `<baseline>` of the plan gives for a figure.
  fileprivate func baselineFigure(_ id: String, _ year: Int) -> (value: Double, source: String)? {
    for baseline in baselines where baseline.year == year {
      if let value = baseline.values.first(where: {
        $0.measure == "figure:\(id)" && $0.domain.isEmpty
      }) {
        return (value.value, baseline.source)
      }
    }
    return nil
  }
}
