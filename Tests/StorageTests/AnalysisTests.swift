import GRDB
import SurveyModel
import Testing

@testable import Storage

struct AnalysisTests {
  private static let land = [DomainTerm(variable: "field", code: "đất đai")]

  private static func estimate(
    _ id: String, domain: [DomainTerm] = [], flag: EstimateFlag? = nil, reason: FlagReason? = nil
  ) -> Estimate {
    Estimate(
      kind: .factor, id: id, domain: domain, value: 86.125, standardError: 0.1 + 0.2, lower: 85.5,
      upper: 86.75, intervalMethod: .beta, degreesOfFreedom: 40, designEffect: 1.8,
      designEffectWithoutReplacement: 1.75, effectiveRespondents: 1333.25, respondents: 2400,
      flag: flag, flagReason: reason)
  }

  private static let ofChange = Decomposition(
    kind: .overall, id: "sipas", subject: .change(survey: "gia-lai-2020"), variables: ["field"],
    whole: 0.75, standardError: 0.5,
    parts: [
      DecompositionPart(
        place: .domain(land), effect: .satisfaction, figure: 85, share: 0.25, contribution: 0.5,
        standardError: 0.375, flag: .unreliable),
      DecompositionPart(place: .outsideDomains, effect: .composition, contribution: 0.25),
    ])

  static let analysis = StoredAnalysis(
    change: ChangeTable(
      survey: "gia-lai-2020", year: 2020, sharesClusters: true, commonPSUs: 12,
      changes: [
        ChangeEstimate(
          kind: .item, id: "A1", domain: land, now: 86.5, before: 85.75, difference: 0.75,
          standardError: 0.5, independentStandardError: 0.625, lower: -0.25, upper: 1.75,
          degreesOfFreedom: 37.5, pValueRaised: 0.1, pValueChanged: 0.2, smallestDetectable: 1.25,
          flag: .suppressed),
        ChangeEstimate(kind: .overall, id: "sipas", now: 86, before: 85, difference: 1),
      ],
      decompositions: [ofChange]),
    rankings: [
      Ranking(kind: .overall, id: "sipas", variables: ["field"], level: 0.95, units: []),
      Ranking(
        kind: .factor, id: "access", variables: ["field"], level: 0.9,
        units: [
          RankedUnit(
            estimate: estimate("access", domain: land), rank: 1, bestRank: 1, worstRank: 3,
            groups: [1, 2], differenceFromWhole: 0.5, standardErrorOfDifference: 0.25,
            adjustedPValue: 0.125)
        ],
        leftOut: [estimate("access", flag: .suppressed, reason: .complementary)]),
    ],
    decompositions: [
      Decomposition(
        kind: .factor, id: "access", subject: .distance(target: "8.1.1", threshold: 86.78),
        whole: -0.5,
        parts: [
          DecompositionPart(
            place: .item("A1"), effect: .distance, figure: 84, share: 0.25, contribution: -0.5)
        ])
    ],
    joint: JointEstimates(
      estimates: [estimate("access"), estimate("procedures")],
      covariance: [0.1 + 0.2, -0.25, -0.25, 1.0 / 3], degreesOfFreedom: 40))

  private func storeWithEstimates(_ folder: TemporaryFolder) throws -> SurveyStore {
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 2)))
    try store.save(
      estimates: EstimateTable(
        estimates: [Self.estimate("access", flag: .suppressed, reason: .intervalWidth)],
        variance: "bootstrap", replicateCount: 500, singlePSUStrata: [], singlePSURule: .adjust,
        strataCount: 17, psuCount: 57), survey: SampleSurvey.id)
    return store
  }

  @Test func anAnalysisComesBackAsItWasMadeToTheLastBit() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithEstimates(folder)
    #expect(try store.analysis(survey: SampleSurvey.id) == nil)
    try store.save(analysis: Self.analysis, survey: SampleSurvey.id)
    #expect(try store.analysis(survey: SampleSurvey.id) == Self.analysis)
    try store.save(analysis: StoredAnalysis(), survey: SampleSurvey.id)
    #expect(try store.analysis(survey: SampleSurvey.id) == StoredAnalysis())
  }

  @Test func aCovarianceThatCannotBeEstimatedStaysSo() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithEstimates(folder)
    let joint = JointEstimates(
      estimates: [Self.estimate("access")], covariance: [.nan], degreesOfFreedom: 0)
    try store.save(analysis: StoredAnalysis(joint: joint), survey: SampleSurvey.id)
    let stored = try store.analysis(survey: SampleSurvey.id)?.joint
    #expect(stored?.covariance.first?.isNaN == true)
    #expect(stored?.estimates == joint.estimates)
  }

  @Test func newEstimatesNewTargetsAndABatchTakenOutDropTheAnalysis() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithEstimates(folder)
    let table = try #require(try store.estimates(survey: SampleSurvey.id))
    #expect(table.replicateCount == 500)
    #expect(table.estimates[0].flagReason == .intervalWidth)
    let drops: [(SurveyStore) throws -> Void] = [
      { try $0.save(estimates: table, survey: SampleSurvey.id) },
      { try $0.save(targets: [], survey: SampleSurvey.id) },
      { _ = try $0.undo(batch: 1, at: "t", by: "lan") },
    ]
    for drop in drops {
      try store.save(analysis: Self.analysis, survey: SampleSurvey.id)
      #expect(try !store.isStale(survey: SampleSurvey.id))
      try drop(store)
      #expect(try store.analysis(survey: SampleSurvey.id) == nil)
      let rows = try store.read { database in
        try Int.fetchOne(
          database,
          sql: """
            SELECT (SELECT count(*) FROM ranked_unit) + (SELECT count(*) FROM change_estimate)
              + (SELECT count(*) FROM decomposition_part) + (SELECT count(*) FROM joint_estimate)
            """)
      }
      #expect(rows == 0)
    }
  }

  @Test func anAnalysisOfResponsesThatHaveChangedSinceIsStale() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithEstimates(folder)
    try store.save(analysis: Self.analysis, survey: SampleSurvey.id)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1, firstID: 9), sha256: "bb"))
    #expect(try store.isStale(survey: SampleSurvey.id))
  }

  @Test func aDamagedCovarianceIsRefused() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithEstimates(folder)
    try store.save(analysis: Self.analysis, survey: SampleSurvey.id)
    try store.write { try $0.execute(sql: "UPDATE joint_set SET covariance = x'0102'") }
    #expect(throws: StoreError.self) { try store.analysis(survey: SampleSurvey.id) }
  }
}
