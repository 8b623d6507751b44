import SurveyModel
import Testing

@testable import Ingestion

/// Made-up figures.
struct FigureTests {
  static let plan = Plan(
    id: "plan",
    baselines: [
      Baseline(
        year: 2020, source: "kế hoạch", values: [BaselineValue(measure: "figure:share", value: 90)])
    ],
    figures: [
      EnteredFigure(
        id: "share", unit: "percent",
        label: LocalizedText(vi: "Tỷ lệ hồ sơ đúng hạn", en: "Files in time"),
        values: [(2021, 95, "kế hoạch")]),
      EnteredFigure(id: "growth", unit: "percent", label: LocalizedText(vi: "Tốc độ tăng")),
      EnteredFigure(id: "rank", unit: "rank", label: LocalizedText(vi: "Xếp hạng")),
      EnteredFigure(id: "visits", unit: "count", label: LocalizedText(vi: "Số lượt")),
      EnteredFigure(id: "score-1", unit: "score", label: LocalizedText(vi: "Điểm 1")),
    ],
    targets: [
      Target(
        id: "3.1", measure: .figure("share"), year: nil, rule: .minimum([2021: 95, 2022: 96])),
      Target(
        id: "g", measure: .figure("growth"), year: nil, rule: .minimum([2021: 130])),
      Target(id: "r", measure: .figure("rank"), year: 2022, rule: .rank(atMost: 10, of: 63)),
      Target(
        id: "s", measure: .figure("score-1"), year: nil, rule: .score(ScoreCard(standard: 2))),
      Target(
        id: "w", measure: nil, year: 2022, rule: .qualitative(LocalizedText(vi: "đúng quy định"))),
    ], file: "plan.xml")

  private static func check(
    _ text: String, held: [FigureEntry] = [], reason: String? = nil, isGrowth: Bool = false
  ) -> (entries: [FigureEntry], findings: [Finding]) {
    let (requests, findings) = readFigures(Array(text.utf8), file: "f.csv")
    let (entries, found) = checkFigures(
      requests, plan: plan, held: held,
      recording: FigureRecording(
        at: "t", by: "lan", file: "f.csv", reason: reason, isGrowth: isGrowth))
    return (entries, findings + found)
  }

