import SurveyModel
import Testing

@Suite struct RoundingTests {
  /// Overall SIPAS index of the country in 2022 from its two areas, 79.72 and 80.43, published as
  /// 80.08 (Bộ Nội vụ, SIPAS 2022): a tie, rounded up.
  @Test func `the published index of 2022 is the plain mean rounded half up`() {
    #expect(roundedHalfUp((79.72 + 80.43) / 2, places: 2) == 80.08)
  }

  /// Ties are decided on the decimal a person sees, not on the double nearest to it.
  @Test(
    arguments: [
      (84.785, 84.79), (1.005, 1.01), (86.7849999, 86.78), (86.775, 86.78), (86.7749, 86.77),
      (0.125, 0.13), (99.995, 100), (0, 0),
    ] as [(Double, Double)])
  func `a tie is rounded up as its decimal form says`(value: Double, rounded: Double) {
    #expect(roundedHalfUp(value, places: 2) == rounded)
  }

  @Test func `every two-decimal figure rounds to itself`() {
    for hundredths in 0...10_000 {
      let value = Double(hundredths) / 100
      #expect(roundedHalfUp(value, places: 2) == value)
    }
  }
}
