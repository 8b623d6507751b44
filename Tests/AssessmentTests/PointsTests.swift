import SurveyModel
import Testing

@testable import Assessment

/// The score card of Tiền Giang: Plan 180/KH-UBND of 10/7/2020, section II (`LV1` to `LV8`, total) and
/// every scored row of the appendix.
///
/// Row 5.7 has no assessed score in the document.
private let scoreCard:
  [(id: String, standard: Double, assessed: Double?, area: String, led: Bool)] =
    [
      ("par-index", 100, 79.68, "general", false),
      ("LV1", 8.5, 6, "directing", false),
      ("LV2", 10, 8.71, "institutions", false),
      ("LV3", 14, 12.42, "procedures", false),
      ("LV4", 12, 8.57, "organisation", false),
      ("LV5", 14, 11.35, "civil-service", false),
      ("LV6", 12.5, 8.63, "finance", false),
      ("LV7", 13, 11.21, "digital", false),
      ("LV8", 16, 12.79, "impact", false),
      ("1", 8.5, 6, "directing", false),
      ("1.3", 2, 1, "directing", true),
      ("1.3.2", 1, 0, "directing", true),
      ("1.5", 2, 1.5, "directing", true),
      ("1.6", 1.5, 0.5, "directing", true),
      ("2", 5, 5, "institutions", true),
      ("3", 14, 12.4259, "procedures", false),
      ("3.4", 5, 3.4259, "procedures", true),
      ("3.4.1", 1.5, 1.4316, "procedures", true),
      ("3.4.2", 1.5, 0, "procedures", true),
      ("3.4.3", 1, 0.9943, "procedures", true),
      ("4", 7.5, 5.2196, "organisation", false),
      ("4.1", 3.5, 2.5, "organisation", true),
      ("4.1.2", 1.5, 0.5, "organisation", true),
      ("4.3", 1.5, 0.5, "organisation", true),
      ("4.3.3", 1, 0, "organisation", true),
      ("5", 8, 6.75, "civil-service", false),
      ("5.1", 2, 1.5, "civil-service", true),
      ("5.1.2", 1, 0.5, "civil-service", true),
      ("5.5", 1.75, 1.25, "civil-service", true),
      ("5.5.2", 1.5, 1, "civil-service", true),
      ("5.7", 1, nil, "civil-service", true),
      ("5.7.2", 0.5, 0.25, "civil-service", true),
      ("6", 8.5, 5.441, "finance", false),
      ("6.1", 3, 0.941, "finance", true),
      ("6.1.1", 1, 0.941, "finance", true),
      ("6.1.3", 1, 0, "finance", true),
      ("6.2", 2, 1, "finance", true),
      ("6.2.1", 0.5, 0.25, "finance", true),
      ("6.2.3", 0.75, 0, "finance", true),
      ("6.3", 3.5, 2.5, "finance", true),
      ("6.3.4", 1, 0, "finance", true),
      ("7", 9, 7.953, "digital", false),
      ("7.1", 5.5, 5, "digital", true),
      ("7.1.6", 1, 0.5, "digital", true),
      ("7.2", 1.25, 0.953, "digital", true),
      ("7.2.1", 0.25, 0, "digital", true),
      ("7.3", 1.25, 1, "digital", true),
      ("7.3.1", 0.25, 0, "digital", true),
      ("8", 6, 4.5, "impact", false),
      ("8.3", 2, 1, "impact", true),
      ("8.3.1", 1, 0, "impact", true),
      ("8.6", 1, 0.5, "impact", true),
      ("total", 66.5, 53.289, "general", false),
      ("sociological-survey", 33.5, nil, "general", false),
    ]

struct PointsTests {
  private static func plan(_ rows: [(String, Double, Double?, String, Bool)]) -> Plan {
    Plan(
      id: "points",
      figures: rows.map { EnteredFigure(id: $0.0, unit: "score", label: LocalizedText()) },
      targets: rows.map { row in
        Target(
          id: row.0, measure: .figure(row.0), year: nil,
          rule: .score(ScoreCard(standard: row.1, assessed: row.2, year: 2019)), area: row.3,
          lead: row.4 ? ["Sở Nội vụ"] : [], due: row.4 ? "Năm 2020" : nil)
      })
  }

