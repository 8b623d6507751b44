/// A value that an office has put on record for a figure of a plan and a year.
package struct FigureEntry: Sendable, Hashable {
  /// Counted over the whole store, never reused; 0 before it is recorded.
  package var number: Int64
  package var plan: String
  package var figure: String
  package var year: Int
  /// In the unit of the figure.
  package var value: Double
  /// Where the value is published, for example a decision with number and date.
  package var source: String
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  /// The file it was imported from.
  package var file: String?
  /// Why it takes the place of another; `nil` for the first.
  package var reason: String?
  /// Number of the entry it takes the place of.
  package var replaces: Int64?
  /// ISO 8601, UTC: another took its place.
  package var replacedAt: String?
  package var withdrawn: Withdrawal?

  package init(
    number: Int64 = 0, plan: String, figure: String, year: Int, value: Double, source: String,
    at: String, by: String, file: String? = nil, reason: String? = nil, replaces: Int64? = nil,
    replacedAt: String? = nil, withdrawn: Withdrawal? = nil
  ) {
    self.number = number
    self.plan = plan
    self.figure = figure
    self.year = year
    self.value = value
    self.source = source
    self.at = at
    self.by = by
    self.file = file
    self.reason = reason
    self.replaces = replaces
    self.replacedAt = replacedAt
    self.withdrawn = withdrawn
  }

  package var holds: Bool { replacedAt == nil && withdrawn == nil }
}

/// What an office found of a target that has no figure.
package struct TargetJudgement: Sendable, Hashable {
  /// Counted over the whole store, never reused; 0 before it is recorded.
  package var number: Int64
  package var plan: String
  package var target: String
  package var year: Int
  package var isMet: Bool
  package var reason: String
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  /// Number of the judgement it takes the place of.
  package var replaces: Int64?
  /// ISO 8601, UTC: another took its place.
  package var replacedAt: String?
  package var withdrawn: Withdrawal?

  package init(
    number: Int64 = 0, plan: String, target: String, year: Int, isMet: Bool, reason: String,
    at: String, by: String, replaces: Int64? = nil, replacedAt: String? = nil,
    withdrawn: Withdrawal? = nil
  ) {
    self.number = number
    self.plan = plan
    self.target = target
    self.year = year
    self.isMet = isMet
    self.reason = reason
    self.at = at
    self.by = by
    self.replaces = replaces
    self.replacedAt = replacedAt
    self.withdrawn = withdrawn
  }

  package var holds: Bool { replacedAt == nil && withdrawn == nil }
}
