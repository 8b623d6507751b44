import Numerics
import SurveyModel
import Testing
import Weighting

@Suite struct TrimTests {
  @Test func theExampleInTheDocumentationGivesTheNumbersItShows() throws {
    let base = try designWeights([1, 2, 3, 10])
    let step = try trim(base, TrimDefinition(upper: 1.5, reference: .mean), place: 1)
    #expect(step.name == "trim_1")
    #expect(step.kind == .trim(lower: nil, upper: 6))
    for (found, expected) in zip(step.weights, [7.0 / 3, 10.0 / 3, 13.0 / 3, 6]) {
      #expect((found - expected).magnitude < 1e-14)
    }
    #expect(step.limitedCount == 1)
    #expect(step.smallestRatio == 0.6)
  }

  @Test func theMedianIsHalfwayBetweenTheTwoInTheMiddle() throws {
    let base = try designWeights([1, 2, 4, 100])
    let step = try trim(base, TrimDefinition(upper: 10, reference: .median), place: 1)
    #expect(step.kind == .trim(lower: nil, upper: 30))
    #expect(step.weights[3] == 30)
  }

  @Test func nothingOutsideChangesNothing() throws {
    let base = try designWeights([1, 2, 3])
    let step = try trim(base, TrimDefinition(lower: 0.1, upper: 10), place: 3)
    #expect(step.weights == base.weights)
    #expect(step.iterations == 0)
    #expect(step.limitedCount == 0)
  }

  @Test(arguments: 0..<200)
  func strictTrimmingEndsForEveryPairOfLimits(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 2 + random.uniform(below: 60)
    let weights = (0..<count).map { _ in
      // Long tails, and ties at times.
      random.uniform() < 0.2 ? 1 : 1 / (0.001 + random.uniform())
    }
    let base = try designWeights(weights)
    let mean = base.diagnostics.sum / Double(count)
    let lower = random.uniform() < 0.3 ? nil : mean * random.uniform() * 1.1
    let upper = random.uniform() < 0.3 && lower != nil ? nil : mean * (0.9 + 2 * random.uniform())
    if let lower, let upper, lower > upper { return }
    let definition = TrimDefinition(lower: lower, upper: upper, reference: .none)
    let contradicts = (upper ?? .infinity) < mean || (lower ?? 0) > mean
    do {
      let step = try trim(base, definition, place: 1)
      #expect(!contradicts || step.iterations == 0)
      let slack = 1e-12 * mean
      #expect(
        step.weights.allSatisfy { $0 >= (lower ?? 0) - slack && $0 <= (upper ?? .infinity) + slack }
      )
      #expect((step.diagnostics.sum / base.diagnostics.sum - 1).magnitude < 1e-12)
    } catch {
      #expect(contradicts)
      guard case .limitsContradictSum(let failure) = error.faults.first else {
        Issue.record("another error: \(error)")
        return
      }
      #expect((failure.mean / mean - 1).magnitude < 1e-12)
      #expect(failure.isUpper == ((upper ?? .infinity) < mean))
    }
  }

  /// The definition, pass by pass, until nothing moves.
  @Test(arguments: 0..<8)
  func strictTrimmingIsTheLimitOfPasses(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 500)
    let weights = (0..<40).map { _ in 0.2 + 3 * random.uniform() * random.uniform() }
    let base = try designWeights(weights)
    let mean = base.diagnostics.sum / 40
    let (lower, upper) = (0.5 * mean, 1.8 * mean)
    var passed = weights
    for _ in 0..<500 {
      let outside = passed.map { $0 < lower || $0 > upper }
      let cut = passed.map { min(max($0, lower), upper) }
      let rest = zip(passed, cut).map { $0 - $1 }.compensatedSum()
      let inside = Double(outside.filter { !$0 }.count)
      passed = zip(cut, outside).map { $1 ? $0 : $0 + rest / inside }
    }
    let step = try trim(
      base, TrimDefinition(lower: lower, upper: upper, reference: .none), place: 1)
    for (found, expected) in zip(step.weights, passed) {
      #expect((found / expected - 1).magnitude < 1e-11)
    }
  }

  @Test func aLimitBelowTheMeanIsRefusedWithTheMean() throws {
    let error = #expect(throws: WeightingError.self) {
      try trim(
        designWeights([1, 2, 3, 10]), TrimDefinition(upper: 3, reference: .none), place: 1)
    }
    guard case .limitsContradictSum(let failure) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(failure.limit == 3 && failure.isUpper)
    #expect(failure.sum == 16 && failure.mean == 4)
    let finding = try #require(error?.findings().first)
    #expect(finding.code.id == "weight.trim.limit-contradicts-sum")
    #expect(finding.expected?.vi == "giới hạn trên lớn hơn trung bình 4")
  }

  @Test func trimmingOnceNeedsSomebodyToTakeUpWhatWasCut() throws {
    let error = #expect(throws: WeightingError.self) {
      try trim(
        designWeights([5, 6]), TrimDefinition(upper: 3, reference: .none, isStrict: false),
        place: 1)
    }
    #expect(error?.findings().first?.code.id == "weight.trim.limit-contradicts-sum")
    for isStrict in [false, true] {
      #expect(throws: WeightingError.self) {
        try trim(
          designWeights([5, 6]),
          TrimDefinition(lower: 1e300, reference: .none, isStrict: isStrict), place: 1)
      }
    }
  }

  @Test(arguments: 0..<10)
  func rowsInAnotherOrderGetTheSameWeights(_ seed: Int) throws {
    let (weights, _) = Tiny.random(seed: UInt64(seed))
    let definition = TrimDefinition(lower: 0.6, upper: 1.4)
    let plain = try trim(designWeights(weights), definition, place: 1)
    let moved = try trim(designWeights(weights.reversed()), definition, place: 1)
    #expect(moved.weights == plain.weights.reversed())
  }

  @Test func theMarginsAreMetAgainAfterATrim() throws {
    let (weights, margins) = Tiny.random(seed: 12)
    let set = try makeWeights(
      from: weights,
      steps: [
        .rake(margins, RakeDefinition(margins: [])), .trim(TrimDefinition(lower: 0.3, upper: 1.7)),
        .rake(margins, RakeDefinition(margins: [])),
      ])
    #expect(set.steps.map(\.name) == ["design", "rake_1", "trim_2", "rake_3"])
    #expect(set.steps[2].limitedCount > 0)
    #expect(set.steps[3].maximumRelativeErrorBefore > 1e-3)
    #expect(set.final.maximumRelativeError <= 1e-9)
    #expect(set.final.diagnostics.kishDesignEffect < set.steps[1].diagnostics.kishDesignEffect)
  }
}
