import Storage
import SurveyModel
import Testing

struct ResultTests {
  static func weights(_ count: Int) -> WeightSet {
    let design = (0..<count).map { 1 + Double($0) / 3 }
    let diagnostics = WeightDiagnostics(
      count: count, sum: design.reduce(0, +), minimum: 1, maximum: 1 + Double(count - 1) / 3,
      kishDesignEffect: 1.25, effectiveCount: 0.1 + 0.2)
    let margin = MarginTotals(
      grouping: Grouping(
        variables: ["gender"], levels: [], levelOfRow: [Int32](repeating: -1, count: count)),
      totals: [])
    return WeightSet(steps: [
      WeightStep(name: "design", kind: .design, weights: design, diagnostics: diagnostics),
      WeightStep(
        name: "rake_1", kind: .rake([margin]), weights: design.map { $0 / 7 },
        diagnostics: diagnostics, iterations: 12, maximumRelativeErrorBefore: 0.25,
        maximumRelativeError: 3e-10, smallestRatio: 0.5, largestRatio: 1.75, limitedCount: 3),
    ])
  }

  static let estimates = EstimateTable(
    estimates: [
      Estimate(
        kind: .overall, id: "sipas", value: 86.41818181818181, standardError: 0.1 + 0.2,
        lower: 85.2, upper: 87.6, intervalMethod: .waldT, degreesOfFreedom: 40, designEffect: 1.8,
        respondents: 2400),
      Estimate(
        kind: .item, id: "A1",
        domain: [
          DomainTerm(variable: "gender", code: "nữ"), DomainTerm(variable: "district", code: "PLK"),
        ], value: nil, standardError: nil, intervalMethod: .logit, degreesOfFreedom: 0,
        respondents: 0, flag: .noData, flagReason: .noAnswers, isComplete: false),
    ], variance: "taylor-calibration-residuals", singlePSUStrata: ["district=\"Ia Pa\""],
    singlePSURule: .adjust, strataCount: 17, psuCount: 57)

  /// A target that the estimates above could have been judged by.
  static let targets = [
    result("1", .factor("access"), .increase(baselineYear: 2020, atLeast: 2, unit: .points))
  ]

  private static func result(_ id: String, _ measure: MeasureReference, _ rule: TargetRule)
    -> TargetResult
  {
    TargetResult(
      target: Target(
        id: id, label: LocalizedText(vi: "Tiếp cận dịch vụ", en: "Access"), measure: measure,
        year: 2021, domain: [DomainTerm(variable: "field", code: "land")], rule: rule,
        section: "II.2.1", lead: ["Văn phòng UBND tỉnh"], cooperating: ["Bưu điện tỉnh"],
        implementing: ["UBND xã"], due: "Trong năm 2021",
        tasks: [
          TargetTask(agency: "Sở Nội vụ", text: "Rà soát / công khai"), TargetTask(text: "b"),
        ],
        notes: [LocalizedText(vi: "ghi chú")], place: SourceLocation(file: "plan.xml", line: 7)),
      baseline: 84.78, baselineYear: 2020, baselineSource: "628/QĐ-BNV", baselineStatus: "official",
      threshold: 86.78, isStrict: true, estimate: 87.1, published: 87.1,
      standardError: 0.1 + 0.2, lower: 85.9, upper: 88.3, degreesOfFreedom: 40, respondents: 2400,
      difference: 87.1 - 86.78, verdict: .met, confidence: .uncertain, pValue: 0.32,
      probabilityMet: 0.68, adjustedPValue: 0.64, targetedChangeAchieved: 116, progress: .improving,
      smallestDetectableChange: 1.75,
      alternative: AlternativeReading(unit: .percent, threshold: 84.78 * 1.02, verdict: .notMet))
  }

