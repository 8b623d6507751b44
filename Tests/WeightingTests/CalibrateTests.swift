import Numerics
import SurveyModel
import Testing
import Weighting

@Suite struct CalibrateTests {
  private func calibrated(
    _ weights: [Double], _ margins: [MarginTotals], _ method: CalibrationMethod,
    lower: Double? = nil, upper: Double? = nil, tolerance: Double = 1e-13
  ) throws -> WeightStep {
    try calibrate(
      designWeights(weights), to: margins,
      CalibrateDefinition(
        method: method, margins: [], lower: lower, upper: upper, tolerance: tolerance), place: 1)
  }

  @Test func theExampleInTheDocumentationGivesTheNumbersItShows() throws {
    let bySex = Tiny.margin("sex", [0, 0, 1], totals: [30, 30])
    let step = try calibrated([10, 10, 20], [bySex], .logit, lower: 0.5, upper: 3)
    for (found, expected) in zip(step.weights, [15.0, 15, 30]) {
      #expect((found - expected).magnitude < 1e-11)
    }
    #expect(step.name == "calibrate_1")
    #expect(step.kind == .calibrate([bySex], .logit))
  }

  @Test(arguments: 0..<30)
  func rakingCalibrationIsRaking(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let calibrated = try calibrated(weights, margins, .raking)
    let raked = try rake(
      designWeights(weights), to: margins, tolerance: 1e-13, maximumIterations: 1000, place: 1)
    for (calibrated, raked) in zip(calibrated.weights, raked.weights) {
      #expect((calibrated / raked - 1).magnitude < 1e-9)
    }
  }

  @Test(arguments: 0..<20)
  func linearCalibrationToJointCellsIsPoststratification(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let levels = zip(margins[0].grouping.levelOfRow, margins[1].grouping.levelOfRow).map {
      $0 * 4 + $1
    }
    let joint = MarginTotals(
      grouping: Tiny.grouping("a", "b", levels: levels, count: 12),
      totals: (0..<12).map { 10 + Double(seed) + 3 * Double($0) })
    let calibrated = try calibrated(weights, [joint], .linear)
    let poststratified = try poststratify(designWeights(weights), to: joint, place: 1)
    for (calibrated, poststratified) in zip(calibrated.weights, poststratified.weights) {
      #expect((calibrated / poststratified - 1).magnitude < 1e-9)
    }
  }

  @Test(arguments: 0..<60)
  func marginsThatRatiosWithinTheBoundsMakeAreMetWithinThem(_ seed: Int) throws {
    var (weights, margins) = Tiny.random(seed: UInt64(seed))
    var random = SplitMix64(seed: UInt64(seed) + 7)
    let lower = 0.3 + 0.6 * random.uniform()
    let upper = 1.1 + 2 * random.uniform()
    let inside = (0..<12).map { _ in lower + (upper - lower) * (0.01 + 0.98 * random.uniform()) }
    for index in margins.indices {
      var totals = [Double](repeating: 0, count: margins[index].totals.count)
      for row in weights.indices {
        let cell = Int(
          margins[0].grouping.levelOfRow[row] * 4 + margins[1].grouping.levelOfRow[row])
        totals[Int(margins[index].grouping.levelOfRow[row])] += weights[row] * inside[cell]
      }
      margins[index].totals = totals
    }
    for method in CalibrationMethod.allCases {
      let step = try calibrated(
        weights, margins, method, lower: lower, upper: upper, tolerance: 1e-9)
      #expect(step.maximumRelativeError <= 1.1e-9)
      #expect(step.smallestRatio >= lower && step.largestRatio <= upper)
    }
  }

  @Test(arguments: 0..<20)
  func scalingTheWeightsOrMovingRowsChangesNothing(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    var order = Array(weights.indices)
    var random = SplitMix64(seed: UInt64(seed) + 99)
    order.shuffle(using: &random)
    let moved = margins.map { margin in
      var margin = margin
      margin.grouping.levelOfRow = order.map { margin.grouping.levelOfRow[$0] }
      return margin
    }
    let plain = try calibrated(weights, margins, .raking)
    let scaled = try calibrated(weights.map { $0 * 1e4 }, margins, .raking)
    let shuffled = try calibrated(order.map { weights[$0] }, moved, .raking)
    for (place, row) in order.enumerated() {
      #expect(shuffled.weights[place] == plain.weights[row])
      #expect((scaled.weights[row] / plain.weights[row] - 1).magnitude < 1e-9)
    }
  }

