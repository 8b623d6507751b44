import Foundation
import SurveyModel
import Testing

@testable import Questionnaires

struct PlanVocabularyTests {
  private func expectPlan(
    _ inside: String, _ expected: [Character: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(plan(inside), expected, sourceLocation: sourceLocation) {
      readPlan($0, file: "test.xml").findings
    }
  }

  private static let everything = """
    <area id="area-6"><label>Cải cách tài chính công</label></area>
    <figure id="late" unit="percent"><label>Trễ hẹn</label></figure>
    <figure id="wait" unit="minutes"><label>Chờ</label></figure>
    <figure id="score-6" unit="score"><label>Lĩnh vực 6</label>
      <value year="2019" source="x">5.441</value></figure>
    <par-points target="1" standard="2" status="assumed" source="giả định"/>
    <target id="1" measure="access" year="2021" area="area-6">
      <minimum strict="true"><value year="2021">95</value></minimum>
      <due by="2021-12-31">Trong năm 2021</due></target>
    <target id="2" measure="figure:late">
      <maximum strict="true"><value year="2021">0.5</value></maximum><due>Hàng năm</due></target>
    <target id="3" measure="figure:wait"><maximum><value year="2021">15</value></maximum></target>
    <target id="4" measure="figure:score-6">
      <score standard="8.5" assessed="5.441" year="2019"/></target>
    <target id="5"><qualitative>Thực hiện đúng
      quy định</qualitative><qualitative xml:lang="en">By the rules</qualitative></target>
    """

  @Test func `areas, limits, scores, words, dates and points are read`() throws {
    let loaded = readPlan(Array(plan(Self.everything).utf8), file: "test.xml")
    #expect(loaded.findings.map(\.message.en) == [])
    let plan = try #require(loaded.value)
    #expect(
      plan.areas == [
        PlanArea(id: "area-6", label: LocalizedText(vi: "Cải cách tài chính công"))
      ])
    #expect(
      plan.parPoints == [
        PARPointsRule(target: "1", standard: 2, status: .assumed, source: "giả định")
      ])
    #expect(
      plan.targets.map(\.rule) == [
        .minimum([2021: 95], isStrict: true), .maximum([2021: 0.5], isStrict: true),
        .maximum([2021: 15]), .score(ScoreCard(standard: 8.5, assessed: 5.441, year: 2019)),
        .qualitative(LocalizedText(vi: "Thực hiện đúng quy định", en: "By the rules")),
      ])
    #expect(plan.targets.map(\.area) == ["area-6", nil, nil, nil, nil])
    #expect(plan.targets[0].dueBy == CivilDate("2021-12-31"))
    #expect(plan.targets[0].due == "Trong năm 2021")
    #expect(plan.targets[1].due == "Hàng năm" && plan.targets[1].dueBy == nil)
    #expect(plan.targets[4].measure == nil && plan.targets[4].year == nil)
    #expect(
      plan.figures.compactMap { FigureUnit(rawValue: $0.unit) } == [.percent, .minutes, .score])
  }

  /// Hà Tĩnh 2021: an index of 91.17 % gave 9.12 of 10 points.
  @Test func `points are proportional to the index`() {
    let rule = PARPointsRule(target: "sipas", standard: 10)
    #expect(rule.points(of: 91.17) == 9.117)
    #expect(roundedHalfUp(rule.points(of: 91.17), places: 2) == 9.12)
  }

  @Test func `every unit of the schema has its case`() throws {
    let schema = try String(
      contentsOfFile: packagePath("questionnaires/schema/plan.xsd"), encoding: .utf8)
    let units = try #require(schema.split(separator: "simpleType name=\"FigureUnit\">").last)
    let text = try #require(units.split(separator: "</xs:simpleType>").first)
    let names = text.split(separator: "enumeration value=\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    #expect(Set(names) == Set(FigureUnit.allCases.map(\.rawValue)))
  }

  @Test func `areas exist once and targets name one of them`() {
    expectPlan(
      """
      <area id="a"><label>a</label></area><area id="1️⃣a"><label>b</label></area>
      <target id="1" area="2️⃣b"><qualitative>x</qualitative></target>
      """, ["1️⃣": "plan.area.duplicate", "2️⃣": "plan.area.unknown"])
  }

  @Test func `words have no measure, figures need one`() {
    expectPlan(
      """
      <figure id="f" unit="count"><label>f</label></figure>
      <target id="1" measure="1️⃣figure:f"><qualitative>x</qualitative></target>
      2️⃣<target id="2"><minimum><value year="2021">3</value></minimum></target>
      <target id="3"><qualitative>x</qualitative>3️⃣<qualitative>y</qualitative></target>
      """,
      [
        "1️⃣": "plan.qualitative.measure", "2️⃣": "plan.target.measure-missing",
        "3️⃣": "plan.qualitative.language",
      ])
  }

  @Test func `a score card agrees with the figure it is about`() {
    expectPlan(
      """
      <figure id="f" unit="score"><label>f</label><value year="2019" source="x">1.9</value></figure>
      <target id="1" measure="access">1️⃣<score standard="2"/></target>
      <target id="2" measure="figure:f"><score standard="2" assessed="2️⃣1.8" year="2019"/></target>
      <target id="3" measure="figure:f"><score standard="2" assessed="3️⃣1.8"/></target>
      """,
      [
        "1️⃣": "plan.score.estimate", "2️⃣": "plan.score.contradiction",
        "3️⃣": "plan.score.year-missing",
      ])
  }

  @Test func `points are made of percentages of the plan, once`() {
    expectPlan(
      """
      <figure id="f" unit="count"><label>f</label></figure>
      <par-points target="1" standard="2" status="assumed" source="x"/>
      <par-points target="1️⃣1" standard="1" status="official" source="x"/>
      <par-points target="2️⃣9" standard="2" status="assumed" source="x"/>
      <par-points target="3️⃣2" standard="2" status="assumed" source="x"/>
      <par-points target="4️⃣3" standard="2" status="assumed" source="x"/>
      <target id="1" measure="access"><minimum><value year="2021">80</value></minimum></target>
      <target id="2" measure="figure:f"><maximum><value year="2021">300</value></maximum></target>
      <target id="3"><qualitative>x</qualitative></target>
      """,
      [
        "1️⃣": "plan.par-points.duplicate", "2️⃣": "plan.par-points.target-unknown",
        "3️⃣": "plan.par-points.not-percent", "4️⃣": "plan.par-points.not-percent",
      ])
  }

  @Test func `limits have one value a year, percentages up to 100, and a value for their year`() {
    expectPlan(
      """
      <figure id="f" unit="percent"><label>f</label></figure>
      <target id="1" measure="figure:f"><maximum><value year="2021">1</value>
        <value year="1️⃣2021">2</value></maximum></target>
      <target id="2" measure="figure:f"><maximum><value year="2021">2️⃣105</value></maximum></target>
      <target id="3" measure="figure:f" year="3️⃣2023"><maximum><value year="2021">5</value>
        </maximum></target>
      """,
      [
        "1️⃣": "plan.value.duplicate", "2️⃣": "plan.value.percent",
        "3️⃣": "plan.minimum.year-missing",
      ])
  }

  /// 83/KH-UBND of Tơ Tung asks to "raise against 2021" and prints no figure of 2021.
  @Test func `a baseline that the document does not give is a notice`() throws {
    let text = """
      <baseline year="2021" source="83/KH-UBND" status="awaited"/>
      <figure id="f" unit="unstated"><label>f</label></figure>
      1️⃣<target id="1" measure="access" year="2022"><increase baseline="2021"/></target>
      <target id="2" measure="figure:f" year="2022"><increase baseline="2021"/></target>
      2️⃣<target id="3" measure="figure:f" year="2022"><increase baseline="2020"/></target>
      """
    expectPlan(text, ["1️⃣": "plan.baseline.awaited", "2️⃣": "plan.baseline.awaited"])
    let clean = text.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
    let loaded = readPlan(Array(plan(clean).utf8), file: "test.xml")
    #expect(loaded.value?.targets.count == 3)
    #expect(loaded.findings.allSatisfy { $0.severity == .notice })
    expectPlan(
      """
      <baseline year="2021" source="x" status="awaited">1️⃣<value measure="access">80</value></baseline>
      <target id="1" measure="access" year="2022"><increase baseline="2021"/></target>
      """, ["1️⃣": "plan.baseline.awaited-value"])
  }

  @Test(arguments: ["2021-02-30", "2021-12-31Z", "31/12/2021", ""])
  func `a due date is a day of the calendar`(day: String) {
    let text = plan(
      "<target id=\"1\"><qualitative>x</qualitative><due by=\"\(day)\">x</due></target>")
    let loaded = readPlan(Array(text.utf8), file: "test.xml")
    #expect(loaded.value == nil)
    #expect(loaded.findings.contains { $0.severity == .error })
  }
}
