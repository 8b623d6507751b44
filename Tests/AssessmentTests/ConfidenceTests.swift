import SurveyModel
import Testing

@testable import Assessment

/// With 2 degrees of freedom Student's t has closed forms: P(T > t) = 1/2 − t / (2 √(2 + t²)), and
/// the 95 % quantile is 0.9 / √0.095 = 2.919986 (from solving the same equation).
struct ConfidenceTests {
  private static let quantile95 = 0.9 / 0.095.squareRoot()

  private static func upperTail(_ t: Double) -> Double {
    0.5 - t / (2 * (2 + t * t).squareRoot())
  }

  @Test(arguments: [0.1, 0.5, 1.0, 2.5])
  func `a verdict is certain when the one-sided bound clears the threshold`(error: Double) throws {
    let reach = Self.quantile95 * error
    for (distance, confidence) in [
      (reach * 1.001, Confidence.certain), (reach * 0.999, .uncertain),
    ] {
      let met = try #require(
        TinyPlan.judge(
          TinyPlan.held, estimate: 84.78 + distance, error: error, freedom: 2))
      #expect(met.verdict == .met)
      #expect(met.confidence == confidence)
      let missed = try #require(
        TinyPlan.judge(TinyPlan.held, estimate: 84.78 - distance, error: error, freedom: 2))
      #expect(missed.verdict == .notMet)
      #expect(missed.confidence == confidence)
    }
  }

  @Test(arguments: [-4.0, -1, 0, 0.25, 1, 3])
  func `the p-value is the upper tail of t`(statistic: Double) throws {
    let result = try #require(
      TinyPlan.judge(
        TinyPlan.held, estimate: 80 + statistic * 0.5, baseline: 80, error: 0.5, freedom: 2))
    let pValue = try #require(result.pValue)
    #expect(abs(pValue - Self.upperTail(statistic)) < 1e-12)
  }

  @Test func `a certain verdict has a p-value beyond five percent, and only a certain one`() throws
  {
    for step in -400...400 {
      let result = try #require(
        TinyPlan.judge(
          TinyPlan.held, estimate: 80 + Double(step) / 100, baseline: 80, error: 0.7, freedom: 7))
      let pValue = try #require(result.pValue)
      // Rounding never decides here: every estimate has two decimals.
      let isCertain = result.verdict == .met ? pValue < 0.05 : pValue > 0.95
      #expect((result.confidence == .certain) == isCertain, "step \(step)")
    }
  }

  @Test(arguments: [(nil, 40), (0.5, 0), (0.5, -3), (Double.nan, 40)] as [(Double?, Int)])
  func `without an error or degrees of freedom nothing is said about certainty`(
    error: Double?, freedom: Int
  ) throws {
    let result = try #require(
      TinyPlan.judge(TinyPlan.held, estimate: 90, error: error, freedom: freedom))
    #expect(result.verdict == .met)
    #expect(result.confidence == nil)
    #expect(result.pValue == nil)
  }

  @Test func `an error of zero is certain, except where everybody answered alike`() throws {
    let census = try #require(TinyPlan.judge(TinyPlan.held, estimate: 90, error: 0))
    #expect(census.confidence == .certain)
    #expect(census.pValue == 0)
    let missed = try #require(TinyPlan.judge(TinyPlan.held, estimate: 80, error: 0))
    #expect(missed.confidence == .certain)
    #expect(missed.pValue == 1)
    let exact = try #require(TinyPlan.judge(TinyPlan.held, estimate: 84.78, error: 0))
    #expect(exact.verdict == .met)
    #expect(exact.confidence == .uncertain)
    for estimate in [0.0, 100] {
      let alike = try #require(TinyPlan.judge(TinyPlan.held, estimate: estimate, error: 0))
      #expect(alike.confidence == nil)
      #expect(alike.pValue == nil)
    }
  }
}
