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

/// The weights after one step, with what the variance needs to know of it.
package struct WeightStep: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case design
    case poststratify(MarginTotals)
    case rake([MarginTotals])

    package var name: String {
      switch self {
      case .design: "design"
      case .poststratify: "poststratify"
      case .rake: "rake"
      }
    }
  }

  /// Unique in its set: `design`, `poststratify_1`, `rake_2`: the step and its place.
  package var name: String
  package var kind: Kind
  /// One per respondent, strictly positive and finite.
  package var weights: [Double]
  package var diagnostics: WeightDiagnostics
  /// Rounds over the margins; 0 where the step does not iterate.
  package var iterations: Int
  /// Largest |weighted total / population total − 1| after the step; 0 for design weights.
  package var maximumRelativeError: Double

  package init(
    name: String, kind: Kind, weights: [Double], diagnostics: WeightDiagnostics,
    iterations: Int = 0, maximumRelativeError: Double = 0
  ) {
    self.name = name
    self.kind = kind
    self.weights = weights
    self.diagnostics = diagnostics
    self.iterations = iterations
    self.maximumRelativeError = maximumRelativeError
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
