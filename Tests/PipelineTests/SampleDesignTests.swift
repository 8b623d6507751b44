import SurveyModel
import Testing

@Suite struct SampleDesignTests {
  private let two = [
    Stratum(level: GroupLevel(terms: [], labels: [])),
    Stratum(level: GroupLevel(terms: [], labels: [])),
  ]

  @Test func `the same commune name in two districts is two sampling units`() throws {
    let design = try SampleDesign(
      strata: two, stratumOfRow: [0, 0, 1, 1], clusterOfRow: [7, 7, 7, 8], singlePSU: .fail)
    #expect(design.psuCount == 3)
    #expect(design.psuOfRow == [0, 0, 1, 2])
    #expect(design.stratumOfPSU == [0, 1, 1])
    #expect(design.strata.map(\.samplePSUs) == [1, 2])
  }

  @Test func `sampling units keep their numbers when rows change places`() throws {
    let forwards = try SampleDesign(
      strata: two, stratumOfRow: [0, 1, 1], clusterOfRow: [2, 0, 1], singlePSU: .adjust)
    let backwards = try SampleDesign(
      strata: two, stratumOfRow: [1, 1, 0], clusterOfRow: [1, 0, 2], singlePSU: .adjust)
    #expect(forwards.psuOfRow == Array(backwards.psuOfRow.reversed()))
  }

  @Test func `huge cluster numbers are numbered like small ones`() throws {
    let design = try SampleDesign(
      strata: two, stratumOfRow: [0, 1, 1], clusterOfRow: [2_000_000_000, 5, 2_000_000_000],
      singlePSU: .adjust)
    #expect(design.psuOfRow == [0, 1, 2])
  }

  @Test func `a design that cannot be is refused by name`() {
    #expect(throws: SampleDesignError.missingStratum(rows: 1)) {
      try SampleDesign(
        strata: two, stratumOfRow: [0, -1], clusterOfRow: nil, singlePSU: .fail)
    }
    #expect(throws: SampleDesignError.missingPSU(rows: 2)) {
      try SampleDesign(
        strata: two, stratumOfRow: [0, 0], clusterOfRow: [-1, -1], singlePSU: .fail)
    }
    let small = [Stratum(level: GroupLevel(terms: [], labels: []), populationPSUs: 1)]
    #expect(
      throws: SampleDesignError.populationTooSmall(stratum: 0, population: 1, sample: 2)
    ) {
      try SampleDesign(
        strata: small, stratumOfRow: [0, 0], clusterOfRow: [0, 1], singlePSU: .fail)
    }
  }
}