  private static func loss(_ plan: Plan) throws -> PointsLoss {
    try #require(
      attainmentRegister(
        RegisterInput(plan: plan, year: 2019, day: CivilDate(day: 0))
      ).points)
  }

  /// Recomputed by hand from the appendix: the rows without parts lose 1.5, seven times 1, 0.75, five
  /// times 0.5, four times 0.25, 0.0684, 0.059 and 0.0057; 7.2 and area 4 lose 0.047 and 0.2804 more
  /// than their listed parts.
  ///
  /// Together 13.2105 = 66.5 − 53.2895.
  @Test func `every point of Tiền Giang is counted once, cheapest to win back first`() throws {
    let points = try Self.loss(Self.plan(scoreCard.map { ($0.0, $0.1, $0.2, $0.3, $0.4) }))
    #expect((points.standard, points.won, points.lost) == (66.5, 53.2895, 13.2105))
    #expect(
      points.losses.map { "\($0.target) \($0.lost)" } == [
        "3.4.2 1.5", "1.3.2 1.0", "1.6 1.0", "4.1.2 1.0", "4.3.3 1.0", "6.1.3 1.0", "6.3.4 1.0",
        "8.3.1 1.0", "6.2.3 0.75", "1.5 0.5", "5.1.2 0.5", "5.5.2 0.5", "7.1.6 0.5", "8.6 0.5",
        "5.7.2 0.25", "6.2.1 0.25", "7.2.1 0.25", "7.3.1 0.25", "3.4.1 0.0684", "6.1.1 0.059",
        "3.4.3 0.0057", "7.2 0.047", "4 0.2804",
      ])
    #expect(points.losses.map(\.rank) == Array(1...23))
    #expect(points.losses.filter(\.isRemainder).map(\.target) == ["7.2", "4"])
    let sum = points.losses.reduce(0) { $0 + $1.lost }
    #expect((sum - 13.2105).magnitude < 1e-9)
  }

  /// As the document has them: 6.1 is printed 0.941, the score of 6.1.1, where the sums of area 6 and
  /// of the total ask for 1.941; area 3 is 12.42 in section II and 12.4259 in the appendix; the eight
  /// areas add up to 53.2895, the printed total is 53.289.
  @Test func `totals that do not add up are told as found`() throws {
    let points = try Self.loss(Self.plan(scoreCard.map { ($0.0, $0.1, $0.2, $0.3, $0.4) }))
    #expect(
      points.checks.filter(\.isDisagreement).map {
        "\($0.target) \($0.quantity) \($0.stated) \($0.recomputed) \($0.difference)"
      } == [
        "6 lost 3.059 4.059 -1.0", "total assessed 53.289 53.2895 -0.0005",
        "LV3 assessed 12.42 12.4259 -0.0059",
      ])
    let open = points.checks.filter { !$0.isDisagreement }
    #expect(
      open.filter { !$0.target.hasPrefix("LV") }.map { "\($0.target) \($0.difference)" }
        == ["4 0.2804", "6.1 1.0", "7.2 0.047"])
    // The eight areas of section II do add up: 6 + 8.71 + … = 79.68.
    #expect(!points.checks.contains { $0.target == "par-index" })
  }

  @Test
  func `points that follow an index come by percentage points, and say when they are assumed`()
    throws
  {
    var plan = TinyPlan.plan(TinyPlan.target(.hold(baselineYear: 2020)))
    plan.targets[0].lead = ["Văn phòng UBND tỉnh"]
    plan.targets.append(plan.targets[0])
    plan.targets[1].id = "8.1.2"
    plan.parPoints = [
      PARPointsRule(target: "8.1.1", standard: 2, source: "5 × 2,0 (synthetic)"),
      PARPointsRule(target: "8.1.2", standard: 4, status: .official, source: "synthetic"),
    ]
    let register = attainmentRegister(
      RegisterInput(
        plan: plan, year: 2021, day: CivilDate(day: 0), index: TinyPlan.index,
        surveys: [
          SurveyOfYear(
            id: "s", year: 2021, questionnaire: "q",
            estimates: TinyPlan.table([TinyPlan.estimate(85)]))
        ]))
    // 2 × 85 / 100 = 1.7, so 0.3 is lost, 15 percentage points away, 50 for each point.
    let first = try #require(register.rows[0].points)
    #expect((first.won, first.lost, first.year) == (1.7, 0.3, 2021))
    #expect(first.isAssumed && register.rows[1].points?.isAssumed == false)
    let losses = try #require(register.points?.losses)
    #expect(losses.map(\.target) == ["8.1.2", "8.1.1"])
    #expect(losses.map(\.distancePerPoint) == [25, 50])
    #expect(losses.map(\.distance) == [15, 15])
  }

  @Test func `a known lead and deadline come before a bigger loss, and nothing lost is not listed`()
    throws
  {
    let points = try Self.loss(
      Self.plan([
        ("a", 5, 1, "x", false), ("b", 2, 1.5, "x", true), ("c", 3, 3, "x", true),
        ("d", 9, nil, "x", true),
      ]))
    #expect(points.losses.map(\.target) == ["b", "a"])
    // What has no score is neither won nor lost.
    #expect((points.standard, points.lost) == (10, 4.5))
  }
}
