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

/// The sample behind the figures of one domain, or of the whole population.
package struct PresentSample: Sendable, Hashable {
  /// Sampled clusters (PSUs) and strata with a respondent.
  package var clusters: Int
  package var strata: Int
  /// Design effect of the weights (Kish).
  package var weightingEffect: Double

  package init(clusters: Int, strata: Int, weightingEffect: Double) {
    self.clusters = clusters
    self.strata = strata
    self.weightingEffect = weightingEffect
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
  /// The change to detect where a target names none, in the unit of the estimates; `nil`: 2 points
  /// (of mean scores 2 % of the estimate).
  package var defaultStep: Double?

  package init(
    significance: Double = 0.05, power: Double = 0.8, respondentsPerCluster: Double? = nil,
    comparesWithThisSurvey: Bool = false, defaultStep: Double? = nil
  ) {
    precondition(significance > 0 && significance < 0.5, "a significance lies between 0 and 1/2")
    precondition(power > 0.5 && power < 1, "a power lies between 1/2 and 1")
    precondition(respondentsPerCluster.map { $0 > 0 } ?? true, "a cluster has respondents")
    precondition(defaultStep.map { $0 > 0 } ?? true, "a step is a rise")
    self.significance = significance
    self.power = power
    self.respondentsPerCluster = respondentsPerCluster
    self.comparesWithThisSurvey = comparesWithThisSurvey
    self.defaultStep = defaultStep
  }
}
