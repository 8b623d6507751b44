internal import Documents
internal import SurveyModel

/// The paragraphs of an outline that can be written from the results of a survey and the register of
/// its plan; none where the results say nothing of the matter.
struct FormFills {
  let content: ReportContent

  private var run: RunResult { content.run }
  private var texts: Texts { content.texts }

  /// So many losses and overdue targets are named; the rest are counted.
  private static let longest = 10

  func paragraphs(_ fill: OutlineFill) -> [Paragraph] {
    switch fill {
    case .attainment: attainment
    case .areas: areas
    case .indices: indices
    case .contributions: contributions
    case .lostPoints: lostPoints
    case .overdue: overdue
    case .quality: quality
    }
  }

  private var attainment: [Paragraph] {
    let targets = content.surveyTargets()
    guard !targets.isEmpty else { return [] }
    return [Paragraph(texts.formAttainment(run, tally: texts.tally(targets.map(\.result))))]
      + targets.map { Paragraph("\($0.row.id). \($0.row.label): \(texts.sentence($0.row))") }
  }

  private var areas: [Paragraph] {
    guard let register = run.register, !register.rows.isEmpty else { return [] }
    func line(_ name: String, _ rows: [RegisterRow]) -> Paragraph {
      let (met, notMet) = (
        rows.count { $0.status == .met }, rows.count { $0.status == .notMet }
      )
      return Paragraph(
        texts.formArea(name, met: met, notMet: notMet, open: rows.count - met - notMet))
    }
    let known = Set(register.areas.map(\.id))
    var lines: [Paragraph] = [line(texts.wholePlan, register.rows)]
    for area in register.areas {
      let rows = register.rows.filter { $0.area == area.id }
      if !rows.isEmpty {
        lines.append(line(uppercasedFirst(area.label.text(in: texts.language)), rows))
      }
    }
    let rest = register.rows.filter { $0.area.map { !known.contains($0) } ?? true }
    if !rest.isEmpty, !register.areas.isEmpty {
      lines.append(line(texts.words["title.register-rest"], rest))
    }
    return lines
  }

  private var indices: [Paragraph] {
    let lines = content.measures.compactMap { measure -> String? in
      guard let estimate = run.estimates.estimate(of: measure.kind, id: measure.id),
        estimate.shown.value != nil
      else { return nil }
      let text = EstimateText(estimate, index: content.index, texts: texts)
      return "\(content.names.name(of: measure.kind, id: measure.id)): \(text.valueWithError)"
    }
    guard !lines.isEmpty else { return [] }
    return [Paragraph(lines.joined(separator: "; ") + ".")]
  }

  private var contributions: [Paragraph] {
    let parts = LowestParts(run: run, texts: texts, names: content.names)
    return content.surveyTargets().compactMap { parts.pullsMost($0.row).map { Paragraph($0) } }
  }

  private var lostPoints: [Paragraph] {
    guard let register = run.register, let points = register.points else { return [] }
    let style = texts.numbers
    let labels = Dictionary(
      register.rows.map { ($0.id, $0.label.text(in: texts.language)) },
      uniquingKeysWith: { first, _ in first })
    var lines = [
      Paragraph(
        texts.pointsSentence(
          won: style.exact(points.won, places: 0),
          standard: style.exact(points.standard, places: 0),
          lost: style.exact(points.lost, places: 0)))
    ]
    lines += points.losses.prefix(Self.longest).map { loss in
      Paragraph(
        texts.formLoss(
          "\(loss.target). \(labels[loss.target] ?? "")", lost: style.exact(loss.lost, places: 0)))
    }
    return lines + rest(of: points.losses.count)
  }

  private var overdue: [Paragraph] {
    guard let register = run.register, !register.rows.isEmpty else { return [] }
    let rows = register.rows.filter(\.isOverdue)
    let head = Paragraph(texts.formOverdue(rows.count, day: register.day.text))
    return [head]
      + rows.prefix(Self.longest).map { row in
        Paragraph(texts.formOverdue(row))
      } + rest(of: rows.count)
  }

  private var quality: [Paragraph] {
    [Paragraph(texts.counts(run.counts, excluded: run.excluded) + ".")]
      + (run.quality.map { [Paragraph(texts.checksSummary($0))] } ?? [])
  }

  private func rest(of count: Int) -> [Paragraph] {
    count > Self.longest ? [Paragraph(texts.formRest(count - Self.longest))] : []
  }
}
