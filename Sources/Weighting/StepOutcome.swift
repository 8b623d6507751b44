import SurveyModel

/// What a step did to a set of weights.
struct StepOutcome {
  var kind: WeightStep.Kind
  var weights: [Double]
  var diagnostics: WeightDiagnostics
  var iterations = 0
  var errorBefore = 0.0
  var error = 0.0
  var smallestRatio = 1.0
  var largestRatio = 1.0
  var limitedCount = 0

  /// The step, named by its kind and its place after the design weights, from 1.
  func step(place: Int) -> WeightStep {
    WeightStep(
      name: "\(kind.name)_\(place)", kind: kind, weights: weights, diagnostics: diagnostics,
      iterations: iterations, maximumRelativeErrorBefore: errorBefore,
      maximumRelativeError: error, smallestRatio: smallestRatio, largestRatio: largestRatio,
      limitedCount: limitedCount)
  }
}

extension MarginCells {
  /// Multiplies the weights of each cell by its factor.
  ///
  /// - Throws: A fault when a weight would no longer be a positive number that can be added up.
  func outcome(
    _ kind: WeightStep.Kind, of weights: [Double], _ start: CellWeights, times factors: [Double],
    iterations: Int, errorBefore: Double
  ) throws(WeightingError) -> StepOutcome {
    guard let diagnostics = start.diagnostics(times: factors) else {
      let range = start.range(of: factors)
      throw WeightingError([
        .outOfRange(step: kind.name, smallest: range.smallest, largest: range.largest)
      ])
    }
    let range = start.range(of: factors)
    return StepOutcome(
      kind: kind,
      weights: factors.allSatisfy { $0 == 1 } ? weights : self.weights(weights, times: factors),
      diagnostics: diagnostics, iterations: iterations, errorBefore: errorBefore,
      error: worstCategory(start.sums(times: factors)).error, smallestRatio: range.smallest,
      largestRatio: range.largest)
  }

  /// Refuses weights that leave a category without anybody: in a replicate, say, that drops the
  /// only sampling unit in which the category was met.
  func checkEveryCategoryWeighs(_ start: CellWeights) throws(WeightingError) {
    var faults: [WeightingFault] = []
    for margin in margins.indices {
      for (level, total) in totals(ofMargin: margin, of: start.sums).enumerated()
      where !(total > 0) {
        faults.append(
          .emptyLevel(
            category(margin: margin, level: level), population: targets[margin][level]))
      }
    }
    guard faults.isEmpty else { throw WeightingError(faults) }
  }
}
