import Numerics
import SurveyModel
import Testing
import Weighting

@Suite struct RakeTests {
  private func raked(
    _ weights: [Double], _ margins: [MarginTotals], tolerance: Double = 1e-10
  ) throws -> WeightStep {
    try rake(
      designWeights(weights), to: margins, tolerance: tolerance, maximumIterations: 500, place: 1)
  }

  @Test(arguments: 0..<50)
  func `every margin is met, and never by less than the tolerance`(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let step = try raked(weights, margins)
    for margin in margins {
      for (level, total) in margin.totals.enumerated() {
        let rows = weights.indices.filter { margin.grouping.levelOfRow[$0] == Int32(level) }
        let found = rows.map { step.weights[$0] }.compensatedSum()
        #expect((found / total - 1).magnitude <= 1.1e-10)
      }
    }
    #expect(step.maximumRelativeError <= 1e-10)
    #expect(step.name == "rake_1")
  }

  @Test(arguments: 0..<50)
  func `scaling every starting weight leaves raked weights unchanged`(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let plain = try raked(weights, margins)
    let scaled = try raked(weights.map { $0 * 37.5 }, margins)
    for (plain, scaled) in zip(plain.weights, scaled.weights) {
      #expect((plain / scaled - 1).magnitude < 1e-9)
    }
  }

  @Test(arguments: 0..<20)
  func `rows in another order get the same weights to the last bit`(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    var order = Array(weights.indices)
    var random = SplitMix64(seed: UInt64(seed) + 99)
    order.shuffle(using: &random)
    let moved = margins.map { margin in
      var margin = margin
      margin.grouping.levelOfRow = order.map { margin.grouping.levelOfRow[$0] }
      return margin
    }
    let plain = try raked(weights, margins)
    let shuffled = try raked(order.map { weights[$0] }, moved)
    for (place, row) in order.enumerated() {
      #expect(shuffled.weights[place] == plain.weights[row])
    }
    #expect(shuffled.diagnostics == plain.diagnostics)
  }

  @Test func `a sample that already meets its margins comes back unchanged`() throws {
    let weights = [0.1, 0.2, 0.3, 0.7]
    let step = try raked(
      weights,
      [
        Tiny.margin("a", [0, 0, 1, 1], totals: [0.1 + 0.2, 1]),
        Tiny.margin("b", [0, 1, 0, 1], totals: [0.4, 0.9]),
      ])
    #expect(step.weights == weights)
    #expect(step.iterations == 0)
  }

  @Test func `a margin of one category adds nothing`() throws {
    let (weights, margins) = Tiny.random(seed: 7)
    let everybody = Tiny.margin(
      "country", [Int32](repeating: 0, count: weights.count),
      totals: [margins[0].totals.compensatedSum()])
    let with = try raked(weights, margins + [everybody], tolerance: 1e-13)
    let without = try raked(weights, margins, tolerance: 1e-13)
    for (with, without) in zip(with.weights, without.weights) {
      #expect((with / without - 1).magnitude < 1e-11)
    }
  }

  @Test func `raking to one margin is post-stratification`() throws {
    let (weights, margins) = Tiny.random(seed: 3)
    let base = try designWeights(weights)
    let raked = try rake(
      base, to: [margins[0]], tolerance: 1e-12, maximumIterations: 10, place: 1)
    let poststratified = try poststratify(base, to: margins[0], place: 1)
    #expect(raked.weights == poststratified.weights)
    #expect(raked.iterations == 1)
  }

  @Test func `margins printed with different rounding are taken as one population`() throws {
    let (weights, margins) = Tiny.random(seed: 4)
    var rounded = margins
    rounded[1].totals = rounded[1].totals.map { $0 * (1 + 5e-7) }
    let step = try raked(weights, rounded)
    #expect((step.diagnostics.sum / margins[0].totals.compensatedSum() - 1).magnitude < 1e-9)
  }

  /// Diagonal cells alone cannot meet margins that disagree: a=0 wants 10, b=0 wants 12.
  @Test func `raking that cannot converge names margin, category, totals and empty cells`() throws {
    let margins = [
      Tiny.margin("a", [0, 0, 1, 1], totals: [10, 20]),
      Tiny.margin("b", [0, 0, 1, 1], totals: [12, 18]),
    ]
    let error = #expect(throws: WeightingError.self) { try raked([1, 1, 1, 1], margins) }
    guard case .notConverged(let failure) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    // After the last margin b is met exactly; category 0 of a is then at 12 instead of 10.
    #expect(failure.category.name == "a=0")
    #expect(failure.category.variables == ["a"])
    #expect(failure.population == 10)
    #expect((failure.weightedTotal - 12).magnitude < 1e-9)
    #expect((failure.relativeError - 0.2).magnitude < 1e-9)
    #expect(failure.iterations == 500)
    #expect(failure.emptyCells == ["a=0 × b=1"])
    let finding = try #require(error?.findings().first)
    #expect(finding.code.id == "weight.rake.not-converged")
    #expect(finding.place?.file == "a.csv")
    #expect(finding.message.vi?.contains("a=0") == true)
    #expect(finding.found?.en?.contains("a=0 × b=1") == true)
    #expect(finding.found?.vi?.contains("a=0 × b=1") == true)
  }

