internal import SurveyModel

/// One target as people read it: every number of the attainment table as text, rounded once.
struct AttainmentRow {
  let result: TargetResult
  /// Places of the published figures.
  let places: Int
  let isShare: Bool
  /// Of an entered figure whose unit the plan states.
  let figureUnit: FigureUnit?
  let style: NumberStyle

  var id: String { result.target.id }
  let label: String
  let baseline: String
  /// The threshold as it must be read, with ≥, > or ≤.
  let threshold: String
  /// The threshold alone, with its unit.
  let bareThreshold: String
  /// The published figure with its unit.
  let estimate: String
  /// Half the width of the interval: the number behind ±.
  let halfWidth: String
  /// Both ends, for example `85,20 – 87,60`.
  let interval: String
  let difference: String
  let differencePlaces: Int
  let verdict: String
  let lead: String
  let due: String

  init(_ result: TargetResult, names: MeasureNames, index: IndexMethod, texts: Texts) {
    self.result = result
    style = texts.numbers
    let isFigure = if case .figure = result.target.measure { true } else { false }
    let figureUnit = names.unit(of: result.target.measure)
    let isShare =
      isFigure
      ? figureUnit == .percent : result.target.measure != nil && index.item != .meanScore
    self.isShare = isShare
    self.figureUnit = figureUnit
    let isRank = if case .rank = result.target.rule { true } else { false }
    // An entered figure is shown as entered: 45 is a rank, not 45,00.
    let places = isFigure ? 0 : index.places
    self.places = places
    let style = texts.numbers
    func unit(_ number: String) -> String {
      if isShare { return style.percent(number) }
      return figureUnit.map { texts.figure(number, unit: $0) } ?? number
    }

    label = names.name(of: result.target)
    baseline = unit(style.exact(result.baseline, places: places))
    bareThreshold = unit(style.exact(result.threshold, places: places))
    threshold =
      result.threshold == nil
      ? NumberStyle.missing : texts.threshold(bareThreshold, of: result)
    if isFigure {
      let figure = style.exact(result.published, places: 0)
      estimate =
        isRank && result.published != nil
        ? texts.pick("hạng \(figure)", "rank \(figure)") : unit(figure)
    } else {
      estimate = unit(style.decimal(result.published, places: places))
    }
    if let lower = result.lower, let upper = result.upper {
      halfWidth = style.decimal((upper - lower) / 2, places: places)
      interval =
        style.decimal(lower, places: places) + " – " + style.decimal(upper, places: places)
    } else {
      halfWidth = NumberStyle.missing
      interval = NumberStyle.missing
    }
    differencePlaces = isFigure ? Self.places(of: result.difference) : places
    difference = style.signed(result.difference, places: differencePlaces)
    verdict = texts.assessment(result)
    let agencies = result.target.lead.joined(separator: "; ")
    lead = agencies.isEmpty ? NumberStyle.missing : agencies
    due = result.target.due ?? NumberStyle.missing
  }

  /// `87,10 % ± 1,20`, without ± where there is no error.
  var resultWithError: String {
    halfWidth == NumberStyle.missing ? estimate : "\(estimate) ± \(halfWidth)"
  }

  func withUnit(_ number: String) -> String { isShare ? style.percent(number) : number }

  /// Decimals it takes to write the difference of two entered figures.
  private static func places(of value: Double?) -> Int {
    guard let value, value.isFinite else { return 0 }
    for places in 0..<6 where (roundedHalfUp(value, places: places) - value).magnitude < 1e-9 {
      return places
    }
    return 6
  }
}

/// The targets of a run as rows, and what holds for all of them.
struct Attainment {
  let rows: [AttainmentRow]
  /// Sentences on targets whose verdict hangs on the reading of "2 %".
  let otherReadings: [String]
  let hasAlternatives: Bool

  init(_ run: RunResult, texts: Texts) {
    let names = MeasureNames(run, language: texts.language)
    rows = run.targets.map {
      AttainmentRow($0, names: names, index: run.questionnaire.index, texts: texts)
    }
    hasAlternatives = rows.contains { $0.result.alternative != nil }
    otherReadings = rows.compactMap { row in
      guard let other = row.result.alternative, other.verdict != row.result.verdict else {
        return nil
      }
      return texts.otherReading(row, other)
    }
  }
}

/// What of a run is simulated: said at the top of everything a person reads.
struct SyntheticMarking {
  let responses: Bool
  let baseline: Bool

  init(_ run: RunResult) {
    responses = run.survey.sources.contains { $0.status == "synthetic" }
    baseline =
      run.targets.contains { $0.baselineStatus == "synthetic" }
      || (run.plan?.sources.contains { $0.status == "synthetic" } ?? false)
  }

  func banner(_ texts: Texts) -> String? {
    responses || baseline
      ? texts.syntheticBanner(responses: responses, baseline: baseline) : nil
  }
}
