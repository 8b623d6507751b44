import Estimation
import Numerics
import SurveyModel
import Testing
import Weighting

/// Two ways to the same number must agree.
@Suite struct AgreementTests {
  /// Weights after raking to two margins that the survey does not meet yet.
  private func raked(_ survey: TinySurvey) throws -> WeightSet {
    let base = try designWeights(survey.weights)
    let margins = [
      MarginTotals(
        grouping: TinySurvey.grouping("a", survey.strata, count: 4), totals: [100, 200, 150, 250]),
      MarginTotals(
        grouping: TinySurvey.grouping("b", survey.clusters.map { $0 % 2 }, count: 2),
        totals: [300, 400]),
    ]
    return WeightSet(steps: [
      base, try rake(base, to: margins, tolerance: 1e-13, maximumIterations: 500, place: 1),
    ])
  }

  @Test func `a domain mean equals the ratio of two domain totals`() throws {
    let survey = TinySurvey(seed: 21)
    let levels = survey.clusters.map { $0 % 3 }
    let table = try survey.estimate(domains: [TinySurvey.grouping("d", levels, count: 3)])
    guard case .coded8(let answers) = survey.answers[0] else { return }
    for domain in 0..<3 {
      let rows = answers.indices.filter { levels[$0] == domain && (1...5).contains(answers[$0]) }
      let satisfied = rows.filter { answers[$0] >= 4 }.map { survey.weights[$0] }.compensatedSum()
      let valid = rows.map { survey.weights[$0] }.compensatedSum()
      let found = table.estimate(
        of: .item, id: "A1", domain: [DomainTerm(variable: "d", code: "\(domain)")])
      #expect(((found?.value ?? 0) / (100 * satisfied / valid) - 1).magnitude < 1e-13)
      #expect(found?.respondents == rows.count)
    }
  }

