internal import SurveyModel

struct EffectCell {
  let effectFigure: String
  let effectDifference: String
}

struct EffectRow {
  let effectStep: String
  let effectSample: String
  /// One per figure: the overall index, then the factors.
  let effectCells: [EffectCell]
}

/// The decisions over the interviews, and what each did to the indices, for the terminal.
struct DecisionSection {
  let decisionsTitle: String
  let hasEffectTable: Bool
  let stepHead: String
  let sampleHead: String
  let effectHeads: [String]
  let effectRows: [EffectRow]
  let decisionLines: [String]

  /// `nil` when nothing was ever decided.
  init?(_ run: RunResult, texts: Texts, names: MeasureNames) {
    guard !run.decisions.isEmpty else { return nil }
    let steps = run.decisionEffects?.steps ?? []
    let index = run.questionnaire.index
    let figures =
      [(MeasureKind.overall, index.id)] + run.questionnaire.factors.map { (.factor, $0.id) }
    decisionsTitle = texts.decisionsTitle
    hasEffectTable = steps.count > 1
    stepHead = texts.words["column.sample"]
    sampleHead = texts.words["column.interviews"]
    effectHeads = figures.map { names.name(of: $0.0, id: $0.1) }
    var rows: [EffectRow] = []
    for (number, step) in steps.enumerated() {
      let before = number > 0 ? steps[number - 1] : nil
      rows.append(
        EffectRow(
          effectStep: texts.step(step, of: run.decisions),
          effectSample: texts.numbers.whole(step.interviews),
          effectCells: figures.map { kind, id in
            EffectCell(step, since: before, kind, id, index: index, texts: texts)
          }))
    }
    if let raw = steps.first, let published = steps.last, steps.count > 2 {
      rows.append(
        EffectRow(
          effectStep: texts.words["term.published-against-all"],
          effectSample: texts.numbers.whole(published.interviews),
          effectCells: figures.map { kind, id in
            EffectCell(published, since: raw, kind, id, index: index, texts: texts)
          }))
    }
    effectRows = rows
    decisionLines = run.decisions.map { texts.line(of: $0) }
  }

  /// The table with the overall index alone, for the terminal.
  func lines(_ texts: Texts, width: Int) -> [String] {
    var lines = wrapped(decisionsTitle, width: width)
    if hasEffectTable {
      let table = TextTable(
        columns: [
          .init(title: stepHead, isFlexible: true),
          .init(title: sampleHead, alignment: .right),
          .init(title: effectHeads[0], alignment: .right),
          .init(title: texts.pick("Thay đổi", "Change"), alignment: .right),
        ],
        rows: effectRows.map { row in
          [
            row.effectStep, row.effectSample, row.effectCells[0].effectFigure,
            row.effectCells[0].effectDifference,
          ].map(printable)
        })
      lines += table.lines(width: width)
    }
    for line in decisionLines { lines += wrapped(printable("• \(line)"), width: width) }
    return lines
  }
}

extension EffectCell {
  init(
    _ step: DecisionStep, since before: DecisionStep?, _ kind: MeasureKind, _ id: String,
    index: IndexMethod, texts: Texts
  ) {
    let now = step.estimate(of: kind, id: id)
    effectFigure =
      now.map { EstimateText($0, index: index, texts: texts).value }
      ?? NumberStyle.missing
    let difference = step.difference(of: kind, id: id, since: before)
    effectDifference =
      before == nil
      ? "" : texts.numbers.signed(difference, places: index.places)
  }
}

extension DecisionStep {
  func estimate(of kind: MeasureKind, id: String) -> Estimate? {
    estimates?.first { $0.kind == kind && $0.id == id }
  }

  /// In points, between figures that may be shown.
  func difference(of kind: MeasureKind, id: String, since before: DecisionStep?) -> Double? {
    guard let now = estimate(of: kind, id: id)?.shown.value,
      let then = before?.estimate(of: kind, id: id)?.shown.value
    else { return nil }
    return now - then
  }
}

extension Texts {
  var decisionsTitle: String { words["title.decisions"] }

  func decisionsNote(isJoined: Bool) -> String {
    let note = words["note.decisions"]
    return isJoined ? note + " " + words["note.decisions-joined"] : note
  }

  func step(_ step: DecisionStep, of decisions: [Decision]) -> String {
    guard let first = step.decisions.first, let last = step.decisions.last else {
      return pick("Mọi phiếu đã nhận", "All accepted interviews")
    }
    if step.decisions.count > 1 {
      return pick(
        "Sau các quyết định \(first)–\(last) (\(step.decisions.count) quyết định)",
        "After decisions \(first)–\(last) (\(step.decisions.count) of them)")
    }
    guard let decision = decisions.first(where: { $0.number == first }) else { return "\(first)" }
    return pick("Sau quyết định \(first): ", "After decision \(first): ") + what(decision)
  }

  /// `2. loại khỏi mẫu 14 phiếu: … [quality.rule]; đã rút …`.
  func line(of decision: Decision) -> String {
    let state =
      decision.withdrawn == nil && decision.corrections.allSatisfy { $0.withdrawn == nil }
      ? "" : " (\(withdrawnWords(decision)))"
    return "\(decision.number). \(what(decision)): \(reason(decision))\(state)"
  }

  private func what(_ decision: Decision) -> String {
    let interviews = numbers.whole(decision.interviewCount)
    switch decision.kind {
    case .exclusion:
      return pick("loại \(interviews) phiếu khỏi mẫu", "\(interviews) interviews left out")
    case .correction:
      let held = decision.heldCorrections.count
      let answers = numbers.whole(held > 0 ? held : decision.corrections.count)
      return pick(
        "đính chính \(answers) câu trả lời của \(interviews) phiếu",
        "\(answers) answers of \(interviews) interviews corrected")
    case .erasure:
      return pick("xóa dữ liệu của \(interviews) phiếu", "data of \(interviews) interviews erased")
    }
  }

  /// Without the time, which differs between two runs on the same inputs.
  private func withdrawnWords(_ decision: Decision) -> String {
    if let withdrawn = decision.withdrawn {
      return pick("đã rút: ", "withdrawn: ") + withdrawn.reason
    }
    let single = decision.corrections.count { $0.withdrawn != nil }
    return pick("đã rút \(single) đính chính", "\(single) corrections withdrawn")
  }
}
