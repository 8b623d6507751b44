import DelimitedText
import SurveyModel

/// Finds the figure that a person means by its id, its label, or a target that it measures; case,
/// diacritics and the form of Unicode set aside where they decide nothing.
struct FigureNames {
  enum Match {
    case figure(EnteredFigure)
    case ambiguous([String])
    case none
  }

  private let figures: [String: EnteredFigure]
  private var byID: [String: Set<String>] = [:]
  private var byName: [String: Set<String>] = [:]
  private var byPlainName: [String: Set<String>] = [:]

  init(_ plan: Plan) {
    figures = Dictionary(plan.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for figure in plan.figures {
      byID[TextFolding.caseFolded(figure.id), default: []].insert(figure.id)
      byID["figure:" + TextFolding.caseFolded(figure.id), default: []].insert(figure.id)
      for label in figure.label.all { add(label, figure.id) }
    }
    for target in plan.targets {
      if let measure = target.measure, let id = plan.baselineID(of: target), figures[id] != nil {
        add(target.id, id)
        for label in target.label.all { add(label, id) }
        if target.domain.isEmpty { add(measure.name, id) }
      }
      guard case .figure(let id) = target.measure, figures[id] != nil else { continue }
      add(target.id, id)
      for label in target.label.all { add(label, id) }
    }
  }

  private mutating func add(_ name: String, _ id: String) {
    byName[TextFolding.toneFolded(name), default: []].insert(id)
    byPlainName[TextFolding.plain(name), default: []].insert(id)
  }

  func match(_ text: String) -> Match {
    guard text.utf8.count <= 2000 else { return .none }
    if let figure = figures[text] { return .figure(figure) }
    let tries = [
      byID[TextFolding.caseFolded(text)], byName[TextFolding.toneFolded(text)],
      byPlainName[TextFolding.plain(text)],
    ]
    guard let found = tries.lazy.compactMap({ $0 }).first else { return .none }
    if found.count == 1, let id = found.first, let figure = figures[id] { return .figure(figure) }
    return .ambiguous(found.sorted())
  }
}

/// True when the word for a unit, in either language, is that of the figure.
func isUnit(_ text: String, _ unit: String) -> Bool {
  let word = TextFolding.plain(text)
  return word == unit || unitWords[unit]?.contains(word) == true
}

/// What people write for the units of a plan, without diacritics.
private let unitWords: [String: Set<String>] = [
  "percent": ["%", "phan tram", "ty le %", "ty le"],
  "points": ["diem", "diem phan tram", "point"],
  "score": ["diem", "diem so", "point", "points"],
  "count": ["so luong", "so", "cai", "number"],
  "rank": ["hang", "thu hang", "xep hang"],
  "days": ["ngay", "day"],
  "minutes": ["phut", "minute"],
  "unstated": [""],
]

extension Plan {
  /// True when the plan itself gives the figure a value, baseline or threshold outside 0 to 100.
  func exceedsPercent(_ figure: EnteredFigure) -> Bool {
    func isOutside(_ value: Double) -> Bool { value < 0 || value > 100 }
    return figure.values.contains { isOutside($0.value) }
      || baselines.contains { baseline in
        baseline.values.contains { $0.measure == "figure:\(figure.id)" && isOutside($0.value) }
      }
      || targets.contains { target in
        guard target.measure == .figure(figure.id) else { return false }
        switch target.rule {
        case .minimum(let values, _), .maximum(let values, _):
          return values.values.contains(where: isOutside)
        default: return false
        }
      }
  }

  /// How many units are ranked, where a target of the figure says so.
  func ranked(_ figure: EnteredFigure) -> Int? {
    for target in targets where target.measure == .figure(figure.id) {
      if case .rank(_, let count?) = target.rule { return count }
    }
    return nil
  }

  /// The standard score of the figure's row, where it has one.
  func standardScore(_ figure: EnteredFigure) -> Double? {
    for target in targets where target.measure == .figure(figure.id) {
      if case .score(let card) = target.rule { return card.standard }
    }
    return nil
  }
}
