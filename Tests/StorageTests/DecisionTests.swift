import Storage
import SurveyModel
import Testing

struct DecisionTests {
  static let time = "2021-12-01T02:00:00Z"

  static func exclusion(_ ids: [String]) -> Decision {
    Decision(
      survey: SampleSurvey.id, kind: .exclusion, at: time, by: "lan", reason: "Phiếu ghi khống",
      rule: "quality.straight-line", source: "ids.csv", batch: 1, interviewCount: ids.count,
      interviews: ids)
  }

  static let correction = Decision(
    survey: SampleSurvey.id, kind: .correction, at: time, by: "lan", reason: "Nhập sai",
    interviewCount: 1,
    corrections: [
      Correction(
        number: 1, interview: "PLK-2", field: "A1", old: .value("1"), new: .blank,
        reason: "Phiếu giấy bỏ trống", by: "Hoa", at: "2021-11-30"),
      Correction(
        number: 2, interview: "PLK-2", field: "comment", old: .notAsked, new: .value("Tốt"),
        isHidden: true, isConsequence: true),
    ])

  @Test func `decisions come back whole, in the order they were taken`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    for decision in [Self.exclusion(["PLK-1", "PLK-3"]), Self.correction] {
      _ = try store.record(
        decision, ifGeneration: try store.generation(survey: SampleSurvey.id))
    }
    var expected = [Self.exclusion(["PLK-1", "PLK-3"]), Self.correction]
    expected[0].number = 1
    expected[1].number = 2
    #expect(try store.decisions(survey: SampleSurvey.id) == expected)
    #expect(try store.decisions() == expected)
    #expect(
      try store.audit().map(\.action).suffix(2) == ["decision.exclusion", "decision.correction"])
  }

  @Test func `a decision makes results stale, and answers stay as they came in`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    let before = try store.allResponses()
    try store.save(weights: ResultTests.weights(4), survey: SampleSurvey.id)
    #expect(try !store.isStale(survey: SampleSurvey.id))
    _ = try store.record(
      Self.exclusion(["PLK-1"]), ifGeneration: try store.generation(survey: SampleSurvey.id))
    #expect(try store.isStale(survey: SampleSurvey.id))
    #expect(isSame(try store.allResponses(), before))
  }

  @Test func `a decision taken before another change is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let generation = try store.generation(survey: SampleSurvey.id)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    #expect(throws: StoreError.self) {
      try store.record(Self.exclusion(["PLK-1"]), ifGeneration: generation)
    }
    #expect(try store.decisions().isEmpty)
  }

  @Test func `a withdrawn decision keeps its record, wholly or in part`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    for decision in [Self.exclusion(["PLK-1"]), Self.correction] {
      _ = try store.record(
        decision, ifGeneration: try store.generation(survey: SampleSurvey.id))
    }
    let withdrawal = Withdrawal(at: "2021-12-02T00:00:00Z", by: "minh", reason: "Nhầm")
    var decisions = try store.decisions()
    try store.withdraw(
      decisions[0], withdrawal, ifGeneration: try store.generation(survey: SampleSurvey.id))
    try store.withdraw(
      decisions[1], corrections: [2], withdrawal,
      ifGeneration: try store.generation(survey: SampleSurvey.id))
    decisions[0].withdrawn = withdrawal
    decisions[1].corrections[1].withdrawn = withdrawal
    #expect(try store.decisions() == decisions)
    #expect(decisions.map(\.holds) == [false, true])
    #expect(decisions[1].heldCorrections.map(\.number) == [1])
  }

  @Test func `undoing a batch leaves the decisions over its interviews`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    _ = try store.record(
      Self.exclusion(["PLK-1"]), ifGeneration: try store.generation(survey: SampleSurvey.id))
    _ = try store.undo(batch: 1, at: Self.time, by: "lan")
    #expect(try store.decisions().map(\.interviews) == [["PLK-1"]])
  }
}