  /// Areas made of whole districts say nothing new.
  @Test(arguments: CalibrationMethod.allCases)
  func aMarginThatAnotherImpliesChangesNothing(_ method: CalibrationMethod) throws {
    let (weights, margins) = Tiny.random(seed: 6)
    let area = MarginTotals(
      grouping: Tiny.grouping(
        "area", levels: margins[1].grouping.levelOfRow.map { $0 / 2 }, count: 2),
      totals: [
        margins[1].totals[0] + margins[1].totals[1], margins[1].totals[2] + margins[1].totals[3],
      ])
    let (lower, upper) = method == .logit ? (0.1, 1000.0) : (nil, nil)
    let plain = try calibrated(
      weights, margins, method, lower: lower, upper: upper, tolerance: 1e-12)
    let more = try calibrated(
      weights, margins + [area], method, lower: lower, upper: upper, tolerance: 1e-12)
    for (more, plain) in zip(more.weights, plain.weights) {
      #expect((more / plain - 1).magnitude < 1e-9)
    }
  }

  @Test func aCategoryBeyondTheBoundsIsNamedWithTheBoundItTakes() throws {
    let margins = [
      Tiny.margin("sex", [0, 0, 1, 1], totals: [2.2, 1.8]),
      Tiny.margin("age", [0, 1, 2, 2], totals: [0.5, 2, 1.5]),
    ]
    let error = #expect(throws: WeightingError.self) {
      try calibrated([1, 1, 1, 1], margins, .logit, lower: 0.7, upper: 1.4)
    }
    let failures = (error?.faults ?? []).compactMap { fault -> BoundsFailure? in
      if case .boundsTooNarrow(let failure) = fault { failure } else { nil }
    }
    #expect(failures.map(\.category.name) == ["age=0", "age=1"])
    #expect(failures[0].requiredLower == 0.5)
    #expect(failures[0].requiredUpper == nil)
    #expect(failures[1].requiredUpper == 2)
    #expect(failures[1].respondents == 1)
    #expect(failures[1].category.mergeWith == "age=0")
    let finding = try #require(error?.findings().last)
    #expect(finding.code.id == "weight.calibrate.bounds-too-narrow")
    #expect(finding.expected?.vi == "upper ít nhất là 2")
    #expect(finding.message.vi?.contains("lower = 0,7, upper = 1,4") == true)
  }

  /// Every category alone is within the bounds; together they are not.
  ///
  /// Cell (0,1) is 3 less cell (0,0) and so is (1,0); all four add up to 4, so (0,0) is 2 more than
  /// (1,1).
  @Test func boundsThatOnlyTogetherAreTooNarrowAreProvedSo() throws {
    let margins = [
      Tiny.margin("a", [0, 0, 1, 1], totals: [3, 1]),
      Tiny.margin("b", [0, 1, 0, 1], totals: [3, 1]),
    ]
    let error = #expect(throws: WeightingError.self) {
      try calibrated([1, 1, 1, 1], margins, .logit, lower: 0.4, upper: 1.6)
    }
    guard case .boundsTooNarrow(let failure) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    // At least 2.4 while the lower bound stays 0.4; the direction found proves that or less.
    #expect(failure.requiredUpper.map { $0 > 1.6 && $0 <= 2.4 + 1e-9 } == true)
    let wider = try calibrated([1, 1, 1, 1], margins, .logit, lower: 0.4, upper: 2.5)
    #expect(wider.largestRatio >= 2.4 && wider.largestRatio <= 2.5)
  }

  @Test func weightsThatLinearCalibrationMakesNegativeAreRefused() throws {
    let margins = [
      Tiny.margin("a", [0, 0, 0, 1], totals: [5, 95]),
      Tiny.margin("b", [0, 0, 1, 1], totals: [50, 50]),
    ]
    // a=0 has 3 of 4 respondents and 5 % of the people, b=0 half of each: nothing positive fits.
    let error = #expect(throws: WeightingError.self) {
      try calibrated([1, 1, 1, 1], margins, .linear)
    }
    guard case .notPositive(let failure) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    // b=0 fixes the first two at 25, a=0 then leaves −45 to the third.
    #expect(failure.affected == 1)
    #expect((failure.smallestRatio + 45).magnitude < 1e-9)
    #expect(error?.findings().first?.code.id == "weight.calibrate.not-positive")
    let raking = #expect(throws: WeightingError.self) {
      try calibrated([1, 1, 1, 1], margins, .raking)
    }
    guard case .notConverged(let stopped) = raking?.faults.first else {
      Issue.record("another error: \(String(describing: raking))")
      return
    }
    #expect(stopped.step == "calibrate")
    #expect(raking?.findings().first?.code.id == "weight.calibrate.not-converged")
  }
}
