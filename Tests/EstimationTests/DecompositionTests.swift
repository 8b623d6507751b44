import Numerics
import SurveyModel
import Testing
import Weighting

@testable import Estimation

@Suite struct DecompositionTests {
  static let methods: [(FactorMeasure, OverallMeasure)] = [
    (.meanOfItems, .meanOfFactors), (.pooledAnswers, .meanOfFactors), (.meanOfItems, .weighted),
    (.pooledAnswers, .weighted), (.item, .meanOfItems), (.meanOfItems, .pooledAnswers),
    (.fullySatisfied, .fullySatisfied), (.fullySatisfied, .meanOfFactors),
  ]

  private static func analysis(
    _ survey: TinySurvey, minimum: Int = 0, scale: Double = 1
  ) throws -> IndexAnalysis {
    var random = SplitMix64(seed: 99)
    let some = (0..<survey.count).map { _ in Int32(random.uniform(below: 5)) - 1 }
    // Level 4 is nobody's.
    let sets = [
      TinySurvey.grouping("some", some, count: 5),
      TinySurvey.grouping("all", some.map { ($0 + 1) % 3 }, count: 3),
    ]
    return try IndexAnalysis(
      answers: survey.answers, questionnaire: survey.questionnaire, design: survey.design(.adjust),
      weights: WeightSet(steps: [designWeights(survey.weights.map { $0 * scale })]),
      domainSets: sets, settings: EstimationSettings(minimumRespondents: minimum))
  }

  private static func distances(_ analysis: IndexAnalysis) -> [Decomposition] {
    let figures = [(MeasureKind.overall, "sipas")] + ["a", "b", "c"].map { (.factor, $0) }
    return (figures + [(.item, "C2")]).flatMap { kind, id in
      decomposeDistance(analysis, target: "t", kind: kind, id: id, threshold: 86.78)
    }
  }

  private static func addsUp(_ decomposition: Decomposition) -> Bool {
    let parts = decomposition.parts.map(\.contribution).compensatedSum()
    return (parts - decomposition.whole).magnitude < 1e-12 * 100
  }

  @Test(arguments: 0..<2)
  func partsAddUpUnderEveryMethod(seed: UInt64) throws {
    for (factor, overall) in Self.methods {
      let now = try Self.analysis(TinySurvey(seed: seed, factor: factor, overall: overall))
      let found = Self.distances(now)
      #expect(found.count >= 10)
      for distance in found {
        let what = "\(factor) \(overall) \(distance.id) \(distance.variables)"
        #expect(Self.addsUp(distance), "\(what)")
        let shares = distance.parts.compactMap(\.share).reduce(0, +)
        #expect((shares - 1).magnitude < 1e-12, "\(what)")
        let estimate = now.estimates.estimate(of: distance.kind, id: distance.id)
        #expect(close(estimate?.value, distance.whole + 86.78), "\(what)")
        #expect(distance.standardError == estimate?.standardError)
        #expect(distance.parts.allSatisfy { $0.standardError != nil })
      }
      let earlier = try Self.analysis(
        TinySurvey(seed: seed + 50, factor: factor, overall: overall))
      for shared in [false, true] {
        let table = try compareSurveys(
          now: now, earlier: earlier, survey: "earlier", year: 2020, sharesClusters: shared)
        #expect(table.decompositions.count >= 8)
        for change in table.decompositions {
          #expect(Self.addsUp(change), "\(factor) \(overall) \(change.id) \(change.variables)")
          let whole = table.changes.first { $0.kind == change.kind && $0.id == change.id }
          #expect(close(change.whole, whole?.difference, 1e-9))
          #expect(close(change.standardError, whole?.standardError, 1e-9))
        }
      }
    }
  }

  /// The error of a sum of parts is that of the sum of their forms: with one part it is the whole's.
  @Test func aFactorOfOneItemIsItsItem() throws {
    let analysis = try Self.analysis(TinySurvey(seed: 4))
    let item = decomposeDistance(analysis, target: "t", kind: .item, id: "B1", threshold: 80)
    let factor = decomposeDistance(analysis, target: "t", kind: .factor, id: "b", threshold: 80)
    #expect(item.map(\.variables) == [["some"], ["all"]])
    #expect(factor.map(\.variables) == [["some"], ["all"]])
    for (first, second) in zip(item, factor) {
      for (part, other) in zip(first.parts, second.parts) {
        #expect(close(part.contribution, other.contribution))
        #expect(close(part.standardError, other.standardError))
      }
    }
  }

