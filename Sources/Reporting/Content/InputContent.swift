internal import Documents
internal import SurveyModel

extension ReportContent {
  /// Documents behind the run, what was used, and the files with their digests.
  func inputSection() -> DocumentSection {
    var blocks: [Block] = [.facts(usedFacts())]
    let sources = sourceLines()
    if !sources.isEmpty {
      blocks += [
        .heading(texts.sourcesTitle, id: "sources"), .list(sources.map { Paragraph($0) }),
      ]
    }
    let digest = "SHA-256"
    blocks.append(
      .table(
        table(
          "inputs-table", texts.inputsTitle, showsTitle: false,
          [words(texts.file, width: 1.4), words(digest, width: 2.6)],
          run.inputs.map { [Cell($0.file), Cell($0.sha256)] }
            + run.batches.map { [Cell($0.file), Cell($0.sha256)] })))
    return DocumentSection(id: "inputs", title: texts.inputsTitle, blocks: blocks)
  }

  /// Which questionnaire, plan, weights and interviews the figures are made of.
  private func usedFacts() -> [Fact] {
    var facts = [
      Fact(
        term: texts.words["term.questionnaire"],
        texts: [Paragraph("\(run.questionnaire.id), \(run.questionnaire.version)")])
    ]
    if let plan = run.plan {
      facts.append(Fact(term: texts.words["term.plan"], texts: [Paragraph(plan.id)]))
    }
    if let last = run.weights.last {
      facts.append(
        Fact(
          term: texts.words["term.weights-used"],
          texts: [Paragraph("\(texts.stepName(last)) (\(last.name))")]))
    }
    facts.append(
      Fact(
        term: texts.words["term.exclusions"], texts: [Paragraph(texts.exclusions(run))]))
    return facts
  }

  /// Documents behind survey, questionnaire and plan, and the baselines used: each once.
  private func sourceLines() -> [String] {
    let documents = run.survey.sources + run.questionnaire.sources + (run.plan?.sources ?? [])
    var lines: [String] = []
    for line in documents.map({ texts.source($0) }) where !lines.contains(line) {
      lines.append(line)
    }
    for target in run.targets {
      guard let year = target.baselineYear, let source = target.baselineSource else { continue }
      let line = texts.baselineSource(
        year: year, source: source, status: target.baselineStatus ?? "official")
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }
}
