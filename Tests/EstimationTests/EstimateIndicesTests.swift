import Estimation
import SurveyModel
import Testing
import Weighting

@Suite struct EstimateIndicesTests {
  // Scores 2 4 3 5 1 3, weights 10 10 20 20 15 15, PSUs 1 1 2 2 of stratum 1 and one PSU for each
  // respondent of stratum 2. By hand: mean 280/90; with z the PSU sums of w(y − ȳ)/90,
  // z = −.0246914, .3950617 | −.3518519, −.0185185 and v = Σ (z₁ − z₂)².
  @Test func `the example in the documentation gives the numbers it shows`() throws {
    let survey = TinySurvey(
      answers: [2, 4, 3, 5, 1, 3], strata: [0, 0, 0, 0, 1, 1], clusters: [0, 0, 1, 1, 0, 1],
      weights: [10, 10, 20, 20, 15, 15], item: .meanScore)
    let estimate = try #require(try survey.estimate().estimate(of: .item, id: "Q1"))
    #expect(((estimate.value ?? 0) - 280.0 / 90).magnitude < 1e-14)
    #expect(((estimate.standardError ?? 0) - 0.536007).magnitude < 5e-7)
    #expect(estimate.degreesOfFreedom == 2)
    #expect(estimate.respondents == 6)
    #expect(estimate.flagReason == .degreesOfFreedom)
  }

  @Test func `a respondent without an answer keeps their PSU in the variance`() throws {
    // Three PSUs of two; the third never answered. By hand: p = 1/2, z = ±1/4, ∓1/4, 0 and
    // v = 3/2 (1/16 + 1/16) = 3/16; dropping the rows would give 2/1 · 1/8 = 1/4.
    let survey = TinySurvey(
      answers: [5, 5, 1, 1, 0, 6], strata: [0, 0, 0, 0, 0, 0], clusters: [0, 0, 1, 1, 2, 2],
      weights: [1, 1, 1, 1, 1, 1])
    let estimate = try #require(try survey.estimate().estimate(of: .item, id: "Q1"))
    #expect(estimate.value == 50)
    // z of PSU 1 is Σ w (y − p)/Σ w x = 2 · 0.5/4 = 1/4.
    #expect(((estimate.standardError ?? 0) - 100 * (3.0 / 16).squareRoot()).magnitude < 1e-12)
    #expect(estimate.respondents == 4)
    #expect(estimate.degreesOfFreedom == 2)
  }

  @Test func `every reason for a missing answer leaves the denominator`() throws {
    // Blank, not applicable and not asked: none counts as dissatisfied.
    let survey = TinySurvey(
      answers: [5, 5, 1, 0, 6, CodeList.notAsked8], strata: [0, 0, 0, 0, 0, 0],
      clusters: [0, 1, 2, 3, 4, 5], weights: [1, 1, 1, 1, 1, 1])
    let estimate = try survey.estimate().estimate(of: .item, id: "Q1")
    #expect(((estimate?.value ?? 0) - 200.0 / 3).magnitude < 1e-13)
    #expect(estimate?.respondents == 3)
  }

  @Test func `the same cluster number in two strata is two PSUs`() throws {
    let survey = TinySurvey(
      answers: [5, 1, 4, 2], strata: [0, 0, 1, 1], clusters: [0, 1, 0, 1], weights: [1, 1, 1, 1])
    let table = try survey.estimate()
    #expect(table.psuCount == 4)
    #expect(table.estimate(of: .item, id: "Q1")?.degreesOfFreedom == 2)
  }

  @Test func `everybody satisfied has standard error zero and is flagged`() throws {
    let survey = TinySurvey(
      answers: (0..<32).map { $0 % 3 == 0 ? 5 : 4 }, strata: (0..<32).map { _ in 0 },
      clusters: (0..<32).map { $0 / 4 }, weights: (0..<32).map { 0.7 + 0.1 * Double($0) })
    let estimate = try survey.estimate().estimate(of: .overall, id: "sipas")
    #expect(estimate?.value == 100)
    #expect(estimate?.standardError == 0)
    #expect(estimate?.flag == .unreliable)
    #expect(estimate?.flagReason == .noVariation)
    #expect(estimate?.designEffect == nil)
    #expect(estimate?.effectiveRespondents == nil)
    let logit = try survey.estimate(settings: EstimationSettings(interval: .logit))
      .estimate(of: .item, id: "Q1")
    #expect(logit?.lower == nil && logit?.upper == nil)
    #expect(logit?.intervalMethod == .logit)
  }

  @Test func `nobody answering is no data, never zero`() throws {
    let survey = TinySurvey(
      answers: [0, 6, 0, 6], strata: [0, 0, 0, 0], clusters: [0, 0, 1, 1],
      weights: [1, 1, 1, 1])
    for estimate in try survey.estimate().estimates {
      #expect(estimate.value == nil)
      #expect(estimate.standardError == nil)
      #expect(estimate.respondents == 0)
      #expect(estimate.flag == .noData)
      #expect(!estimate.isComplete)
    }
  }

