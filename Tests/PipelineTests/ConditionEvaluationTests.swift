import SurveyModel
import Testing

@Suite struct ConditionEvaluationTests {
  private func holds(_ condition: Condition, _ answers: [String: String]) -> Bool {
    condition.holds { answers[$0] }
  }

  @Test func `a comparison with a blank answer is false, and so is its opposite`() {
    let equal = Condition.compare(field: "FB", .equal, literal: "1")
    let different = Condition.compare(field: "FB", .notEqual, literal: "1")
    #expect(!holds(equal, [:]) && !holds(different, [:]))
    #expect(holds(equal, ["FB": "1"]) && holds(different, ["FB": "0"]))
  }

  @Test func `numbers compare as numbers and codes as codes`() {
    #expect(holds(.compare(field: "n", .less, literal: "10"), ["n": "9"]))
    #expect(holds(.isIn(field: "n", literals: ["1.0", "2"]), ["n": "1"]))
    #expect(!holds(.compare(field: "c", .equal, literal: "PLK"), ["c": "plk"]))
  }

  @Test func `and, or, not and answered join`() {
    let condition = Condition.and(
      .or(.answered(field: "a"), .answered(field: "b")), .not(.answered(field: "c")))
    #expect(holds(condition, ["b": "1"]))
    #expect(!holds(condition, ["b": "1", "c": "1"]))
    #expect(!holds(condition, [:]))
    #expect(condition.fields == ["a", "b", "c"])
  }
}
