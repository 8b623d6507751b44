internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// The weights before and after each step: a table, and how they are spread.
  func weightBlocks() -> [Block] {
    guard !run.weights.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading(texts.weightsTitle, id: "weights"),
      .table(
        table(
          "weights-table", texts.weightsTitle, showsTitle: false,
          [
            words(texts.step, width: 1.8), numbers(texts.errorBefore), numbers(texts.errorAfter),
            numbers(texts.ratiosTitle, width: 1.4), numbers(texts.limitedTitle),
            numbers(texts.sum), numbers(texts.minimum), numbers(texts.maximum),
            numbers(texts.kishDesignEffect), numbers(texts.effectiveCount),
          ], run.weights.indices.map(weightRow))),
    ]
    if let picture = histogramPicture() { blocks.append(.picture(picture)) }
    return blocks
  }

  private func stepLabel(_ position: Int) -> String {
    let name = texts.stepName(run.weights[position])
    return position == 0 ? name : "\(position). \(name)"
  }

  private func weightRow(_ position: Int) -> [Cell] {
    let step = run.weights[position]
    let diagnostics = step.diagnostics
    let pointer = "/weights/steps/\(position)"
    let missing = Cell(NumberStyle.missing)
    func error(_ error: Double) -> Cell {
      step.hasMargins ? Cell(texts.relativeError(error)) : missing
    }
    var sum = number(diagnostics.sum, places: 1, at: pointer + "/sum")
    if diagnostics.sum == diagnostics.sum.rounded() {
      sum = number(diagnostics.sum, places: 0, at: pointer + "/sum")
    }
    return [
      Cell(stepLabel(position)), error(step.maximumRelativeErrorBefore),
      error(step.maximumRelativeError), position == 0 ? missing : Cell(texts.ratios(step)),
      step.isLimited ? count(step.limitedCount, at: pointer + "/limited") : missing, sum,
      number(diagnostics.minimum, places: 3, at: pointer + "/min"),
      number(diagnostics.maximum, places: 3, at: pointer + "/max"),
      number(diagnostics.kishDesignEffect, places: 3, at: pointer + "/kish_deff"),
      number(diagnostics.effectiveCount, places: 1, at: pointer + "/effective_n"),
    ]
  }

  /// The classes that some step has weights in; the last one holds all above the others.
  private func histogramPicture() -> DocumentPicture? {
    let histograms = run.weightHistograms
    guard histograms.count == run.weights.count, !histograms.isEmpty else { return nil }
    let edges = WeightHistogram.edges
    let open = histograms.contains { $0.above > 0 }
    let used = edges.indices.dropLast().filter { place in
      histograms.contains { $0.counts[place] > 0 }
    }
    guard let first = used.first ?? (open ? edges.count - 1 : nil) else { return nil }
    let last = open ? edges.count - 2 : used.last ?? first
    let classes = first <= last ? Array(first...last) : []
    // As wide as the class before it: the picture has no room for a class without an end.
    let shownEdges =
      classes.map { edges[$0] } + [edges[min(last + 1, edges.count - 1)]]
      + (open ? [edges[edges.count - 1] + 0.1] : [])
    func counts(_ histogram: WeightHistogram) -> [Int] {
      classes.map { histogram.counts[$0] } + (open ? [histogram.above] : [])
    }
    let title = texts.words["title.histograms"]
    func times(_ value: Double) -> String { style.decimal(value, places: 2) }
    let heads =
      classes.map { "\(times(edges[$0])) – < \(times(edges[$0 + 1]))" }
      + (open ? ["≥ \(times(edges[edges.count - 1]))"] : [])
    return DocumentPicture(
      chart: chart(
        id: "picture-weights", title: title,
        description: run.weights.indices.map { position in
          let diagnostics = run.weights[position].diagnostics
          let mean = histograms[position].mean
          return texts.spreadOfWeights(
            stepLabel(position), smallest: times(mean > 0 ? diagnostics.minimum / mean : 0),
            largest: times(mean > 0 ? diagnostics.maximum / mean : 0))
        }.joined(separator: " "),
        axisTitle: texts.timesMean, isShare: false,
        content: .histograms(
          histograms.enumerated().map { position, histogram in
            Histogram(
              label: stepLabel(position), edges: shownEdges, counts: counts(histogram))
          })),
      table: table(
        "weights-histogram", title, showsTitle: false,
        [words(texts.timesMean, width: 1.2)] + histograms.indices.map { numbers(stepLabel($0)) },
        heads.enumerated().map { row, head in
          [Cell(head)]
            + histograms.indices.map { position in
              let pointer = "/weights/steps/\(position)/histogram"
              return row < classes.count
                ? count(
                  histograms[position].counts[classes[row]],
                  at: "\(pointer)/counts/\(classes[row])")
                : count(histograms[position].above, at: pointer + "/above")
            }
        }))
  }
}
