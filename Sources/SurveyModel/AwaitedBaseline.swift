extension Plan {
  /// What the ids of awaited baselines begin with; no `<figure>` of a plan may have such an id.
  package static let baselinePrefix = "baseline:"

  /// The published figures of earlier years that targets of the survey compare with and the plan does
  /// not hold, as figures to be entered: `baseline:access`, `baseline:overall:field=land`.
  ///
  /// They are asked for in the years that the targets compare with, named after the first target.
  package var awaitedBaselines: [EnteredFigure] {
    var figures: [EnteredFigure] = []
    var places: [String: Int] = [:]
    for target in targetsAwaitingBaseline {
      guard let id = baselineID(of: target), let year = target.rule.baselineYear else { continue }
      if let place = places[id] {
        if !figures[place].askedYears.contains(year) { figures[place].askedYears.append(year) }
      } else {
        places[id] = figures.count
        figures.append(
          EnteredFigure(id: id, unit: "percent", label: target.label, askedYears: [year]))
      }
    }
    return figures
  }

  /// The id under which the baseline of a target of the survey is entered; `nil` where the target is
  /// measured otherwise or compares with no year.
  package func baselineID(of target: Target) -> String? {
    guard let measure = target.measure, target.rule.baselineYear != nil else { return nil }
    if case .figure = measure { return nil }
    let terms = target.domain.map { "\($0.variable)=\($0.code)" }.sorted()
    return Self.baselinePrefix + ([measure.name] + terms).joined(separator: ":")
  }

  /// The targets that compare with a year of which the plan, with what is on record, has no figure.
  package var targetsAwaitingBaseline: [Target] {
    var held: Set<HeldFigure> = []
    for baseline in baselines {
      for value in baseline.values {
        held.insert(
          HeldFigure(year: baseline.year, measure: value.measure, domain: Set(value.domain)))
      }
    }
    for figure in figures {
      for value in figure.values {
        held.insert(HeldFigure(year: value.year, measure: "figure:\(figure.id)", domain: []))
      }
    }
    return targets.filter { target in
      guard let measure = target.measure, let year = target.rule.baselineYear else { return false }
      let domain = Set(target.domain)
      return !held.contains(HeldFigure(year: year, measure: measure.name, domain: domain))
    }
  }
}

private struct HeldFigure: Hashable {
  var year: Int
  var measure: String
  var domain: Set<DomainTerm>
}
