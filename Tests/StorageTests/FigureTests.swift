import GRDB
import SurveyModel
import Testing

@testable import Storage

struct FigureTests {
  static let plan = "tien-giang-180-2020"
  static let withdrawal = Withdrawal(
    at: "2021-05-01T00:00:00Z", by: "minh", reason: "Nhập nhầm năm")

  static func entry(
    _ figure: String = "par-index", year: Int = 2020, value: Double = 84.9, replaces: Int64? = nil
  ) -> FigureEntry {
    FigureEntry(
      plan: plan, figure: figure, year: year, value: value, source: "QĐ 1/QĐ-BNV (synthetic)",
      at: "2021-04-01T00:00:00Z", by: "lan", file: "so-lieu.csv",
      reason: replaces.map { _ in "Gõ sai" }, replaces: replaces)
  }

  static func judgement(isMet: Bool, replaces: Int64? = nil) -> TargetJudgement {
    TargetJudgement(
      plan: plan, target: "IV.2", year: 2020, isMet: isMet, reason: "Theo báo cáo quý IV",
      at: "2021-04-02T00:00:00Z", by: "lan", replaces: replaces)
  }

  @Test func `figures come back whole, and a correction keeps what it corrects`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let numbers = try store.record(
      figures: [Self.entry(), Self.entry("par-index-rank", value: 45)], survey: nil)
    #expect(numbers == [1, 2])
    #expect(try store.record(figures: [Self.entry(value: 84.91, replaces: 1)], survey: nil) == [3])

    var expected = [
      Self.entry(), Self.entry("par-index-rank", value: 45), Self.entry(value: 84.91, replaces: 1),
    ]
    for index in expected.indices { expected[index].number = Int64(index + 1) }
    expected[0].replacedAt = expected[2].at
    #expect(try store.figures(plan: Self.plan) == expected)
    #expect(try store.figures(plan: "other").isEmpty)
    #expect(expected.map(\.holds) == [false, true, true])
    #expect(try store.audit().map(\.action) == ["figure.entered", "figure.corrected"])
  }

  @Test func `a figure is never overwritten, and a list with one clash is not recorded at all`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    _ = try store.record(figures: [Self.entry()], survey: nil)
    let clash = StoreError.figuresChangedMeanwhile(path: store.path, plan: Self.plan)
    #expect(throws: clash) {
      try store.record(figures: [Self.entry("rank", value: 3), Self.entry(value: 1)], survey: nil)
    }
    #expect(throws: clash) {
      try store.record(figures: [Self.entry(year: 2021, replaces: 1)], survey: nil)
    }
    #expect(try store.figures(plan: Self.plan).map(\.value) == [84.9])
    // Beside the rule of the code there is one of the file.
    #expect(throws: StoreError.self) {
      try store.write {
        try $0.execute(
          sql: """
            INSERT INTO figure_entry (plan_id, figure_id, year, value, source, at, who)
            VALUES ('\(Self.plan)', 'par-index', 2020, 1, 's', 't', 'w')
            """)
      }
    }
  }

  @Test func `a withdrawn correction brings back what it corrected, a withdrawn entry nothing`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    _ = try store.record(figures: [Self.entry()], survey: nil)
    _ = try store.record(figures: [Self.entry(value: 84.91, replaces: 1)], survey: nil)
    func held() throws -> [FigureEntry] { try store.figures(plan: Self.plan).filter(\.holds) }
    let correction = try #require(try held().first)
    try store.withdraw(figure: correction, Self.withdrawal, survey: nil)
    #expect(try held().map(\.number) == [1])
    #expect(try store.figures(plan: Self.plan)[1].withdrawn == Self.withdrawal)
    // The same once more, from a list read before.
    #expect(throws: StoreError.figuresChangedMeanwhile(path: store.path, plan: Self.plan)) {
      try store.withdraw(figure: correction, Self.withdrawal, survey: nil)
    }
    try store.withdraw(figure: try #require(try held().first), Self.withdrawal, survey: nil)
    #expect(try held().isEmpty)
    #expect(try store.record(figures: [Self.entry(value: 85)], survey: nil) == [3])
    #expect(try store.audit().map(\.action).suffix(2) == ["figure.withdrawn", "figure.entered"])
  }

  @Test func `judgements have a history`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    #expect(try store.record(judgement: Self.judgement(isMet: false), survey: nil) == 1)
    #expect(throws: StoreError.self) {
      try store.record(judgement: Self.judgement(isMet: true), survey: nil)
    }
    #expect(try store.record(judgement: Self.judgement(isMet: true, replaces: 1), survey: nil) == 2)
    let all = try store.judgements(plan: Self.plan)
    #expect(all.map(\.isMet) == [false, true] && all.map(\.holds) == [false, true])
    try store.withdraw(judgement: all[1], Self.withdrawal, survey: nil)
    #expect(try store.judgements(plan: Self.plan).map(\.holds) == [true, false])
    #expect(
      try store.audit().map(\.action)
        == ["judgement.recorded", "judgement.recorded", "judgement.withdrawn"])
  }

  @Test func `a figure makes stored targets void and leaves estimates`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.save(estimates: ResultTests.estimates, survey: SampleSurvey.id)
    try store.save(targets: ResultTests.targets, survey: SampleSurvey.id)
    _ = try store.record(figures: [Self.entry()], survey: SampleSurvey.id)
    #expect(try store.targets(survey: SampleSurvey.id).isEmpty)
    #expect(try store.estimates(survey: SampleSurvey.id) == ResultTests.estimates)
    let surveys = try store.estimatedSurveys()
    #expect(surveys.map(\.id) == [SampleSurvey.id] && surveys.map(\.year) == [2021])
    #expect(surveys.map(\.isStale) == [false])
    #expect(surveys.first?.estimates == ResultTests.estimates)
    #expect(try store.estimatedSurveys(except: SampleSurvey.id).isEmpty)
  }

  @Test func `the name of an erased interview leaves the words beside figures`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    var entry = Self.entry()
    entry.source = "phiếu PLK-1"
    _ = try store.record(figures: [entry], survey: nil)
    try store.write { try store.forget(["PLK-1"], SampleSurvey.id, $0) }
    #expect(try store.figures(plan: Self.plan).map(\.source) == ["phiếu [đã xóa]"])
  }
}
