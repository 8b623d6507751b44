internal import SurveyModel

/// The variance of one figure as a function of clusters and respondents per cluster.
struct ClusterSampleModel {
  let likeness: Double
  let respondentsPerCluster: Double
  /// The smallest change that the present design, repeated, detects.
  let presentlyDetectable: Double?
  private let strata: Int
  private let presentVariance: Double
  private let presentFreedom: Double
  /// V · m.
  private let varianceTimesClusters: Double
  private let settings: SamplePlanSettings

  /// Beyond this many clusters a step counts as out of reach.
  private static let mostClusters = 100_000_000

  /// `nil` without a standard error or design effect to learn from.
  init?(_ estimate: Estimate, sample: PresentSample, settings: SamplePlanSettings) {
    guard let error = estimate.standardError, error > 0, error.isFinite,
      let effect = estimate.designEffect, effect > 0, effect.isFinite,
      estimate.degreesOfFreedom > 0, estimate.respondents > 0, sample.clusters > 0,
      sample.weightingEffect > 0, sample.weightingEffect.isFinite
    else { return nil }
    let respondents = Double(estimate.respondents)
    let perCluster = respondents / Double(sample.clusters)
    likeness =
      perCluster > 1
      ? min(1, max(0, effect / sample.weightingEffect - 1) / (perCluster - 1)) : 0
    respondentsPerCluster = settings.respondentsPerCluster ?? perCluster
    strata = sample.strata
    presentVariance = error * error
    presentFreedom = Double(estimate.degreesOfFreedom)
    let spread = presentVariance * respondents / effect
    let planned =
      sample.weightingEffect * max(0, 1 + (respondentsPerCluster - 1) * likeness)
    varianceTimesClusters = spread * planned / respondentsPerCluster
    self.settings = settings
    // Two surveys of one size: twice the variance and twice the degrees of freedom.
    let surveys = settings.comparesWithThisSurvey ? 2.0 : 1
    presentlyDetectable = smallestDetectableChange(
      standardError: error * surveys.squareRoot(), degreesOfFreedom: surveys * presentFreedom,
      significance: settings.significance, power: settings.power)
  }

  /// The smallest change that `clusters` clusters detect.
  func detectable(clusters: Int) -> Double {
    let planned = varianceTimesClusters / Double(clusters)
    let freedom = Double(clusters - strata)
    guard settings.comparesWithThisSurvey else {
      return detectionQuantiles(
        degreesOfFreedom: freedom, significance: settings.significance, power: settings.power)
        * planned.squareRoot()
    }
    let variance = planned + presentVariance
    let joint = welchDegreesOfFreedom(
      [(planned, freedom), (presentVariance, presentFreedom)])
    return detectionQuantiles(
      degreesOfFreedom: joint, significance: settings.significance, power: settings.power)
      * variance.squareRoot()
  }

  /// The smallest number of clusters, two in every stratum at least, that detects `step`; `nil`
  /// where none does.
  func clusters(toDetect step: Double) -> Int? {
    var low = max(2 * strata, strata + 1)
    if detectable(clusters: low) <= step { return low }
    var high = 2 * low
    while detectable(clusters: high) > step {
      if high > Self.mostClusters { return nil }
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if detectable(clusters: middle) <= step { high = middle } else { low = middle }
    }
    return high
  }
}

/// Degrees of freedom of a sum of independent variances, after Welch and Satterthwaite.
///
/// - Parameter parts: Variances with the degrees of freedom of each; not all variances are 0.
/// - Returns: (Σ v)² / Σ (v² / df).
func welchDegreesOfFreedom(_ parts: [(variance: Double, degreesOfFreedom: Double)]) -> Double {
  let sum = parts.reduce(0) { $0 + $1.variance }
  // Shares of the sum, so that squares of small variances do not vanish.
  return 1
    / parts.reduce(0) { total, part in
      let share = part.variance / sum
      return total + share * share / part.degreesOfFreedom
    }
}
