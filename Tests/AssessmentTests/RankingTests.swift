import Numerics
import SurveyModel
import Testing

@testable import Assessment

struct RankingTests {
  @Test func ranksAgreeWithR() throws {
    let fixture = try JudgingFixture.load()
    #expect(fixture.ranks.count == 5)
    for expected in fixture.ranks {
      let ranking = rankUnits(expected.joint, variables: [expected.by], level: expected.level)
      #expect(ranking.units.count == expected.units.count)
      for unit in ranking.units {
        let place = try #require(
          expected.units.firstIndex(of: unit.estimate.domain.first?.code ?? ""))
        let name = "\(expected.by) \(expected.level) \(expected.units[place])"
        #expect(unit.bestRank == expected.best[place], "\(name)")
        #expect(unit.worstRank == expected.worst[place], "\(name)")
        #expect(agree(unit.differenceFromWhole, expected.difference[place]), "\(name)")
        #expect(
          agree(unit.standardErrorOfDifference, expected.se_difference[place]), "\(name)")
        #expect(agree(unit.adjustedPValue, expected.p_difference[place]), "\(name)")
      }
    }
  }

  @Test func statisticsOfPairsAgreeWithR() throws {
    for expected in try JudgingFixture.load().ranks {
      let count = expected.units.count
      for first in 0..<count {
        for second in 0..<count where first != second {
          let found = UnitDifferences.statistic(expected.joint, first, second)
          #expect(
            agree(found, expected.t[first * count + second]), "\(expected.by) \(first) \(second)")
        }
      }
    }
  }

  /// Independent units of one error, and the whole as their mean.
  private static func joint(_ values: [Double?], error: Double, freedom: Int = 40) -> JointEstimates
  {
    let count = values.count + 1
    let known = values.compactMap { $0 }
    var covariance = [Double](repeating: 0, count: count * count)
    for unit in values.indices {
      covariance[unit * count + unit] = error * error
      covariance[unit * count + count - 1] = error * error / Double(values.count)
      covariance[(count - 1) * count + unit] = error * error / Double(values.count)
    }
    covariance[count * count - 1] = error * error / Double(values.count)
    return JointEstimates(
      estimates: values.enumerated().map { index, value in
        TinyPlan.estimate(
          value, error: error, freedom: freedom,
          domain: [DomainTerm(variable: "district", code: "\(index)")],
          flag: value == nil ? .noData : nil)
      } + [TinyPlan.estimate(known.reduce(0, +) / Double(known.count), error: error)],
      covariance: covariance, degreesOfFreedom: freedom)
  }

  @Test func theExampleInTheDocumentationGivesTheRanksItShows() {
    let ranking = rankUnits(Self.joint([83, 90, 70, 84], error: 1.5), variables: ["district"])
    #expect(ranking.units.compactMap(\.estimate.value) == [90, 84, 83, 70])
    #expect(ranking.units.map { "\($0.bestRank)–\($0.worstRank)" } == ["1–1", "2–3", "2–3", "4–4"])
    #expect(ranking.units.map(\.groups) == [[1], [2], [2], [3]])
    #expect(ranking.units.map(\.rank) == [1, 2, 3, 4])
  }

  @Test func unitsThatMayNotBePublishedAreLeftOut() {
    var joint = Self.joint([83, nil, 70, 84], error: 0.01)
    joint.estimates[2].flag = .suppressed
    let ranking = rankUnits(joint, variables: ["district"])
    #expect(ranking.units.compactMap(\.estimate.value) == [84, 83])
    #expect(ranking.leftOut.map { $0.domain.first?.code } == ["1", "2"])
    #expect(ranking.units.map(\.worstRank) == [1, 2])
  }

  @Test func withoutErrorsNothingIsToldApart() {
    for (error, freedom) in [(0.0, 40), (0.1, 0), (.nan, 40)] {
      let joint = Self.joint([83, 50, 70], error: error, freedom: freedom)
      let ranking = rankUnits(joint, variables: ["district"])
      #expect(ranking.units.allSatisfy { $0.bestRank == 1 && $0.worstRank == 3 })
      #expect(ranking.units.allSatisfy { $0.groups == [1] && $0.adjustedPValue == nil })
    }
    let none = rankUnits(Self.joint([nil, nil], error: 1), variables: ["district"])
    #expect(none.units.isEmpty)
    #expect(none.leftOut.count == 2)
  }

  @Test func equalFiguresShareTheBetterRank() {
    let ranking = rankUnits(Self.joint([80, 90, 80, 70], error: 5), variables: ["district"])
    #expect(ranking.units.map(\.rank) == [1, 2, 2, 4])
  }

  @Test(arguments: 0..<40)
  func setsHoldTheRankAndGroupsCoverTheUnits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<25).map { _ in 70 + 20 * random.uniform() }
    let joint = Self.joint(values, error: 0.1 + 2 * random.uniform())
    let ranking = rankUnits(joint, variables: ["district"])
    #expect(ranking.units.allSatisfy { ($0.bestRank...$0.worstRank).contains($0.rank) })
    let last = ranking.units.flatMap(\.groups).max() ?? 0
    for group in 1...last {
      let places = ranking.units.indices.filter { ranking.units[$0].groups.contains(group) }
      #expect(places == Array((places.first ?? 0)...(places.last ?? 0)), "a run of neighbours")
    }
    for (upper, lower) in zip(ranking.units, ranking.units.dropFirst()) {
      #expect(upper.bestRank <= lower.bestRank + 24 && !upper.groups.isEmpty)
    }
    // Another unit of measurement, and another order of the units, change nothing.
    var scaled = joint
    for index in scaled.estimates.indices {
      scaled.estimates[index].value = scaled.estimates[index].value.map { $0 / 128 }
      scaled.estimates[index].standardError = joint.estimates[index].standardError.map { $0 / 128 }
    }
    scaled.covariance = joint.covariance.map { $0 / 16384 }
    let again = rankUnits(scaled, variables: ["district"])
    #expect(again.units.map(\.groups) == ranking.units.map(\.groups))
    #expect(again.units.map(\.worstRank) == ranking.units.map(\.worstRank))
    #expect(again.units.map(\.adjustedPValue) == ranking.units.map(\.adjustedPValue))
  }

  @Test func manyUnitsAreRanked() {
    var random = SplitMix64(seed: 700)
    let values: [Double?] = (0..<700).map { _ in 60 + 40 * random.uniform() }
    let ranking = rankUnits(Self.joint(values, error: 1), variables: ["commune"])
    #expect(ranking.units.count == 700)
    #expect(ranking.units.first?.bestRank == 1)
    #expect(ranking.units.last?.worstRank == 700)
    #expect((ranking.units.first?.worstRank ?? 700) < 400)
  }
}