  @Test(arguments: ItemMeasure.allCases)
  func `a factor of one item is that item, pooled or not`(_ item: ItemMeasure) throws {
    // The share of fully satisfied people is another figure for scores.
    for factor in FactorMeasure.allCases
    where factor != .fullySatisfied || item == .satisfiedShare {
      let table = try TinySurvey(seed: 22, item: item, factor: factor).estimate()
      let single = try #require(table.estimate(of: .item, id: "B1"))
      let whole = try #require(table.estimate(of: .factor, id: "b"))
      #expect(agree(single, whole))
      // A person's share is summed over other codes than the item's: the last bits may differ.
      for (first, second) in [
        (single.designEffect, whole.designEffect), (single.lower, whole.lower),
        (single.upper, whole.upper),
      ] {
        let (first, second) = try (#require(first), #require(second))
        #expect((first - second).magnitude <= 1e-13 * first.magnitude)
      }
    }
  }

  @Test func `a factor measured by an overall item is that item`() throws {
    let table = try TinySurvey(seed: 23, factor: .item).estimate()
    for (factor, item) in [("a", "A2"), ("b", "B1"), ("c", "C3")] {
      #expect(agree(table.estimate(of: .factor, id: factor), table.estimate(of: .item, id: item)))
    }
  }

  @Test func `a 0–100 mean is the mean score on another scale`() throws {
    let score = try TinySurvey(seed: 24, item: .meanScore).estimate()
    let percent = try TinySurvey(seed: 24, item: .meanScore100).estimate()
    for (score, percent) in zip(score.estimates, percent.estimates) {
      #expect((((score.value ?? 0) - 1) / 4 * 100 - (percent.value ?? 0)).magnitude < 1e-11)
      #expect(((score.standardError ?? 0) * 25 - (percent.standardError ?? 0)).magnitude < 1e-11)
    }
  }

  @Test func `a domain that holds everybody is the population`() throws {
    let survey = TinySurvey(seed: 25)
    let everybody = TinySurvey.grouping(
      "country", [Int32](repeating: 0, count: survey.count), count: 1)
    for weights in [nil, try raked(survey)] {
      let table = try survey.estimate(weights: weights, domains: [everybody])
      for (whole, domain) in zip(table.estimates.prefix(10), table.estimates.suffix(10)) {
        #expect(agree(whole, domain))
        #expect(whole.designEffect == domain.designEffect)
      }
    }
  }

  @Test func `an empty domain changes nothing and is no data`() throws {
    let survey = TinySurvey(seed: 26)
    let plain = try survey.estimate()
    let with = try survey.estimate(
      domains: [TinySurvey.grouping("d", survey.clusters.map { $0 < 0 ? 0 : 1 }, count: 3)])
    #expect(Array(with.estimates.prefix(10)) == plain.estimates)
    for place in [0, 2] {
      let terms = [DomainTerm(variable: "d", code: "\(place)")]
      let empty = with.estimates.filter { $0.domain == terms }
      #expect(empty.count == 10)
      #expect(empty.allSatisfy { $0.flag == .noData && $0.value == nil })
      #expect(empty.allSatisfy { $0.standardError == nil && $0.degreesOfFreedom == 0 })
    }
  }

  @Test(arguments: [31, 32, 33])
  func `rows in another order give the same numbers`(_ seed: Int) throws {
    let survey = TinySurvey(seed: UInt64(seed))
    var order = Array(0..<survey.count)
    var random = SplitMix64(seed: UInt64(seed))
    order.shuffle(using: &random)
    let moved = survey.reordered(order)
    for (first, second) in [
      (try survey.estimate(), try moved.estimate()),
      (try survey.estimate(weights: raked(survey)), try moved.estimate(weights: raked(moved))),
    ] {
      for (first, second) in zip(first.estimates, second.estimates) {
        #expect(agree(first, second, 1e-11))
      }
    }
  }

  @Test func `the same survey gives the same bits every time`() throws {
    // The threads finish in another order each time; 17,000 rows make several stretches.
    let survey = TinySurvey(seed: 34, respondents: 17_000)
    let domains = [TinySurvey.grouping("d", survey.clusters, count: 5)]
    let first = try survey.estimate(domains: domains)
    for _ in 0..<3 { #expect(try survey.estimate(domains: domains) == first) }
  }

  @Test func `a simple random sample has design effect 1`() throws {
    var survey = TinySurvey(seed: 35)
    survey.strata = [Int32](repeating: 0, count: survey.count)
    survey.clusters = (0..<Int32(survey.count)).map { $0 }
    survey.weights = [Double](repeating: 4, count: survey.count)
    survey.answers = survey.answers.map { column in
      guard case .coded8(let bytes) = column else { return column }
      return .coded8(bytes.map { (1...5).contains($0) ? $0 : 3 })
    }
    for estimate in try survey.estimate().estimates {
      #expect(((estimate.designEffect ?? 0) - 1).magnitude < 1e-12, "\(estimate.id)")
    }
  }

  @Test func `scaling all weights changes no estimate`() throws {
    let survey = TinySurvey(seed: 36)
    var scaled = survey
    scaled.weights = survey.weights.map { $0 * 1234.5 }
    for (first, second) in zip(
      try survey.estimate().estimates, try scaled.estimate().estimates)
    {
      #expect(agree(first, second))
    }
  }

  @Test func `post-stratifying twice to the same totals is doing it once`() throws {
    let survey = TinySurvey(seed: 37)
    let totals = MarginTotals(
      grouping: TinySurvey.grouping("a", survey.strata, count: 4), totals: [100, 200, 150, 250])
    let base = try designWeights(survey.weights)
    let once = try poststratify(base, to: totals, place: 1)
    let twice = try poststratify(once, to: totals, place: 2)
    let first = try survey.estimate(weights: WeightSet(steps: [base, once]))
    let second = try survey.estimate(weights: WeightSet(steps: [base, once, twice]))
    for (first, second) in zip(first.estimates, second.estimates) { #expect(agree(first, second)) }
  }

  @Test func `post-stratification before raking to the same margin changes nothing`() throws {
    let survey = TinySurvey(seed: 38)
    let direct = try raked(survey)
    let base = direct.design
    guard case .rake(let margins, _, _) = direct.final.kind else { return }
    let before = try poststratify(base, to: margins[0], place: 1)
    let after = try rake(
      before, to: margins, tolerance: 1e-13, maximumIterations: 500, place: 2)
    let chained = try survey.estimate(weights: WeightSet(steps: [base, before, after]))
    let plain = try survey.estimate(weights: direct)
    for (chained, plain) in zip(chained.estimates, plain.estimates) {
      #expect(((chained.value ?? 0) / (plain.value ?? 1) - 1).magnitude < 1e-11)
      // The regression is weighted by other entering weights, so the errors are near, not equal.
      #expect(
        ((chained.standardError ?? 0) / (plain.standardError ?? 1) - 1).magnitude < 0.05)
    }
  }

  @Test func `many domains take the other way of summing to the same numbers`() throws {
    // Every respondent a PSU: fine cells of all sets together would be as many as respondents.
    var survey = TinySurvey(seed: 39, respondents: 70_000)
    survey.clusters = (0..<Int32(survey.count)).map { $0 }
    let sets = [
      TinySurvey.grouping("d", survey.strata.map { $0 % 3 }, count: 3),
      TinySurvey.grouping("e", survey.strata.map { 3 - $0 }, count: 4),
    ]
    let together = try survey.estimate(domains: sets)
    let alone = try survey.estimate(domains: [sets[1]])
    for (first, second) in zip(together.estimates.suffix(40), alone.estimates.suffix(40)) {
      #expect(agree(first, second, 1e-11))
    }
  }
}