  @Test func anItemsPartOfAMeanIsItsDistanceOverTheNumberOfItems() throws {
    let analysis = try Self.analysis(TinySurvey(seed: 4))
    let byItems = try #require(
      decomposeDistance(analysis, target: "t", kind: .factor, id: "c", threshold: 80).first)
    #expect(byItems.variables.isEmpty)
    for (part, id) in zip(byItems.parts, ["C1", "C2", "C3"]) {
      let item = try #require(analysis.estimates.estimate(of: .item, id: id))
      let value = try #require(item.value)
      #expect(part.place == .item(id))
      #expect(part.figure == value)
      #expect(close(part.share, 1.0 / 3))
      #expect(close(part.contribution, (value - 80) / 3))
      #expect(close(part.standardError, item.standardError.map { $0 / 3 }, 1e-11))
    }
  }

  @Test func aTargetOnADomainIsSplitByItemsThere() throws {
    let analysis = try Self.analysis(TinySurvey(seed: 6))
    let domain = [DomainTerm(variable: "some", code: "2")]
    let found = decomposeDistance(
      analysis, target: "t", kind: .factor, id: "c", domain: domain, threshold: 80)
    #expect(found.count == 1)
    let byItems = try #require(found.first)
    let value = try #require(
      analysis.estimates.estimate(of: .factor, id: "c", domain: domain)?.value)
    #expect(Self.addsUp(byItems))
    #expect(close(byItems.whole, value - 80, 1e-11))
    // A domain nobody is in, a figure that does not exist.
    let empty = [DomainTerm(variable: "some", code: "4")]
    for (id, terms) in [("c", empty), ("x", []), ("c", [DomainTerm(variable: "x", code: "1")])] {
      let none = decomposeDistance(
        analysis, target: "t", kind: .factor, id: id, domain: terms, threshold: 80)
      #expect(none.isEmpty)
    }
  }

  @Test func respondentsOutsideAllDomainsAreAPartOfTheirOwn() throws {
    let analysis = try Self.analysis(TinySurvey(seed: 6), minimum: 100)
    for distance in Self.distances(analysis) where !distance.variables.isEmpty {
      let outside = distance.parts.filter { $0.place == .outsideDomains }
      #expect(outside.count == (distance.variables == ["some"] ? 1 : 0))
      #expect(outside.allSatisfy { $0.flag == .suppressed && $0.figure == nil })
      // Level 4 has nobody and adds nothing.
      #expect(distance.parts.count == (distance.variables == ["some"] ? 5 : 3))
    }
  }

  @Test func weightsHaveNoUnit() throws {
    let survey = TinySurvey(seed: 12, factor: .pooledAnswers)
    let first = Self.distances(try Self.analysis(survey))
    let second = Self.distances(try Self.analysis(survey, scale: 4096))
    #expect(first == second)
  }

  @Test func itemsOfOneYearOnlyChangeTheComposition() throws {
    let now = TinySurvey(seed: 20, factor: .pooledAnswers)
    var earlier = TinySurvey(seed: 21, factor: .pooledAnswers)
    earlier.answers[4] = .coded8([UInt8](repeating: CodeList.notAsked8, count: earlier.count))
    let table = try compareSurveys(
      now: Self.analysis(now), earlier: Self.analysis(earlier), survey: "earlier", year: 2020,
      sharesClusters: false)
    let byItems = try #require(
      table.decompositions.first { $0.id == "c" && $0.variables.isEmpty })
    #expect(Self.addsUp(byItems))
    let parts = byItems.parts.filter { $0.place == .item("C2") }
    #expect(parts.map(\.effect) == [.satisfaction, .composition])
    #expect(parts.first?.contribution == 0)
    #expect(parts.last?.contribution != 0)
    #expect(table.changes.first { $0.id == "C2" } == nil)
  }
}
