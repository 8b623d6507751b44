/// What a set of weights looks like.
package struct WeightDiagnostics: Sendable, Hashable {
  package var count: Int
  package var sum: Double
  package var minimum: Double
  package var maximum: Double
  /// n Σw² / (Σw)².
  package var kishDesignEffect: Double
  /// (Σw)² / Σw².
  package var effectiveCount: Double

  package init(
    count: Int, sum: Double, minimum: Double, maximum: Double, kishDesignEffect: Double,
    effectiveCount: Double
  ) {
    self.count = count
    self.sum = sum
    self.minimum = minimum
    self.maximum = maximum
    self.kishDesignEffect = kishDesignEffect
    self.effectiveCount = effectiveCount
  }
}

/// Population totals of a grouping's levels.
package struct MarginTotals: Sendable, Hashable {
  /// The respondents by level; the levels are those of the totals file, in its order.
  package var grouping: Grouping
  /// One per level.
  package var totals: [Double]
  /// The totals file, for messages.
  package var source: SourceLocation?

  package init(grouping: Grouping, totals: [Double], source: SourceLocation? = nil) {
    self.grouping = grouping
    self.totals = totals
    self.source = source
  }
}

/// What weighting up for nonresponse used.
package struct NonresponseAdjustment: Sendable, Hashable {
  /// The sampled people who belong to the population, of one PSU and class.
  package struct SampledCell: Sendable, Hashable {
    /// PSU of the ``SampleDesign``.
    package var psu: Int32
    package var level: Int32
    /// In the unit of the weights that enter the step.
    package var weight: Double

    package init(psu: Int32, level: Int32, weight: Double) {
      self.psu = psu
      self.level = level
      self.weight = weight
    }
  }

  /// The respondents by class.
  package var classes: Grouping
  /// Per class: what the weights were multiplied by.
  package var factors: [Double]
  /// Where it is known by PSU, the variance counts the factors as estimated; `nil` takes them as
  /// fixed.
  package var sampledCells: [SampledCell]?

  package init(classes: Grouping, factors: [Double], sampledCells: [SampledCell]? = nil) {
    self.classes = classes
    self.factors = factors
    self.sampledCells = sampledCells
  }
}

/// The weights after one step, with what the variance needs to know of it.
package struct WeightStep: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case design
    case nonresponse(NonresponseAdjustment)
    case poststratify(MarginTotals)
    /// With the factor of each margin's levels in the last round, which `sweeps` needs.
    case rake([MarginTotals], variance: RakeVariance = .regression, lastFactors: [[Double]] = [])
    case calibrate([MarginTotals], CalibrationMethod)
    /// With the limits in the unit of the weights.
    case trim(lower: Double?, upper: Double?)

    package var name: String {
      switch self {
      case .design: "design"
      case .nonresponse: "nonresponse"
      case .poststratify: "poststratify"
      case .rake: "rake"
      case .calibrate: "calibrate"
      case .trim: "trim"
      }
    }
  }

  /// Unique in its set: `design`, `poststratify_1`, `rake_2`: the step and its place.
  package var name: String
  package var kind: Kind
  /// One per respondent, strictly positive and finite.
  package var weights: [Double]
  package var diagnostics: WeightDiagnostics
  /// Rounds over the margins, Newton steps or passes of trimming; 0 where the step does not iterate.
  package var iterations: Int
  /// Largest |weighted total / population total − 1| before and after the step; 0 where the step
  /// has no margins.
  package var maximumRelativeErrorBefore: Double
  package var maximumRelativeError: Double
  /// Smallest and largest ratio of new to old weight.
  package var smallestRatio: Double
  package var largestRatio: Double
  /// Weights moved to a limit; 0 where the step has none.
  package var limitedCount: Int

  package init(
    name: String, kind: Kind, weights: [Double], diagnostics: WeightDiagnostics,
    iterations: Int = 0, maximumRelativeErrorBefore: Double = 0, maximumRelativeError: Double = 0,
    smallestRatio: Double = 1, largestRatio: Double = 1, limitedCount: Int = 0
  ) {
    self.name = name
    self.kind = kind
    self.weights = weights
    self.diagnostics = diagnostics
    self.iterations = iterations
    self.maximumRelativeErrorBefore = maximumRelativeErrorBefore
    self.maximumRelativeError = maximumRelativeError
    self.smallestRatio = smallestRatio
    self.largestRatio = largestRatio
    self.limitedCount = limitedCount
  }
}

/// All steps of one survey's weighting, in the order they were made; the last is used.
package struct WeightSet: Sendable, Hashable {
  package var steps: [WeightStep]

  package init(steps: [WeightStep]) {
    precondition(!steps.isEmpty, "a weight set begins with the design weights")
    self.steps = steps
  }

  package var design: WeightStep { steps[0] }
  package var final: WeightStep { steps[steps.count - 1] }
}
