import Estimation
import SurveyModel
import Testing
import Weighting

@Suite struct FullySatisfiedTests {
  @Test func aPersonCountsByTheirValidAnswersOnly() throws {
    // Two items, satisfied from 4 on. By hand: 5 4 → 1, 5 2 → 0, 5 blank → 1, not applicable and not
    // asked → nobody, 4 4 → 1, 1 blank → 0; weights 1 2 3 4 5 6: (1 + 3 + 5)/(1 + 2 + 3 + 5 + 6).
    var survey = TinySurvey(
      answers: [5, 5, 5, 6, 4, 1], strata: [0, 0, 0, 0, 0, 0], clusters: [0, 0, 1, 1, 2, 2],
      weights: [1, 2, 3, 4, 5, 6])
    survey.answers.append(.coded8([4, 2, 0, CodeList.notAsked8, 4, 0]))
    survey.questionnaire = TinySurvey.questionnaire(
      ["f": ["Q1", "Q2"]], order: ["f"], factor: .fullySatisfied, overall: .fullySatisfied)
    let table = try survey.estimate()
    for (kind, id) in [(MeasureKind.factor, "f"), (.overall, "sipas")] {
      let estimate = table.estimate(of: kind, id: id)
      #expect(((estimate?.value ?? 0) - 900.0 / 17).magnitude < 1e-12)
      #expect(estimate?.respondents == 5)
      #expect(estimate?.isComplete == true)
    }
    #expect(table.estimates.map(\.id) == ["sipas", "f", "Q1", "Q2"])
  }

  @Test func anIndexOfOneItemIsThatItem() throws {
    let table = try TinySurvey(seed: 61, factor: .fullySatisfied).estimate()
    #expect(agree(table.estimate(of: .item, id: "B1"), table.estimate(of: .factor, id: "b")))
    let mean = ["a", "b", "c"].map { table.estimate(of: .factor, id: $0)?.value ?? 0 }
    let overall = table.estimate(of: .overall, id: "sipas")?.value ?? 0
    #expect((overall - mean.reduce(0, +) / 3).magnitude < 1e-12)
  }

  @Test func atMostTheSmallestItemShareWhereEverybodyAnswersEverything() throws {
    var survey = TinySurvey(seed: 62, factor: .fullySatisfied, overall: .fullySatisfied)
    survey.answers = survey.answers.map { column in
      guard case .coded8(let bytes) = column else { return column }
      return .coded8(bytes.map { (1...5).contains($0) ? $0 : 5 })
    }
    let table = try survey.estimate()
    let items = table.estimates.filter { $0.kind == .item }.compactMap(\.value)
    let factors = table.estimates.filter { $0.kind == .factor }.compactMap(\.value)
    #expect(factors.allSatisfy { $0 <= (items.max() ?? 0) })
    #expect(table.estimates[0].value ?? 100 <= (factors.min() ?? 0))
    #expect(table.estimates.allSatisfy { $0.respondents == survey.count })
  }

  @Test func domainsAndOrderOfRowsChangeNothing() throws {
    let survey = TinySurvey(
      seed: 63, respondents: 9000, factor: .fullySatisfied, overall: .fullySatisfied)
    let everybody = TinySurvey.grouping(
      "country", [Int32](repeating: 0, count: survey.count), count: 1)
    let table = try survey.estimate(domains: [everybody])
    for (whole, domain) in zip(table.estimates.prefix(10), table.estimates.suffix(10)) {
      #expect(agree(whole, domain))
    }
    let moved = try survey.reordered(Array((0..<survey.count).reversed())).estimate()
    for (first, second) in zip(table.estimates, moved.estimates) {
      #expect(agree(first, second, 1e-11))
    }
  }

  @Test func meanScoresRefuseIt() throws {
    for (factor, overall) in [
      (FactorMeasure.fullySatisfied, OverallMeasure.meanOfFactors), (.meanOfItems, .fullySatisfied),
    ] {
      let error = #expect(throws: EstimationError.self) {
        try TinySurvey(seed: 64, item: .meanScore, factor: factor, overall: overall).estimate()
      }
      #expect(error == .personShareInScores)
      #expect(error?.findings.first?.code.id == "estimate.index.share-in-scores")
    }
  }
}
