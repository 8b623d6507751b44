import Numerics
import Testing

@Suite struct SplitMix64Tests {
  /// The first five numbers of seed 1234567 of Vigna's splitmix64.c.
  ///
  /// As listed at rosettacode.org, "Pseudo-random numbers/Splitmix64".
  @Test func `the numbers are those of the published generator`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `the same seed gives the same draws`() {
    var first = SplitMix64(seed: 5)
    var second = SplitMix64(seed: 5)
    for _ in 0..<100 {
      #expect(first.uniform() == second.uniform())
      #expect(first.normal() == second.normal())
      #expect(first.category(weights: [1, 2, 3]) == second.category(weights: [1, 2, 3]))
    }
  }

  @Test func `draws have the distribution they are named for`() {
    var random = SplitMix64(seed: 2024)
    let count = 20_000
    let uniform = (0..<count).map { _ in random.uniform() }
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
    // Five standard errors: of a uniform mean 5·0.2887/√20000, of a normal one 5/√20000.
    #expect((uniform.reduce(0, +) / Double(count) - 0.5).magnitude < 0.0103)
    let normal = (0..<count).map { _ in random.normal() }
    #expect((normal.reduce(0, +) / Double(count)).magnitude < 0.0354)
    #expect((normal.map { $0 * $0 }.reduce(0, +) / Double(count) - 1).magnitude < 0.05)
    var drawn = [0, 0, 0]
    for _ in 0..<count { drawn[random.category(weights: [1, 0, 3])] += 1 }
    #expect(drawn[1] == 0)
    // Five standard errors of a share of 1/4: 5·√(0.25·0.75/20000).
    #expect((Double(drawn[0]) / Double(count) - 0.25).magnitude < 0.0154)
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.uniform(below: 7)) })
  }
}
