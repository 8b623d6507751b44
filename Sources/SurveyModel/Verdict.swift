package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case met
  case notMet = "not-met"
  case noData = "no-data"
}

package enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// The one-sided 95 % bound lies on the same side of the threshold as the estimate.
  case certain
  case uncertain
}

/// How far the way from the baseline to the target has been gone, in the classes of Healthy People.
package enum Progress: String, Sendable, Hashable, CaseIterable {
  case metOrExceeded = "met-or-exceeded"
  case improving
  case littleOrNoChange = "little-or-no-detectable-change"
  case gettingWorse = "getting-worse"
}

/// How a target reads under the other meaning of "2 %".
package struct AlternativeReading: Sendable, Hashable {
  package var unit: IncreaseUnit
  package var threshold: Double
  package var verdict: Verdict

  package init(unit: IncreaseUnit, threshold: Double, verdict: Verdict) {
    self.unit = unit
    self.threshold = threshold
    self.verdict = verdict
  }
}

/// A target judged against what the survey found.
package struct TargetResult: Sendable, Hashable {
  package var target: Target
  package var baseline: Double?
  package var baselineYear: Int?
  package var baselineSource: String?
  package var baselineStatus: String?
  package var threshold: Double?
  /// True when the threshold itself is not enough: strictly more, or strictly less, is asked for.
  package var isStrict: Bool
  package var estimate: Double?
  /// The estimate rounded half up to the published places; the verdict is decided on it.
  package var published: Double?
  package var standardError: Double?
  package var lower: Double?
  package var upper: Double?
  package var degreesOfFreedom: Int?
  package var respondents: Int?
  /// How far the full-precision figure lies on the good side of the threshold, in its unit: estimate
  /// minus threshold, for a rank or a maximum threshold minus figure.
  package var difference: Double?
  package var verdict: Verdict
  /// `nil` when there is no sampling error to judge by (entered figures, no data).
  package var confidence: Confidence?
  /// One-sided p-value of "the true value does not meet the threshold": at or below it, for a
  /// maximum at or above it (see docs/methods.md).
  package var pValue: Double?
  /// The probability that the true value is on the good side of the threshold: 1 − `pValue`.
  package var probabilityMet: Double?
  /// `pValue` after Holm's adjustment for all targets judged on the same domain variables; `nil`
  /// where the target stands alone.
  package var adjustedPValue: Double?
  /// 100 · (estimate − baseline) / (threshold − baseline); `nil` where the target asks for no step.
  package var targetedChangeAchieved: Double?
  package var progress: Progress?
  /// The smallest change against the baseline that this design detects (one-sided 5 %, power 80 %),
  /// in the unit of the estimate.
  package var smallestDetectableChange: Double?
  package var alternative: AlternativeReading?
  /// `nil` when there is a verdict.
  package var noDataReason: NoDataReason?

  package init(
    target: Target, baseline: Double? = nil, baselineYear: Int? = nil,
    baselineSource: String? = nil, baselineStatus: String? = nil, threshold: Double? = nil,
    isStrict: Bool = false, estimate: Double? = nil, published: Double? = nil,
    standardError: Double? = nil, lower: Double? = nil, upper: Double? = nil,
    degreesOfFreedom: Int? = nil, respondents: Int? = nil, difference: Double? = nil,
    verdict: Verdict, confidence: Confidence? = nil, pValue: Double? = nil,
    probabilityMet: Double? = nil, adjustedPValue: Double? = nil,
    targetedChangeAchieved: Double? = nil, progress: Progress? = nil,
    smallestDetectableChange: Double? = nil, alternative: AlternativeReading? = nil,
    noDataReason: NoDataReason? = nil
  ) {
    self.target = target
    self.baseline = baseline
    self.baselineYear = baselineYear
    self.baselineSource = baselineSource
    self.baselineStatus = baselineStatus
    self.threshold = threshold
    self.isStrict = isStrict
    self.estimate = estimate
    self.published = published
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.degreesOfFreedom = degreesOfFreedom
    self.respondents = respondents
    self.difference = difference
    self.verdict = verdict
    self.confidence = confidence
    self.pValue = pValue
    self.probabilityMet = probabilityMet
    self.adjustedPValue = adjustedPValue
    self.targetedChangeAchieved = targetedChangeAchieved
    self.progress = progress
    self.smallestDetectableChange = smallestDetectableChange
    self.alternative = alternative
    self.noDataReason = noDataReason
  }
}
