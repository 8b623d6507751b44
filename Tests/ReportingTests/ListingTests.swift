import SurveyModel
import Testing

@testable import Reporting

struct ListingTests {
  static let comparison: MethodComparison = {
    let variants = [
      MethodVariant(
        item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors, isDeclared: true),
      MethodVariant(item: .satisfiedShare, factor: .fullySatisfied, overall: .fullySatisfied),
    ]
    let declared = TinyRun.estimates.estimates.filter { $0.domain.isEmpty && $0.kind != .item }
    return MethodComparison(
      variants: variants,
      estimates: [
        Array(declared),
        declared.map { estimate in
          var other = estimate
          other.value = (estimate.value ?? 0) - 20
          other.lower = (estimate.lower ?? 0) - 20
          other.upper = (estimate.upper ?? 0) - 20
          return other
        },
      ])
  }()

  static let plan = [
    SamplePlanRow(
      target: "8.1.1", kind: .factor, id: "access", estimate: 87.104, step: 2,
      presentRespondents: 1240, presentClusters: 60, presentlyDetectable: 1.52, likeness: 0.042,
      weightingEffect: 1.34, respondents: 820, clusters: 40, respondentsPerCluster: 20.5),
    SamplePlanRow(
      target: "8.1.4", kind: .factor, id: "results", estimate: 88.25, step: 0.25,
      presentRespondents: 1240, presentClusters: 60, presentlyDetectable: nil, likeness: 0,
      weightingEffect: 1.34, respondents: nil, clusters: nil, respondentsPerCluster: 20.5),
  ]

  @Test(arguments: Language.allCases)
  func listingsReadAsAPersonHasLookedAtThem(language: Language) throws {
    let questionnaire = TinyRun.questionnaire
    let parts = [
      weightListing(TinyRun.weights, language: language, width: 120),
      comparisonListing(
        Self.comparison, questionnaire: questionnaire, language: language, width: 120),
      samplePlanListing(
        Self.plan, settings: SamplePlanSettings(), questionnaire: questionnaire,
        language: language, width: 120),
    ]
    let text = parts.joined(separator: "\n\n") + "\n"
    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= 120) }
    try expectGolden(Array(text.utf8), "listings.\(language.rawValue).txt")
  }

  @Test func tablesForOtherProgramsHoldTheNumbers() throws {
    let questionnaire = TinyRun.questionnaire
    let compared = try AnalysisAgreementTests.rows(
      comparisonCSV(Self.comparison, questionnaire: questionnaire, language: .en))
    #expect(
      compared.map { $0["declared"] } == Array(repeating: "true", count: 6)
        + Array(repeating: "false", count: 6))
    #expect(
      compared[0]["estimate"] == "87.82686" && compared[6]["factor_measure"] == "fully-satisfied")
    let planned = try AnalysisAgreementTests.rows(
      samplePlanCSV(
        Self.plan, settings: SamplePlanSettings(), questionnaire: questionnaire, language: .en))
    #expect(planned[0]["respondents"] == "820" && planned[0]["power"] == "0.8")
    #expect(planned[1]["respondents"] == "" && planned[1]["presently_detectable"] == "")
  }

  @Test func nothingToListIsSaid() {
    let nothing = samplePlanListing(
      [], settings: SamplePlanSettings(), questionnaire: TinyRun.questionnaire, language: .en)
    #expect(nothing == "No target has a sampling error to plan a sample by.")
    let comparison = MethodComparison(variants: [], estimates: [])
    #expect(
      comparisonListing(comparison, questionnaire: TinyRun.questionnaire, language: .en)
        == "Nothing to compare.")
  }
}
