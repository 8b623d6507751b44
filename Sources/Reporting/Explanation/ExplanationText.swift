package import SurveyModel

/// How one figure came about, from the answers to the verdict, as numbered steps for the terminal.
///
/// Every number is one of the run, rounded once as in the reports; sums of weights are shown to one
/// decimal.
///
/// - Returns: The lines, without a line end after the last.
package func explanationText(
  _ explanation: Explanation, of run: RunResult, language: Language, width: Int = 110
) -> String {
  ExplanationLines(explanation, run, language: language, width: width).lines()
    .joined(separator: "\n")
}

private struct ExplanationLines {
  let explanation: Explanation
  let run: RunResult
  let width: Int
  let texts: Texts
  let names: MeasureNames

  init(_ explanation: Explanation, _ run: RunResult, language: Language, width: Int) {
    self.explanation = explanation
    self.run = run
    self.width = width
    texts = Texts(language)
    names = MeasureNames(run, language: language)
  }

  private var index: IndexMethod { run.questionnaire.index }

  private func estimate(_ kind: MeasureKind, _ id: String) -> Estimate? {
    run.estimates.estimate(of: kind, id: id, domain: explanation.domain)
  }

  func lines() -> [String] {
    var steps: [[String]] = []
    if let estimate = estimate(explanation.kind, explanation.id), !isEntered {
      steps = [answers(), weights()]
      if estimate.isHidden {
        steps.append(step(texts.explainHidden(minimum: run.survey.minimumRespondents)))
      } else {
        steps += [figure(estimate), error(estimate), rounding(estimate)]
      }
    }
    if let target = explanation.target { steps += verdict(target) }
    steps.append(inputs())
    let numbered = steps.filter { !$0.isEmpty }.enumerated().flatMap { number, lines in
      ["", "\(number + 1). \(lines[0])"] + lines.dropFirst().map { $0.isEmpty ? "" : "   " + $0 }
    }
    return wrapped(printable(title), width: width) + numbered
  }

  /// True where nothing was estimated: an entered figure, or a requirement in words.
  private var isEntered: Bool {
    guard let target = explanation.target?.target else { return false }
    guard let measure = target.measure else { return true }
    if case .figure = measure { return true }
    return false
  }

  private var title: String {
    if let target = explanation.target {
      let row = AttainmentRow(target, names: names, index: index, texts: texts)
      return "\(row.id). \(row.label): \(row.resultWithError), \(lowercasedFirst(row.verdict))"
    }
    var name = names.name(of: explanation.kind, id: explanation.id)
    if !explanation.domain.isEmpty { name += " (\(names.name(of: explanation.domain)))" }
    guard let estimate = estimate(explanation.kind, explanation.id) else { return name }
    return "\(name): " + EstimateText(estimate, index: index, texts: texts).valueWithError
  }

  /// A step: its sentences wrapped, the first on the line of its number.
  private func step(_ text: String) -> [String] { wrapped(printable(text), width: width - 3) }

  private func answers() -> [String] {
    let head = step(
      texts.counts(run.counts, excluded: run.excluded) + ". " + texts.itemMethod(run.questionnaire))
    guard !explanation.tallies.isEmpty else { return head }
    let isShare = index.item == .satisfiedShare
    let numbers = texts.numbers
    let table = TextTable(
      columns: [
        .init(title: texts.question, isFlexible: true),
        .init(title: texts.explainValid, alignment: .right),
      ]
        + (isShare
          ? [
            .init(title: texts.explainSatisfied, alignment: .right),
            .init(title: texts.explainUnweighted, alignment: .right),
            .init(title: texts.explainSatisfiedWeight, alignment: .right),
            .init(title: texts.explainValidWeight, alignment: .right),
          ] : []) + [.init(title: texts.columnResult, alignment: .right)],
      rows: explanation.tallies.map { tally in
        let result = estimate(.item, tally.item).map {
          EstimateText($0, index: index, texts: texts).value
        }
        let share = tally.valid > 0 ? 100 * Double(tally.satisfied) / Double(tally.valid) : nil
        let middle = [
          numbers.whole(tally.satisfied),
          numbers.percent(numbers.decimal(share, places: index.places)),
          numbers.decimal(tally.satisfiedWeight, places: 1),
          numbers.decimal(tally.validWeight, places: 1),
        ]
        return [printable("\(tally.item). \(names.name(of: .item, id: tally.item))")]
          + [numbers.whole(tally.valid)] + (isShare ? middle : [])
          + [result ?? NumberStyle.missing]
      })
    return head + [""] + table.lines(width: width - 3)
  }

