import SurveyModel
import Testing
import Weighting

@testable import Estimation

/// Parts of distances and changes computed by R: `change/SOURCE.md`.
@Suite struct ContributionsAgreeWithSurveyTests {
  private static func cases(_ kind: String) throws -> [ExpectedContributions.Case] {
    try PublishedFixture("change").decode(
      ExpectedContributions.self, from: "contributions.json"
    ).cases.filter { $0.kind == kind }
  }

  /// The levels of a variable, or one of them with the others outside all domains.
  private static func domain(
    _ survey: ComparedSurvey, _ row: ExpectedContributions.Case
  ) throws -> Grouping {
    guard let only = row.only else { return try survey.table.grouping([row.by]) }
    return try survey.table.grouping([row.by], levels: [[only]])
  }

  private static func measure(_ figure: String) -> FactorMeasure {
    figure.hasSuffix("_m2") ? .pooledAnswers : .meanOfItems
  }

  private static func figure(_ name: String) -> (kind: MeasureKind, id: String) {
    let id = String(name.dropLast(3))
    return id == "overall" ? (.overall, "sipas") : (.factor, id)
  }

  private static func name(_ part: DecompositionPart, isChange: Bool) -> String {
    let effect = isChange ? " \(part.effect.rawValue)" : ""
    switch part.place {
    case .item(let id): return id + effect
    case .domain(let terms): return "\(terms[0].variable)=\(terms[0].code)" + effect
    case .outsideDomains: return "outside" + effect
    }
  }

  private static func compare(
    _ found: [Decomposition], _ row: ExpectedContributions.Case, isChange: Bool
  ) throws {
    var parts: [String: DecompositionPart] = [:]
    for decomposition in found {
      let sum = decomposition.parts.reduce(0) { $0 + $1.contribution }
      #expect(
        (sum - decomposition.whole).magnitude <= 1e-12 * 100, "\(row.figure) \(row.by) adds up")
      for part in decomposition.parts { parts[name(part, isChange: isChange)] = part }
    }
    for expected in row.parts where expected.part != "whole" {
      let what = "\(row.kind) \(row.weights) \(row.figure) \(row.by) \(expected.part)"
      guard let part = parts[expected.part] else {
        // A mean of items has no composition effect by items.
        #expect(expected.est.magnitude < 1e-12 && expected.se < 1e-9, "\(what) is missing")
        continue
      }
      // A part is a difference of percentages: 1e-9 of itself, or 1e-12 points.
      let difference = (part.contribution - expected.est).magnitude
      #expect(difference <= max(1e-12, 1e-9 * expected.est.magnitude), "\(what)")
      expectAgreement(part.standardError, expected.se, "\(what) SE")
    }
  }

  @Test func partsOfDistancesAgree() throws {
    let survey = try ComparedSurvey(sipas: "sipas-small", "data.csv")
    let raked = try SIPASFixture("sipas-small").raked()
    let cases = try Self.cases("distance")
    #expect(cases.count == 8)
    for row in cases {
      let analysis = try survey.analysis(
        SIPASFixture.questionnaire(.satisfiedShare, Self.measure(row.figure)),
        weights: row.weights == "raked" ? raked : nil, domains: [Self.domain(survey, row)])
      let (kind, id) = Self.figure(row.figure)
      let found = decomposeDistance(
        analysis, target: "8.1.1", kind: kind, id: id, threshold: 86.78)
      #expect(found.count == 2)
      try Self.compare(found, row, isChange: false)
    }
  }

  private static func compareChange(
    _ now: IndexAnalysis, _ earlier: IndexAnalysis, _ row: ExpectedContributions.Case,
    sharesClusters: Bool
  ) throws {
    let table = try compareSurveys(
      now: now, earlier: earlier, survey: "earlier", year: 2022, sharesClusters: sharesClusters)
    let (kind, id) = figure(row.figure)
    let found = table.decompositions.filter { $0.kind == kind && $0.id == id }
    #expect(found.count == 2)
    try compare(found, row, isChange: true)
    let whole = try #require(row.parts.last { $0.part == "whole" })
    let change = try #require(table.changes.first { $0.kind == kind && $0.id == id })
    expectAgreement(change.standardError, whole.se, "\(row.figure) whole SE")
    for decomposition in found {
      expectAgreement(decomposition.whole, whole.est, "\(row.figure) whole")
      expectAgreement(decomposition.standardError, whole.se, "\(row.figure) whole SE")
    }
  }

  @Test func partsOfChangesAgree() throws {
    let now = try ComparedSurvey(sipas: "sipas-small", "data.csv")
    let earlier = try ComparedSurvey(sipas: "change", "small_prev.csv")
    let cases = try Self.cases("change")
    #expect(cases.count == 3)
    for row in cases {
      let questionnaire = SIPASFixture.questionnaire(.satisfiedShare, Self.measure(row.figure))
      try Self.compareChange(
        now.analysis(questionnaire, domains: [Self.domain(now, row)]),
        earlier.analysis(questionnaire, domains: [Self.domain(earlier, row)]), row,
        sharesClusters: false)
    }
  }

  @Test func partsOfChangesWithSharedClustersAgree() throws {
    let now = try ComparedSurvey(mini: "mini_next.csv")
    let earlier = try ComparedSurvey(mini: "mini_now.csv")
    let cases = try Self.cases("shared")
    #expect(cases.count == 2)
    for row in cases {
      let questionnaire = ComparedSurvey.questionnaire(
        [("B", 4), ("C", 5)], Self.measure(row.figure))
      try Self.compareChange(
        now.analysis(questionnaire, fpc: false, domains: [Self.domain(now, row)]),
        earlier.analysis(questionnaire, fpc: false, domains: [Self.domain(earlier, row)]), row,
        sharesClusters: true)
    }
  }
}
