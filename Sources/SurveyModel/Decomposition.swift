/// One part of a whole; the parts of a decomposition add up to it exactly.
package struct DecompositionPart: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case item(String)
    case domain([DomainTerm])
    /// Respondents without a level of the domain variables.
    case outsideDomains
  }

  package enum Effect: String, Sendable, Hashable, CaseIterable {
    /// Of a distance: the whole part.
    case distance
    /// Of a change: more or less satisfied people in the part.
    case satisfaction
    /// Of a change: the part has grown or shrunk.
    case composition
  }

  package var place: Place
  package var effect: Effect
  /// The figure of the part alone (of a change: now), in the unit of the index.
  package var figure: Double?
  /// The part's share of the index, 0 to 1.
  package var share: Double?
  /// What the part adds to the whole, in the unit of the index.
  package var contribution: Double
  package var standardError: Double?
  /// Of the part's own sample: a district of three communes tells little of its error.
  package var degreesOfFreedom: Int?
  /// Half of the two-sided interval of the contribution at the survey's level; `nil` where there is
  /// none.
  package var halfWidth: Double?
  /// Present when the part's own figure may not be published.
  package var flag: EstimateFlag?
  /// `nil` exactly where `flag` is.
  package var flagReason: FlagReason?

  package init(
    place: Place, effect: Effect, figure: Double? = nil, share: Double? = nil,
    contribution: Double, standardError: Double? = nil, degreesOfFreedom: Int? = nil,
    halfWidth: Double? = nil, flag: EstimateFlag? = nil,
    flagReason: FlagReason? = nil
  ) {
    self.place = place
    self.effect = effect
    self.figure = figure
    self.share = share
    self.contribution = contribution
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.halfWidth = halfWidth
    self.flag = flag
    self.flagReason = flagReason
  }
}

/// What pulls an index down: its distance to a threshold, or its change, in parts.
package struct Decomposition: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// Estimate minus threshold of a target.
    case distance(target: String, threshold: Double)
    /// Now minus before.
    case change(survey: String)
  }

  package var kind: MeasureKind
  package var id: String
  package var subject: Subject
  /// Empty when the parts are items, else the domain variables.
  package var variables: [String]
  package var whole: Double
  package var standardError: Double?
  package var parts: [DecompositionPart]

  package init(
    kind: MeasureKind, id: String, subject: Subject, variables: [String] = [], whole: Double,
    standardError: Double? = nil, parts: [DecompositionPart]
  ) {
    self.kind = kind
    self.id = id
    self.subject = subject
    self.variables = variables
    self.whole = whole
    self.standardError = standardError
    self.parts = parts
  }
}
