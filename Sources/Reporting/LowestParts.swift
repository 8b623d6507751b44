internal import SurveyModel

/// The parts of distances and changes, those that pull down most first.
struct LowestParts {
  let run: RunResult
  let texts: Texts
  let names: MeasureNames

  /// Longer tables are cut: a leader looks at what pulls down most.
  static let longest = 10

  private var hidden: HiddenFigures { HiddenFigures(run) }

  /// The factors whose items are shown with their contribution.
  var explainedFactors: Set<String> {
    Set(
      hidden.decompositions.filter { $0.kind == .factor && $0.variables.isEmpty }.map { $0.id })
  }

  /// One short sentence on the question, and the level of the first domain set, that pull a target
  /// down most, for a target that is missed or uncertain; `nil` where nothing clearly does.
  func pullsMost(_ row: AttainmentRow) -> String? {
    guard row.result.verdict == .notMet || row.result.confidence == .uncertain else { return nil }
    let sets = [[]] + run.survey.domains.prefix(1)
    let parts = sets.compactMap { variables -> String? in
      let decomposition = hidden.decompositions.first {
        $0.isOf(target: row.id) && $0.variables == variables
      }
      guard let decomposition,
        let part = Self.visible(decomposition).map(\.part).first(where: \.pullsDown)
      else { return nil }
      let points = texts.numbers.signed(
        part.contribution, places: run.questionnaire.index.places)
      return texts.pull(label(of: part), points: points)
    }
    return parts.isEmpty ? nil : texts.pullsMost(target: row.id, parts: parts)
  }

  /// The visible parts with their places in the decomposition, lowest contribution first.
  static func visible(
    _ decomposition: Decomposition
  ) -> [(place: Int, part: DecompositionPart)] {
    zip(decomposition.parts, decomposition.hiddenParts).enumerated()
      .filter { !$0.element.1 }
      .map { (place: $0.offset, part: $0.element.0) }
      .sorted { left, right in
        let (first, second) = (left.part.contribution, right.part.contribution)
        return first == second ? left.place < right.place : first < second
      }
  }

  func label(of part: DecompositionPart) -> String {
    switch part.place {
    case .item(let id): "\(id). \(names.name(of: .item, id: id))"
    case .domain(let terms): names.name(of: terms)
    case .outsideDomains: texts.outsideDomains
    }
  }
}

extension Decomposition {
  func isOf(target id: String) -> Bool {
    if case .distance(let target, _) = subject { return target == id }
    return false
  }
}

extension DecompositionPart {
  /// True when its whole interval lies below 0.
  fileprivate var pullsDown: Bool {
    guard let half = halfWidth.finite else { return false }
    return contribution < -half
  }
}
