import Estimation
import SurveyModel
import Testing
import Weighting

/// Standard errors after every weighting step, and covariances, against R 4.2.2 with survey 4.1-1:
/// `Tests/Fixtures/published/variance/SOURCE.md`.
@Suite struct VarianceAgreesWithSurveyTests {
  struct Expected: Decodable {
    struct Step: Decodable {
      let items: [String: [Double]]
      let indices: [String: [Double]]
    }
    struct Nonresponse: Decodable {
      let fixed: [String: [Double]]
      let estimated: [String: [Double]]
    }
    struct Covariances: Decodable {
      let item_order: [String]
      let items_share: [[Double]]
      let index_order: [String]
      let indices: [[Double]]
    }
    let se_order: [String]
    let steps: [String: Step]
    let nonresponse: Nonresponse
    let vcov: [String: Covariances]
  }

  static let surveys = ["small", "province"]

  let options = EstimatesAgreeWithSurveyTests.options

  private func expected(_ name: String) throws -> Expected {
    try PublishedFixture("variance").decode(Expected.self, from: "\(name).json")
  }

  /// A step with published weights; only what the variance reads is real.
  private func step(_ kind: WeightStep.Kind, _ weights: [Double]) -> WeightStep {
    WeightStep(
      name: kind.name, kind: kind, weights: weights, diagnostics: WeightDiagnostics(of: weights))
  }

  /// The weights of every step, as R's survey has them.
  private func steps(_ name: String) throws -> [String: WeightSet] {
    let fixture = try WeightingFixture(name)
    let survey = try SIPASFixture("sipas-\(name)")
    let base = fixture.base
    let poststratify = try poststratify(base, to: survey.poststrata(), place: 1)
    var sets = [
      "base": WeightSet(steps: [base]), "poststratify": WeightSet(steps: [base, poststratify]),
    ]
    for (key, method) in [
      ("calibrate_linear", CalibrationMethod.linear), ("calibrate_linear_bounded", .linear),
      ("calibrate_raking_tight", .raking), ("calibrate_logit_tight", .logit),
    ] {
      let weights = try fixture.weights.numbers(key)
      sets[key] = WeightSet(steps: [base, step(.calibrate(fixture.margins, method), weights)])
    }
    let strict = try sweeping(fixture.raked())
    let early = try sweeping(fixture.raked(tolerance: name == "small" ? 3e-5 : 1.5e-4))
    sets["rake_strict"] = WeightSet(steps: [base, strict])
    sets["rake_default"] = WeightSet(steps: [base, early])
    for key in ["trim_base_once", "trim_base_strict", "trim_raked_once", "trim_raked_strict"] {
      let limits = try fixture.limits(key.contains("base") ? "trim_base_once" : "trim_raked_once")
      let trimmed = step(
        .trim(lower: limits.lower, upper: limits.upper), try fixture.weights.numbers(key))
      sets[key] = WeightSet(
        steps: key.contains("base") ? [base, trimmed] : [base, strict, trimmed])
    }
    return sets
  }

  private func sweeping(_ raked: WeightStep) throws -> WeightStep {
    guard case .rake(let margins, _, let lastFactors) = raked.kind else { return raked }
    #expect(lastFactors.count == margins.count)
    return step(.rake(margins, variance: .sweeps, lastFactors: lastFactors), raked.weights)
  }

  @Test(arguments: surveys)
  func everyStepsStandardErrorsAgree(_ name: String) throws {
    let survey = try SIPASFixture("sipas-\(name)")
    let expected = try expected(name)
    let steps = try steps(name)
    #expect(steps.count == 12)
    for (key, set) in steps {
      let published = try #require(expected.steps[key], "\(key)")
      // Every rule after a raking and its trimming; the rules act alike on other residuals.
      let isSweeps = key.contains("rake")
      for (place, option) in options.enumerated()
      where isSweeps || option.name == "fpc_adjust" || option.name == "nofpc_average" {
        #expect(expected.se_order[place] == option.name)
        let design = try survey.design(fpc: option.fpc, option.rules[0])
        let shares = try survey.estimate(SIPASFixture.questionnaire(), design, set)
        let pooled = try survey.estimate(
          SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design, set)
        let what = "\(name) \(key) \(option.name)"
        for (id, errors) in published.items {
          expectAgreement(
            shares.estimate(of: .item, id: id)?.standardError, 100 * errors[place],
            "\(what) \(id)")
        }
        expectIndices(shares, pooled, published.indices, place, what)
        let variance =
          isSweeps
          ? "taylor-rake-sweeps"
          : key.contains("base") ? "taylor" : "taylor-calibration-residuals"
        #expect(shares.table.variance == variance, "\(what)")
      }
    }
  }