  private func weights() -> [String] {
    let steps = run.weights.map { step in
      texts.explainWeights(
        texts.stepName(step), sum: texts.numbers.compact(step.diagnostics.sum, places: 1))
    }
    return step(texts.explainWeights + " " + steps.joined(separator: "; ") + ".")
  }

  /// The figure from its parts, with the arithmetic where it is a mean of figures shown.
  private func figure(_ estimate: Estimate) -> [String] {
    let value = EstimateText(estimate, index: index, texts: texts).value
    switch explanation.kind {
    case .item:
      return step(texts.explainItem(value))
    case .factor:
      let method = texts.factorMethod(index.factor)
      guard index.factor == .meanOfItems,
        let sum = mean(explanation.tallies.map { (.item, $0.item) })
      else { return step("\(method) \(texts.explainGives(value))") }
      return step("\(method) \(sum) = \(value).")
    case .overall:
      let method = texts.overallMethod(index.overall)
      guard index.overall == .meanOfFactors,
        let sum = mean(run.questionnaire.factors.map { (.factor, $0.id) })
      else { return step("\(method) \(texts.explainGives(value))") }
      return step("\(method) \(sum) = \(value).")
    }
  }

  /// `(84,10 + 90,20) / 2`, of the parts that have a figure.
  private func mean(_ parts: [(kind: MeasureKind, id: String)]) -> String? {
    let figures = parts.compactMap { part -> String? in
      guard let estimate = estimate(part.kind, part.id), estimate.flag != .noData else {
        return nil
      }
      guard let value = estimate.shown.value else { return nil }
      return texts.numbers.decimal(value, places: index.places)
    }
    guard figures.count > 1 else { return nil }
    return "(" + figures.joined(separator: " + ") + ") / \(figures.count)"
  }

  private func error(_ estimate: Estimate) -> [String] {
    let numbers = texts.numbers
    let text = EstimateText(estimate, index: index, texts: texts)
    guard estimate.shown.standardError != nil else {
      return step(texts.sampleMethod(run) + " " + texts.explainNoError)
    }
    return step(
      texts.sampleMethod(run) + " "
        + texts.explainError(
          error: numbers.decimal(estimate.shown.standardError, places: index.places + 1),
          degrees: numbers.whole(estimate.degreesOfFreedom),
          effect: numbers.decimal(estimate.shown.designEffect, places: 2),
          respondents: numbers.whole(estimate.respondents),
          level: texts.levelText(run.survey.level), interval: text.interval))
  }

  private func rounding(_ estimate: Estimate) -> [String] {
    guard let value = estimate.shown.value else { return [] }
    return step(
      texts.explainRounding(
        texts.numbers.decimal(value, places: index.places + 4),
        to: EstimateText(estimate, index: index, texts: texts).value))
  }

  private func verdict(_ result: TargetResult) -> [[String]] {
    let row = AttainmentRow(result, names: names, index: index, texts: texts)
    var asked = texts.explainTarget(
      rule: texts.rule(result.target.rule), document: run.plan?.sources.first?.document,
      section: result.target.section)
    if let year = result.baselineYear, let source = result.baselineSource {
      asked += " " + texts.explainBaseline(row.baseline, year: year, source: source)
    }
    if result.threshold != nil { asked += " " + texts.explainThreshold(row.threshold) }
    var steps = [step(asked)]
    guard result.verdict != .noData else {
      return steps + [step(texts.verdict(.noData) + ".")]
    }
    guard result.threshold != nil else {
      return steps + [step(texts.explainJudged(lowercasedFirst(texts.verdict(result.verdict))))]
    }
    var judged = texts.explainComparison(
      row.estimate, row.threshold, lowercasedFirst(texts.verdict(result.verdict)))
    if let p = result.pValue, let confidence = result.confidence {
      judged +=
        " "
        + texts.explainConfidence(
          p: texts.numbers.decimal(p, places: 4),
          chance: texts.probability(result.probabilityMet),
          words: texts.confidence(confidence))
    }
    steps.append(step(judged))
    if let other = result.alternative {
      steps.append(
        step(
          other.verdict == result.verdict
            ? texts.otherReadingChangesNothing : texts.otherReading(row, other)))
    }
    return steps
  }

  private func inputs() -> [String] {
    step(texts.inputsTitle + ":")
      + run.inputs.map { "\(printable($0.file))  SHA-256 \($0.sha256)" }
      + run.batches.map { "\(printable($0.file))  SHA-256 \($0.sha256)" }
      + ["sipas \(run.version)"]
  }
}
