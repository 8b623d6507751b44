package import SurveyModel

/// How a text is laid out on a terminal.
package struct TextReportOptions: Sendable, Hashable {
  package var language: Language
  /// Widest line; tables wrap names and words to fit it.
  package var width: Int
  /// Colours the verdicts; for terminals only.
  package var usesColour: Bool

  package init(language: Language = .vi, width: Int = 110, usesColour: Bool = false) {
    self.language = language
    self.width = max(width, 60)
    self.usesColour = usesColour
  }
}

/// The attainment table of a run for the terminal, with what a reader must know beside it.
package func textReport(_ result: RunResult, options: TextReportOptions) -> String {
  let texts = Texts(options.language)
  var lines: [String] = []
  func paragraph(_ text: String) { lines += wrapped(printable(text), width: options.width) }

  let title = result.survey.title.text(in: options.language)
  paragraph(title.isEmpty ? result.survey.id : title)
  if let banner = SyntheticMarking(result).banner(texts) {
    lines += wrapped(banner, width: options.width).map {
      options.usesColour ? TerminalColour.yellow.applied(to: $0) : $0
    }
  }
  lines.append("")

  let attainment = Attainment(result, texts: texts)
  if attainment.rows.isEmpty {
    lines += indexTable(result, texts: texts, options: options)
    lines.append("")
    paragraph(texts.noTargets(hasOthers: false))
  } else {
    let (shown, waiting) = attainment.shownOnTerminal
    if shown.isEmpty {
      lines += indexTable(result, texts: texts, options: options)
    } else {
      lines += attainmentTable(shown, result: result, texts: texts, options: options)
    }
    lines.append("")
    paragraph(texts.tally(shown.map(\.result)))
    if waiting > 0 { paragraph(texts.waitingTargets(waiting)) }
    let parts = LowestParts(
      run: result, texts: texts, names: MeasureNames(result, language: options.language))
    for row in attainment.rows {
      if let pull = parts.pullsMost(row) { paragraph(pull) }
    }
  }
  if let overall = overallLine(result, texts: texts) { paragraph(overall) }
  for note in hiddenNotes(result, texts: texts) { paragraph(note) }
  if attainment.hasAlternatives {
    let readings = attainment.otherReadings
    for text in readings.isEmpty ? [texts.otherReadingChangesNothing] : readings { paragraph(text) }
  }
  if attainment.rows.contains(where: { $0.result.confidence != nil }) {
    paragraph(texts.confidenceNote)
  }
  lines.append("")
  paragraph(texts.counts(result.counts, excluded: result.excluded))
  if let section = DecisionSection(
    result, texts: texts, names: MeasureNames(result, language: options.language))
  {
    lines.append("")
    lines += section.lines(texts, width: options.width)
  }
  return lines.joined(separator: "\n") + "\n"
}

private func attainmentTable(
  _ attainment: [AttainmentRow], result: RunResult, texts: Texts, options: TextReportOptions
) -> [String] {
  let table = TextTable(
    columns: [
      .init(title: texts.columnIndex, isFlexible: true),
      .init(title: texts.columnBaseline(of: result.targets), alignment: .right),
      .init(title: texts.columnTarget, alignment: .right),
      .init(title: texts.columnResult, alignment: .right),
      .init(title: texts.columnDifference, alignment: .right),
      .init(title: texts.columnVerdict, isFlexible: true),
      .init(title: texts.columnLead, isFlexible: true),
    ],
    rows: attainment.map { row in
      [
        "\(row.id) \(row.label)", row.baseline, row.threshold, row.resultWithError,
        row.difference, row.verdict, row.lead,
      ].map(printable)
    })
  let verdictColumn = 5
  return table.lines(width: options.width) { row, column, text in
    guard options.usesColour, column == verdictColumn else { return text }
    return TerminalColour(attainment[row].result.verdict).applied(to: text)
  }
}

extension Attainment {
  /// Waiting targets beyond this many stand in no terminal table.
  private static let mostWaiting = 10