  private func expectIndices(
    _ shares: FoundEstimates, _ pooled: FoundEstimates, _ indices: [String: [Double]],
    _ place: Int, _ what: String
  ) {
    #expect(indices.count == 12)
    for (index, errors) in indices {
      let table = index.hasSuffix("_m1") ? shares : pooled
      let id = String(index.dropLast(3))
      let found =
        id == "overall"
        ? table.estimate(of: .overall, id: "sipas") : table.estimate(of: .factor, id: id)
      expectAgreement(found?.standardError, 100 * errors[place], "\(what) \(index)")
    }
  }

  @Test(arguments: surveys, [true, false])
  func nonresponseFactorsCountAsFixedOrEstimated(_ name: String, isEstimated: Bool) throws {
    let survey = try SIPASFixture("sipas-\(name)")
    let fixture = try WeightingFixture(name)
    let expected = try expected(name).nonresponse
    let classes = try fixture.nonresponse(.nonresponse).classes
    for (place, option) in options.enumerated() {
      let design = try survey.design(fpc: option.fpc, option.rules[0])
      let adjustment = NonresponseAdjustment(
        classes: classes, factors: try fixture.nonresponseFactors("factor_simple"),
        sampledCells: isEstimated ? try sampled(name, survey, design, classes) : nil)
      let weights = WeightSet(steps: [
        fixture.base,
        step(.nonresponse(adjustment), try fixture.nonresponseWeights("nr_simple")),
      ])
      let shares = try survey.estimate(SIPASFixture.questionnaire(), design, weights)
      let pooled = try survey.estimate(
        SIPASFixture.questionnaire(.satisfiedShare, .pooledAnswers), design, weights)
      expectIndices(
        shares, pooled, isEstimated ? expected.estimated : expected.fixed, place,
        "\(name) \(option.name) \(isEstimated)")
      #expect(
        shares.table.variance == (isEstimated ? "taylor-calibration-residuals" : "taylor"))
    }
  }

  /// The eligible sampled weight by commune and class: `replicates_sampled.csv` of the survey.
  private func sampled(
    _ name: String, _ survey: SIPASFixture, _ design: SampleDesign, _ classes: Grouping
  ) throws -> [NonresponseAdjustment.SampledCell] {
    let table = try PublishedFixture("sipas-\(name)").table("replicates_sampled.csv")
    let places = try zip(survey.table.texts("district"), survey.table.texts("commune")).map {
      [$0, $1]
    }
    var psus: [[String]: Int32] = [:]
    for (row, place) in places.enumerated() { psus[place] = design.psuOfRow[row] }
    let weights = try table.numbers("sampled")
    let columns = try ["district", "commune", "area", "gender"].map(table.texts)
    return try weights.indices.map { row in
      let level = classes.levels.firstIndex {
        $0.terms[0].code == "\(columns[2][row])/\(columns[3][row])"
      }
      return NonresponseAdjustment.SampledCell(
        psu: try #require(psus[[columns[0][row], columns[1][row]]]),
        level: Int32(try #require(level)), weight: weights[row])
    }
  }

  @Test(arguments: surveys, ["fpc_adjust", "nofpc_adjust"])
  func covariancesOfItemsAndIndicesAgree(_ name: String, _ option: String) throws {
    let survey = try SIPASFixture("sipas-\(name)")
    let published = try #require(try expected(name).vcov[option])
    let design = try survey.design(fpc: option == "fpc_adjust", .adjust)
    for (factor, suffix) in [(FactorMeasure.meanOfItems, "_m1"), (.pooledAnswers, "_m2")] {
      let analysis = try IndexAnalysis(
        answers: survey.answers,
        questionnaire: SIPASFixture.questionnaire(.satisfiedShare, factor), design: design,
        weights: WeightSet(steps: [survey.baseWeights()]))
      let joint = analysis.joint(set: 0, domain: 0)
      expectCovariances(joint, published.item_order, published.items_share, option) { id in
        joint.estimates.firstIndex { $0.kind == .item && $0.id == id }
      }
      expectCovariances(joint, published.index_order, published.indices, option) { index in
        guard index.hasSuffix(suffix) else { return nil }
        let id = index == "overall\(suffix)" ? "sipas" : String(index.dropLast(3))
        return joint.estimates.firstIndex { $0.kind != .item && $0.id == id }
      }
    }
  }

  /// Covariances near zero are held to the size of the two standard errors.
  private func expectCovariances(
    _ joint: JointEstimates, _ order: [String], _ published: [[Double]], _ what: String,
    place: (String) -> Int?
  ) {
    let places = order.map(place)
    #expect(places.contains { $0 != nil })
    for (row, first) in places.enumerated() {
      for (column, second) in places.enumerated() {
        guard let first, let second else { continue }
        let scale = 1e4 * (published[row][row] * published[column][column]).squareRoot()
        let difference = joint.covariance(first, second) - 1e4 * published[row][column]
        #expect(
          difference.magnitude <= 1e-10 * scale, "\(what) \(order[row]) \(order[column])")
      }
    }
    for (index, estimate) in joint.estimates.enumerated() {
      expectAgreement(
        joint.covariance(index, index).squareRoot(), estimate.standardError, "\(what) diagonal",
        tolerance: 1e-12)
    }
  }
}
