import Numerics
import SurveyModel
import Testing
import Weighting

@Suite struct PreparedWeightingTests {
  private func steps(_ margins: [MarginTotals]) -> [WeightingInput] {
    [
      .poststratify(margins[0]), .rake(margins, RakeDefinition(margins: [])),
      .trim(TrimDefinition(lower: 0.3, upper: 2)),
      .calibrate(
        margins, CalibrateDefinition(method: .logit, margins: [], lower: 0.2, upper: 4)),
    ]
  }

  @Test(arguments: 0..<10)
  func theSurveysOwnWeightsComeOutBitForBit(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let set = try makeWeights(from: weights, steps: steps(margins))
    let prepared = try PreparedWeighting(designWeights: weights, steps: steps(margins))
    #expect(try prepared.final(from: weights) == set.final.weights)
  }

  @Test(arguments: 0..<10)
  func leavingRespondentsOutIsWeightingTheOthers(_ seed: Int) throws {
    let (weights, margins) = Tiny.random(seed: UInt64(seed))
    let prepared = try PreparedWeighting(designWeights: weights, steps: steps(margins))
    // The first twelve fill all cells and stay.
    let dropped = weights.indices.filter { $0 >= 12 && $0 % 4 == 0 }
    var replicate = weights
    for row in dropped { replicate[row] = 0 }
    let kept = weights.indices.filter { !dropped.contains($0) }
    let others = margins.map { margin in
      var margin = margin
      margin.grouping.levelOfRow = kept.map { margin.grouping.levelOfRow[$0] }
      return margin
    }
    let found = try prepared.final(from: replicate)
    let expected = try makeWeights(from: kept.map { weights[$0] }, steps: steps(others))
    for row in dropped { #expect(found[row] == 0) }
    for (place, row) in kept.enumerated() {
      #expect((found[row] / expected.final.weights[place] - 1).magnitude < 1e-12)
    }
  }

  @Test func aCategoryThatAReplicateEmptiesIsNamed() throws {
    let margin = Tiny.margin("sex", [0, 0, 1], totals: [30, 20])
    let prepared = try PreparedWeighting(
      designWeights: [1, 1, 1], steps: [.poststratify(margin)])
    let error = #expect(throws: WeightingError.self) { try prepared.final(from: [1, 1, 0]) }
    guard case .emptyLevel(let category, let population) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(category.name == "sex=1" && population == 20)
    #expect(error?.step == "poststratify_1")
    #expect(throws: WeightingError.self) { try prepared.final(from: [1, -1, 1]) }
  }

  /// Units 0 and 1 with two respondents of weight 10 each; 30 and 50 sampled.
  @Test func nonresponseFactorsFollowTheUnitsWhereTheirSampleIsKnown() throws {
    let one = Tiny.grouping("all", levels: [0, 0, 0, 0], count: 1)
    let totals = NonresponseTotals(
      classes: one, sample: .sampled([80]),
      sampledCells: [
        NonresponseAdjustment.SampledCell(psu: 0, level: 0, weight: 30),
        NonresponseAdjustment.SampledCell(psu: 1, level: 0, weight: 50),
      ])
    let weights = [10.0, 10, 10, 10]
    let estimated = try PreparedWeighting(
      designWeights: weights, steps: [.nonresponse(totals)], psuOfRow: [0, 0, 1, 1])
    #expect(try estimated.final(from: weights) == [20, 20, 20, 20])
    // Unit 0 left out, unit 1 doubled: 100 sampled for 40 responding.
    #expect(try estimated.final(from: [0, 0, 20, 20]) == [0, 0, 50, 50])
    let fixed = try PreparedWeighting(designWeights: weights, steps: [.nonresponse(totals)])
    #expect(try fixed.final(from: [0, 0, 20, 20]) == [0, 0, 40, 40])
  }
}
