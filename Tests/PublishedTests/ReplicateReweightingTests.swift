import Estimation
import SurveyModel
import Testing
import Weighting

/// Weighting repeated within replicates: `Tests/Fixtures/published/sipas-small/replicates.md`.
@Suite struct ReplicateReweightingTests {
  /// Runs weighting steps on the weights of a replicate.
  static func repeated(
    _ steps: [WeightingInput], _ weights: [Double], _ design: SampleDesign
  ) throws -> Reweighting {
    let weighting = try PreparedWeighting(
      designWeights: weights, steps: steps, psuOfRow: design.psuOfRow)
    return { replicate throws(ReweightingFailure) in
      do throws(WeightingError) {
        return try weighting.final(from: replicate)
      } catch {
        throw ReweightingFailure(step: error.step, findings: error.findings())
      }
    }
  }

  private static func raking(_ survey: SIPASFixture, _ design: SampleDesign) throws -> Reweighting {
    try repeated(
      [.rake(survey.margins(), definition)], survey.baseWeights().weights, design)
  }

  static let definition = RakeDefinition(margins: [], tolerance: 1e-13, maximumIterations: 1000)

  @Test(arguments: ["fpc", "nofpc"])
  func jackknifeThatRakesAgainAgrees(_ correction: String) throws {
    let fixture = try ReplicateFixture.named("sipas-small")
    let design = try fixture.survey.design(fpc: correction == "fpc", .fail)
    try fixture.expectFigures(
      ofSet: "jkn_raked_\(correction)", design: design, weights: fixture.survey.raked(),
      reweighting: Self.raking(fixture.survey, design),
      centres: correction == "fpc" ? [.mean] : [.estimate]
    ) { try .jkn(design, centre: $0) }
  }

  @Test func rakedWeightsOfEveryReplicateAgree() throws {
    let fixture = try ReplicateFixture.named("sipas-small")
    let design = try fixture.survey.design(fpc: true, .fail)
    let base = try fixture.survey.baseWeights().weights
    let replicates = try ReplicateDesign.jkn(design, centre: .mean)
    let raking = try Self.raking(fixture.survey, design)
    let table = try fixture.folder.table("replicates_jkn_raked_weights.csv")
    let columns = try fixture.replicates(of: table)
    for column in columns {
      let row = try #require(column.firstIndex(of: 0))
      let replicate = try #require(
        (0..<replicates.count).first {
          replicates.omittedPSU(ofReplicate: $0) == Int(design.psuOfRow[row])
        })
      let weights = try raking(
        replicates.weights(ofReplicate: replicate, from: base, psuOfRow: design.psuOfRow))
      for (found, expected) in zip(weights, column) {
        expectAgreement(found, expected, "weight of replicate \(replicate)")
      }
    }
    #expect(columns.count == 24)
  }

  @Test(arguments: ["sipas-small", "sipas-province"], ["fpc", "nofpc"])
  func jackknifeThatAdjustsForNonresponseAgainAgrees(_ name: String, _ correction: String) throws {
    let fixture = try ReplicateFixture.named(name)
    let design = try fixture.survey.design(fpc: correction == "fpc", .remove)
    let base = try fixture.survey.baseWeights().weights
    let steps = [WeightingInput.nonresponse(try grossSample(fixture, design))]
    try fixture.expectFigures(
      ofSet: "jkn_nonresponse_\(correction)", design: design,
      weights: makeWeights(from: base, steps: steps),
      reweighting: Self.repeated(steps, base, design),
      centres: correction == "fpc" ? [.mean] : [.estimate]
    ) { try .jkn(design, centre: $0) }
  }

  /// The eligible sample by area and gender, summed from its weight by commune.
  private func grossSample(
    _ fixture: ReplicateFixture, _ design: SampleDesign
  ) throws -> NonresponseTotals {
    let sampled = try fixture.folder.table("replicates_sampled.csv")
    let data = fixture.survey.table
    let communes = zip(try data.texts("district"), try data.texts("commune")).map { [$0, $1] }
    let psuOfCommune = Dictionary(
      zip(communes, design.psuOfRow), uniquingKeysWith: { first, _ in first })
    let ofSampled = zip(try sampled.texts("district"), try sampled.texts("commune")).map {
      [$0, $1]
    }
    let areaOfCommune = Dictionary(
      zip(ofSampled, try sampled.texts("area")), uniquingKeysWith: { first, _ in first })
    let kinds = zip(try sampled.texts("area"), try sampled.texts("gender")).map { [$0, $1] }
    let levels = Set(kinds).sorted { $0.lexicographicallyPrecedes($1) }
    var totals = [Double](repeating: 0, count: levels.count)
    var cells: [NonresponseAdjustment.SampledCell] = []
    for (row, weight) in try sampled.numbers("sampled").enumerated() {
      let level = try #require(levels.firstIndex(of: kinds[row]))
      totals[level] += weight
      cells.append(
        NonresponseAdjustment.SampledCell(
          psu: try #require(psuOfCommune[ofSampled[row]]), level: Int32(level), weight: weight))
    }
    let genders = try data.texts("gender")
    return NonresponseTotals(
      classes: Grouping(
        variables: ["area", "gender"],
        levels: levels.map { codes in
          GroupLevel(
            terms: zip(["area", "gender"], codes).map { DomainTerm(variable: $0, code: $1) },
            labels: [])
        },
        levelOfRow: try communes.indices.map { row in
          let kind = [try #require(areaOfCommune[communes[row]]), genders[row]]
          return Int32(try #require(levels.firstIndex(of: kind)))
        }),
      sample: .sampled(totals), sampledCells: cells)
  }
}
