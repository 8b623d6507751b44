/// A population margin to meet: variables crossed, and the file with their totals.
package struct MarginDefinition: Sendable, Hashable {
  package var variables: [String]
  /// Path of the CSV with the variables' columns and `population`, resolved.
  package var totals: String
  package var place: SourceLocation?

  package init(variables: [String], totals: String, place: SourceLocation? = nil) {
    self.variables = variables
    self.totals = totals
    self.place = place
  }
}

/// What is done about sampled people of whom it is unknown whether they belong to the population.
package enum UnknownEligibility: String, Sendable, Hashable, CaseIterable {
  /// They count as nonrespondents.
  case nonresponse
  /// They are shared out over the people of known status, class by class.
  case spread
}

/// Weighting up for nonresponse, class by class.
package struct NonresponseDefinition: Sendable, Hashable {
  /// Variables whose combination is the class.
  package var classes: [String]
  /// Path of the CSV of the gross sample, resolved: the classes' columns and `sampled` (or, by
  /// status, `nonresponding`, `ineligible` and `unknown`), in the unit of the design weights; where
  /// it also has the design's columns the variance counts the factors as estimated.
  package var sampled: String
  package var unknown: UnknownEligibility
  package var place: SourceLocation?

  package init(
    classes: [String], sampled: String, unknown: UnknownEligibility = .nonresponse,
    place: SourceLocation? = nil
  ) {
    self.classes = classes
    self.sampled = sampled
    self.unknown = unknown
    self.place = place
  }
}

/// Which linearisation the variance uses after a raking.
package enum RakeVariance: String, Sendable, Hashable, CaseIterable {
  /// Residuals of the design-weighted regression on the margins.
  case regression
  /// Ten sweeps of unweighted level means, as `rake` of R's survey package does.
  case sweeps
}

package struct RakeDefinition: Sendable, Hashable {
  package var margins: [MarginDefinition]
  /// Largest relative error of a margin total accepted.
  package var tolerance: Double
  package var maximumIterations: Int
  package var variance: RakeVariance

  package init(
    margins: [MarginDefinition], tolerance: Double = 1e-9, maximumIterations: Int = 200,
    variance: RakeVariance = .regression
  ) {
    self.margins = margins
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.variance = variance
  }
}

/// The distance that calibrated weights keep to the old ones (Deville and Särndal 1992).
package enum CalibrationMethod: String, Sendable, Hashable, CaseIterable {
  case linear
  case raking
  case logit
}

package struct CalibrateDefinition: Sendable, Hashable {
  package var method: CalibrationMethod
  package var margins: [MarginDefinition]
  /// Smallest ratio of new to old weight; `nil` is no bound.
  ///
  /// Logit has both bounds.
  package var lower: Double?
  /// Largest ratio of new to old weight; `nil` is no bound.
  package var upper: Double?
  /// Largest relative error of a margin total accepted.
  package var tolerance: Double
  package var maximumIterations: Int
  package var place: SourceLocation?

  package init(
    method: CalibrationMethod, margins: [MarginDefinition], lower: Double? = nil,
    upper: Double? = nil, tolerance: Double = 1e-9, maximumIterations: Int = 100,
    place: SourceLocation? = nil
  ) {
    self.method = method
    self.margins = margins
    self.lower = lower
    self.upper = upper
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.place = place
  }
}

/// What the limits of a trimming are multiples of.
package enum TrimReference: String, Sendable, Hashable, CaseIterable {
  case median
  case mean
  /// The limits are weights.
  case none
}

package struct TrimDefinition: Sendable, Hashable {
  package var lower: Double?
  package var upper: Double?
  package var reference: TrimReference
  /// Repeated until no weight lies outside the limits.
  package var isStrict: Bool
  package var place: SourceLocation?

  package init(
    lower: Double? = nil, upper: Double? = nil, reference: TrimReference = .median,
    isStrict: Bool = true, place: SourceLocation? = nil
  ) {
    self.lower = lower
    self.upper = upper
    self.reference = reference
    self.isStrict = isStrict
    self.place = place
  }
}

/// One weighting step, in the order written.
package enum WeightingStepDefinition: Sendable, Hashable {
  case nonresponse(NonresponseDefinition)
  case poststratify(MarginDefinition)
  case rake(RakeDefinition)
  case calibrate(CalibrateDefinition)
  case trim(TrimDefinition)

  /// The population margins the step meets.
  package var margins: [MarginDefinition] {
    switch self {
    case .nonresponse, .trim: []
    case .poststratify(let margin): [margin]
    case .rake(let rake): rake.margins
    case .calibrate(let calibration): calibration.margins
    }
  }

  /// The variables an interview must have for the step.
  package var variables: [String] {
    if case .nonresponse(let nonresponse) = self { return nonresponse.classes }
    return margins.flatMap(\.variables)
  }

  /// The files the step reads.
  package var files: [String] {
    if case .nonresponse(let nonresponse) = self { return [nonresponse.sampled] }
    return margins.map(\.totals)
  }
}
