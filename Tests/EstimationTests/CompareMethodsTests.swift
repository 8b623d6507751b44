import Estimation
import SurveyModel
import Testing
import Weighting

@Suite struct CompareMethodsTests {
  private func compare(_ survey: TinySurvey) throws -> MethodComparison {
    try compareMethods(
      answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(),
      weights: WeightSet(steps: [designWeights(survey.weights)]))
  }

  @Test(arguments: [
    (ItemMeasure.satisfiedShare, FactorMeasure.meanOfItems, OverallMeasure.meanOfFactors, 9),
    (.satisfiedShare, .fullySatisfied, .fullySatisfied, 9),
    (.meanScore, .pooledAnswers, .weighted, 10),
  ])
  func declaredMethodComesFirstAndOnce(
    _ item: ItemMeasure, _ factor: FactorMeasure, _ overall: OverallMeasure, _ count: Int
  ) throws {
    let comparison = try compare(
      TinySurvey(seed: 71, item: item, factor: factor, overall: overall))
    #expect(comparison.variants.count == count)
    #expect(
      comparison.variants.map(\.isDeclared) == [true] + Array(repeating: false, count: count - 1))
    let first = comparison.variants[0]
    #expect(first.item == item && first.factor == factor && first.overall == overall)
    let distinct = Set(
      comparison.variants.map { "\($0.item.rawValue) \($0.factor.rawValue) \($0.overall.rawValue)" }
    )
    #expect(distinct.count == count)
  }

  @Test func everyMethodGivesTheFiguresOfItsOwnQuestionnaire() throws {
    let comparison = try compare(TinySurvey(seed: 72))
    for (variant, estimates) in zip(comparison.variants, comparison.estimates) {
      let alone = try TinySurvey(
        seed: 72, item: variant.item, factor: variant.factor, overall: variant.overall
      ).estimate()
      #expect(estimates.map(\.id) == ["sipas", "a", "b", "c"])
      #expect(estimates == Array(alone.estimates.prefix(4)))
      #expect(estimates.allSatisfy { $0.standardError ?? 0 > 0 })
    }
  }

  @Test func methodsThatTheQuestionnaireLacksAreLeftOut() throws {
    var survey = TinySurvey(seed: 73)
    for factor in survey.questionnaire.factors.indices {
      survey.questionnaire.factors[factor].weight = nil
    }
    survey.questionnaire.factors[0].overallItem = nil
    var scale = TinySurvey.scale
    scale.codes[0].score = nil
    survey.questionnaire.fields[0].kind = .coded(scale)
    let comparison = try compare(survey)
    #expect(comparison.variants.count == 6)
    #expect(!comparison.variants.contains { $0.factor == .item || $0.overall == .weighted })
    #expect(comparison.variants.allSatisfy { $0.item == .satisfiedShare })
  }
}