  private func storeWithTwoInterviews(_ folder: TemporaryFolder) throws -> SurveyStore {
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 2)))
    return store
  }

  @Test(arguments: [1, 65_536, 65_537]) func `weights come back to the last bit`(count: Int) throws
  {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: count)))
    let weights = Self.weights(count)
    try store.save(weights: weights, survey: SampleSurvey.id)
    let stored = try store.weights(survey: SampleSurvey.id)
    #expect(stored.map(\.name) == ["design", "rake_1"])
    #expect(stored.map(\.kind) == ["design", "rake"])
    #expect(stored.map(\.weights) == weights.steps.map(\.weights))
    #expect(stored.map(\.diagnostics) == weights.steps.map(\.diagnostics))
    #expect(stored.map(\.iterations) == [0, 12])
    #expect(stored.map(\.maximumRelativeError) == [0, 3e-10])
    #expect(stored.map(\.maximumRelativeErrorBefore) == [0, 0.25])
    #expect(stored.map(\.smallestRatio) == [1, 0.5])
    #expect(stored.map(\.largestRatio) == [1, 1.75])
    #expect(stored.map(\.limitedCount) == [0, 3])
  }

  @Test func `estimates come back as they were made`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    #expect(try store.estimates(survey: SampleSurvey.id) == nil)
    try store.save(estimates: Self.estimates, survey: SampleSurvey.id)
    #expect(try store.estimates(survey: SampleSurvey.id) == Self.estimates)
  }

  @Test func `targets of every kind come back as they were judged`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    var bare = Self.result("5", .overall, .minimum([2021: 82, 2025: 90.5]))
    bare = TargetResult(
      target: bare.target, verdict: .noData, noDataReason: .noValueForYear(2024))
    var words = bare
    words.target.measure = nil
    words.target.area = "area-6"
    words.target.dueBy = CivilDate("2021-12-31")
    words.target.rule = .qualitative(LocalizedText(vi: "Đúng quy định", en: "By the rules"))
    words.noDataReason = .judgementMissing(year: 2021)
    let results = [
      Self.result("1", .factor("access"), .increase(baselineYear: 2020, atLeast: 2, unit: .points)),
      Self.result("2", .item("A1"), .increase(baselineYear: 2020, atLeast: nil, unit: .percent)),
      Self.result("3", .figure("rank"), .rank(atMost: 10, of: 63)),
      Self.result("4", .figure("rank"), .rank(atMost: 10, of: nil)),
      Self.result("10", .figure("late"), .maximum([2021: 0.5, 2022: 0], isStrict: true)),
      Self.result("7", .figure("kept"), .minimum([2021: 95], isStrict: true)),
      Self.result(
        "8", .figure("score"), .score(ScoreCard(standard: 14, assessed: 12.4259, year: 2019))),
      Self.result("9", .figure("score"), .score(ScoreCard(standard: 1))), words,
      Self.result("6", .overall, .hold(baselineYear: 2020)), bare,
    ]
    try store.save(targets: results, survey: SampleSurvey.id)
    #expect(try store.targets(survey: SampleSurvey.id) == results)
  }

  @Test func `results are stale once responses came in or the definition changed`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    #expect(try !store.isStale(survey: SampleSurvey.id))
    try store.save(weights: Self.weights(2), survey: SampleSurvey.id)
    try store.save(estimates: Self.estimates, survey: SampleSurvey.id)
    #expect(try !store.isStale(survey: SampleSurvey.id))
    try store.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d1")
    #expect(try !store.isStale(survey: SampleSurvey.id))

    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1, firstID: 9), sha256: "bb"))
    #expect(try store.isStale(survey: SampleSurvey.id))
    try store.save(weights: Self.weights(3), survey: SampleSurvey.id)
    #expect(try !store.isStale(survey: SampleSurvey.id))

    try store.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(version: "2"),
      definitionSHA256: "d1")
    #expect(try store.isStale(survey: SampleSurvey.id))
  }

  @Test func `results made while another run changed the responses are stale from the start`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    let generation = try store.generation(survey: SampleSurvey.id)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1, firstID: 9), sha256: "bb"))
    try store.save(weights: Self.weights(2), survey: SampleSurvey.id, madeFrom: generation)
    #expect(try store.isStale(survey: SampleSurvey.id))
  }

  @Test func `new weights drop the estimates and targets made with the old ones`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    try store.save(weights: Self.weights(2), survey: SampleSurvey.id)
    try store.save(estimates: Self.estimates, survey: SampleSurvey.id)
    try store.save(
      targets: [Self.result("6", .overall, .hold(baselineYear: 2020))], survey: SampleSurvey.id)
    try store.save(weights: Self.weights(2), survey: SampleSurvey.id)
    #expect(try store.weights(survey: SampleSurvey.id).count == 2)
    #expect(try store.estimates(survey: SampleSurvey.id) == nil)
    #expect(try store.targets(survey: SampleSurvey.id).isEmpty)
  }

  @Test func `undo drops everything that was made with the batch`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTwoInterviews(folder)
    try store.save(weights: Self.weights(2), survey: SampleSurvey.id)
    try store.save(estimates: Self.estimates, survey: SampleSurvey.id)
    _ = try store.undo(batch: 1, at: "t", by: "lan")
    #expect(try store.weights(survey: SampleSurvey.id).isEmpty)
    #expect(try store.estimates(survey: SampleSurvey.id) == nil)
    #expect(try !store.isStale(survey: SampleSurvey.id))
  }
}