  @Test func `a survey without respondents is all no data`() throws {
    let survey = TinySurvey(answers: [], strata: [], clusters: [], weights: [])
    let table = try survey.estimate()
    #expect(table.estimates.count == 3)
    #expect(table.estimates.allSatisfy { $0.flag == .noData && $0.respondents == 0 })
  }

  @Test func `fewer respondents than the rule asks are suppressed but keep their value`() throws {
    let survey = TinySurvey(
      answers: [5, 1, 4, 0], strata: [0, 0, 0, 0], clusters: [0, 0, 1, 1],
      weights: [1, 1, 1, 1])
    let four = try survey.estimate(settings: EstimationSettings(minimumRespondents: 4))
    #expect(four.estimate(of: .item, id: "Q1")?.flag == .suppressed)
    #expect(four.estimate(of: .item, id: "Q1")?.flagReason == .fewRespondents)
    #expect(four.estimate(of: .item, id: "Q1")?.value != nil)
    let three = try survey.estimate(settings: EstimationSettings(minimumRespondents: 3))
    #expect(three.estimate(of: .item, id: "Q1")?.flagReason == .effectiveNumber)
  }

  @Test func `without a degree of freedom there is no standard error`() throws {
    let survey = TinySurvey(
      answers: (0..<40).map { [5, 1, 4, 2][$0 % 4] }, strata: [Int32](repeating: 0, count: 40),
      clusters: [Int32](repeating: 0, count: 40), weights: [Double](repeating: 1, count: 40))
    for rule in [SinglePSURule.adjust, .average, .certainty, .remove] {
      let table = try survey.estimate(rule)
      let estimate = table.estimate(of: .item, id: "Q1")
      #expect(estimate?.value == 50)
      #expect(estimate?.standardError == nil, "\(rule)")
      #expect(estimate?.lower == nil)
      #expect(estimate?.flagReason == .noStandardError)
      #expect(table.singlePSUStrata == ["stratum=0"])
    }
  }

  @Test func `a census of clusters tells nothing of the error within them`() throws {
    var survey = TinySurvey(
      answers: [5, 1, 4, 2, 5, 5], strata: [0, 0, 0, 0, 0, 0], clusters: [0, 0, 1, 1, 2, 2],
      weights: [1, 1, 1, 1, 1, 1])
    survey.populationPSUs = 3
    let census = try survey.estimate().estimate(of: .item, id: "Q1")
    #expect(census?.standardError == nil)
    // Six respondents are too few for a share in any case.
    #expect(census?.flagReason == .effectiveNumber)
    survey.populationPSUs = 4
    #expect(try survey.estimate().estimate(of: .item, id: "Q1")?.standardError != nil)
  }

  @Test func `the only PSU of a stratum's population is not refused`() throws {
    var survey = TinySurvey(
      answers: [5, 1, 4, 2], strata: [0, 0, 0, 0], clusters: [0, 0, 0, 0],
      weights: [1, 1, 1, 1])
    survey.populationPSUs = 1
    let table = try survey.estimate(.fail)
    #expect(table.singlePSUStrata.isEmpty)
    #expect(table.estimate(of: .item, id: "Q1")?.standardError == nil)
  }

  @Test func `results come in the order of the questionnaire, the population first`() throws {
    let survey = TinySurvey(seed: 1)
    let table = try survey.estimate(
      domains: [TinySurvey.grouping("sex", survey.strata.map { $0 % 2 }, count: 2)])
    let ids = ["sipas", "a", "b", "c", "A1", "A2", "B1", "C1", "C2", "C3"]
    #expect(table.estimates.map(\.id) == ids + ids + ids)
    #expect(table.estimates[0].kind == .overall)
    #expect(table.estimates[10].domain == [DomainTerm(variable: "sex", code: "0")])
    #expect(table.estimates[29].domain == [DomainTerm(variable: "sex", code: "1")])
  }

  @Test func `an index over items without answers is the mean of the others, and says so`() throws {
    var survey = TinySurvey(seed: 2)
    survey.answers[3] = .coded8([UInt8](repeating: 6, count: survey.count))
    let table = try survey.estimate()
    let factor = try #require(table.estimate(of: .factor, id: "c"))
    let items = try ["C2", "C3"].map {
      try #require(table.estimate(of: .item, id: $0)?.value)
    }
    #expect(((factor.value ?? 0) - (items[0] + items[1]) / 2).magnitude < 1e-12)
    #expect(!factor.isComplete)
    #expect(table.estimate(of: .overall, id: "sipas")?.isComplete == false)
    #expect(table.estimate(of: .factor, id: "a")?.isComplete == true)
    #expect(table.estimate(of: .item, id: "C1")?.flag == .noData)
  }
}
