/// How large a sample detects the step of a target.
package struct SamplePlanRow: Sendable, Hashable {
  package var target: String
  package var kind: MeasureKind
  package var id: String
  package var estimate: Double
  /// The change to detect, in the unit of the estimate.
  package var step: Double
  /// Respondents and clusters of the present survey.
  package var presentRespondents: Int
  package var presentClusters: Int
  /// The smallest change that the present design detects.
  package var presentlyDetectable: Double?
  /// Likeness of answers within a cluster (intraclass correlation) that the design effect implies.
  package var likeness: Double
  /// Design effect of the weights (Kish).
  package var weightingEffect: Double
  /// Needed next time, at `respondentsPerCluster`; `nil` where no sample reaches it.
  package var respondents: Int?
  package var clusters: Int?
  package var respondentsPerCluster: Double

  package init(
    target: String, kind: MeasureKind, id: String, estimate: Double, step: Double,
    presentRespondents: Int, presentClusters: Int, presentlyDetectable: Double?, likeness: Double,
    weightingEffect: Double, respondents: Int?, clusters: Int?, respondentsPerCluster: Double
  ) {
    self.target = target
    self.kind = kind
    self.id = id
    self.estimate = estimate
    self.step = step
    self.presentRespondents = presentRespondents
    self.presentClusters = presentClusters
    self.presentlyDetectable = presentlyDetectable
    self.likeness = likeness
    self.weightingEffect = weightingEffect
    self.respondents = respondents
    self.clusters = clusters
    self.respondentsPerCluster = respondentsPerCluster
  }
}

/// What a sample plan assumes.
package struct SamplePlanSettings: Sendable, Hashable {
  /// One-sided.
  package var significance: Double
  package var power: Double
  /// `nil`: as many as now.
  package var respondentsPerCluster: Double?
  /// True when next year is compared with this survey's estimate, whose error counts too; false
  /// when it is compared with a fixed figure.
  package var comparesWithThisSurvey: Bool

  package init(
    significance: Double = 0.05, power: Double = 0.8, respondentsPerCluster: Double? = nil,
    comparesWithThisSurvey: Bool = false
  ) {
    self.significance = significance
    self.power = power
    self.respondentsPerCluster = respondentsPerCluster
    self.comparesWithThisSurvey = comparesWithThisSurvey
  }
}
