/// A figure of two surveys and the difference between them.
package struct ChangeEstimate: Sendable, Hashable {
  package var kind: MeasureKind
  package var id: String
  package var domain: [DomainTerm]
  package var now: Double
  package var before: Double
  /// Now minus before, in the unit of the figures (points for shares).
  package var difference: Double
  /// Of the difference, with the covariance through the clusters that both surveys share; `nil`
  /// where it cannot be estimated.
  package var standardError: Double?
  /// What it would be had the surveys no cluster in common.
  package var independentStandardError: Double?
  package var lower: Double?
  package var upper: Double?
  /// Independent surveys: Welch and Satterthwaite; shared clusters: of the joint design.
  package var degreesOfFreedom: Double?
  /// One-sided p-value of "not raised": small when a rise is shown.
  package var pValueRaised: Double?
  /// Two-sided p-value of "unchanged".
  package var pValueChanged: Double?
  /// The smallest change that the two samples detect (one-sided 5 %, power 80 %).
  package var smallestDetectable: Double?
  /// Present when either figure may not be published; the numbers are then kept out of reports.
  package var flag: EstimateFlag?
  /// `nil` exactly where `flag` is.
  package var flagReason: FlagReason?

  package init(
    kind: MeasureKind, id: String, domain: [DomainTerm] = [], now: Double, before: Double,
    difference: Double, standardError: Double? = nil, independentStandardError: Double? = nil,
    lower: Double? = nil, upper: Double? = nil, degreesOfFreedom: Double? = nil,
    pValueRaised: Double? = nil, pValueChanged: Double? = nil, smallestDetectable: Double? = nil,
    flag: EstimateFlag? = nil, flagReason: FlagReason? = nil
  ) {
    self.kind = kind
    self.id = id
    self.domain = domain
    self.now = now
    self.before = before
    self.difference = difference
    self.standardError = standardError
    self.independentStandardError = independentStandardError
    self.lower = lower
    self.upper = upper
    self.degreesOfFreedom = degreesOfFreedom
    self.pValueRaised = pValueRaised
    self.pValueChanged = pValueChanged
    self.smallestDetectable = smallestDetectable
    self.flag = flag
    self.flagReason = flagReason
  }
}

/// This survey against an earlier one.
package struct ChangeTable: Sendable, Hashable {
  /// The earlier survey.
  package var survey: String
  package var year: Int
  package var sharesClusters: Bool
  /// Sampled clusters found in both surveys; 0 for independent samples.
  package var commonPSUs: Int
  /// In the order of the estimates.
  package var changes: [ChangeEstimate]
  package var decompositions: [Decomposition]

  package init(
    survey: String, year: Int, sharesClusters: Bool, commonPSUs: Int, changes: [ChangeEstimate],
    decompositions: [Decomposition] = []
  ) {
    self.survey = survey
    self.year = year
    self.sharesClusters = sharesClusters
    self.commonPSUs = commonPSUs
    self.changes = changes
    self.decompositions = decompositions
  }
}
