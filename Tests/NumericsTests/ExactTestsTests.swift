import Numerics
import Testing

/// Expected numbers: R 4.2.2, by the command above each.
@Suite struct ExactTestsTests {
  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-11 * max(1e-9, abs(expected))
  }

  @Test func `the score interval is that of prop_test without continuity correction`() {
    // prop.test(45, 50, correct = FALSE)$conf.int
    let most = wilsonInterval(of: 45, among: 50, level: 0.95)
    #expect(isClose(most.low, 0.786397685625204))
    #expect(isClose(most.high, 0.956524235068110))
    // prop.test(0, 10, correct = FALSE)$conf.int
    let none = wilsonInterval(of: 0, among: 10, level: 0.95)
    #expect(none.low == 0)
    #expect(isClose(none.high, 0.277532799862889))
    let all = wilsonInterval(of: 10, among: 10, level: 0.95)
    #expect(isClose(all.low, 1 - 0.277532799862889))
    #expect(all.high == 1)
  }

  @Test func `a binomial tail holds its first value`() {
    // binom.test(9, 10, alternative = "greater")$p.value
    #expect(isClose(binomialUpperTail(9, of: 10, probability: 0.5), 0.0107421875))
    // binom.test(3, 17, p = 0.08, alternative = "greater")$p.value
    #expect(isClose(binomialUpperTail(3, of: 17, probability: 0.08), 0.150269304719632))
    #expect(binomialUpperTail(0, of: 0, probability: 0.5) == 1)
    #expect(binomialUpperTail(1, of: 3, probability: 0) == 0)
    #expect(binomialUpperTail(3, of: 3, probability: 1) == 1)
  }

  @Test func `changes one way are tested against the other way`() {
    // binom.test(2, 12)$p.value, binom.test(5, 10)$p.value, binom.test(0, 6)$p.value
    #expect(exactMcNemar(2, 10).map { isClose($0, 0.03857421875) } == true)
    #expect(exactMcNemar(10, 2) == exactMcNemar(2, 10))
    #expect(exactMcNemar(5, 5) == 1)
    #expect(exactMcNemar(0, 6).map { isClose($0, 0.03125) } == true)
    #expect(exactMcNemar(0, 0) == nil)
  }

  @Test func `a group is tested against others whose rate is uncertain too`() {
    // fisher.test(matrix(c(4, 1, 2, 18), 2), alternative = "greater")$p.value
    #expect(isClose(fisherUpperTail(4, of: 5, others: 2, of: 20), 0.00547713156408808))
    // fisher.test(matrix(c(1, 4, 0, 95), 2), alternative = "greater")$p.value: exactly 5 / 100
    #expect(isClose(fisherUpperTail(1, of: 5, others: 0, of: 95), 0.05))
    // fisher.test(matrix(c(40, 60, 150, 850), 2), alternative = "greater")$p.value
    #expect(isClose(fisherUpperTail(40, of: 100, others: 150, of: 1000), 1.12179494878599e-08))
    #expect(fisherUpperTail(0, of: 5, others: 3, of: 9) == 1)
  }
}
