import Estimation
import Numerics
import SurveyModel
import Testing

@Suite struct ReplicateDesignTests {
  /// PSUs of given numbers per stratum, one respondent each.
  private func design(
    _ sizes: [Int], population: [Double?] = [], _ rule: SinglePSURule = .remove
  ) throws -> SampleDesign {
    try SampleDesign(
      strata: sizes.indices.map { stratum in
        Stratum(
          level: GroupLevel(
            terms: [DomainTerm(variable: "h", code: "\(stratum)")], labels: [LocalizedText()]),
          populationPSUs: population.isEmpty ? nil : population[stratum])
      },
      stratumOfRow: sizes.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) },
      clusterOfRow: nil, singlePSU: rule)
  }

  /// Numbers of `replicates_bootstrap.py 2021 3 5 1 4`, in Fixtures/published/scripts.
  @Test func bootstrapDrawsAreThoseOfTheSeed() throws {
    let replicates = try ReplicateDesign.bootstrap(
      design([5, 1, 4]), replicates: 3, seed: 2021, centre: .mean)
    let third = 4.0 / 3
    #expect(
      (0..<3).map { replicates.multipliers(ofReplicate: $0) } == [
        [0, 2.5, 2.5, 0, 0, 1, third, 0, third, third],
        [1.25, 0, 2.5, 0, 1.25, 1, third, 0, third, third],
        [1.25, 1.25, 1.25, 1.25, 0, 1, third, third, 0, third],
      ])
    #expect(replicates.scale == 0.5)
    #expect(replicates.degreesOfFreedom == nil)
  }

  @Test func moreReplicatesBeginWithTheSameOnes() throws {
    let sample = try design([7, 2, 3])
    let few = try ReplicateDesign.bootstrap(sample, replicates: 5, seed: 9, centre: .mean)
    let many = try ReplicateDesign.bootstrap(sample, replicates: 50, seed: 9, centre: .mean)
    let other = try ReplicateDesign.bootstrap(sample, replicates: 5, seed: 10, centre: .mean)
    for replicate in 0..<5 {
      #expect(
        few.multipliers(ofReplicate: replicate) == many.multipliers(ofReplicate: replicate))
    }
    #expect(few.multipliers(ofReplicate: 0) != other.multipliers(ofReplicate: 0))
  }

  @Test func everyBootstrapReplicateKeepsTheNumberOfPSUs() throws {
    let replicates = try ReplicateDesign.bootstrap(
      design([7, 2, 1, 30]), replicates: 40, seed: 3, centre: .mean)
    for replicate in 0..<40 {
      let multipliers = try #require(replicates.multipliers(ofReplicate: replicate))
      for (range, count) in [(0..<7, 7.0), (7..<9, 2), (9..<10, 1), (10..<40, 30)] {
        let sum = multipliers[range].reduce(0, +)
        #expect((sum - count).magnitude < 1e-12)
      }
    }
  }

  @Test func fullySampledStrataMakeNoJackknifeReplicate() throws {
    let replicates = try ReplicateDesign.jkn(
      design([3, 2, 1], population: [3, 8, 1], .fail), centre: .mean)
    #expect(replicates.count == 2)
    #expect(replicates.replicateScales == [0.375, 0.375])
    #expect(replicates.multipliers(ofReplicate: 1) == [1, 1, 1, 2, 0, 1])
  }

  @Test func failNamesTheStratum() throws {
    let sample = try design([3, 1], .fail)
    let expected = ReplicateError.estimation(
      .singlePSU([
        SinglePSUStratum(stratum: "h=1", psu: "4", respondents: 1)
      ]))
    #expect(throws: expected) { try ReplicateDesign.jkn(sample, centre: .mean) }
    #expect(throws: expected) {
      try ReplicateDesign.bootstrap(sample, replicates: 10, seed: 1, centre: .mean)
    }
  }

  @Test func jk1UsesThePopulationOfTheOneStratum() throws {
    let one = ReplicateDesign.jk1(try design([5], population: [20]), centre: .mean)
    #expect(one.scale == 0.75 * 4 / 5)
    #expect(one.multipliers(ofReplicate: 2) == [1.25, 1.25, 0, 1.25, 1.25])
    let two = ReplicateDesign.jk1(try design([2, 3], population: [4, 6]), centre: .mean)
    #expect(two.scale == 4.0 / 5)
    #expect(ReplicateDesign.jk1(try design([1]), centre: .mean).count == 0)
    #expect(ReplicateDesign.jk1(try design([2], population: [2]), centre: .mean).count == 0)
  }

  @Test func oneReplicateIsRefused() throws {
    let sample = try design([3, 2])
    #expect(throws: ReplicateError.tooFewReplicates(1)) {
      try ReplicateDesign.bootstrap(sample, replicates: 1, seed: 1, centre: .mean)
    }
  }

  @Test func unusableSuppliedReplicatesAreRefused() throws {
    func supplied(
      _ columns: [[Double]], _ scales: [Double]? = nil, scale: Double = 1
    ) throws -> ReplicateDesign {
      try .supplied(
        columns, replicateScales: scales, SuppliedReplicates(weights: "", scale: scale),
        centre: .mean)
    }
    #expect(throws: ReplicateError.tooFewReplicates(1)) { try supplied([[1, 2]]) }
    #expect(throws: ReplicateError.weightUnusable(replicate: 1, row: 0)) {
      try supplied([[1, 2], [.infinity, 2]])
    }
    #expect(throws: ReplicateError.scaleUnusable(replicate: 0, value: -1)) {
      try supplied([[1, 2], [1, 2]], [-1, 1])
    }
    #expect(throws: ReplicateError.scaleUnusable(replicate: nil, value: 0)) {
      try supplied([[1, 2], [1, 2]], scale: 0)
    }
    #expect(try supplied([[1, 2], [1, 2], [2, 1]]).degreesOfFreedom == 2)
  }
}
