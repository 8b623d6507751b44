import SurveyModel

/// The whole population, or a set of domains: every respondent has at most one level of it.
struct DomainSet {
  /// Terms of each level; one level without terms for the whole population.
  var domains: [[DomainTerm]]
  /// Per respondent: the level, −1 outside every domain of the set.
  var levelOfRow: [Int32]

  var count: Int { domains.count }

  static func whole(respondents: Int) -> DomainSet {
    DomainSet(domains: [[]], levelOfRow: [Int32](repeating: 0, count: respondents))
  }

  init(domains: [[DomainTerm]], levelOfRow: [Int32]) {
    self.domains = domains
    self.levelOfRow = levelOfRow
  }

  init(_ grouping: Grouping) {
    domains = grouping.levels.map(\.terms)
    levelOfRow = grouping.levelOfRow
  }
}