  /// The rows of the terminal table, and how many waiting targets it leaves out.
  ///
  /// A plan may hold a hundred targets that wait for entered figures and judgements; the few that
  /// the survey measures must be seen without scrolling.
  fileprivate var shownOnTerminal: (rows: [AttainmentRow], waiting: Int) {
    let isWaiting: (AttainmentRow) -> Bool = { row in
      switch row.result.target.measure {
      case nil, .figure: row.result.verdict == .noData
      case .overall, .factor, .item: false
      }
    }
    let waiting = rows.count(where: isWaiting)
    guard waiting > Self.mostWaiting else { return (rows, 0) }
    return (rows.filter { !isWaiting($0) }, waiting)
  }
}

/// Overall index and sub-indices, for a survey without targets.
private func indexTable(
  _ result: RunResult, texts: Texts, options: TextReportOptions
) -> [String] {
  let names = MeasureNames(result, language: options.language)
  let index = result.questionnaire.index
  let measures =
    [(MeasureKind.overall, index.id)]
    + result.questionnaire.factors.map { (.factor, $0.id) }
  let estimates = measures.compactMap { result.estimates.estimate(of: $0.0, id: $0.1) }
  let table = TextTable(
    columns: [
      .init(title: texts.columnIndex, isFlexible: true),
      .init(title: texts.columnResult, alignment: .right),
      .init(title: texts.columnInterval(level: result.survey.level), alignment: .right),
      .init(title: texts.respondentsTitle, alignment: .right),
    ],
    rows: estimates.map { estimate in
      let text = EstimateText(estimate, index: index, texts: texts)
      return [
        names.name(of: estimate.kind, id: estimate.id), text.value, text.interval,
        texts.numbers.whole(estimate.respondents),
      ].map(printable)
    })
  return table.lines(width: options.width)
}

/// Why indices of the whole population have no figure, one line per reason.
private func hiddenNotes(_ result: RunResult, texts: Texts) -> [String] {
  let names = MeasureNames(result, language: texts.language)
  let hidden = result.estimates.estimates.filter {
    $0.kind != .item && $0.domain.isEmpty && $0.isHidden
  }
  return FootnoteKind.allCases.compactMap { kind in
    let measures = hidden.filter { FootnoteKind($0) == kind }
    guard !measures.isEmpty else { return nil }
    let listed = measures.map { names.name(of: $0.kind, id: $0.id) }.joined(separator: "; ")
    return "\(NumberStyle.missing) \(listed): "
      + texts.footnote(kind, minimum: result.survey.minimumRespondents)
  }
}

/// The overall index in one line.
func overallLine(_ result: RunResult, texts: Texts) -> String? {
  let index = result.questionnaire.index
  guard let estimate = result.estimates.estimate(of: .overall, id: index.id) else { return nil }
  let cell = EstimateText(estimate, index: index, texts: texts)
  let name = MeasureNames(result, language: texts.language).name(of: .overall, id: index.id)
  var text = "\(name): \(cell.valueWithError)"
  if cell.hasInterval {
    let interval = lowercasedFirst(texts.columnInterval(level: result.survey.level))
    text += " (\(interval): \(cell.interval))"
  }
  return "\(text); \(texts.respondents(estimate.respondents))."
}

/// A heading used inside a sentence; abbreviations ("TTHC") keep their capitals.
func lowercasedFirst(_ text: String) -> String {
  if text.dropFirst().first?.isUppercase == true { return text }
  return text.prefix(1).lowercased() + text.dropFirst()
}

/// A name that begins a sentence.
func uppercasedFirst(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// The few colours a verdict or severity needs; words always say the same.
enum TerminalColour: String {
  case red = "31"
  case green = "32"
  case yellow = "33"
  case grey = "90"

  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .met: .green
      case .notMet: .red
      case .noData: .grey
      }
  }

  init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .notice: .grey
      }
  }

  func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
