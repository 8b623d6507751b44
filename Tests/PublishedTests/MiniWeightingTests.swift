import Numerics
import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Figures after each weighting step of the second invented survey: `sipas-mini/SOURCE.md`.
@Suite struct MiniWeightingTests {
  let mini: MiniFixture
  var published: PublishedValue { mini.published }

  init() throws { mini = try MiniFixture() }

  private func expect(_ step: WeightStep, _ id: String) throws {
    let expected = published[id]
    let head = expected["w_head"].numbers
    #expect(head.count == 5)
    expectSameWeights(Array(step.weights.prefix(head.count)), head, id)
    if let squares = expected["w_sumsq"].numbers.first {
      expectAgreement(step.weights.map { $0 * $0 }.compensatedSum(), squares, "\(id) squares")
    }
    for (name, found) in [
      ("w_min", step.diagnostics.minimum), ("w_max", step.diagnostics.maximum),
      ("total", step.diagnostics.sum), ("w_sum", step.diagnostics.sum),
    ] {
      if let value = expected[name].numbers.first {
        expectAgreement(found, value, "\(id) \(name)")
      }
    }
    guard !expected["est"].numbers.isEmpty else { return }
    expectCheck([figure(try mini.analysis(["idxA"], steps: [step]), "idxA")], expected, id)
  }

  private func raked() throws -> WeightStep {
    try rake(
      mini.base(), to: mini.margins(), tolerance: 1e-13, maximumIterations: 500,
      variance: .sweeps, place: 1)
  }

  private func calibrated(
    _ method: CalibrationMethod, _ bounds: (lower: Double, upper: Double)? = nil
  ) throws -> WeightStep {
    try calibrate(
      mini.base(), to: mini.margins(),
      CalibrateDefinition(
        method: method, margins: [], lower: bounds?.lower, upper: bounds?.upper,
        tolerance: 1e-13), place: 1)
  }

  @Test func poststratifiedAndRakedFiguresAgree() throws {
    try expect(
      poststratify(mini.base(), to: mini.margins(["prov"])[0], place: 1), "poststrat_prov_idxA")
    let raked = try raked()
    try expect(raked, "rake3_idxA")
    expectAgreement(
      raked.diagnostics.kishDesignEffect, try published["kish"]["deff"].number(), "Kish")
    expectAgreement(
      raked.diagnostics.effectiveCount, try published["kish"]["neff"].number(), "effective n")
  }

  @Test func calibratedFiguresAgree() throws {
    try expect(calibrated(.linear), "calib_linear_idxA")
    try expect(calibrated(.raking), "calib_raking_idxA")
    try expect(calibrated(.logit, (0.3, 3)), "calib_logit_0.3_3_idxA")
  }

  @Test func trimmedWeightsAgree() throws {
    let upper = try published["trim_upper_p90"]["upper"].number()
    let trimmed = try trim(raked(), TrimDefinition(upper: upper, reference: .none), place: 2)
    try expect(trimmed, "trim_upper_p90")
  }
}
