import SurveyModel
import Testing

@testable import Assessment

struct ThresholdTests {
  @Test func `the example in the documentation gives the thresholds it shows`() {
    // 1320/KH-UBND, section II.2: baseline 84,78 %, "tăng ít nhất 2 %".
    #expect(raisedThreshold(baseline: 84.78, by: 2, unit: .points) == 86.78)
    #expect(raisedThreshold(baseline: 84.78, by: 2, unit: .percent) == 86.4756)
  }

  /// Whole numbers of hundredths and tenths carry the arithmetic without any rounding; the
  /// threshold must be the double that the exact decimal reads as.
  @Test(arguments: [0, 1, 5, 13, 20, 25, 37, 50, 99])
  func `thresholds are exact decimals for every baseline with two decimals`(tenths: Int) {
    for hundredths in 0...10_000 {
      let baseline = Double(hundredths) / 100
      let step = Double(tenths) / 10
      let points = raisedThreshold(baseline: baseline, by: step, unit: .points)
      let percent = raisedThreshold(baseline: baseline, by: step, unit: .percent)
      // Both quotients are of whole numbers below 2^53, so each is the nearest double.
      #expect(points == Double(hundredths + 10 * tenths) / 100)
      #expect(percent == Double(hundredths * (1000 + tenths)) / 100_000)
    }
  }

  @Test func `a published figure on the threshold meets it for every baseline`() {
    for hundredths in 0...9_800 {
      let threshold = Threshold(
        value: raisedThreshold(baseline: Double(hundredths) / 100, by: 2, unit: .points),
        comparison: .atLeast)
      let published = roundedHalfUp(Double(hundredths + 200) / 100, places: 2)
      #expect(threshold.isMet(by: published), "\(hundredths)")
      let below = roundedHalfUp(Double(hundredths + 199) / 100, places: 2)
      #expect(!threshold.isMet(by: below), "\(hundredths)")
    }
  }

  @Test func `numbers out of the range of plans pass unchanged`() {
    for value in [0, 1e-9, 4e15, Double.infinity] { #expect(withoutBinaryNoise(value) == value) }
    #expect(withoutBinaryNoise(.nan).isNaN)
    #expect(withoutBinaryNoise(0.1 + 0.2) == 0.3)
    #expect(withoutBinaryNoise(-(84.87 + 2)) == -86.87)
  }
}
