import SurveyModel
import Testing
import Weighting

@Suite struct DesignWeightsTests {
  @Test func `the example in the documentation gives the numbers it shows`() throws {
    let step = try designWeights([10, 10, 20, 20, 15, 15])
    #expect(step.name == "design")
    #expect(step.diagnostics.sum == 90)
    #expect(step.diagnostics.minimum == 10)
    #expect(step.diagnostics.maximum == 20)
    // By hand: Σw² = 1450, 6·1450/8100 and 8100/1450.
    #expect((step.diagnostics.kishDesignEffect - 8700.0 / 8100).magnitude < 1e-15)
    #expect((step.diagnostics.effectiveCount - 8100.0 / 1450).magnitude < 1e-14)
  }

  @Test func `weights that are missing, infinite, zero or negative are refused with their rows`() {
    let error = #expect(throws: WeightingError.self) {
      try designWeights([1, .nan, 2, 0, -3, .infinity])
    }
    guard case .badWeights(let rows, let values, let count) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(rows == [1, 3, 4, 5])
    #expect(count == 4)
    #expect(values[1...] == [0, -3, .infinity])
    let finding = error?.findings { "GL-\($0)" }.first
    #expect(finding?.code.id == "weight.row.not-positive")
    #expect(finding?.found?.vi == "phiếu GL-1 (trống), GL-3 (0), GL-4 (-3), GL-5 (inf)")
  }

  @Test func `post-stratification meets every cell`() throws {
    let base = try designWeights([10, 10, 20])
    let totals = MarginTotals(
      grouping: Tiny.grouping("sex", levels: [0, 0, 1], count: 2), totals: [30, 30])
    let step = try poststratify(base, to: totals, place: 2)
    #expect(step.weights == [15, 15, 30])
    #expect(step.name == "poststratify_2")
    #expect(step.kind == .poststratify(totals))
  }
}
