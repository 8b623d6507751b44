internal import Documents
internal import SurveyModel

/// What is known of one indicator of a form in one year.
struct FormValue {
  /// As it stands in the cell: `12`, `12 = 35,5 %`, dotted room where nothing is known.
  var text: String
  /// All numbers of the cell are there.
  var isFilled: Bool
  /// Some of them are.
  var isStarted: Bool
  /// Where the numbers are from, each once.
  var sources: [String]
  /// Of a cell that is one number.
  var number: Cell.Number?
}

/// Finds the numbers that fill a form.
///
/// They are estimates of the survey and of the one before, baselines of the plan, figures on record. A
/// number that is not known stays dotted room, never 0.
struct FormValues {
  let content: ReportContent
  private let figures: [String: EnteredFigure]

  init(content: ReportContent) {
    self.content = content
    figures = Dictionary(
      (content.run.plan?.figures ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Room to be filled by hand.
  static let room = "……"

  private var run: RunResult { content.run }
  private var texts: Texts { content.texts }
  private var style: NumberStyle { content.style }

  /// A number with where it is from.
  struct Known {
    var text: String
    var value: Double
    var source: String
    var number: Cell.Number
  }

  func value(of row: FormRow, year: Int) -> FormValue {
    let known: [Known?]
    if let measure = row.measure {
      known = [self.known(measure, year: year, isShare: row.kind == .percent)]
    } else {
      known = row.numbers.map {
        figure($0.figure(of: row), year: year, isShare: $0.unit == .percent)
      }
    }
    let numbers = known.compactMap { $0 }
    var sources: [String] = []
    for number in numbers where !number.source.isEmpty && !sources.contains(number.source) {
      sources.append(number.source)
    }
    return FormValue(
      text: text(known, kind: row.kind),
      isFilled: !known.isEmpty && numbers.count == known.count, isStarted: !numbers.isEmpty,
      sources: sources, number: known.count == 1 ? numbers.first?.number : nil)
  }

  /// A measure by itself, for a point of the outline.
  func known(_ measure: FormMeasure, year: Int, isShare: Bool? = nil) -> Known? {
    switch measure {
    case .figure(let id): figure(id, year: year, isShare: isShare)
    case .estimate(let name): estimate(name, year: year)
    }
  }

  // MARK: Figures on record

  private func figure(_ id: String, year: Int, isShare: Bool?) -> Known? {
    guard let figure = figures[id] else { return nil }
    let isPercent = isShare ?? (figure.unit == FigureUnit.percent.rawValue)
    if let entry = figure.values.first(where: { $0.year == year }), entry.value.isFinite {
      return exact(entry.value, isPercent: isPercent, source: entry.source)
    }
    return baseline("figure:\(id)", year: year, isPercent: isPercent)
  }

  private func baseline(_ measure: String, year: Int, isPercent: Bool) -> Known? {
    for baseline in run.plan?.baselines ?? [] where baseline.year == year {
      if let value = baseline.values.first(where: {
        $0.measure == measure && $0.domain.isEmpty
      }) {
        let source =
          baseline.status == "synthetic"
          ? "\(baseline.source) (\(texts.pick("mô phỏng", "synthetic")))" : baseline.source
        return exact(value.value, isPercent: isPercent, source: source)
      }
    }
    return nil
  }

  private func exact(_ value: Double, isPercent: Bool, source: String) -> Known? {
    guard value.isFinite else { return nil }
    let cell = content.exactNumber(value, places: 0, isPercent: isPercent)
    return cell.number.map {
      Known(text: cell.text, value: value, source: source, number: $0)
    }
  }

  // MARK: Estimates

  private func estimate(_ name: String, year: Int) -> Known? {
    let (kind, id) = measure(name)
    if year == run.survey.year {
      guard let estimate = run.estimates.estimate(of: kind, id: id) else { return nil }
      let cell = content.figure(estimate, at: content.pointers[estimate])
      return cell.number.map {
        Known(
          text: cell.text, value: $0.value,
          source: texts.formSource(survey: run.survey.id, respondents: estimate.respondents),
          number: $0)
      }
    }
    if let change = run.change, change.year == year {
      // The earlier figure of a pair may stand for itself only where both may be published.
      guard
        let pair = change.changes.first(where: {
          $0.kind == kind && $0.id == id && $0.domain.isEmpty
        }), !pair.isHidden, pair.before.isFinite
      else { return nil }
      let cell = content.number(pair.before, places: content.places, unit: content.unit)
      return cell.number.map {
        Known(
          text: cell.text, value: pair.before,
          source: texts.formSource(survey: change.survey, respondents: nil), number: $0)
      }
    }
    return baseline(
      kind == .overall ? "overall" : id, year: year, isPercent: content.isShare)
  }

  private func measure(_ name: String) -> (kind: MeasureKind, id: String) {
    if name == "overall" || name == content.index.id { return (.overall, content.index.id) }
    return (run.questionnaire.factor(name) != nil ? .factor : .item, name)
  }

  // MARK: Cells

  /// The numbers of a kind in the way its unit prints them.
  private func text(_ known: [Known?], kind: FormRow.Kind) -> String {
    func part(_ place: Int) -> String { known[place]?.text ?? Self.room }
    switch kind {
    case .heading, .blank: return ""
    case .count, .yesNo: return part(0)
    case .percent: return known[0]?.text ?? style.percent(Self.room)
    case .countPercent: return "\(part(0)) = \(known[1]?.text ?? style.percent(Self.room))"
    case .ratio, .pair: return "\(part(0))/\(part(1))"
    case .ratioPercent: return "\(part(0))/\(part(1)) = \(share(known[0], of: known[1]))"
    }
  }

  /// The share that follows from a number and its total, to two decimals at most.
  private func share(_ number: Known?, of total: Known?) -> String {
    guard let number, let total, total.value > 0 else { return style.percent(Self.room) }
    let share = roundedHalfUp(100 * number.value / total.value, places: 2)
    return style.percent(style.exact(share, places: 0))
  }
}
