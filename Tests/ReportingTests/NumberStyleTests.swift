import SurveyModel
import Testing

@testable import Reporting

struct NumberStyleTests {
  private let vietnamese = NumberStyle(.vi)
  private let english = NumberStyle(.en)

  /// Expected texts follow the rule of the published figures: half up on the decimal form.
  @Test(
    arguments: [
      (84.78, 2, "84,78", "84.78"), (84.785, 2, "84,79", "84.79"), (1.005, 2, "1,01", "1.01"),
      (0.125, 2, "0,13", "0.13"), (99.995, 2, "100,00", "100.00"), (0, 2, "0,00", "0.00"),
      (-0.004, 2, "0,00", "0.00"), (-0.005, 2, "0,00", "0.00"), (-0.006, 2, "−0,01", "−0.01"),
      (1234.5, 1, "1.234,5", "1,234.5"), (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"),
      (999.999, 2, "1.000,00", "1,000.00"), (0.05, 0, "0", "0"), (12.5, 0, "13", "13"),
    ] as [(Double, Int, String, String)])
  func `decimals are rounded half up with the marks of the language`(
    value: Double, places: Int, vi: String, en: String
  ) {
    #expect(vietnamese.decimal(value, places: places) == vi)
    #expect(english.decimal(value, places: places) == en)
  }

  @Test(
    arguments: [
      (0.32, "+0,32"), (-2.15, "−2,15"), (0, "0,00"), (-0.001, "0,00"), (0.001, "0,00"),
      (0.005, "+0,01"),
    ])
  func `differences carry a sign, and zero none`(value: Double, text: String) {
    #expect(vietnamese.signed(value, places: 2) == text)
  }

  @Test(
    arguments: [
      (86.78, "86,78"), (86.4756, "86,4756"), (85, "85,00"), (82.7424, "82,7424"), (30.5, "30,50"),
    ])
  func `figures of a plan are written exactly`(value: Double, text: String) {
    #expect(vietnamese.exact(value, places: 2) == text)
  }

  @Test func `what is missing or no number is a dash`() {
    for value in [nil, Double.nan, .infinity, -.infinity] {
      #expect(vietnamese.decimal(value, places: 2) == "—")
      #expect(vietnamese.signed(value, places: 2) == "—")
      #expect(vietnamese.exact(value, places: 2) == "—")
    }
    #expect(vietnamese.whole(nil) == "—")
    #expect(vietnamese.percent("—") == "—")
  }

  @Test func `whole numbers have marks between the thousands`() {
    #expect(vietnamese.whole(1234) == "1.234")
    #expect(english.whole(1_000_000) == "1,000,000")
    #expect(vietnamese.whole(-12) == "−12")
    #expect(vietnamese.percent("84,78") == "84,78\u{A0}%")
    #expect(english.percent("84.78") == "84.78%")
  }
}
