import SurveyModel
import Testing

@testable import Questionnaires

struct PlanRulesTests {
  private let baseline = """
    <baseline year="2020" source="628/QĐ-BNV"><value measure="access">84.78</value>
      <value measure="access" domain="field=land">80</value></baseline>
    """

  private func expectPlan(
    _ inside: String, _ expected: [Character: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(plan(inside), expected, sourceLocation: sourceLocation) {
      readPlan($0, file: "test.xml").findings
    }
  }

  @Test func aThresholdOutOfReachIsShownInTheNumbersOfItsLanguage() {
    let text = plan(
      baseline + """
        <target id="1" measure="access" year="2021"><increase baseline="2020" at-least="20"/></target>
        """)
    let found = readPlan(Array(text.utf8), file: "test.xml").findings
      .first { $0.code.id == "plan.target.unreachable" }?.found
    #expect(found?.vi == "84,78 tăng 20 điểm")
    #expect(found?.en == "84.78 raised by 20 points")
  }

  @Test func `every kind of target is read`() throws {
    let text = plan(
      baseline + """
        <figure id="rank" unit="rank"><label>Thứ hạng</label>
          <value year="2021" source="báo cáo">45</value></figure>
        <target id="1" measure="access" year="2021"><increase baseline="2020" at-least="2"/></target>
        <target id="2" measure="access" year="2021" domain="field=land">
          <increase baseline="2020" at-least="2" unit="percent"/></target>
        <target id="3" measure="overall" year="2021"><minimum>
          <value year="2021">82</value><value year="2022">84</value></minimum></target>
        <target id="4" measure="access" year="2021"><hold baseline="2020"/></target>
        <target id="5" measure="figure:rank"><rank at-most="20" of="63" year="2021"/></target>
        """)
    let loaded = readPlan(Array(text.utf8), file: "test.xml")
    #expect(loaded.findings.map(\.message.en) == [])
    let targets = try #require(loaded.value).targets
    #expect(
      targets.map(\.rule) == [
        .increase(baselineYear: 2020, atLeast: 2, unit: .points),
        .increase(baselineYear: 2020, atLeast: 2, unit: .percent),
        .minimum([2021: 82, 2022: 84]), .hold(baselineYear: 2020), .rank(atMost: 20, of: 63),
      ])
    #expect(
      targets.map { $0.measure?.name } == ["access", "access", "overall", "access", "figure:rank"])
    #expect(targets[1].domain == [DomainTerm(variable: "field", code: "land")])
    #expect(targets[4].year == 2021)
  }

  @Test func `nothing stands twice`() {
    expectPlan(
      baseline + """
        <baseline year="1️⃣2020" source="x"><value measure="results">1</value>
          <value measure="2️⃣results">2</value></baseline>
        <figure id="f" unit="count"><label>f</label>
          <value year="2020" source="x">1</value><value year="3️⃣2020" source="y">2</value></figure>
        <figure id="4️⃣f" unit="count"><label>g</label></figure>
        <target id="1" measure="access"><minimum>
          <value year="2021">1</value><value year="5️⃣2021">2</value></minimum></target>
        <target id="6️⃣1" measure="access" year="2021" domain="a=1 7️⃣a=2">
          <minimum><value year="2021">80</value></minimum></target>
        """,
      [
        "1️⃣": "plan.baseline.duplicate", "2️⃣": "plan.value.duplicate",
        "3️⃣": "plan.value.duplicate", "4️⃣": "plan.figure.duplicate", "5️⃣": "plan.value.duplicate",
        "6️⃣": "plan.target.duplicate", "7️⃣": "plan.domain.repeated",
      ])
  }

  @Test func `a target's baseline exists, is earlier and has its value`() {
    expectPlan(
      baseline + """
        <target id="1" measure="access" year="2021"><increase baseline="1️⃣2019"/></target>
        <target id="2" measure="2️⃣results" year="2021"><hold baseline="2020"/></target>
        <target id="3" measure="access" year="2020"><hold baseline="3️⃣2020"/></target>
        <target id="4" measure="4️⃣access" year="2021" domain="field=tax"><hold baseline="2020"/></target>
        <target id="5" measure="5️⃣figure:x" year="2021"><minimum><value year="2021">1</value>
          </minimum></target>
        """,
      [
        "1️⃣": "plan.baseline.unknown", "2️⃣": "plan.baseline.measure-missing",
        "3️⃣": "plan.baseline.not-earlier", "4️⃣": "plan.baseline.measure-missing",
        "5️⃣": "plan.figure.unknown",
      ])
  }

  @Test func `a target has one year, and its minimum a value for it`() {
    expectPlan(
      baseline
        + """
        1️⃣<target id="1" measure="access"><hold baseline="2020"/></target>
        <target id="2" measure="access" year="2️⃣2023"><minimum><value year="2021">1</value></minimum></target>
        <figure_/>
        """.replacing("<figure_/>", with: ""),
      ["1️⃣": "plan.target.year-missing", "2️⃣": "plan.minimum.year-missing"])
    expectPlan(
      """
      <figure id="r" unit="rank"><label>r</label></figure>
      <target id="1" measure="figure:r" year="2021"><rank at-most="1️⃣70" of="63" year="2️⃣2022"/></target>
      """, ["1️⃣": "plan.rank.order", "2️⃣": "plan.target.year-contradiction"])
  }

  @Test func `percentages lie between 0 and 100, and so do thresholds`() {
    expectPlan(
      """
      <baseline year="2020" source="x"><value measure="access">1️⃣8478</value>
        <value measure="results">99</value><value measure="figure:n">500</value></baseline>
      <figure id="n" unit="count"><label>n</label></figure>
      <figure id="p" unit="percent"><label>p</label><value year="2020" source="x">2️⃣-1</value></figure>
      <target id="1" measure="results" year="2021"><increase baseline="2020" at-least="3️⃣2"/></target>
      <target id="2" measure="access"><minimum><value year="2021">4️⃣101</value></minimum></target>
      <target id="3" measure="results" year="2021">5️⃣<rank at-most="2"/></target>
      """,
      [
        "1️⃣": "plan.value.percent", "2️⃣": "plan.value.percent", "3️⃣": "plan.target.unreachable",
        "4️⃣": "plan.value.percent", "5️⃣": "plan.rank.estimate",
      ])
  }

  @Test func `measures are resolved with the questionnaire`() throws {
    let loaded = readQuestionnaire(Array(SampleQuestionnaire().text.utf8), file: "q.xml")
    let questionnaire = try #require(loaded.value)
    let text = plan(
      """
      <baseline year="2020" source="x"><value measure="sipas">86.41</value></baseline>
      <target id="1" measure="sipas" year="2021"><hold baseline="2020"/></target>
      <target id="2" measure="A1"><minimum><value year="2021">80</value></minimum></target>
      <target id="3" measure="access"><minimum><value year="2021">80</value></minimum></target>
      """)
    let value = try #require(readPlan(Array(text.utf8), file: "p.xml").value)
    let resolved = resolveMeasures(of: value, with: questionnaire)
    #expect(resolved.targets.map(\.measure) == [.overall, .item("A1"), .factor("access")])
    #expect(resolved.baselines.first?.values.first?.measure == "overall")
  }
}
