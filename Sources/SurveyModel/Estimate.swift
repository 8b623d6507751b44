/// Why an estimate must not be read like the others.
package enum EstimateFlag: String, Sendable, Hashable, CaseIterable {
  /// Fewer respondents than the survey publishes.
  case suppressed
  /// The sampling error cannot be estimated or is too large to rely on.
  case unreliable
  /// Nobody answered.
  case noData = "no-data"
}

/// The rule that made a flag (docs/methods.md, "Fit to publish").
package enum FlagReason: String, Sendable, Hashable, CaseIterable {
  /// Fewer respondents than the survey publishes.
  case fewRespondents = "few-respondents"
  /// It could be worked out from a suppressed figure's neighbours.
  case complementary
  /// Fewer than 30 effective respondents.
  case effectiveNumber = "effective-number"
  /// An interval more than 30 points wide.
  case intervalWidth = "interval-width"
  /// An interval wider than 130 % of the figure.
  case relativeWidth = "relative-width"
  /// Fewer than 8 degrees of freedom.
  case degreesOfFreedom = "degrees-of-freedom"
  /// 0 or 100 %, or no error at all: everybody answered alike.
  case noVariation = "no-variation"
  /// The standard error cannot be estimated.
  case noStandardError = "no-standard-error"
  /// Nobody answered.
  case noAnswers = "no-answers"

  /// True where the number could give a person away, so that it stands in no format.
  ///
  /// A number that is only too uncertain to publish stays in the files for machines, with its flag.
  package var isConfidential: Bool { self == .fewRespondents || self == .complementary }
}

package enum MeasureKind: String, Sendable, Hashable, CaseIterable {
  case item
  case factor
  case overall
}

/// One estimated figure with its sampling error.
///
/// Shares and 0–100 means are in percent; mean scores are in the scale's own unit. Everything is
/// at full double precision: rounding happens once, in the reports.
package struct Estimate: Sendable, Hashable {
  package var kind: MeasureKind
  /// Item id, factor id, or the index id.
  package var id: String
  /// Empty for the whole population.
  package var domain: [DomainTerm]
  package var value: Double?
  /// `nil` where it cannot be estimated; never 0 in place of unknown.
  package var standardError: Double?
  package var lower: Double?
  package var upper: Double?
  package var intervalMethod: IntervalMethod
  /// PSUs minus strata, counted among those present in the domain.
  package var degreesOfFreedom: Int
  /// Variance over that of simple random sampling with replacement of the same size.
  package var designEffect: Double?
  /// Variance over that of simple random sampling without replacement from Σ w people; `nil` where
  /// the weights do not count people (Σ w at most the number of answers).
  package var designEffectWithoutReplacement: Double?
  /// Respondents over the design effect (with replacement, at least 1).
  package var effectiveRespondents: Double?
  /// Respondents with at least one valid answer to the measure in the domain.
  package var respondents: Int
  package var flag: EstimateFlag?
  /// `nil` exactly where `flag` is.
  package var flagReason: FlagReason?
  /// False when some items of the factor (factors of the overall) had no valid answer here.
  package var isComplete: Bool

  package init(
    kind: MeasureKind, id: String, domain: [DomainTerm] = [], value: Double?,
    standardError: Double?, lower: Double? = nil, upper: Double? = nil,
    intervalMethod: IntervalMethod, degreesOfFreedom: Int, designEffect: Double? = nil,
    designEffectWithoutReplacement: Double? = nil, effectiveRespondents: Double? = nil,
    respondents: Int, flag: EstimateFlag? = nil, flagReason: FlagReason? = nil,
    isComplete: Bool = true
  ) {
    self.kind = kind
    self.id = id
    self.domain = domain
    self.value = value
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.intervalMethod = intervalMethod
    self.degreesOfFreedom = degreesOfFreedom
    self.designEffect = designEffect
    self.designEffectWithoutReplacement = designEffectWithoutReplacement
    self.effectiveRespondents = effectiveRespondents
    self.respondents = respondents
    self.flag = flag
    self.flagReason = flagReason
    self.isComplete = isComplete
  }
}

/// The estimates of a survey, and how their errors were computed.
package struct EstimateTable: Sendable, Hashable {
  /// The whole population first, then the domain sets in the order of the survey file; within each
  /// domain the overall index, the factors and the items in questionnaire order.
  package var estimates: [Estimate]
  /// Name of the variance: `taylor` after design weights only, `taylor-calibration-residuals` after
  /// post-stratification, raking, calibration or estimated nonresponse factors, `taylor-rake-sweeps`
  /// where a raking asks for it; `jkn`, `jk1`, `bootstrap`, `replicate-weights`.
  package var variance: String
  /// Number of replicates; 0 for a linearised variance.
  package var replicateCount: Int
  /// Strata that held one PSU, by name, and the rule that acted on them.
  package var singlePSUStrata: [String]
  package var singlePSURule: SinglePSURule
  package var strataCount: Int
  package var psuCount: Int

  package init(
    estimates: [Estimate], variance: String, replicateCount: Int = 0, singlePSUStrata: [String],
    singlePSURule: SinglePSURule, strataCount: Int, psuCount: Int
  ) {
    self.estimates = estimates
    self.variance = variance
    self.replicateCount = replicateCount
    self.singlePSUStrata = singlePSUStrata
    self.singlePSURule = singlePSURule
    self.strataCount = strataCount
    self.psuCount = psuCount
  }

  /// The estimate of a measure in a domain, or `nil` when it was not made.
  package func estimate(of kind: MeasureKind, id: String, domain: [DomainTerm] = []) -> Estimate? {
    estimates.first { $0.kind == kind && $0.id == id && $0.domain == domain }
  }
}
