import SurveyModel
import Testing

@testable import Assessment

/// Made-up figures of a made-up plan; the rules are those of the register's documentation.
struct RegisterTests {
  private static let day = CivilDate("2023-03-01") ?? CivilDate(day: 0)

  private static func survey(
    _ year: Int, _ value: Double, error: Double? = 0.5, questionnaire: String = "sipas-2017"
  ) -> SurveyOfYear {
    SurveyOfYear(
      id: "s-\(year)", year: year, questionnaire: questionnaire,
      estimates: TinyPlan.table([TinyPlan.estimate(value, error: error)]))
  }

  private static func register(
    _ plan: Plan, year: Int = 2022, day: CivilDate = day, surveys: [SurveyOfYear] = [],
    change: ChangeTable? = nil, judgements: [TargetJudgement] = []
  ) -> AttainmentRegister {
    attainmentRegister(
      RegisterInput(
        plan: plan, year: year, day: day, index: TinyPlan.index, surveys: surveys, change: change,
        changeOf: change == nil ? nil : year, judgements: judgements))
  }

  private static func minimum(_ values: [Int: Double]) -> Plan {
    TinyPlan.plan(TinyPlan.target(.minimum(values), year: nil), baseline: 81.5)
  }

  @Test func `three years stand side by side with threshold, result and verdict`() throws {
    let register = Self.register(
      Self.minimum([2021: 82, 2022: 84, 2023: 86]),
      surveys: [Self.survey(2022, 83.5), Self.survey(2021, 82.004)])
    let row = try #require(register.rows.first)
    #expect(register.years == [2020, 2021, 2022, 2023])
    #expect(row.years.map(\.threshold) == [nil, 82, 84, 86])
    #expect(row.years.map(\.result) == [81.5, 82, 83.5, nil])
    #expect(row.years.map(\.verdict) == [nil, .met, .notMet, .noData])
    #expect(
      row.years.map(\.origin).prefix(3) == [
        .baseline(source: "628/QĐ-BNV"), .survey("s-2021"), .survey("s-2022"),
      ])
    #expect(row.years[1].comparison == .atLeast && row.years[1].standardError == 0.5)
    #expect((row.status, row.statusYear) == (.notMet, 2022))
    #expect(row.rule == "minimum 2021=82 2022=84 2023=86")
    // The year before the first threshold, and one after the last.
    #expect(Self.register(Self.minimum([2021: 82]), year: 2020).rows.first?.status == .ahead)
    #expect(
      Self.register(Self.minimum([2021: 82]), year: 2025, surveys: [Self.survey(2021, 90)])
        .rows.first?.statusYear == 2021)
  }

  /// Two independent samples with errors of 0.5: the difference has √0.5 = 0.707, so with 80 degrees
  /// of freedom 1.5 points are t = 2.12 (p = 0.037) and 1 point is t = 1.41 (p = 0.16).
  @Test(arguments: [(84.0, true), (83.5, false)])
  func `a trend says whether it is more than sampling error`(now: Double, isBeyond: Bool) throws {
    let plan = Self.minimum([2022: 84])
    let surveys = [Self.survey(2022, now), Self.survey(2021, 82.5)]
    let trend = try #require(Self.register(plan, surveys: surveys).rows.first?.trend)
    #expect((trend.fromYear, trend.toYear, trend.direction) == (2021, 2022, .rising))
    #expect(trend.isBeyondSamplingError == isBeyond && trend.isBetter == true)
    #expect(trend.difference == now - 82.5)
    #expect(trend.methodBreak == nil)
  }

  @Test func `the comparison of surveys tells the trend where there is one`() throws {
    let change = ChangeTable(
      survey: "before", year: 2021, sharesClusters: true, commonPSUs: 30,
      changes: [
        ChangeEstimate(
          kind: .factor, id: "access", now: 83, before: 82.004, difference: 0.996,
          pValueChanged: 0.01)
      ])
    let row = try #require(
      Self.register(
        Self.minimum([2022: 84]), surveys: [Self.survey(2022, 83)], change: change
      ).rows.first)
    let trend = try #require(row.trend)
    #expect(trend.isBeyondSamplingError == true && trend.methodBreak == nil)
    #expect(trend.difference == 1)
    #expect(row.years.first { $0.year == 2021 }?.origin == .survey("before"))
  }

  @Test func `figures of different methods are marked`() throws {
    func mark(_ surveys: [SurveyOfYear], baselineYear: Int = 2020) -> MethodBreak? {
      var plan = Self.minimum([2022: 84])
      plan.baselines[0].year = baselineYear
      return Self.register(plan, surveys: surveys).rows.first?.trend?.methodBreak
    }
    // A published figure of 2020 or 2021 against the survey of 2022.
    #expect(mark([Self.survey(2022, 83)]) == .publishedMethod)
    #expect(mark([Self.survey(2022, 83)], baselineYear: 2021) == .publishedMethod)
    #expect(mark([Self.survey(2021, 83)]) == nil)
    let other = Self.survey(2021, 83, questionnaire: "other")
    #expect(mark([Self.survey(2022, 83), other]) == .otherQuestionnaire)
    // An entered figure is no satisfaction figure of a survey.
    let figure = EnteredFigure(
      id: "x", unit: "percent", label: LocalizedText(),
      values: [(2021, 90, "a"), (2022, 80, "b")])
    let plan = TinyPlan.plan(
      TinyPlan.target(.maximum([2022: 85]), measure: .figure("x"), year: nil), figures: [figure])
    let trend = Self.register(plan).rows.first?.trend
    #expect(trend?.methodBreak == nil && trend?.isBeyondSamplingError == nil)
    #expect(trend?.direction == .falling && trend?.isBetter == true)
  }

  @Test func `a deadline is kept on its day and missed the day after, unless the target is met`()
    throws
  {
    var plan = Self.minimum([2022: 84])
    let due = try #require(CivilDate("2022-12-31"))
    plan.targets[0].dueBy = due
    func isOverdue(_ day: String, _ value: Double?) throws -> Bool? {
      Self.register(
        plan, day: try #require(CivilDate(day)),
        surveys: value.map { [Self.survey(2022, $0)] } ?? []
      ).rows.first?.isOverdue
    }
    #expect(try isOverdue("2022-12-31", 83) == false)
    #expect(try isOverdue("2023-01-01", 83) == true)
    #expect(try isOverdue("2023-01-01", nil) == true)
    #expect(try isOverdue("2023-01-01", 85) == false)
    plan.targets[0].dueBy = nil
    #expect(try isOverdue("2099-01-01", 83) == false)
  }

  @Test func `the next step is to enter, to judge, or the lead agency's first task`() {
    var target = TinyPlan.target(.hold(baselineYear: 2021), measure: .figure("x"), year: 2022)
    target.lead = ["Sở Nội vụ"]
    target.tasks = [
      TargetTask(agency: "Sở Y tế", text: "việc của sở khác"),
      TargetTask(agency: "Sở Nội vụ", text: "việc của sở"), TargetTask(text: "việc chung"),
    ]
    func step(_ values: [(year: Int, value: Double, source: String)]) -> NextStep? {
      let figure = EnteredFigure(
        id: "x", unit: "count", label: LocalizedText(vi: "Số x"), values: values)
      return Self.register(TinyPlan.plan(target, figures: [figure])).rows.first?.nextStep
    }
    let label = LocalizedText(vi: "Số x")
    #expect(step([]) == .enterFigure(id: "x", label: label, year: 2021))
    #expect(step([(2021, 5, "a")]) == .enterFigure(id: "x", label: label, year: 2022))
    #expect(
      step([(2021, 5, "a"), (2022, 4, "b")]) == .task(agency: "Sở Nội vụ", text: "việc của sở"))
    #expect(step([(2021, 5, "a"), (2022, 5, "b")]) == nil)
  }

  @Test func `a requirement in words has the verdict that a person recorded`() throws {
    let target = Target(
      id: "IV.2", measure: nil, year: nil, rule: .qualitative(LocalizedText(vi: "đúng quy định")))
    let plan = Plan(id: "p", targets: [target])
    func judgement(_ isMet: Bool, year: Int, replacedAt: String? = nil) -> TargetJudgement {
      TargetJudgement(
        plan: "p", target: "IV.2", year: year, isMet: isMet, reason: "báo cáo", at: "t", by: "lan",
        replacedAt: replacedAt)
    }
    let open = try #require(Self.register(plan).rows.first)
    #expect(open.status == .unjudged && open.nextStep == .judge(year: 2022) && open.isMissing)
    let history = [
      judgement(false, year: 2021), judgement(false, year: 2022, replacedAt: "t"),
      judgement(true, year: 2022),
    ]
    let row = try #require(Self.register(plan, judgements: history).rows.first)
    #expect(row.status == .met && row.nextStep == nil)
    #expect(row.years.map(\.verdict) == [.notMet, .met])
    #expect(row.years.last?.origin == .judgement(reason: "báo cáo", by: "lan"))
    let judged = assess(
      plan: plan, surveyYear: 2022, index: TinyPlan.index, estimates: TinyPlan.table([]),
      judgements: history)
    #expect(judged.results.map(\.verdict) == [.met])
    #expect(judged.results.first?.noDataReason == nil)
    let none = assess(
      plan: plan, surveyYear: 2023, index: TinyPlan.index, estimates: TinyPlan.table([]),
      judgements: history)
    #expect(none.results.map(\.verdict) == [.noData])
  }

  @Test func `an estimate that may not be published is in no year of the register`() throws {
    let hidden = SurveyOfYear(
      id: "s", year: 2022, questionnaire: "q",
      estimates: TinyPlan.table([TinyPlan.estimate(83, flag: .suppressed)]))
    let row = try #require(Self.register(Self.minimum([2022: 84]), surveys: [hidden]).rows.first)
    #expect(row.status == .notMeasured && row.isMissing)
    #expect(row.years.allSatisfy { $0.year == 2020 || $0.result == nil })
  }

  @Test func `an agency's view has what it leads, then what it helps with, then what it does`() {
    var plan = Self.minimum([2022: 84])
    let base = plan.targets[0]
    plan.targets = ["a", "b", "c", "d"].map { id in
      var target = base
      target.id = id
      return target
    }
    plan.targets[0].implementing = ["Sở Y tế"]
    plan.targets[1].cooperating = ["Sở Y tế"]
    plan.targets[1].implementing = ["Sở Y tế"]
    plan.targets[2].lead = ["Sở Y tế"]
    plan.targets[2].area = "health"
    plan.targets[3].lead = ["Sở Nội vụ"]
    let register = Self.register(plan)
    func ids(_ view: RegisterView) -> [String] { view.applied(to: register).rows.map(\.id) }
    #expect(ids(RegisterView(agencies: ["Sở Y tế"])) == ["c", "b", "a"])
    #expect(ids(RegisterView(area: "health")) == ["c"])
    #expect(ids(RegisterView(isMissingOnly: true)) == ["a", "b", "c", "d"])
    #expect(ids(RegisterView(isOverdueOnly: true)) == [])
  }
}
