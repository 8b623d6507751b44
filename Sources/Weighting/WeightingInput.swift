package import SurveyModel

/// One weighting step of a survey, with the data it needs.
///
/// The definitions say how; their file names and margins are not read here, the data stand beside
/// them.
package enum WeightingInput: Sendable, Hashable {
  case nonresponse(NonresponseTotals)
  case poststratify(MarginTotals)
  case rake([MarginTotals], RakeDefinition)
  case calibrate([MarginTotals], CalibrateDefinition)
  case trim(TrimDefinition)
}

extension WeightingInput {
  /// The name of the step at a place after the design weights, from 1: `rake_2`.
  package func name(place: Int) -> String {
    let kind =
      switch self {
      case .nonresponse: "nonresponse"
      case .poststratify: "poststratify"
      case .rake: "rake"
      case .calibrate: "calibrate"
      case .trim: "trim"
      }
    return "\(kind)_\(place)"
  }
}

/// Runs one step; an error it throws tells the step's name.
func named<Result>(
  _ step: String, _ body: () throws(WeightingError) -> Result
) throws(WeightingError) -> Result {
  do {
    return try body()
  } catch {
    var error = error
    error.step = step
    throw error
  }
}

/// Makes the weights of a survey: design weights, then every step in order.
///
///     let weights = try makeWeights(
///       from: [10, 10, 20], steps: [.poststratify(bySex), .trim(TrimDefinition(upper: 1.8))])
///     weights.steps.map(\.name)  // ["design", "poststratify_1", "trim_2"]
///     weights.final.weights
///
/// - Parameters:
///   - designWeights: One per respondent, positive; see ``designWeights(_:)``.
///   - steps: In the order they are made.
/// - Returns: The weights after each step.
/// - Throws: ``WeightingError`` of the first step that cannot succeed, or of the design weights.
/// - Complexity: That of the steps.
package func makeWeights(
  from designWeights: [Double], steps: [WeightingInput]
) throws(WeightingError) -> WeightSet {
  var made = [try Weighting.designWeights(designWeights)]
  for (index, input) in steps.enumerated() {
    let step = try named(input.name(place: index + 1)) { () throws(WeightingError) in
      try makeStep(input, after: made[index], place: index + 1)
    }
    made.append(step)
  }
  return WeightSet(steps: made)
}

/// A step whose margins are read: what it does depends on the weights alone.
enum PreparedStep: Sendable {
  case nonresponse(NonresponseClasses)
  case poststratify(MarginCells)
  case rake(MarginCells, RakeDefinition)
  case calibrate(MarginCells, CalibrateDefinition)
  case trim(TrimDefinition)

  init(_ input: WeightingInput, respondents: Int) throws(WeightingError) {
    switch input {
    case .nonresponse(let totals):
      self = .nonresponse(try NonresponseClasses(totals, respondents: respondents))
    case .poststratify(let totals):
      self = .poststratify(try MarginCells([totals], respondents: respondents))
    case .rake(let margins, let definition):
      precondition(!margins.isEmpty, "raking needs a margin")
      self = .rake(try MarginCells(margins, respondents: respondents), definition)
    case .calibrate(let margins, let definition):
      precondition(!margins.isEmpty, "calibration needs a margin")
      self = .calibrate(try MarginCells(margins, respondents: respondents), definition)
    case .trim(let definition): self = .trim(definition)
    }
  }

  func apply(to weights: [Double]) throws(WeightingError) -> StepOutcome {
    switch self {
    case .nonresponse(let classes): try classes.adjust(weights)
    case .poststratify(let cells): try cells.poststratify(weights)
    case .rake(let cells, let definition):
      try cells.rake(
        weights, tolerance: definition.tolerance, maximumIterations: definition.maximumIterations,
        variance: definition.variance)
    case .calibrate(let cells, let definition): try cells.calibrate(weights, definition)
    case .trim(let definition): try trimmed(weights, definition)
    }
  }
}
