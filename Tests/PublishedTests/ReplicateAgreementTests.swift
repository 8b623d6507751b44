import Estimation
import SurveyModel
import Testing

/// Against R 4.2.2 with survey 4.1-1: `Tests/Fixtures/published/sipas-small/replicates.md`.
@Suite struct ReplicateAgreementTests {
  static let jackknifes: [(name: String, fpc: Bool, rule: SinglePSURule, key: String)] = [
    ("sipas-small", true, .remove, "jkn_fpc_remove"),
    ("sipas-small", false, .fail, "jkn_nofpc_remove"),
    ("sipas-province", true, .remove, "jkn_fpc_remove"),
    ("sipas-province", false, .certainty, "jkn_nofpc_remove"),
    ("sipas-province", true, .adjust, "jkn_fpc_adjust"),
    ("sipas-province", false, .adjust, "jkn_nofpc_adjust"),
    ("sipas-province", true, .average, "jkn_fpc_average"),
    ("sipas-province", false, .average, "jkn_nofpc_average"),
  ]

  @Test(arguments: jackknifes)
  func jackknifeErrorsAgree(_ name: String, _ fpc: Bool, _ rule: SinglePSURule, _ key: String)
    throws
  {
    let fixture = try ReplicateFixture.named(name)
    let design = try fixture.survey.design(fpc: fpc, rule)
    try fixture.expectFigures(ofSet: key, design: design) { try .jkn(design, centre: $0) }
  }

  @Test(arguments: jackknifes)
  func jackknifeMultipliersAreThoseOfR(
    _ name: String, _ fpc: Bool, _ rule: SinglePSURule, _ key: String
  ) throws {
    let fixture = try ReplicateFixture.named(name)
    let design = try fixture.survey.design(fpc: fpc, rule)
    let replicates = try ReplicateDesign.jkn(design, centre: .mean)
    let expected = try #require(fixture.expected.sets[key])
    let file = rule == .adjust || rule == .average ? rule.rawValue : "remove"
    let columns = try fixture.columns(ofMultipliers: "replicates_jkn_\(file)_multipliers.csv")
    #expect(replicates.count == columns.count)
    #expect(replicates.scale == expected.scale)
    // R orders strata as they come in the file.
    let one = [Double](repeating: 1, count: design.count)
    var scaleOfColumn: [[Double]: Double] = [:]
    for (replicate, scale) in replicates.replicateScales.enumerated() {
      let weights = replicates.weights(
        ofReplicate: replicate, from: one, psuOfRow: design.psuOfRow)
      scaleOfColumn[weights] = scale
    }
    for (column, scale) in zip(columns, try #require(expected.rscales)) {
      expectAgreement(scaleOfColumn[column], scale, "\(name) \(key) rscale", tolerance: 1e-15)
    }
  }

  @Test(arguments: ["sipas-small", "sipas-province"])
  func bootstrapErrorsAgreeForTheDrawsOfR(_ name: String) throws {
    let fixture = try ReplicateFixture.named(name)
    let design = try fixture.survey.design(fpc: false, .adjust)
    let columns = try fixture.columns(ofMultipliers: "replicates_bootstrap_multipliers.csv")
    let scale = try #require(fixture.expected.sets["bootstrap"]).scale
    let supplied = SuppliedReplicates(weights: "", scale: scale, areMultipliers: true)
    try fixture.expectFigures(
      ofSet: "bootstrap", design: design, centres: name == "sipas-small" ? [.estimate] : [.mean]
    ) {
      try .supplied(columns, replicateScales: nil, supplied, centre: $0)
    }
  }

  @Test(arguments: ["jkn_raked", "jkn_calibrated_linear"], ["fpc", "nofpc"])
  func errorsOfSuppliedWholeWeightsAgree(_ weighting: String, _ correction: String) throws {
    let fixture = try ReplicateFixture.named("sipas-small")
    let table = try fixture.folder.table("replicates_\(weighting)_weights.csv")
    let columns = try fixture.replicates(of: table)
    let design = try fixture.survey.design(fpc: true, .fail)
    var base = try fixture.survey.baseWeights()
    base.weights = try table.numbers("full")
    let wanted = try #require(fixture.expected.sets["\(weighting)_\(correction)"])
    let jackknife = try ReplicateDesign.jkn(
      fixture.survey.design(fpc: correction == "fpc", .fail), centre: .mean)
    // R's columns leave the PSUs out in the order of the file; without an fpc the scales say it too.
    let order = columns.map { column -> Int in
      let row = column.firstIndex(of: 0) ?? 0
      return (0..<jackknife.count).first {
        jackknife.omittedPSU(ofReplicate: $0) == Int(design.psuOfRow[row])
      } ?? 0
    }
    let scales = order.map { jackknife.replicateScales[$0] }
    #expect(wanted.rscales.map { $0.count == scales.count } ?? true)
    try fixture.expectFigures(
      ofSet: "\(weighting)_\(correction)", design: design, weights: WeightSet(steps: [base]),
      centres: correction == "fpc" ? [.mean] : [.estimate]
    ) {
      try .supplied(
        columns, replicateScales: scales, SuppliedReplicates(weights: "", scale: wanted.scale),
        centre: $0)
    }
  }
}
