internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// Baseline, target and result of every sub-index in one picture.
  func pictureSection() -> DocumentSection? {
    let targets = surveyTargets().filter { $0.result.estimate != nil }
    guard !targets.isEmpty else { return nil }
    let title = texts.picturesTitle
    let marks = targets.map(mark)
    let drawn = chart(
      id: "picture-attainment", title: title,
      description: targets.map { texts.pictured($0.row) }.joined(separator: " "),
      axisTitle: axisTitle, isShare: isShare,
      content: .attainment(marks))
    let figures = table(
      "picture-attainment-figures", texts.figuresOfPicture, showsTitle: false,
      [
        words(texts.columnIndex, width: 2),
        numbers(texts.columnBaseline(of: targets.map(\.result))),
        numbers(texts.columnTarget), numbers(texts.columnResult), numbers(texts.lowerLimit),
        numbers(texts.upperLimit), words(texts.columnVerdict, width: 1.5),
      ],
      targets.map { target in
        let (row, result) = (target.row, target.result)
        func value(_ value: Double?, _ text: String, _ member: String, exact: Bool) -> Cell {
          guard let value = value.finite else { return Cell(text) }
          let places = exact ? NumberStyle.places(ofExact: value, atLeast: places) : places
          return Cell(
            text,
            number: Cell.Number(
              value, places: places, unit: unit, source: "\(target.pointer)/\(member)"))
        }
        return [
          Cell("\(row.id). \(row.label)"),
          value(result.baseline, row.baseline, "baseline", exact: true),
          value(result.threshold, row.threshold, "threshold", exact: true),
          value(result.estimate, row.estimate, "estimate", exact: false),
          number(result.lower, places: places, at: target.pointer + "/ci/0"),
          number(result.upper, places: places, at: target.pointer + "/ci/1"),
          verdict(result.verdict, row.verdict),
        ]
      })
    return DocumentSection(
      id: "pictures", title: title,
      blocks: [
        note(texts.picturesLegend), .picture(DocumentPicture(chart: drawn, table: figures)),
      ])
  }

  /// A chart in the language of the report.
  func chart(
    id: String, title: String, description: String, axisTitle: String, isShare: Bool,
    content: ChartContent
  ) -> Chart {
    Chart(
      id: id, title: title, description: description, axisTitle: axisTitle, isShare: isShare,
      decimalMark: style.decimalMark, content: content,
      markNames: MarkNames(
        baseline: texts.columnBaseline, target: texts.columnTarget, estimate: texts.columnResult,
        interval: texts.columnInterval(level: run.survey.level),
        uncertain: texts.indistinguishable))
  }

  /// The name of the axis of the survey's figures.
  var axisTitle: String { isShare ? "%" : texts.score }

  private func mark(_ target: PlacedTarget) -> AttainmentMark {
    let (row, result) = (target.row, target.result)
    return AttainmentMark(
      label: row.label,
      baseline: result.baseline.finite.map { ChartFigure(value: $0, text: row.baseline) },
      target: result.threshold.finite.map { ChartFigure(value: $0, text: row.threshold) },
      estimate: result.estimate.finite.map {
        ChartFigure(
          value: $0, lower: result.lower.finite, upper: result.upper.finite,
          text: row.resultWithError)
      },
      standing: result.verdict == .met ? .met : result.verdict == .notMet ? .notMet : .open)
  }
}
