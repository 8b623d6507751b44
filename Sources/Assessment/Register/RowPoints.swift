internal import SurveyModel

extension RowBuilder {
  /// What the target is worth in points, by its latest result up to the year under review.
  func points(_ figures: [YearFigure]) -> RegisterPoints? {
    let latest = figures.last { $0.year <= input.year && $0.published != nil }
    if let rule = input.plan.parPoints.first(where: { $0.target == target.id }) {
      return RegisterPoints(
        criterion: target.id, standard: rule.standard,
        won: latest?.published.map { rule.points(of: $0) }, year: latest?.year,
        isAssumed: rule.status == .assumed, source: rule.source)
    }
    guard case .score(let card) = target.rule else { return nil }
    return RegisterPoints(
      criterion: target.id, standard: card.standard, won: latest?.published, year: latest?.year)
  }
}