  @Test func `raking stops after the rounds it may take`() throws {
    let (weights, margins) = Tiny.random(seed: 8)
    let error = #expect(throws: WeightingError.self) {
      try rake(
        designWeights(weights), to: margins, tolerance: 1e-14, maximumIterations: 1, place: 1)
    }
    guard case .notConverged(let failure) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(failure.iterations == 1)
    #expect(failure.emptyCells.isEmpty)
  }

  @Test func theLastFactorsLeadFromMarginToMargin() throws {
    let (weights, margins) = Tiny.random(seed: 5)
    let step = try rake(
      designWeights(weights), to: margins, tolerance: 1e-6, maximumIterations: 50,
      variance: .sweeps, place: 1)
    guard case .rake(let kept, let variance, let lastFactors) = step.kind else {
      Issue.record("another kind")
      return
    }
    #expect(kept == margins)
    #expect(variance == .sweeps)
    // Undoing the last margin's factors gives weights that met the margin before it.
    let before = step.weights.indices.map {
      step.weights[$0] / lastFactors[1][Int(margins[1].grouping.levelOfRow[$0])]
    }
    for (level, total) in margins[0].totals.enumerated() {
      let rows = before.indices.filter { margins[0].grouping.levelOfRow[$0] == Int32(level) }
      #expect((rows.map { before[$0] }.compensatedSum() / total - 1).magnitude < 1e-13)
    }
  }

  @Test func theStepTellsHowFarTheMarginsWereAndHowFarWeightsMoved() throws {
    let margins = [
      Tiny.margin("sex", [0, 0, 1, 1], totals: [30, 70]),
      Tiny.margin("age", [0, 1, 0, 1], totals: [50, 50]),
    ]
    let step = try raked([1, 1, 1, 1], margins)
    #expect(step.weights == [15, 15, 35, 35])
    #expect(step.iterations == 1)
    #expect(step.smallestRatio == 15)
    #expect(step.largestRatio == 35)
    // 2 instead of 70.
    #expect((step.maximumRelativeErrorBefore - 68.0 / 70).magnitude < 1e-15)
    // From the cells here, from the weights there: 10000/2900 respondents.
    let measured = WeightDiagnostics(of: step.weights)
    #expect((step.diagnostics.effectiveCount - 100.0 / 29).magnitude < 1e-14)
    #expect((measured.effectiveCount - 100.0 / 29).magnitude < 1e-14)
    #expect(measured.sum == step.diagnostics.sum)
  }

  @Test(arguments: 0..<10)
  func rakingEachDomainAloneIsRakingToMarginsCrossedWithTheDomain(_ seed: Int) throws {
    let samples = (0..<3).map { Tiny.random(seed: UInt64(100 * seed + $0)) }
    let separate = try samples.map { try raked($0.weights, $0.margins, tolerance: 1e-13).weights }
    let crossed = (0..<2).map { index in
      let count = samples[0].margins[index].totals.count
      let levels = samples.enumerated().flatMap { domain, sample in
        sample.margins[index].grouping.levelOfRow.map { $0 + Int32(domain * count) }
      }
      return MarginTotals(
        grouping: Tiny.grouping("d", "v\(index)", levels: levels, count: 3 * count),
        totals: samples.flatMap { $0.margins[index].totals })
    }
    let together = try raked(samples.flatMap(\.weights), crossed, tolerance: 1e-13)
    for (together, separate) in zip(together.weights, separate.flatMap(\.self)) {
      #expect((together / separate - 1).magnitude < 1e-9)
    }
  }

  @Test(arguments: 0..<10)
  func theOrderOfMarginsDoesNotMatterInTheLimit(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let forward = try raked(weights, margins, tolerance: 1e-13)
    let backward = try raked(weights, margins.reversed(), tolerance: 1e-13)
    // The later margin is met last; both have one grand total up to rounding.
    for (forward, backward) in zip(forward.weights, backward.weights) {
      #expect((forward / backward - 1).magnitude < 1e-9)
    }
  }

  @Test func weightsOfVeryDifferentSizeStayFinite() throws {
    let weights = [1e-300, 1e280, 3, 1e-300, 5e279, 2]
    let margins = [Tiny.margin("sex", [0, 1, 0, 0, 1, 1], totals: [30, 20])]
    let step = try raked(weights, margins)
    #expect(step.weights.allSatisfy { $0 > 0 && $0.isFinite })
    #expect(step.diagnostics.effectiveCount.isFinite)
    let tooFar = #expect(throws: WeightingError.self) {
      try poststratify(
        designWeights([1e-200, 1e200]),
        to: Tiny.margin("sex", [0, 1], totals: [1e290, 1e-290]), place: 1)
    }
    guard case .outOfRange(let step, _, _) = tooFar?.faults.first else {
      Issue.record("another error: \(String(describing: tooFar))")
      return
    }
    #expect(step == "poststratify")
  }

  /// Enough rows for several threads.
  @Test func manyRowsInAnotherOrderGetTheSameWeights() throws {
    var random = SplitMix64(seed: 21)
    let rows = 36_000
    let weights = (0..<rows).map { _ in 0.5 + 3 * random.uniform() }
    let levels = [5, 3].map { count in
      (0..<rows).map { _ in Int32(random.uniform(below: count)) }
    }
    let margins = [
      Tiny.margin("a", levels[0], totals: [10, 20, 30, 25, 15]),
      Tiny.margin("b", levels[1], totals: [50, 20, 30]),
    ]
    let backward = margins.map { margin in
      var margin = margin
      margin.grouping.levelOfRow.reverse()
      return margin
    }
    let plain = try raked(weights, margins)
    let reversed = try raked(weights.reversed(), backward)
    #expect(reversed.weights == plain.weights.reversed())
    #expect(reversed.diagnostics == plain.diagnostics)
    let moved = plain.weights.indices.allSatisfy { row in
      plain.weights[row] / weights[row] <= plain.largestRatio * (1 + 1e-15)
    }
    #expect(moved)
  }
}
