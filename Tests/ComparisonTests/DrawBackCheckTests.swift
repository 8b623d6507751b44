import Comparison
import SurveyModel
import Testing

@Suite struct DrawBackCheckTests {
  private func groups(_ sizes: [Int]) -> [[String]] {
    sizes.enumerated().map { group, size in (0..<size).map { "g\(group)-\($0)" } }
  }

  @Test func `the draw depends on the seed and not on the order of the ids`() {
    let all = groups([50, 3, 0, 200])
    let drawn = drawBackCheck(from: all, size: .share(10), seed: 42)
    #expect(drawn == drawBackCheck(from: all.map { $0.reversed() }, size: .share(10), seed: 42))
    #expect(drawn != drawBackCheck(from: all, size: .share(10), seed: 43))
    for (group, ids) in drawn.enumerated() {
      #expect(Set(ids).count == ids.count)
      #expect(Set(ids).isSubset(of: all[group]))
    }
  }

  @Test func `a share is rounded up in each group, so that none is left out`() {
    let drawn = drawBackCheck(from: groups([20, 21, 1, 0, 100]), size: .share(5), seed: 1)
    #expect(drawn.map(\.count) == [1, 2, 1, 0, 5])
    #expect(
      drawBackCheck(from: groups([7, 2]), size: .share(100), seed: 1).map(\.count) == [7, 2])
  }

  @Test func `so many of each group are drawn, or all there are`() {
    let drawn = drawBackCheck(from: groups([20, 2, 0]), size: .perGroup(3), seed: 1)
    #expect(drawn.map(\.count) == [3, 2, 0])
  }

  @Test func `a total gives one to each group and the rest in proportion`() {
    // 10 − 3 = 7 left for 79, 19 and 0 beyond the first: 7 × 79 / 98 = 5.64, 1.36, 0.
    let drawn = drawBackCheck(from: groups([80, 20, 1]), size: .count(10), seed: 1)
    #expect(drawn.map(\.count) == [7, 2, 1])
    let all = drawBackCheck(from: groups([3, 2]), size: .count(99), seed: 1)
    #expect(all.map(\.count) == [3, 2])
  }

  @Test func `fewer than there are groups are drawn from groups at random`() {
    var seen: Set<Int> = []
    for seed in UInt64(0)..<40 {
      let drawn = drawBackCheck(from: groups([5, 5, 0, 5]), size: .count(2), seed: seed)
      #expect(drawn.map(\.count).reduce(0, +) == 2)
      #expect(drawn.allSatisfy { $0.count <= 1 })
      for (group, ids) in drawn.enumerated() where !ids.isEmpty { seen.insert(group) }
    }
    #expect(seen == [0, 1, 3])
  }

  @Test func `each interview of a group is as likely as the others`() {
    var times: [String: Int] = [:]
    for seed in UInt64(0)..<2000 {
      for id in drawBackCheck(from: groups([10]), size: .perGroup(3), seed: seed)[0] {
        times[id, default: 0] += 1
      }
    }
    // 600 each, standard deviation √(2000 × 0.3 × 0.7) = 20.5; five of them to either side.
    #expect(times.count == 10)
    #expect(times.values.allSatisfy { abs($0 - 600) < 103 })
  }
}
