import Numerics
import Testing

/// Expected values printed by R 4.2.2 (`sprintf("%.17g", …)`) with the command named in each test.
@Suite struct DistributionTests {
  private func expectClose(
    _ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-13,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (found, expected) in zip(found, expected) {
      #expect(
        (found - expected).magnitude <= tolerance
          * max(expected.magnitude, Double.leastNormalMagnitude),
        "\(found) instead of \(expected)", sourceLocation: sourceLocation)
    }
  }

  // `pt(c(0, 0.5, 1, 2, 5, 30, -2), df = 3)`
  @Test func `Student's distribution agrees with R`() {
    let t = StudentT(degreesOfFreedom: 3)
    expectClose(
      [0, 0.5, 1, 2, 5, 30, -2].map(t.distribution),
      [
        0.5, 0.67427601757592448, 0.80449889052211476, 0.93033701572057836, 0.99230378096334881,
        0.9999593235978641, 0.069662984279421566,
      ])
  }

  // `pt(c(2, 10, 40), df = c(1, 16, 200), lower.tail = FALSE)`
  @Test func `the far tail of Student's distribution keeps its precision`() {
    expectClose(
      [(2.0, 1.0), (10, 16), (40, 200)].map {
        StudentT(degreesOfFreedom: $0.1).upperTail($0.0)
      },
      [0.14758361765043321, 1.3734287357203514e-08, 1.1243698267601129e-97], 1e-12)
  }

  // `qt(.975, c(1, 2, 3, 4, 5, 10, 16, 48, 120, 1000, 1e6))`; at a million degrees of freedom the
  // continued fraction keeps eleven digits.
  @Test func `quantiles of Student's distribution agree with R`() {
    expectClose(
      [1, 2, 3, 4, 5, 10, 16, 48, 120, 1000, 1e6].map {
        StudentT(degreesOfFreedom: $0).quantile(0.975)
      },
      [
        12.706204736174694, 4.3026527297494619, 3.1824463052837078, 2.7764451051977934,
        2.5705818356363137, 2.2281388519862739, 2.1199052992212541, 2.0106347576242318,
        1.9799304050824222, 1.9623390808264076, 1.9599663568141066,
      ], 1e-11)
  }

  // `qt(c(.95, .995, .6, .025, .9999), 7)`
  @Test func `quantiles at other levels agree with R`() {
    expectClose(
      [0.95, 0.995, 0.6, 0.025, 0.9999].map(StudentT(degreesOfFreedom: 7).quantile),
      [
        1.8945786050900062, 3.4994832973504932, 0.26316686135202277, -2.3646242515927844,
        7.0634328281576391,
      ], 1e-12)
    #expect(StudentT(degreesOfFreedom: 7).quantile(0.5) == 0)
  }

  // `pbeta(c(.1, .5, .9, .3, .02, .7), c(2, .5, 30, 200, 1, .1), c(3, .5, 4, 400, 50, .3))`
  @Test func `the incomplete beta function agrees with R`() {
    let arguments: [(Double, Double, Double)] = [
      (0.1, 2, 3), (0.5, 0.5, 0.5), (0.9, 30, 4), (0.3, 200, 400), (0.02, 1, 50), (0.7, 0.1, 0.3),
    ]
    expectClose(
      arguments.map(regularizedIncompleteBeta),
      [
        0.052300000000000027, 0.49999999999999956, 0.57694366412569287, 0.039740141583486197,
        0.63583031991288275, 0.80538961381769991,
      ], 1e-12)
    // pbeta(0.5001, 5e5, 5e5)
    expectClose([regularizedIncompleteBeta(0.5001, 5e5, 5e5)], [0.57925969066905614], 1e-9)
    #expect(regularizedIncompleteBeta(0.5, 2, 3) == 0.6875)
    #expect(regularizedIncompleteBeta(0, 2, 3) == 0)
    #expect(regularizedIncompleteBeta(1, 2, 3) == 1)
  }

  // `qbeta(c(.025, .975, .5, .025), c(20, 20.5, .5, 1), c(3, 3, .5, 300))`
  @Test func `quantiles of the beta distribution agree with R`() {
    let arguments: [(Double, Double, Double)] = [
      (0.025, 20, 3), (0.975, 20.5, 3), (0.5, 0.5, 0.5), (0.025, 1, 300),
    ]
    expectClose(
      arguments.map(betaQuantile),
      [0.70838725844606654, 0.97161130675002783, 0.49999999999999989, 8.4389132317800469e-05],
      1e-12)
  }

  // `qnorm(c(.975, .5, .6, .999, 1e-10, 1e-300))` and `pnorm(c(1.96, -3, -10))`
  @Test func `the normal distribution agrees with R`() {
    expectClose(
      [0.975, 0.5, 0.6, 0.999, 1e-10, 1e-300].map(normalQuantile),
      [
        1.9599639845400536, 0, 0.25334710313579978, 3.0902323061678132, -6.3613409024040557,
        -37.047096299361201,
      ])
    expectClose(
      [1.96, -3, -10].map(normalDistribution),
      [0.97500210485177963, 0.0013498980316300946, 7.6198530241605269e-24])
  }

  @Test(arguments: [0.5, 1, 2.5, 16, 300], [1e-12, 0.01, 0.3, 0.5, 0.9, 0.999])
  func `a quantile of Student's distribution has the probability it was asked for`(
    _ df: Double, _ probability: Double
  ) {
    let t = StudentT(degreesOfFreedom: df)
    let found = t.distribution(t.quantile(probability))
    #expect((found - probability).magnitude <= 1e-12 * probability)
  }
}
