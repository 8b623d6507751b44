import SurveyModel
import Testing
import Weighting

@Suite struct NonresponseTests {
  private let classes = Tiny.grouping("area", levels: [0, 0, 1], count: 2)

  private func fault(_ totals: NonresponseTotals, rows: Int = 3) throws -> WeightingFault? {
    let base = try designWeights([Double](repeating: 10, count: rows))
    let error = #expect(throws: WeightingError.self) {
      try adjustForNonresponse(base, totals, place: 1)
    }
    for finding in error?.findings() ?? [] {
      #expect(finding.message.vi?.isEmpty == false && finding.message.en?.isEmpty == false)
      #expect(finding.remedy.vi?.isEmpty == false && finding.remedy.en?.isEmpty == false)
      #expect(WeightingFindingCode.all.contains(finding.code))
    }
    return error?.faults.first
  }

  @Test func theExampleInTheDocumentationGivesTheNumbersItShows() throws {
    let one = Tiny.grouping("all", levels: [0, 0, 0], count: 1)
    let step = try adjustForNonresponse(
      designWeights([10, 10, 20]), NonresponseTotals(classes: one, sample: .sampled([60])),
      place: 1)
    #expect(step.weights == [15, 15, 30])
    #expect(step.kind == .nonresponse(NonresponseAdjustment(classes: one, factors: [1.5])))
    #expect(step.maximumRelativeError == 0)
    #expect(step.largestRatio == 1.5)
  }

  @Test func peopleOfUnknownStatusCountOrAreSpread() throws {
    let base = try designWeights([10, 10, 20])
    let sample = NonresponseTotals.Sample.byStatus(
      nonresponding: [10, 5], ineligible: [10, 0], unknown: [8, 0])
    let counted = try adjustForNonresponse(
      base, NonresponseTotals(classes: classes, sample: sample), place: 1)
    // (20 + 10 + 8)/20, (20 + 5)/20.
    #expect(counted.weights == [19, 19, 25])
    let spread = try adjustForNonresponse(
      base, NonresponseTotals(classes: classes, sample: sample, unknown: .spread), place: 1)
    // 8 · 30/40 = 6 of the unknown belong: (20 + 10 + 6)/20.
    #expect(spread.weights == [18, 18, 25])
  }

  @Test func aClassWithoutRespondentsIsNamedWithTheOneToMergeItWith() throws {
    let three = Tiny.grouping("area", levels: [0, 0, 1], count: 3)
    let found = try fault(NonresponseTotals(classes: three, sample: .sampled([30, 20, 15])))
    guard case .classWithoutRespondents(let category, let sampled) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(category.name == "area=2")
    #expect(category.mergeWith == "area=1")
    #expect(sampled == 15)
  }

  @Test func aSampleSmallerThanItsRespondentsIsRefused() throws {
    let found = try fault(NonresponseTotals(classes: classes, sample: .sampled([19, 20])))
    guard case .sampledBelowResponding(let category, let sampled, let responding) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(category.name == "area=0")
    #expect(sampled == 19 && responding == 20)
  }

  @Test func aClassThatTheFileLacksIsRefused() throws {
    let found = try fault(NonresponseTotals(classes: classes, sample: .sampled([30, .nan])))
    guard case .missingClass(let category, let respondents) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(category.name == "area=1")
    #expect(respondents == 1)
  }

  @Test(arguments: [0, -1, Double.infinity])
  func aSampledTotalThatIsNoWeightIsRefused(_ total: Double) throws {
    let found = try fault(NonresponseTotals(classes: classes, sample: .sampled([30, total])))
    guard case .badSampled(let category, let shown) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(category.name == "area=1")
    #expect(shown == total)
  }

  @Test func respondentsWithoutAClassAreNamed() throws {
    let some = Tiny.grouping("area", levels: [0, -1, 1], count: 2)
    let found = try fault(NonresponseTotals(classes: some, sample: .sampled([30, 20])))
    guard case .rowsWithoutLevel(_, let rows, let count, _) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(rows == [1] && count == 1)
  }

  @Test func nobodyCannotBeWeightedUp() throws {
    let nobody = Tiny.grouping("area", levels: [], count: 1)
    let found = try fault(NonresponseTotals(classes: nobody, sample: .sampled([30])), rows: 0)
    #expect(found == .noRespondents)
  }
}