  private static func places(_ findings: [Finding]) -> [String] {
    findings.filter { $0.code.severity != .notice }.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)"
    }
  }

  @Test func `a sheet is read with Vietnamese headers, commas and names in any spelling`() {
    let (entries, findings) = Self.check(
      """
      Mục tiêu;Năm;Giá trị;Đơn vị;Nguồn
      3.1;2022;96,5 %;%;QĐ 1
      ty le ho so dung han;2020;91,25;phần trăm;QĐ 2
      figure:rank;2022;12;hạng;QĐ 3
      visits;2022;1.234;;QĐ 4
      growth;2021;135;;QĐ 5
      """)
    #expect(
      entries.map { "\($0.figure) \($0.year) \($0.value) \($0.source)" } == [
        "share 2022 96.5 QĐ 1", "share 2020 91.25 QĐ 2", "rank 2022 12.0 QĐ 3",
        "visits 2022 1234.0 QĐ 4", "growth 2021 135.0 QĐ 5",
      ])
    // Nothing in the plan asks for visits.
    #expect(Self.places(findings) == ["5:8 figures.year.not-needed"])
    #expect(entries.allSatisfy { $0.file == "f.csv" && $0.by == "lan" && $0.replaces == nil })
  }

  @Test func `every fault is told at its cell`() {
    let (_, findings) = Self.check(
      """
      figure,year,value,unit,source
      shares,2022,1,,a
      share,2022,101,,a
      share,22,50,,a
      rank,2022,2.5,,a
      rank,2022,64,,a
      rank,2022,0,,a
      visits,2022,-1,,a
      score-1,2022,2.01,,a
      share,2022,chín mươi,,a
      share,2022,96,ngày,a
      share,2022,96,,
      ,2022,96,,a
      share,2021,95.5,,a
      share,2021,95.5,,a
      """)
    #expect(
      Self.places(findings) == [
        "12:16 figures.cell.blank", "13:1 figures.cell.blank", "2:1 figures.name.unknown",
        "3:12 figures.value.percent-range", "4:7 figures.year.unreadable",
        "5:11 figures.value.not-whole", "6:11 figures.rank.beyond",
        "6:1 figures.row.repeated", "7:11 figures.value.too-small", "7:1 figures.row.repeated",
        "8:13 figures.value.too-small", "8:8 figures.year.not-needed",
        "9:14 figures.score.beyond-standard", "10:12 figures.value.not-a-number",
        "11:15 figures.unit.differs", "11:1 figures.row.repeated",
        "14:12 figures.plan.differs", "15:12 figures.plan.differs", "15:1 figures.row.repeated",
      ])
    let unknown = findings.first { $0.code.id == "figures.name.unknown" }
    #expect(unknown?.remedy.en == "did you mean “share”?")
  }

  @Test func `an awaited baseline of the survey is entered by its target and becomes a baseline`() {
    var plan = Plan(
      id: "plan", baselines: [Baseline(year: 2021, source: "", status: "awaited", values: [])],
      targets: [
        Target(
          id: "8.1.1", label: LocalizedText(vi: "Tiếp cận"), measure: .factor("access"), year: 2022,
          rule: .increase(baselineYear: 2021, atLeast: nil, unit: .points), lead: ["Xã"]),
        Target(
          id: "land", measure: .overall, year: 2022,
          domain: [DomainTerm(variable: "field", code: "land")], rule: .hold(baselineYear: 2021)),
      ])
    plan.figures = plan.awaitedBaselines
    #expect(plan.figures.map(\.id) == ["baseline:access", "baseline:overall:field=land"])
    #expect(plan.figureNeeds(inReview: 2022).map(\.baselineOf) == [["8.1.1"], ["land"]])
    #expect(plan.figureNeeds(inReview: 2022).map(\.lead) == [["Xã"], []])
    func entered(_ name: String, _ value: String) -> (entries: [FigureEntry], findings: [Finding]) {
      checkFigures(
        [
          FigureRequest(
            figure: PlacedText(name), year: PlacedText("2021"), value: PlacedText(value),
            source: PlacedText("12/BC"))
        ], plan: plan, held: [], recording: FigureRecording(at: "t", by: "lan"))
    }
    for name in ["8.1.1", "access", "baseline:access", "tiep can"] {
      #expect(entered(name, "80,5").entries.map(\.figure) == ["baseline:access"], "\(name)")
    }
    #expect(entered("8.1.1", "180,5").findings.map(\.code.id) == ["figures.value.percent-range"])
    let merged = merge(entered("8.1.1", "80,5").entries + entered("land", "70").entries, into: plan)
    #expect(merged.findings.isEmpty)
    #expect(merged.plan.targetsAwaitingBaseline.isEmpty)
    #expect(plan.targetsAwaitingBaseline.map(\.id) == ["8.1.1", "land"])
    #expect(
      merged.plan.baselines.last
        == Baseline(
          year: 2021, source: "12/BC", status: "entered",
          values: [
            BaselineValue(
              measure: "overall", domain: [DomainTerm(variable: "field", code: "land")], value: 70)
          ]))
  }

  @Test func `rows that wait for a figure are passed over, a sheet without columns is refused`() {
    let (entries, findings) = Self.check("figure,year,value,source\nshare,2022,,\nrank,2022,9,a\n")
    #expect(entries.map(\.figure) == ["rank"])
    #expect(findings.map(\.code.id) == ["figures.row.awaited"])
    #expect(
      Self.places(Self.check("figure,year,value\nshare,2022,9\n").findings)
        == ["1:1 figures.column.missing"])
    #expect(
      Self.places(Self.check("figure,year,value,source,nguồn\n").findings)
        .contains("1:26 figures.column.missing"))
    #expect(Self.check("").entries.isEmpty)
    #expect(Self.check("PK\u{3}\u{4}\u{0}\u{0}").entries.isEmpty)
  }

  @Test func `an entered value is replaced with a reason only, and the same value not at all`() {
    let held = [
      FigureEntry(
        number: 7, plan: "plan", figure: "rank", year: 2022, value: 12, source: "a", at: "t",
        by: "lan")
    ]
    let other = "figure,year,value,source,reason\nrank,2022,11,a,"
    #expect(
      Self.places(Self.check(other + "\n", held: held).findings)
        == ["2:11 figures.value.already-entered"])
    let corrected = Self.check(other + "gõ sai\n", held: held)
    #expect(corrected.entries.map(\.replaces) == [7])
    #expect(corrected.entries.map(\.reason) == ["gõ sai"])
    #expect(Self.check(other + "\n", held: held, reason: "theo QĐ mới").entries.count == 1)
    let same = Self.check("figure,year,value,source\nrank,2022,12,a\n", held: held)
    #expect(same.entries.isEmpty)
    #expect(same.findings.map(\.code.id) == ["figures.value.unchanged"])
    // As in the plan file, with its source.
    let written = Self.check("figure,year,value,source\nshare,2021,95,kế hoạch\n")
    #expect(written.entries.isEmpty)
  }

  @Test func `growth rates may lie outside 0 to 100 where the plan or the person says so`() {
    #expect(Self.check("figure,year,value,source\nshare,2022,-2.5,a\n").findings.count == 1)
    #expect(
      Self.check("figure,year,value,source\nshare,2022,-2.5,a\n", isGrowth: true).findings.isEmpty)
  }

  @Test func `what is on record takes the place of what the plan file says`() {
    func entry(_ figure: String, _ year: Int, _ value: Double) -> FigureEntry {
      FigureEntry(
        number: 1, plan: "plan", figure: figure, year: year, value: value, source: "QĐ", at: "t",
        by: "lan")
    }
    var gone = entry("share", 2022, 1)
    gone.withdrawn = Withdrawal(at: "t", by: "lan", reason: "x")
    let (merged, findings) = merge(
      [
        entry("share", 2021, 94), entry("share", 2020, 91), entry("rank", 2022, 9),
        entry("old", 2021, 1), gone,
      ], into: Self.plan)
    #expect(merged.figures[0].values.map(\.year) == [2020, 2021])
    #expect(merged.figures[0].values.map(\.value) == [91, 94])
    #expect(merged.baselines[0].values.isEmpty)
    #expect(merged.figures[2].values.map(\.value) == [9])
    #expect(
      findings.map(\.code.id)
        == ["figures.plan.differs", "figures.plan.differs", "figures.plan.no-longer"])
  }

  @Test func `only requirements in words are judged, with a reason`() {
    func check(_ target: String, _ year: Int = 2022, _ reason: String = "báo cáo") -> [String] {
      checkJudgement(
        JudgementRequest(target: target, year: year, isMet: true, reason: reason),
        plan: Self.plan, held: [], at: "t", by: "lan"
      ).findings.map(\.code.id)
    }
    #expect(check("w").isEmpty && check("W").isEmpty)
    #expect(check("3.1") == ["figures.target.measured"])
    #expect(check("x") == ["figures.target.unknown"])
    #expect(check("w", 2022, " ") == ["figures.reason.missing"])
    #expect(check("w", 2021) == ["figures.judgement.other-year"])
    let held = TargetJudgement(
      number: 3, plan: "plan", target: "w", year: 2022, isMet: false, reason: "báo cáo", at: "t",
      by: "lan")
    let changed = checkJudgement(
      JudgementRequest(target: "w", year: 2022, isMet: true, reason: "báo cáo"), plan: Self.plan,
      held: [held], at: "t", by: "lan")
    #expect(changed.judgement?.replaces == 3)
  }

  /// Reporting forms are named by a survey; the plan alone does not know their figures.
  @Test func `figures of forms are needed where they are asked for, and no strangers elsewhere`() {
    func entry(_ figure: String) -> FigureEntry {
      FigureEntry(
        plan: "plan", figure: figure, year: 2022, value: 3, source: "QĐ 6", at: "t", by: "lan")
    }
    let entries = [entry("form:II.1"), entry("gone")]
    let alone = merge(entries, into: Self.plan)
    #expect(alone.findings.map(\.code.id) == ["figures.plan.no-longer"])
    #expect(alone.findings.map(\.subject) == ["gone"])
    var plan = Self.plan
    plan.figures.append(
      EnteredFigure(
        id: "form:II.1", unit: "count", label: LocalizedText(vi: "Văn bản"),
        askedYears: [2021, 2022]))
    let merged = merge([entry("form:II.1")], into: plan)
    #expect(merged.findings.isEmpty)
    #expect(merged.plan.figures.last?.values.map(\.value) == [3])
    #expect(
      plan.figureNeeds(inReview: 2022).filter { $0.figure == "form:II.1" }.map(\.year)
        == [2021, 2022])
  }
}
