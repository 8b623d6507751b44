/// A figure that a plan needs for a year.
package struct FigureNeed: Sendable, Hashable {
  package var figure: String
  package var year: Int
  /// Targets judged by it in that year, in the order of the plan.
  package var targets: [String]
  /// Targets that compare with it as their baseline.
  package var baselineOf: [String]
  /// Lead agencies of all these targets, each once.
  package var lead: [String]

  package init(
    figure: String, year: Int, targets: [String] = [], baselineOf: [String] = [],
    lead: [String] = []
  ) {
    self.figure = figure
    self.year = year
    self.targets = targets
    self.baselineOf = baselineOf
    self.lead = lead
  }
}

extension Plan {
  /// The figures that the targets and reporting forms need, in the order of the plan's figures, then by year.
  ///
  /// A target that stands in every year (a standard score) needs its figure in `year`.
  package func figureNeeds(inReview year: Int) -> [FigureNeed] {
    var needs: [String: [Int: FigureNeed]] = [:]
    func add(_ id: String, _ year: Int, _ target: Target, isBaseline: Bool) {
      var need = needs[id]?[year] ?? FigureNeed(figure: id, year: year)
      if isBaseline { need.baselineOf.append(target.id) } else { need.targets.append(target.id) }
      for agency in target.lead where !need.lead.contains(agency) { need.lead.append(agency) }
      needs[id, default: [:]][year] = need
    }
    let asked = Set(figures.map(\.id))
    for target in targets {
      if let id = baselineID(of: target), asked.contains(id), let year = target.rule.baselineYear {
        add(id, year, target, isBaseline: true)
      }
      guard case .figure(let id) = target.measure else { continue }
      for needed in target.thresholdYears ?? [year] {
        add(id, needed, target, isBaseline: false)
      }
      if let baseline = target.rule.baselineYear { add(id, baseline, target, isBaseline: true) }
    }
    for figure in figures {
      for asked in figure.askedYears where needs[figure.id]?[asked] == nil {
        needs[figure.id, default: [:]][asked] = FigureNeed(figure: figure.id, year: asked)
      }
    }
    return figures.flatMap { figure in
      (needs[figure.id] ?? [:]).values.sorted { $0.year < $1.year }
    }
  }

  /// Whether a target is judged by the figure in every year.
  package func isStanding(figure id: String) -> Bool {
    targets.contains { $0.measure == .figure(id) && $0.thresholdYears == nil }
  }
}

extension Target {
  /// The years in which it is judged, in order; `nil` when it is judged in every year.
  package var thresholdYears: [Int]? {
    switch rule {
    case .minimum(let values, _), .maximum(let values, _):
      year.map { [$0] } ?? values.keys.sorted()
    default: year.map { [$0] }
    }
  }
}
